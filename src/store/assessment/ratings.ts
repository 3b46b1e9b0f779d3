// Ratings: the versioned object. A change adds a revision; nothing that was said is ever overwritten.

import type { Selectable } from 'kysely'
import { ratingRules } from '../../core/access/rating.ts'
import type { Rule } from '../../core/access/rule.ts'
import type { Rating, RatingContent } from '../../core/assessment/assessment.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ratedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { AssessmentTable, RatingRevisionTable } from './assessment-tables.ts'

export type SaveRatingFailure =
  /** No such assessment that the viewer may change. */
  | { kind: 'not-found' }
  /** The assessment is closed, and so is every rating in it. */
  | { kind: 'closed' }
  /** Somebody, perhaps this person in another window, saved first; `current` is what they saved. */
  | { kind: 'stale'; current: Rating | null }
  /** That revision id was already used for something else. */
  | { kind: 'revision-taken' }

/** One line of a rating's history. */
export interface RatingRevision extends Rating {
  withdrawn: boolean
  replaces: string | null
}

/** The current rating of one skill; null when there is none, or when it was withdrawn. */
export async function findRating(
  tx: ViewerTransaction,
  assessmentId: string,
  skill: string,
): Promise<Rating | null> {
  const tail = await findTail(tx, assessmentId, skill)
  return tail === null || tail.withdrawn ? null : asRating(tail)
}

/** The current ratings of these assessments, in the order of skill ids. */
export async function listRatings(
  tx: ViewerTransaction,
  assessmentIds: string[],
  rule: Rule = ratingRules.see,
): Promise<Rating[]> {
  if (assessmentIds.length === 0) return []
  // Not through the view, whose order has the whole history sorted first: this one is the index, read backwards.
  const tails = tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .distinctOn(['org_id', 'assessment_id', 'skill'])
    .where(allowedBy(rule, tx.viewer, ratedRow))
    .where('assessment_id', 'in', assessmentIds)
    .orderBy('org_id', 'desc')
    .orderBy('assessment_id', 'desc')
    .orderBy('skill', 'desc')
    .orderBy('version', 'desc')
  const rows = await tx.db
    .selectFrom(tails.as('tail'))
    .selectAll()
    .where('withdrawn', '=', false)
    .orderBy('assessment_id')
    .orderBy('skill')
    .execute()
  return rows.map(asRating)
}

/** Every revision in an assessment, or of one skill in it, oldest first. */
export async function listRatingRevisions(
  tx: ViewerTransaction,
  assessmentId: string,
  skill?: string,
): Promise<RatingRevision[]> {
  let query = tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .where(allowedBy(ratingRules.see, tx.viewer, ratedRow))
    .where('assessment_id', '=', assessmentId)
  if (skill !== undefined) query = query.where('skill', '=', skill)
  const rows = await query.orderBy('skill').orderBy('version').execute()
  return rows.map((row) => ({ ...asRating(row), withdrawn: row.withdrawn, replaces: row.replaces }))
}

/** A rating that nobody else can change before the commit, and the row of its assessment. */
export interface HeldRating {
  assessment: Selectable<AssessmentTable>
  /** The newest revision, withdrawn or not. */
  tail: Row | null
  current: Rating | null
}

/**
 * Holds the assessment's row until the commit: writers of one assessment take turns, and closing waits for them. Null
 * where there is no such assessment that the viewer may change.
 */
export async function findRatingToChange(
  tx: ViewerTransaction,
  { assessmentId, skill }: { assessmentId: string; skill: string },
): Promise<HeldRating | null> {
  const assessment = await findHeldAssessment(tx, assessmentId)
  if (assessment === null) return null
  // Read after the assessment's row is held, so that it is what the last writer left.
  const tail = await findTail(tx, assessmentId, skill)
  return { assessment, tail, current: tail === null || tail.withdrawn ? null : asRating(tail) }
}

/**
 * Saves a rating as a new revision. `expectedRevisionId` is the one it replaces, null where there is none (or a
 * withdrawn one). `held` is what `findRatingToChange` found in this transaction, where it was asked already. Saving the same revision id again succeeds, so that a lost answer can be asked for again.
 */
export async function saveRating(
  tx: ViewerTransaction,
  rating: Omit<Rating, 'version'>,
  expectedRevisionId: string | null,
  held?: HeldRating,
): Promise<Result<Rating, SaveRatingFailure>> {
  const next = { rating, withdrawn: false, expected: expectedRevisionId }
  const saved = await saveRevision(tx, next, held)
  return saved.ok ? succeed(asRating(saved.value)) : saved
}

