// Feedback: what somebody was told. A change adds a revision; the words are sealed.

import type { Selectable } from 'kysely'
import { feedbackRules } from '../core/access/feedback.ts'
import {
  type Feedback,
  type FeedbackContent,
  type FeedbackRevision,
  NOTHING_TOLD,
  newestToldFirst,
  type UnreadableFeedback,
} from '../core/feedback/feedback.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import { allowedBy, ownedRow } from './access.ts'
import { type ReadText, type SealText, textReader, textSealer } from './private-text.ts'
import type { FeedbackRevisionTable } from './tables.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

export type SaveFeedbackFailure =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now, null where nothing can be read. */
  | { kind: 'stale'; current: Feedback | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/** What can be read, and what cannot. */
export interface ListedFeedback {
  /** The newest day first, and of one day what was written last. */
  records: Feedback[]
  unreadable: UnreadableFeedback[]
}

type Row = Selectable<FeedbackRevisionTable>
/** The part of a record that is sealed. */
type Sealed = Omit<FeedbackContent, 'saidOn'> & Pick<Feedback, 'counted'>

const TABLE = 'feedback_revision'

/** All current records of a person; what was taken back is left out. */
export async function listFeedback(tx: ViewerTransaction, personId: string): Promise<ListedFeedback> {
  const rows = await tx.db
    .selectFrom('current_feedback')
    .selectAll()
    .where(allowedBy(feedbackRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('withdrawn', '=', false)
    .execute()
  const read = await textReader(tx)
  const found = rows.map((row) => readRow(row, read))
  return {
    records: found.flatMap((one) => (one.ok ? [one.value] : [])).sort(newestToldFirst),
    unreadable: found
      .flatMap((one) => (one.ok ? [] : [one.failure]))
      .sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1)),
  }
}

/** One current record; null where there is none, or where it cannot be read. */
export async function findFeedback(tx: ViewerTransaction, id: string): Promise<Feedback | null> {
  const row = await findTail(tx, id)
  if (row === undefined || row.withdrawn) return null
  const read = readRow(row, await textReader(tx))
  return read.ok ? read.value : null
}

/** Every revision of a person that can be read, oldest first within each record, and those that cannot be. */
export async function listFeedbackRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: FeedbackRevision[]; unreadable: UnreadableFeedback[] }> {
  const rows = await tx.db
    .selectFrom('feedback_revision')
    .selectAll()
    .where(allowedBy(feedbackRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('id')
    .orderBy('version')
    .execute()
  const read = await textReader(tx)
  const revisions: FeedbackRevision[] = []
  const unreadable: UnreadableFeedback[] = []
  for (const row of rows) {
    const record = readRow(row, read)
    if (record.ok) revisions.push({ ...record.value, withdrawn: row.withdrawn, replaces: row.replaces })
    else unreadable.push(record.failure)
  }
  return { revisions, unreadable }
}

/** Whether a revision id is in use already: a retry, or a mistake. */
export async function isFeedbackRevision(tx: ViewerTransaction, revisionId: string): Promise<boolean> {
  return (await findRevision(tx, revisionId)) !== undefined
}

/**
 * Saves a record as a new revision. `expectedRevisionId` is the one it changes, null where there is none (or a
 * withdrawn one). Saving the same revision id again succeeds.
 */
export async function saveFeedback(
  tx: ViewerTransaction,
  record: Omit<Feedback, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<Feedback, SaveFeedbackFailure>> {
  return saveRevision(tx, { record, withdrawn: false, expected: expectedRevisionId })
}

/** Takes a record back: a revision without words. Taking back twice is done once. */
export async function saveFeedbackWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveFeedbackFailure>> {
  const tail = await findTail(tx, withdrawal.id)
  if (tail?.withdrawn === true && tail.replaces === expectedRevisionId) return succeed(null)
  if (tail === undefined || tail.withdrawn) return fail({ kind: 'stale', current: null })
  const record = {
    ...NOTHING_TOLD,
    id: tail.id,
    revisionId: withdrawal.revisionId,
    frameworkDigest: tail.framework_digest,
    saidOn: tail.said_on,
    recordedAt: withdrawal.withdrawnAt,
  }
  const saved = await saveRevision(tx, { record, withdrawn: true, expected: expectedRevisionId })
  return saved.ok ? succeed(null) : saved
}

interface Next {
  record: Omit<Feedback, 'version'>
  withdrawn: boolean
  expected: string | null
}

async function saveRevision(
  tx: ViewerTransaction,
  next: Next,
): Promise<Result<Feedback, SaveFeedbackFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('Nobody tells a visitor anything here.')
  const { record, withdrawn, expected } = next
  const known = await findRevision(tx, record.revisionId)
  if (known !== undefined) return sameAgain(tx, known, next)
  const tail = await findTail(tx, record.id)
  const holds = tail === undefined || tail.withdrawn ? null : tail.revision_id
  if (holds !== expected) return fail({ kind: 'stale', current: await findFeedback(tx, record.id) })
  const revision: FeedbackRevision = {
    ...record,
    version: (tail?.version ?? 0) + 1,
    withdrawn,
    replaces: tail?.revision_id ?? null,
  }
  const added = await tx.db
    .insertInto('feedback_revision')
    .values(feedbackRow(tx.viewer.orgId, ownerId, revision, await textSealer(tx)))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    const now = await findTail(tx, record.id)
    return (now?.version ?? 0) >= revision.version
      ? fail({ kind: 'stale', current: await findFeedback(tx, record.id) })
      : fail({ kind: 'revision-taken' })
  }
  const action = withdrawn ? 'withdraw' : holds === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'feedback', objectId: record.id, revisionId: record.revisionId })
  const { withdrawn: _, replaces: __, ...saved } = revision
  return succeed(saved)
}

