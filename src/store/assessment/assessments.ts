// Assessments: one rater's look at one person, pinned to the framework version it was made against.

import { sql } from 'kysely'
import { assessmentRules } from '../../core/access/assessment.ts'
import { owner } from '../../core/access/rule.ts'
import type { Assessment, RaterKind, Rating } from '../../core/assessment/assessment.ts'
import { IDLE_DAYS } from '../../core/assessment/close-assessment.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ratedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { AssessmentTable } from './assessment-tables.ts'
import { findRatingToChange, type HeldRating, listRatings } from './ratings.ts'
import { listRaters } from './ratings-about.ts'

export type CloseFailure = { kind: 'not-found' }

/** The assessment with its current ratings; null where there is none that the viewer may see. */
export async function findAssessment(tx: ViewerTransaction, id: string): Promise<Assessment | null> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return asAssessment(row, await listRatings(tx, [id]))
}

/**
 * The assessment with the rating of one skill, held for the change of that rating that follows in this transaction;
 * null where there is none that the viewer may change.
 */
export async function findAssessmentToRate(
  tx: ViewerTransaction,
  rating: { assessmentId: string; skill: string },
): Promise<{ assessment: Assessment; held: HeldRating } | null> {
  const held = await findRatingToChange(tx, rating)
  if (held === null) return null
  return { assessment: asAssessment(held.assessment, held.current === null ? [] : [held.current]), held }
}

/**
 * All self-assessments of a person that the viewer may see, newest first, each with its current ratings. Those that a
 * round asked for are not among them: they are answered on a page of their own.
 */
