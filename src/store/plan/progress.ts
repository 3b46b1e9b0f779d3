// What was practised, week by week. A correction adds a revision; nothing that was reported is overwritten.

import type { Selectable } from 'kysely'
import { progressRules } from '../../core/access/progress.ts'
import type { ProgressEntry, ProgressKey, ProgressRevision } from '../../core/progress/progress.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { ProgressRevisionTable } from './growth-tables.ts'

export type SaveProgressFailure =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now. */
  | { kind: 'stale'; current: ProgressEntry | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/** Entries belong to all versions of a framework: the steps of a person who moves to the next version go with them. */
export interface ProgressPlace extends ProgressKey {
  frameworkId: string
}

type Row = Selectable<ProgressRevisionTable>

/** Current entries on a framework, by week and then by skill; what was taken back is left out. */
export async function listProgress(
  tx: ViewerTransaction,
  personId: string,
  frameworkId: string,
): Promise<ProgressEntry[]> {
  const rows = await tx.db
    .selectFrom('current_progress')
    .selectAll()
    .where(allowedBy(progressRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('framework_id', '=', frameworkId)
    .where('withdrawn', '=', false)
    .orderBy('week')
    .orderBy('skill')
    .orderBy('level')
    .execute()
  return rows.map(asEntry)
}

/** Every revision of a person, on all frameworks, oldest first within each entry. */
export async function listProgressRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<(ProgressRevision & { frameworkId: string })[]> {
  const rows = await tx.db
    .selectFrom('progress_revision')
    .selectAll()
    .where(allowedBy(progressRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('framework_id')
    .orderBy('week')
    .orderBy('skill')
    .orderBy('level')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ ...asRevision(row), frameworkId: row.framework_id }))
}

/** The newest revision of one entry, withdrawn or not. */
async function findProgressTail(
  tx: ViewerTransaction,
  place: ProgressPlace,
): Promise<ProgressRevision | null> {
  const row = await tx.db
    .selectFrom('progress_revision')
    .selectAll()
    .where(allowedBy(progressRules.see, tx.viewer, ownedRow))
    .where('framework_id', '=', place.frameworkId)
    .where('week', '=', place.week)
    .where('skill', '=', place.skill)
    .where('level', '=', place.level)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : asRevision(row)
}

/**
 * Saves a report as a new revision. `expectedRevisionId` is the one it corrects, null where there is none (or a
 * withdrawn one). Saving the same revision id again succeeds.
 */
export async function saveProgress(
  tx: ViewerTransaction,
  frameworkId: string,
  entry: Omit<ProgressEntry, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<ProgressEntry, SaveProgressFailure>> {
  return saveRevision(tx, { frameworkId, entry, withdrawn: false, expected: expectedRevisionId })
}

/** Takes a report back: a revision that says so. Taking back twice is done once. */
export async function saveProgressWithdrawn(
  tx: ViewerTransaction,
  place: ProgressPlace,
  withdrawal: { revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveProgressFailure>> {
  const tail = await findProgressTail(tx, place)
  if (tail?.withdrawn === true && tail.replaces === expectedRevisionId) return succeed(null)
  if (tail === null || tail.withdrawn) return fail({ kind: 'stale', current: null })
  const { withdrawn: _, replaces: __, version: ___, ...last } = tail
  const entry = { ...last, hours: 0, practices: [], done: false, note: '' }
  const saved = await saveRevision(tx, {
    frameworkId: place.frameworkId,
    entry: { ...entry, revisionId: withdrawal.revisionId, reportedAt: withdrawal.withdrawnAt },
    withdrawn: true,
    expected: expectedRevisionId,
  })
  return saved.ok ? succeed(null) : saved
}

interface Next {
  frameworkId: string
  entry: Omit<ProgressEntry, 'version'>
  withdrawn: boolean
  expected: string | null
}

async function saveRevision(
  tx: ViewerTransaction,
  next: Next,
): Promise<Result<ProgressEntry, SaveProgressFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor practises nothing here.')
  const { entry, frameworkId, withdrawn, expected } = next
  const known = await findRevision(tx, entry.revisionId)
  if (known !== undefined) {
    return isSameReport(known, next) ? succeed(asEntry(known)) : fail({ kind: 'revision-taken' })
  }
  const place = { ...entry, frameworkId }
  const tail = await findProgressTail(tx, place)
  const current = tail === null || tail.withdrawn ? null : currentOf(tail)
  if ((current?.revisionId ?? null) !== expected) return fail({ kind: 'stale', current })
  const revision: ProgressRevision = {
    ...entry,
    version: (tail?.version ?? 0) + 1,
    withdrawn,
    replaces: tail?.revisionId ?? null,
  }
  const added = await tx.db
    .insertInto('progress_revision')
    .values(progressRow(tx.viewer.orgId, ownerId, frameworkId, revision))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (added === undefined) {
    const now = await findProgressTail(tx, place)
    const isStale = (now?.version ?? 0) >= revision.version
    return fail(isStale ? { kind: 'stale', current: now && currentOf(now) } : { kind: 'revision-taken' })
  }
  const action = withdrawn ? 'withdraw' : current === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'progress', objectId: ownerId, revisionId: entry.revisionId })
  return succeed(asEntry(added))
}

/** The row of a revision, for saving and for importing. */
export function progressRow(orgId: string, ownerId: string, frameworkId: string, revision: ProgressRevision) {
  return {
    org_id: orgId,
    owner_id: ownerId,
    revision_id: revision.revisionId,
    framework_id: frameworkId,
    framework_digest: revision.frameworkDigest,
    week: revision.week,
    skill: revision.skill,
    level: revision.level,
    version: revision.version,
    replaces: revision.replaces,
    withdrawn: revision.withdrawn,
    hours: revision.hours,
    practices: JSON.stringify(revision.practices),
    done: revision.done,
    note: revision.note,
    reported_at: revision.reportedAt,
  }
}

function currentOf({ withdrawn, replaces: _, ...entry }: ProgressRevision): ProgressEntry | null {
  return withdrawn ? null : entry
}

function findRevision(tx: ViewerTransaction, revisionId: string): Promise<Row | undefined> {
  return tx.db
    .selectFrom('progress_revision')
    .selectAll()
    .where(allowedBy(progressRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
}

function isSameReport(known: Row, { entry, frameworkId, withdrawn }: Next): boolean {
  return (
    known.framework_id === frameworkId &&
    known.week === entry.week &&
    known.skill === entry.skill &&
    known.level === entry.level &&
    known.withdrawn === withdrawn &&
    known.hours === entry.hours &&
    known.done === entry.done &&
    known.note === entry.note &&
    known.practices.join('\n') === entry.practices.join('\n')
  )
}

function asRevision(row: Row): ProgressRevision {
  return { ...asEntry(row), withdrawn: row.withdrawn, replaces: row.replaces }
}

function asEntry(row: Row): ProgressEntry {
  return {
    revisionId: row.revision_id,
    version: row.version,
    frameworkDigest: row.framework_digest,
    week: row.week,
    skill: row.skill,
    level: row.level,
    hours: row.hours,
    practices: row.practices,
    done: row.done,
    note: row.note,
    reportedAt: row.reported_at,
  }
}
