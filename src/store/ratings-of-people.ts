// What was said about everybody of whom the viewer has ratings, as a fit of all of them reads it.

import { assessmentRules } from '../core/access/assessment.ts'
import { ratingRules } from '../core/access/rating.ts'
import type { RatedLevel } from '../core/measurement/measure-person.ts'
import type { RatedPerson } from '../core/measurement/people-columns.ts'
import { allowedBy, ratedRow } from './access.ts'
import { listRaters } from './ratings-about.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** About how many people there is an assessment against this framework version that the viewer may see. */
export async function countRatedPeople(tx: ViewerTransaction, frameworkDigest: string): Promise<number> {
  const { people } = await tx.db
    .selectFrom('assessment')
    .select((of) => of.fn.count<number>('subject_id').distinct().as('people'))
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where('framework_digest', '=', frameworkDigest)
    .executeTakeFirstOrThrow()
  return Number(people)
}

/**
 * Every current rating with a level, by whom it is about. Only what measuring needs: with hundreds of people there are
 * a hundred thousand of them.
 */
export async function listRatingsOfPeople(
  tx: ViewerTransaction,
  frameworkDigest: string,
): Promise<RatedPerson[]> {
  const assessments = await tx.db
    .selectFrom('assessment')
    .select(['id', 'subject_id', 'rater_kind'])
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where('framework_digest', '=', frameworkDigest)
    .execute()
  const known = new Map(assessments.map((one) => [one.id, one]))
  const raters = await listRaters(tx, [...known.keys()])
  const people = new Map<string, RatedLevel[]>()
  for (const { assessment_id, skill, level, approaching, rated_at, confidence } of await listTails(
    tx,
    frameworkDigest,
  )) {
    const assessment = known.get(assessment_id)
    if (assessment === undefined) continue
    const { subject_id, rater_kind: kind } = assessment
    const said = { skill, level, approaching, ratedAt: rated_at, confidence }
    const rater = { id: raters.get(assessment_id)?.id ?? assessment_id, kind }
    const ratings = people.get(subject_id) ?? []
    people.set(subject_id, ratings)
    ratings.push(kind === 'self' ? said : { ...said, rater })
  }
  return [...people].map(([id, ratings]) => ({ id, ratings }))
}

async function listTails(tx: ViewerTransaction, frameworkDigest: string) {
  const tails = tx.db
    .selectFrom('rating_revision')
    .select(['assessment_id', 'skill', 'level', 'approaching', 'rated_at', 'confidence', 'withdrawn'])
    .distinctOn(['org_id', 'assessment_id', 'skill'])
    .where(allowedBy(ratingRules.see, tx.viewer, ratedRow))
    .where('assessment_id', 'in', (of) =>
      of
        .selectFrom('assessment')
        .select('id')
        .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
        .where('framework_digest', '=', frameworkDigest),
    )
    .orderBy('org_id', 'desc')
    .orderBy('assessment_id', 'desc')
    .orderBy('skill', 'desc')
    .orderBy('version', 'desc')
  return tx.db
    .selectFrom(tails.as('tail'))
    .select(['assessment_id', 'skill', 'level', 'approaching', 'rated_at', 'confidence'])
    .where('withdrawn', '=', false)
    .where('level', 'is not', null)
    .execute()
}