export async function listAssessments(tx: ViewerTransaction, subjectId: string): Promise<Assessment[]> {
  const rows = await seen(tx)
    .where('subject_id', '=', subjectId)
    .where('rater_kind', '=', 'self')
    .whereRef('owner_id', '=', 'subject_id')
    .where('purpose', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
  return withRatings(tx, rows)
}

/**
 * Everything that the viewer wrote down of others, oldest first, each with its current ratings. What they were asked for
 * is not among it.
 */
export async function listNotedAssessments(tx: ViewerTransaction): Promise<Assessment[]> {
  const rows = await ownedBy(tx)
    .where('purpose', 'is', null)
    .where((row) => row.or([row('rater_kind', '<>', 'self'), row('owner_id', '<>', row.ref('subject_id'))]))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return withRatings(tx, rows)
}

/** What was asked for and the viewer may read: their own answers, and what others gave about them. Oldest first. */
export async function listSeenAsked(tx: ViewerTransaction): Promise<Assessment[]> {
  const rows = await seen(tx).where('purpose', 'is not', null).orderBy('opened_at').orderBy('id').execute()
  return withRatings(tx, rows)
}

async function withRatings(tx: ViewerTransaction, rows: AssessmentRow[]): Promise<Assessment[]> {
  const ratings = await listRatings(
    tx,
    rows.map((row) => row.id),
  )
  const own = groupedBy(ratings, (rating) => rating.assessmentId)
  return rows.map((row) => asAssessment(row, own.get(row.id) ?? []))
}

/**
 * Opens an assessment of the viewer's: of themselves, or of what somebody said. `raterId` says who; null where nobody
 * knows. It is the viewer unless told. Saving the same id again gives back what is there.
 */
export async function saveAssessment(
  tx: ViewerTransaction,
  assessment: Omit<Assessment, 'ratings'>,
  raterId: string | null = tx.viewer.personId,
): Promise<Assessment> {
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor cannot open an assessment.')
  if ((assessment.ownerId ?? assessment.subjectId) !== personId)
    throw new Error('An assessment belongs to whoever saves it.')
  const added = await tx.db
    .insertInto('assessment')
    .values({
      org_id: orgId,
      id: assessment.id,
      owner_id: personId,
      subject_id: assessment.subjectId,
      rater_kind: assessment.raterKind,
      framework_digest: assessment.frameworkDigest,
      role: assessment.role,
      opened_at: assessment.openedAt,
      last_activity_at: assessment.lastActivityAt,
      closed_at: assessment.closedAt,
      purpose: assessment.purpose ?? null,
      round_id: assessment.roundId ?? null,
      confidential: assessment.confidential ?? false,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 0n) {
    if (raterId !== null) await saveRater(tx, { assessmentId: assessment.id, personId, raterId })
    tx.changes.push({ action: 'add', noun: 'assessment', objectId: assessment.id, revisionId: null })
  }
  const saved = await findAssessment(tx, assessment.id)
  if (saved === null) throw new Error('The id of a new assessment belongs to somebody else.')
  return saved
}

/** Who said what is in an assessment; the viewer themselves needs no name. */
export async function saveRater(
  tx: ViewerTransaction,
  link: { assessmentId: string; personId: string; raterId: string },
): Promise<void> {
  await tx.db
    .insertInto('assessment_rater')
    .values({
      org_id: tx.viewer.orgId,
      assessment_id: link.assessmentId,
      owner_id: link.personId,
      rater_id: link.raterId === link.personId ? null : link.raterId,
    })
    .execute()
}

/** The viewer's record of what one person, as a kind of rater, said about another on one day; null where there is none. */
export async function findNotedAssessment(
  tx: ViewerTransaction,
  wanted: Pick<Assessment, 'subjectId' | 'frameworkDigest' | 'openedAt'>,
  raterId: string | null,
  raterKind?: RaterKind,
): Promise<Assessment | null> {
  let query = ownedBy(tx)
    .where('purpose', 'is', null)
    .where('subject_id', '=', wanted.subjectId)
    .where('framework_digest', '=', wanted.frameworkDigest)
    .where('opened_at', '=', wanted.openedAt)
  if (raterKind !== undefined) query = query.where('rater_kind', '=', raterKind)
  const rows = await query.orderBy('id').execute()
  const raters = await listRaters(
    tx,
    rows.map((row) => row.id),
  )
  const row = rows.find((one) => (raters.get(one.id)?.id ?? null) === raterId)
  return row === undefined ? null : asAssessment(row, await listRatings(tx, [row.id]))
}

/** Closes it for good; one that is closed stays as it is. Ratings cannot change afterwards. */
export async function saveAssessmentClosed(
  tx: ViewerTransaction,
  id: string,
  closedAt: string,
): Promise<Result<Assessment, CloseFailure>> {
  const changed = await tx.db
    .updateTable('assessment')
    .set({ closed_at: closedAt })
    .where(allowedBy(assessmentRules.close, tx.viewer, ratedRow))
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n)
    tx.changes.push({ action: 'close', noun: 'assessment', objectId: id, revisionId: null })
  const assessment = await findAssessment(tx, id)
  return assessment === null ? fail({ kind: 'not-found' }) : succeed(assessment)
}

/**
 * Closes the viewer's self-assessments in which nothing happened since `idleSince`, as of the day on which they ended
 * by themselves. What was noted of others stays open, and so does what somebody asked for.
 */
export async function saveIdleAssessmentsClosed(tx: ViewerTransaction, idleSince: string): Promise<string[]> {
  const closed = await tx.db
    .updateTable('assessment')
    .set({ closed_at: sql`last_activity_at + make_interval(hours => ${IDLE_DAYS * 24})` })
    .where(allowedBy(assessmentRules.close, tx.viewer, ratedRow))
    .where('closed_at', 'is', null)
    .where('rater_kind', '=', 'self')
    .whereRef('owner_id', '=', 'subject_id')
    .where('purpose', 'is', null)
    .where('last_activity_at', '<', idleSince)
    .returning('id')
    .execute()
  for (const { id } of closed)
    tx.changes.push({ action: 'close', noun: 'assessment', objectId: id, revisionId: null })
  return closed.map((row) => row.id)
}

/** What the viewer keeps themselves, and not what others gave them. */
function ownedBy(tx: ViewerTransaction) {
  return seen(tx).where(allowedBy(owner, tx.viewer, ratedRow))
}

function seen(tx: ViewerTransaction) {
  return tx.db
    .selectFrom('assessment')
    .selectAll()
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
}

type AssessmentRow = { [Column in keyof AssessmentTable]: unknown } & Pick<
  AssessmentTable,
  | 'id'
  | 'owner_id'
  | 'subject_id'
  | 'rater_kind'
  | 'framework_digest'
  | 'role'
  | 'opened_at'
  | 'last_activity_at'
  | 'closed_at'
> & {
    purpose: Assessment['purpose'] | null
    round_id: string | null
    confidential: boolean
    released_at: string | null
    written_down: boolean
  }

export function asAssessment(row: AssessmentRow, ratings: Rating[]): Assessment {
  return {
    id: row.id,
    subjectId: row.subject_id,
    ...(row.owner_id === row.subject_id ? {} : { ownerId: row.owner_id }),
    raterKind: row.rater_kind,
    frameworkDigest: row.framework_digest,
    role: row.role,
    openedAt: row.opened_at,
    lastActivityAt: row.last_activity_at,
    closedAt: row.closed_at,
    ...(row.purpose ? { purpose: row.purpose } : {}),
    ...(row.round_id === null ? {} : { roundId: row.round_id }),
    ...(row.confidential ? { confidential: true } : {}),
    ...(row.released_at === null ? {} : { releasedAt: row.released_at }),
    ...(row.written_down ? { writtenDown: true } : {}),
    ratings,
  }
}
