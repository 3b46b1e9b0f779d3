// Check-ins of weeks. A correction adds a revision; what was said is sealed with the person's key.
// One for each week and of no framework, which sealed-revisions.ts cannot be: it knows things by an id of their own.

import type { Selectable } from 'kysely'
import { checkInRules } from '../../core/access/check-in.ts'
import {
  type CheckIn,
  type CheckInContent,
  type CheckInRevision,
  NOTHING_SAID,
  type UnreadableCheckIn,
} from '../../core/check-in/check-in.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { CheckInRevisionTable } from '../private-text/private-tables.ts'
import { type ReadText, type SealText, textReader, textSealer } from '../private-text/private-text.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveCheckInFailure =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now, null where nothing can be read. */
  | { kind: 'stale'; current: CheckIn | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

type Row = Selectable<CheckInRevisionTable>

const TABLE = 'check_in_revision'

/** Current check-ins, the latest week first, and weeks that cannot be read; what was taken back is left out. */
export async function listCheckIns(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ checkIns: CheckIn[]; unreadable: UnreadableCheckIn[] }> {
  const rows = await tx.db
    .selectFrom('current_check_in')
    .selectAll()
    .where(allowedBy(checkInRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('withdrawn', '=', false)
    .orderBy('week', 'desc')
    .execute()
  const { read, unreadable } = sortOut(rows, await textReader(tx))
  return { checkIns: read.map(({ checkIn }) => checkIn), unreadable }
}

/** Every revision of a person that can be read, oldest first within each week, and those that cannot be. */
export async function listCheckInRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: CheckInRevision[]; unreadable: UnreadableCheckIn[] }> {
  const rows = await tx.db
    .selectFrom(TABLE)
    .selectAll()
    .where(allowedBy(checkInRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('week')
    .orderBy('version')
    .execute()
  const { read, unreadable } = sortOut(rows, await textReader(tx))
  const revisions = read.map(({ row, checkIn }) => ({
    ...checkIn,
    withdrawn: row.withdrawn,
    replaces: row.replaces,
  }))
  return { revisions, unreadable }
}

/**
 * Saves a check-in as a new revision of its week. `expectedRevisionId` is the one it corrects, null where there is none
 * (or a withdrawn one). Saving the same revision id again succeeds.
 */
export async function saveCheckIn(
  tx: ViewerTransaction,
  checkIn: Omit<CheckIn, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<CheckIn, SaveCheckInFailure>> {
  return saveRevision(tx, { checkIn, withdrawn: false, expected: expectedRevisionId })
}

/** Takes a check-in back: a revision without words. Taking back twice is done once. */
export async function saveCheckInWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { week: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveCheckInFailure>> {
  const { week, revisionId, withdrawnAt } = withdrawal
  const tail = await findTail(tx, week)
  if (tail?.withdrawn === true && tail.replaces === expectedRevisionId) return succeed(null)
  if (tail === undefined || tail.withdrawn) return fail({ kind: 'stale', current: null })
  const checkIn = { ...NOTHING_SAID, week, revisionId, checkedInAt: withdrawnAt }
  const saved = await saveRevision(tx, { checkIn, withdrawn: true, expected: expectedRevisionId })
  return saved.ok ? succeed(null) : saved
}

interface Next {
  checkIn: Omit<CheckIn, 'version'>
  withdrawn: boolean
  expected: string | null
}

async function saveRevision(tx: ViewerTransaction, next: Next): Promise<Result<CheckIn, SaveCheckInFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor has no weeks here.')
  const { checkIn, withdrawn, expected } = next
  const known = await findRevision(tx, checkIn.revisionId)
  if (known !== undefined) return sameAgain(tx, known, next)
  const tail = await findTail(tx, checkIn.week)
  const holds = tail === undefined || tail.withdrawn ? null : tail.revision_id
  if (holds !== expected) return fail({ kind: 'stale', current: await findCurrent(tx, checkIn.week) })
  const revision: CheckInRevision = {
    ...checkIn,
    version: (tail?.version ?? 0) + 1,
    withdrawn,
    replaces: tail?.revision_id ?? null,
  }
  const added = await tx.db
    .insertInto(TABLE)
    .values(checkInRow(tx.viewer.orgId, ownerId, revision, await textSealer(tx)))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    const now = await findTail(tx, checkIn.week)
    return (now?.version ?? 0) >= revision.version
      ? fail({ kind: 'stale', current: await findCurrent(tx, checkIn.week) })
      : fail({ kind: 'revision-taken' })
  }
  const action = withdrawn ? 'withdraw' : holds === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'check-in', objectId: ownerId, revisionId: checkIn.revisionId })
  const { withdrawn: _, replaces: __, ...saved } = revision
  return succeed(saved)
}

/** A retry after a lost answer: the same words under the same id are saved already. */
async function sameAgain(
  tx: ViewerTransaction,
  known: Row,
  { checkIn, withdrawn }: Next,
): Promise<Result<CheckIn, SaveCheckInFailure>> {
  const read = readRow(known, await textReader(tx))
  const isSame =
    read.ok &&
    known.week === checkIn.week &&
    known.withdrawn === withdrawn &&
    JSON.stringify(sealedPart(read.value)) === JSON.stringify(sealedPart(checkIn))
  return isSame ? succeed(read.value) : fail({ kind: 'revision-taken' })
}

/** The row of a revision, for saving and for importing. */
export function checkInRow(orgId: string, ownerId: string, revision: CheckInRevision, seal: SealText) {
  return {
    org_id: orgId,
    owner_id: ownerId,
    revision_id: revision.revisionId,
    week: revision.week,
    version: revision.version,
    replaces: revision.replaces,
    withdrawn: revision.withdrawn,
    sealed: seal({ table: TABLE, rowId: revision.revisionId }, sealedPart(revision)),
    checked_in_at: revision.checkedInAt,
  }
}

// Named one by one, so that what is compared and sealed has one order and nothing else in it.
function sealedPart({ inTheWay, ownAnswers }: CheckInContent): CheckInContent {
  return {
    inTheWay,
    ownAnswers: ownAnswers && { load: ownAnswers.load, energy: ownAnswers.energy },
  }
}

function readRow(row: Row, read: ReadText): Result<CheckIn, UnreadableCheckIn> {
  const { week, revision_id: revisionId, version, checked_in_at: checkedInAt } = row
  const words = read<CheckInContent>({ table: TABLE, rowId: revisionId }, row.sealed)
  if (!words.ok) return fail({ week, revisionId, why: words.failure })
  return succeed({ ...words.value, week, revisionId, version, checkedInAt })
}

function sortOut(rows: readonly Row[], read: ReadText) {
  const all = rows.map((row) => ({ row, outcome: readRow(row, read) }))
  return {
    read: all.flatMap(({ row, outcome }) => (outcome.ok ? [{ row, checkIn: outcome.value }] : [])),
    unreadable: all.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.failure])),
  }
}

async function findCurrent(tx: ViewerTransaction, week: string): Promise<CheckIn | null> {
  const row = await findTail(tx, week)
  if (row === undefined || row.withdrawn) return null
  const read = readRow(row, await textReader(tx))
  return read.ok ? read.value : null
}

function findTail(tx: ViewerTransaction, week: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom(TABLE)
    .selectAll()
    .where(allowedBy(checkInRules.see, tx.viewer, ownedRow))
    .where('week', '=', week)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function findRevision(tx: ViewerTransaction, revisionId: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom(TABLE)
    .selectAll()
    .where(allowedBy(checkInRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
}