/** Takes a rating back: a revision that says so. Null once done; taking back twice is done once. */
export async function saveRatingWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { assessmentId: string; skill: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveRatingFailure>> {
  const { assessmentId, skill, revisionId, withdrawnAt } = withdrawal
  const tail = await findTail(tx, assessmentId, skill)
  if (tail?.withdrawn === true && tail.replaces === expectedRevisionId) return succeed(null)
  const rating = { ...nothingSaid(assessmentId, skill, withdrawnAt), revisionId }
  const saved = await saveRevision(tx, { rating, withdrawn: true, expected: expectedRevisionId })
  return saved.ok ? succeed(null) : saved
}

const nothing: RatingContent = {
  level: null,
  reason: null,
  approaching: false,
  behaviours: [],
  confidence: null,
  observedOn: null,
  note: '',
}

/** The row of an assessment that the viewer may change, held until the commit; null where there is none. */
export async function findHeldAssessment(
  tx: ViewerTransaction,
  id: string,
): Promise<Selectable<AssessmentTable> | null> {
  const row = await tx.db
    .selectFrom('assessment')
    .selectAll()
    .where(allowedBy(ratingRules.change, tx.viewer, ratedRow))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** What a withdrawal says: nothing any more. */
export function nothingSaid(assessmentId: string, skill: string, ratedAt: string) {
  return { ...nothing, assessmentId, skill, ratedAt }
}

type Row = Selectable<RatingRevisionTable>

interface Next {
  rating: Omit<Rating, 'version'>
  withdrawn: boolean
  expected: string | null
}

async function saveRevision(
  tx: ViewerTransaction,
  next: Next,
  known?: HeldRating,
): Promise<Result<Row, SaveRatingFailure>> {
  const { rating, withdrawn, expected } = next
  const held = known ?? (await findRatingToChange(tx, rating))
  if (held === null) return refusal(tx, next, { kind: 'not-found' })
  const { assessment, tail, current } = held
  if (assessment.closed_at !== null) return refusal(tx, next, { kind: 'closed' })
  if ((current?.revisionId ?? null) !== expected) return refusal(tx, next, { kind: 'stale', current })
  const added = await tx.db
    .insertInto('rating_revision')
    .values(rowOf(tx, { rating, withdrawn, assessment, tail }))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (added === undefined) return refusal(tx, next, { kind: 'revision-taken' })
  await saveActivity(tx, rating.assessmentId, rating.ratedAt)
  const action = withdrawn ? 'withdraw' : current === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'rating', objectId: rating.assessmentId, revisionId: rating.revisionId })
  return succeed(added)
}

/** A revision as the table has it. */
export function rowOf(
  tx: ViewerTransaction,
  next: Pick<Next, 'rating' | 'withdrawn'> & Pick<HeldRating, 'assessment' | 'tail'>,
) {
  const { rating, withdrawn, assessment, tail } = next
  return {
    org_id: tx.viewer.orgId,
    revision_id: rating.revisionId,
    assessment_id: rating.assessmentId,
    owner_id: assessment.owner_id,
    subject_id: assessment.subject_id,
    skill: rating.skill,
    version: (tail?.version ?? 0) + 1,
    replaces: tail?.revision_id ?? null,
    withdrawn,
    level: rating.level,
    reason: rating.reason,
    approaching: rating.approaching,
    behaviours: JSON.stringify(rating.behaviours),
    confidence: rating.confidence,
    observed_on: rating.observedOn,
    note: rating.note,
    rated_at: rating.ratedAt,
    carried_from: rating.carriedFrom ?? null,
  }
}

// Nothing can be added. But this very write may have been saved before, and asking for it again succeeds.
async function refusal(
  tx: ViewerTransaction,
  next: Next,
  failure: SaveRatingFailure,
): Promise<Result<Row, SaveRatingFailure>> {
  const known = await findRevision(tx, next.rating.revisionId)
  if (known === null) return fail(failure)
  return isSameWrite(known, next) ? succeed(known) : fail({ kind: 'revision-taken' })
}

async function saveActivity(tx: ViewerTransaction, assessmentId: string, at: string): Promise<void> {
  await tx.db
    .updateTable('assessment')
    .set({ last_activity_at: at })
    .where('org_id', '=', tx.viewer.orgId)
    .where('id', '=', assessmentId)
    .where('last_activity_at', '<', at)
    .execute()
}

// Not through the view: the newest of one skill is one step down the index, which the view's plan does not see.
async function findTail(tx: ViewerTransaction, assessmentId: string, skill: string): Promise<Row | null> {
  const row = await tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .where(allowedBy(ratingRules.see, tx.viewer, ratedRow))
    .where('assessment_id', '=', assessmentId)
    .where('skill', '=', skill)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

async function findRevision(tx: ViewerTransaction, revisionId: string): Promise<Row | null> {
  const row = await tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .where(allowedBy(ratingRules.see, tx.viewer, ratedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
  return row ?? null
}

// The same id with other words is another write, and must not be taken for a success.
function isSameWrite(known: Row, { rating, withdrawn }: Next): boolean {
  return (
    known.assessment_id === rating.assessmentId &&
    known.skill === rating.skill &&
    known.withdrawn === withdrawn &&
    known.level === rating.level &&
    known.reason === rating.reason &&
    known.approaching === rating.approaching &&
    known.confidence === rating.confidence &&
    known.observed_on === rating.observedOn &&
    known.note === rating.note &&
    known.carried_from === (rating.carriedFrom ?? null) &&
    known.behaviours.join('\n') === rating.behaviours.join('\n')
  )
}

export function asRating(row: Row): Rating {
  return {
    assessmentId: row.assessment_id,
    skill: row.skill,
    revisionId: row.revision_id,
    version: row.version,
    ratedAt: row.rated_at,
    level: row.level,
    reason: row.reason,
    approaching: row.approaching,
    behaviours: row.behaviours,
    confidence: row.confidence,
    observedOn: row.observed_on,
    note: row.note,
    ...(row.carried_from === null ? {} : { carriedFrom: row.carried_from }),
  }
}