/** A retry after a lost answer: the same words under the same id are saved already. */
async function sameAgain(
  tx: ViewerTransaction,
  known: Row,
  { record, withdrawn }: Next,
): Promise<Result<Feedback, SaveFeedbackFailure>> {
  const read = readRow(known, await textReader(tx))
  const isSame =
    read.ok &&
    known.id === record.id &&
    known.withdrawn === withdrawn &&
    wordsOf(read.value) === wordsOf({ ...record, counted: read.value.counted })
  return isSame ? succeed(read.value) : fail({ kind: 'revision-taken' })
}

function wordsOf(record: FeedbackContent & Pick<Feedback, 'counted'>): string {
  return JSON.stringify([record.saidOn, sealedPart(record)])
}

/** The row of a revision, for saving and for importing. */
export function feedbackRow(orgId: string, ownerId: string, revision: FeedbackRevision, seal: SealText) {
  return {
    org_id: orgId,
    owner_id: ownerId,
    id: revision.id,
    revision_id: revision.revisionId,
    version: revision.version,
    replaces: revision.replaces,
    withdrawn: revision.withdrawn,
    framework_digest: revision.frameworkDigest,
    said_on: revision.saidOn,
    sealed: seal({ table: TABLE, rowId: revision.revisionId }, sealedPart(revision)),
    recorded_at: revision.recordedAt,
  }
}

// Named one by one, so that what is compared and sealed has one order and nothing else in it.
function sealedPart({ text, skills, polarity, judgement, saidBy, counted }: Sealed): Sealed {
  const rating =
    counted === null
      ? null
      : { assessmentId: counted.assessmentId, revisionId: counted.revisionId, level: counted.level }
  return { text, skills: [...skills], polarity, judgement, saidBy, counted: rating }
}

function readRow(row: Row, read: ReadText): Result<Feedback, UnreadableFeedback> {
  const { id, revision_id: revisionId, said_on: saidOn } = row
  const words = read<Sealed>({ table: TABLE, rowId: revisionId }, row.sealed)
  if (!words.ok) return fail({ id, revisionId, saidOn, why: words.failure })
  return succeed({
    ...words.value,
    id,
    revisionId,
    saidOn,
    version: row.version,
    frameworkDigest: row.framework_digest,
    recordedAt: row.recorded_at,
  })
}

function findTail(tx: ViewerTransaction, id: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom('feedback_revision')
    .selectAll()
    .where(allowedBy(feedbackRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function findRevision(tx: ViewerTransaction, revisionId: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom('feedback_revision')
    .selectAll()
    .where(allowedBy(feedbackRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
}
