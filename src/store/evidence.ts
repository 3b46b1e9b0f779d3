// Evidence: what somebody wrote down of their own work. A change adds a revision; the words are sealed.

import { type Selectable, sql } from 'kysely'
import { evidenceRules } from '../core/access/evidence.ts'
import {
  type Evidence,
  type EvidenceContent,
  type EvidenceRevision,
  NO_WORDS,
  newestFirst,
  type UnreadableEvidence,
} from '../core/evidence/evidence.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import { allowedBy, ownedRow } from './access.ts'
import { findPrivateKeys } from './private-keys.ts'
import { type ReadText, type SealText, textReader, textSealer } from './private-text.ts'
import type { EvidenceRevisionTable } from './tables.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

export type SaveEvidenceFailure =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now, null where nothing can be read. */
  | { kind: 'stale'; current: Evidence | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/** What can be read, and what cannot. */
export interface ListedEvidence {
  /** The newest day first, and of one day what was written last. */
  entries: Evidence[]
  unreadable: UnreadableEvidence[]
}

type Row = Selectable<EvidenceRevisionTable>
/** The part of an entry that is sealed. */
type Sealed = Omit<EvidenceContent, 'happenedOn'>

const TABLE = 'evidence_revision'

/** All current entries of a person; what was taken back is left out. */
export async function listEvidence(tx: ViewerTransaction, personId: string): Promise<ListedEvidence> {
  const rows = await currentRows(tx, personId).execute()
  const read = await textReader(tx)
  return sorted(rows.map((row) => readRow(row, read)))
}

/** One current entry; null where there is none, or where it cannot be read. */
export async function findEvidence(tx: ViewerTransaction, id: string): Promise<Evidence | null> {
  const row = await findTail(tx, id)
  if (row === undefined || row.withdrawn) return null
  const read = readRow(row, await textReader(tx))
  return read.ok ? read.value : null
}

/** Tells whether the entries are still those that were read before. */
export interface EvidenceMark {
  /** How many revisions there are, and the time of the last; they are never removed one by one. */
  rows: string
  /** The names of the keys that open them. */
  keys: string
}

export async function findEvidenceMark(tx: ViewerTransaction, personId: string): Promise<EvidenceMark> {
  const row = await tx.db
    .selectFrom('evidence_revision')
    .select([sql<number>`count(*)::int`.as('count'), sql<string | null>`max(written_at)`.as('last')])
    .where(allowedBy(evidenceRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .executeTakeFirst()
  const { open } = await findPrivateKeys(tx)
  return { rows: `${row?.count ?? 0} ${row?.last ?? ''}`, keys: open.map(({ name }) => name).join(' ') }
}

/** The ids of the revisions that hold now, without their words. */
export async function listCurrentEvidenceIds(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ id: string; revisionId: string }[]> {
  const rows = await currentRows(tx, personId).clearSelect().select(['id', 'revision_id']).execute()
  return rows.map((row) => ({ id: row.id, revisionId: row.revision_id }))
}

/** The current entries with these ids. */
export async function listEvidenceById(
  tx: ViewerTransaction,
  personId: string,
  ids: readonly string[],
): Promise<ListedEvidence> {
  if (ids.length === 0) return { entries: [], unreadable: [] }
  const rows = await currentRows(tx, personId).where('id', 'in', ids).execute()
  const read = await textReader(tx)
  return sorted(rows.map((row) => readRow(row, read)))
}

/** Every revision of a person that can be read, oldest first within each entry, and how many cannot be. */
export async function listEvidenceRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: EvidenceRevision[]; unreadable: UnreadableEvidence[] }> {
  const rows = await tx.db
    .selectFrom('evidence_revision')
    .selectAll()
    .where(allowedBy(evidenceRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('id')
    .orderBy('version')
    .execute()
  const read = await textReader(tx)
  const revisions: EvidenceRevision[] = []
  const unreadable: UnreadableEvidence[] = []
  for (const row of rows) {
    const entry = readRow(row, read)
    if (entry.ok) revisions.push({ ...entry.value, withdrawn: row.withdrawn, replaces: row.replaces })
    else unreadable.push(entry.failure)
  }
  return { revisions, unreadable }
}

/**
 * Saves an entry as a new revision. `expectedRevisionId` is the one it changes, null where there is none (or a
 * withdrawn one). Saving the same revision id again succeeds.
 */
export async function saveEvidence(
  tx: ViewerTransaction,
  entry: Omit<Evidence, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<Evidence, SaveEvidenceFailure>> {
  return saveRevision(tx, { entry, withdrawn: false, expected: expectedRevisionId })
}

/** Takes an entry back: a revision without words. Taking back twice is done once. */
export async function saveEvidenceWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveEvidenceFailure>> {
  const tail = await findTail(tx, withdrawal.id)
  if (tail?.withdrawn === true && tail.replaces === expectedRevisionId) return succeed(null)
  if (tail === undefined || tail.withdrawn) return fail({ kind: 'stale', current: null })
  const entry = {
    ...NO_WORDS,
    id: tail.id,
    revisionId: withdrawal.revisionId,
    frameworkDigest: tail.framework_digest,
    happenedOn: tail.happened_on,
    writtenAt: withdrawal.withdrawnAt,
  }
  const saved = await saveRevision(tx, { entry, withdrawn: true, expected: expectedRevisionId })
  return saved.ok ? succeed(null) : saved
}

interface Next {
  entry: Omit<Evidence, 'version'>
  withdrawn: boolean
  expected: string | null
}

async function saveRevision(
  tx: ViewerTransaction,
  next: Next,
): Promise<Result<Evidence, SaveEvidenceFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor keeps no journal.')
  const { entry, withdrawn, expected } = next
  const known = await findRevision(tx, entry.revisionId)
  if (known !== undefined) return sameAgain(tx, known, next)
  const tail = await findTail(tx, entry.id)
  const holds = tail === undefined || tail.withdrawn ? null : tail.revision_id
  if (holds !== expected) return fail({ kind: 'stale', current: await findEvidence(tx, entry.id) })
  const revision: EvidenceRevision = {
    ...entry,
    version: (tail?.version ?? 0) + 1,
    withdrawn,
    replaces: tail?.revision_id ?? null,
  }
  const added = await tx.db
    .insertInto('evidence_revision')
    .values(evidenceRow(tx.viewer.orgId, ownerId, revision, await textSealer(tx)))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    const now = await findTail(tx, entry.id)
    return (now?.version ?? 0) >= revision.version
      ? fail({ kind: 'stale', current: await findEvidence(tx, entry.id) })
      : fail({ kind: 'revision-taken' })
  }
  const action = withdrawn ? 'withdraw' : holds === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'evidence', objectId: entry.id, revisionId: entry.revisionId })
  const { withdrawn: _, replaces: __, ...saved } = revision
  return succeed(saved)
}

/** A retry after a lost answer: the same words under the same id are saved already. */
async function sameAgain(
  tx: ViewerTransaction,
  known: Row,
  { entry, withdrawn }: Next,
): Promise<Result<Evidence, SaveEvidenceFailure>> {
  const read = readRow(known, await textReader(tx))
  const isSame =
    read.ok &&
    known.id === entry.id &&
    known.withdrawn === withdrawn &&
    wordsOf(read.value) === wordsOf(entry)
  return isSame ? succeed(read.value) : fail({ kind: 'revision-taken' })
}

function wordsOf(entry: EvidenceContent): string {
  return JSON.stringify([entry.happenedOn, sealedPart(entry)])
}

/** The row of a revision, for saving and for importing. */
export function evidenceRow(orgId: string, ownerId: string, revision: EvidenceRevision, seal: SealText) {
  return {
    org_id: orgId,
    owner_id: ownerId,
    id: revision.id,
    revision_id: revision.revisionId,
    version: revision.version,
    replaces: revision.replaces,
    withdrawn: revision.withdrawn,
    framework_digest: revision.frameworkDigest,
    happened_on: revision.happenedOn,
    sealed: seal({ table: TABLE, rowId: revision.revisionId }, sealedPart(revision)),
    written_at: revision.writtenAt,
  }
}

// Named one by one, so that what is compared and sealed has one order and nothing else in it.
function sealedPart({ text, links, credit, skills, template, source }: Sealed): Sealed {
  return {
    text,
    links,
    credit: credit.map(({ name, personId }) => ({ name, personId })),
    skills: skills.map(({ skill, level, note }) => ({ skill, level, note })),
    template,
    source: source.kind === 'typed' ? { kind: 'typed' } : { kind: 'captured', origin: source.origin },
  }
}

function readRow(row: Row, read: ReadText): Result<Evidence, UnreadableEvidence> {
  const { id, revision_id: revisionId, happened_on: happenedOn } = row
  const words = read<Sealed>({ table: TABLE, rowId: revisionId }, row.sealed)
  if (!words.ok) return fail({ id, revisionId, happenedOn, why: words.failure })
  return succeed({
    ...words.value,
    id,
    revisionId,
    happenedOn,
    version: row.version,
    frameworkDigest: row.framework_digest,
    writtenAt: row.written_at,
  })
}

function sorted(read: Result<Evidence, UnreadableEvidence>[]): ListedEvidence {
  const entries = read.flatMap((one) => (one.ok ? [one.value] : []))
  const unreadable = read.flatMap((one) => (one.ok ? [] : [one.failure]))
  return {
    entries: entries.sort(newestFirst),
    unreadable: unreadable.sort((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1)),
  }
}

function currentRows(tx: ViewerTransaction, personId: string) {
  return tx.db
    .selectFrom('current_evidence')
    .selectAll()
    .where(allowedBy(evidenceRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('withdrawn', '=', false)
}

function findTail(tx: ViewerTransaction, id: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom('evidence_revision')
    .selectAll()
    .where(allowedBy(evidenceRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function findRevision(tx: ViewerTransaction, revisionId: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom('evidence_revision')
    .selectAll()
    .where(allowedBy(evidenceRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
}
