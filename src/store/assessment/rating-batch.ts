// Many ratings of one assessment in one go, for files that hold thousands.

import { randomUUID } from 'node:crypto'
import { ratingRules } from '../../core/access/rating.ts'
import type { Rating } from '../../core/assessment/assessment.ts'
import type { BroughtRevision } from '../../core/importing/brought-ratings.ts'
import { allowedBy, ratedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { asRating, findHeldAssessment, nothingSaid, rowOf } from './ratings.ts'

export interface SavedBatch {
  /** What was added, with what it replaces. */
  revisions: BroughtRevision[]
  /** Said the same already, or said something later. */
  kept: number
}

/**
 * Saves ratings of one open assessment, each of another skill. One that says what is there already adds nothing, and
 * one that is older than what is there stays away. Throws where the viewer has no such assessment, or it is closed.
 */
export async function saveRatingBatch(
  tx: ViewerTransaction,
  assessmentId: string,
  ratings: Omit<Rating, 'version'>[],
): Promise<SavedBatch> {
  const assessment = await findOpenToChange(tx, assessmentId)
  if (assessment === null) throw new Error('Ratings were brought into an assessment that is not open.')
  const tails = await tx.db
    .selectFrom('current_rating')
    .selectAll()
    .where(allowedBy(ratingRules.change, tx.viewer, ratedRow))
    .where('assessment_id', '=', assessmentId)
    .execute()
  const bySkill = new Map(tails.map((tail) => [tail.skill, tail]))
  const fresh = ratings.filter((rating) => {
    const there = bySkill.get(rating.skill)
    if (there === undefined || there.withdrawn) return true
    const isSame = there.level === rating.level && there.approaching === rating.approaching
    return !isSame && there.rated_at <= rating.ratedAt
  })
  const rows = fresh.map((rating) =>
    rowOf(tx, { rating, withdrawn: false, assessment, tail: bySkill.get(rating.skill) ?? null }),
  )
  if (rows.length > 0) await tx.db.insertInto('rating_revision').values(rows).execute()
  const revisions = fresh.map(({ skill, revisionId }) => {
    const there = bySkill.get(skill)
    const replaces = there === undefined || there.withdrawn ? null : there.revision_id
    const action = replaces === null ? 'add' : 'change'
    tx.changes.push({ action, noun: 'rating', objectId: assessmentId, revisionId })
    return { assessmentId, skill, revisionId, replaces }
  })
  return { revisions, kept: ratings.length - fresh.length }
}

/**
 * Takes a batch back: a rating that nobody changed since is withdrawn, or says again what it said before. How many that
 * were; none where the assessment is gone or closed.
 */
export async function saveBatchTakenBack(
  tx: ViewerTransaction,
  assessmentId: string,
  added: readonly BroughtRevision[],
): Promise<number> {
  const assessment = await findOpenToChange(tx, assessmentId)
  if (assessment === null) return 0
  const history = await tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .where(allowedBy(ratingRules.change, tx.viewer, ratedRow))
    .where('assessment_id', '=', assessmentId)
    .orderBy('version')
    .execute()
  const tails = new Map(history.map((row) => [row.skill, row]))
  const rows = added.flatMap(({ skill, revisionId, replaces }) => {
    const tail = tails.get(skill)
    if (tail?.revision_id !== revisionId) return []
    const before = history.find((row) => row.revision_id === replaces)
    const said = before === undefined ? nothingSaid(assessmentId, skill, tx.now) : asRating(before)
    const rating = { ...said, revisionId: randomUUID() }
    const withdrawn = before === undefined
    const action = withdrawn ? 'withdraw' : 'change'
    tx.changes.push({ action, noun: 'rating', objectId: assessmentId, revisionId: rating.revisionId })
    return [rowOf(tx, { rating, withdrawn, assessment, tail })]
  })
  if (rows.length > 0) await tx.db.insertInto('rating_revision').values(rows).execute()
  return rows.length
}

/** Held until the commit; null where the viewer has none that is open. */
async function findOpenToChange(tx: ViewerTransaction, assessmentId: string) {
  const assessment = await findHeldAssessment(tx, assessmentId)
  return assessment === null || assessment.closed_at !== null ? null : assessment
}
