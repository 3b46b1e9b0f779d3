// What was said about everybody of whom the viewer has ratings, as a fit of all of them reads it.

import { sql } from 'kysely'
import { assessmentRules } from '../../core/access/assessment.ts'
import { ratingRules } from '../../core/access/rating.ts'
import type { RatingConfidence } from '../../core/assessment/assessment.ts'
import type { RatedLevel } from '../../core/measurement/measure-person.ts'
import type { RatedPerson } from '../../core/measurement/people-columns.ts'
import { allowedBy, ratedRow } from '../access.ts'
import { listObjectedRatings } from '../person/held-answers.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { entersNumbers } from './enters-numbers.ts'
import { listRaters } from './ratings-about.ts'

/** About how many people there is an assessment against this framework version that the viewer may see. */
export async function countRatedPeople(tx: ViewerTransaction, frameworkDigest: string): Promise<number> {
  const { people } = await tx.db
    .selectFrom('assessment')
    .select((of) => of.fn.count<number>('subject_id').distinct().as('people'))
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where(entersNumbers)
    .where('framework_digest', '=', frameworkDigest)
    .executeTakeFirstOrThrow()
  return Number(people)
}

/**
 * Every current rating with a level, by whom it is about; what somebody objects to is left out. Only what measuring needs: with hundreds of people there are
 * a hundred thousand of them.
 */
export async function listRatingsOfPeople(
  tx: ViewerTransaction,
  frameworkDigest: string,
): Promise<RatedPerson[]> {
  const assessments = await tx.db
    .selectFrom('assessment')
    .select(['id', 'subject_id', 'owner_id', 'rater_kind', 'purpose', 'written_down'])
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where(entersNumbers)
    .where('framework_digest', '=', frameworkDigest)
    .execute()
  const known = new Map(assessments.map((one) => [one.id, one]))
  const raters = await listRaters(tx, [...known.keys()])
  const objected = await listObjectedRatings(tx)
  const people = new Map<string, RatedLevel[]>()
  for (const { assessment_id, said } of await listTails(tx, frameworkDigest)) {
    const assessment = known.get(assessment_id)
    if (assessment === undefined) continue
    const { subject_id, rater_kind: kind } = assessment
    const isByOwner = assessment.purpose !== null && !assessment.written_down
    const keeper = isByOwner ? assessment.owner_id : assessment_id
    const rater = kind === 'self' ? null : { id: raters.get(assessment_id)?.id ?? keeper, kind }
    const ratings = people.get(subject_id) ?? []
    people.set(subject_id, ratings)
    for (const [skill, level, approaching, ratedAt, confidence] of said) {
      if (objected.has(`${assessment_id}/${skill}`)) continue
      const rating = { skill, level, approaching, ratedAt, confidence }
      ratings.push(rater === null ? rating : { ...rating, rater })
    }
  }
  return [...people].map(([id, ratings]) => ({ id, ratings }))
}

type Said = [
  skill: string,
  level: number,
  approaching: boolean,
  ratedAt: string,
  confidence: RatingConfidence | null,
]

/** One row for each assessment: a hundred thousand rows would take five times as long to come over. */
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
        .where(entersNumbers)
        .where('framework_digest', '=', frameworkDigest),
    )
    .orderBy('org_id', 'desc')
    .orderBy('assessment_id', 'desc')
    .orderBy('skill', 'desc')
    .orderBy('version', 'desc')
  const ratedAt = sql`to_char(rated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return tx.db
    .selectFrom(tails.as('tail'))
    .select('assessment_id')
    .select(
      sql<Said[]>`json_agg(json_build_array(skill, level, approaching, ${ratedAt}, confidence))`.as('said'),
    )
    .where('withdrawn', '=', false)
    .where('level', 'is not', null)
    .groupBy('assessment_id')
    .execute()
}
