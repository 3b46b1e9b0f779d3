// Evidence: what somebody wrote down of their own work. A change adds a revision; the words are sealed.

import { sql } from 'kysely'
import { evidenceRules } from '../../core/access/evidence.ts'
import {
  type Evidence,
  type EvidenceContent,
  type EvidenceRevision,
  NO_WORDS,
  newestFirst,
  type UnreadableEvidence,
} from '../../core/evidence/evidence.ts'
import type { Result } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import { findPrivateKeys } from '../private-text/private-keys.ts'
import type { SealedColumns } from '../private-text/private-tables.ts'
import {
  type Listed,
  type SaveFailure,
  sealedRevisions,
  type UnreadableRow,
} from '../private-text/sealed-revisions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveEvidenceFailure = SaveFailure<Evidence>

/** What can be read, and what cannot. */
export interface ListedEvidence {
  /** The newest day first, and of one day what was written last. */
  entries: Evidence[]
  unreadable: UnreadableEvidence[]
}

/** The part of an entry that is sealed. */
type Sealed = Omit<EvidenceContent, 'happenedOn'>
type Open = Pick<Evidence, 'happenedOn' | 'writtenAt'>

const evidence = sealedRevisions<Evidence, Open, Sealed>({
  noun: 'evidence',
  table: 'evidence_revision',
  current: 'current_evidence',
  see: evidenceRules.see,
  readOpen: (row: SealedColumns & { happened_on?: string; written_at?: string }) => ({
    happenedOn: row.happened_on ?? '',
    writtenAt: row.written_at ?? '',
  }),
  openColumns: ({ happenedOn, writtenAt }) => ({ happened_on: happenedOn, written_at: writtenAt }),
  saidOpenly: ({ happenedOn }) => happenedOn,
  wordsOf: ({ text, links, credit, skills, template, source }) => ({
    text,
    links,
    credit: credit.map(({ name, personId }) => ({ name, personId })),
    skills: skills.map(({ skill, level, behaviours, note }) => ({ skill, level, behaviours, note })),
    template,
    source: source.kind === 'typed' ? { kind: 'typed' } : { kind: 'captured', origin: source.origin },
  }),
  noWords: NO_WORDS,
})

/** All current entries of a person, or those with these ids; what was taken back is left out. */
export async function listEvidence(
  tx: ViewerTransaction,
  personId: string,
  ids?: readonly string[],
): Promise<ListedEvidence> {
  return sorted(await evidence.list(tx, personId, ids))
}

/** One current entry; null where there is none, or where it cannot be read. */
export const findEvidence = evidence.find

/** The ids of the revisions that hold now, without their words. */
export const listCurrentEvidenceIds = evidence.listCurrentIds

/** Tells whether the entries are still those that were read before. */
interface EvidenceMark {
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

/** Every revision of a person that can be read, oldest first within each entry, and those that cannot be. */
export async function listEvidenceRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: EvidenceRevision[]; unreadable: UnreadableEvidence[] }> {
  const { revisions, unreadable } = await evidence.listRevisions(tx, personId)
  return { revisions, unreadable: unreadable.map(unreadableEntry) }
}

/**
 * Saves an entry as a new revision. The last argument is the revision it changes, null where there is none (or a
 * withdrawn one). Saving the same revision id again succeeds.
 */
export const saveEvidence = evidence.save

/** Takes an entry back: a revision without words. Taking back twice is done once. */
export function saveEvidenceWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveEvidenceFailure>> {
  const { id, revisionId, withdrawnAt } = withdrawal
  return evidence.withdraw(tx, { id, revisionId, open: { writtenAt: withdrawnAt } }, expectedRevisionId)
}

/** Adds a revision that was brought; false where its ids belong to something else. */
export const addBroughtEvidence = evidence.add

function sorted({ items, unreadable }: Listed<Evidence, Open>): ListedEvidence {
  return {
    entries: items.sort(newestFirst),
    unreadable: unreadable.map(unreadableEntry).sort((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1)),
  }
}

function unreadableEntry({ id, revisionId, open, why }: UnreadableRow<Open>): UnreadableEvidence {
  return { id, revisionId, happenedOn: open.happenedOn, why }
}
