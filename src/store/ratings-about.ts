// What was said about a person, by themselves and by others, as the measurement reads it.

import { assessmentRules } from '../core/access/assessment.ts'
import { keptPersonRules } from '../core/access/kept-person.ts'
import { personRules } from '../core/access/person.ts'
import type { RaterKind, Rating } from '../core/assessment/assessment.ts'
import type { RaterOfRating, RatingAbout } from '../core/assessment/rating-about.ts'
import { allowedBy, keptPersonRow, ownedRow, personRow, ratedRow } from './access.ts'
import { listRatings } from './ratings.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/**
 * Every current rating about somebody against one framework version that the viewer may see, from open and closed
 * assessments: by day, then by skill. The person's own have no rater.
 */
export async function listRatingsAbout(
  tx: ViewerTransaction,
  subjectId: string,
  frameworkDigest: string,
): Promise<RatingAbout[]> {
  const assessments = await tx.db
    .selectFrom('assessment')
    .select(['id', 'rater_kind'])
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where('subject_id', '=', subjectId)
    .where('framework_digest', '=', frameworkDigest)
    .execute()
  const ids = assessments.map((one) => one.id)
  const raters = await listRaters(tx, ids)
  const kinds = new Map(assessments.map((one) => [one.id, one.rater_kind]))
  const ratings = await listRatings(tx, ids)
  return ratings
    .map((rating) => ratingAbout(rating, kinds.get(rating.assessmentId) ?? 'self', raters))
    .sort(
      (a, b) =>
        compare(a.ratedAt, b.ratedAt) || compare(a.skill, b.skill) || compare(a.revisionId, b.revisionId),
    )
}

/** Who said what is in these assessments, by assessment: an id, and a name where there is one. */
export async function listRaters(
  tx: ViewerTransaction,
  assessmentIds: string[],
): Promise<Map<string, { id: string; name: string | null }>> {
  if (assessmentIds.length === 0) return new Map()
  const links = await tx.db
    .selectFrom('assessment_rater')
    .select(['assessment_id', 'rater_id', 'owner_id'])
    .where(allowedBy(assessmentRules.see, tx.viewer, ownedRow))
    .where('assessment_id', 'in', assessmentIds)
    .execute()
  const names = await namesOf(tx, [...new Set(links.map((link) => link.rater_id ?? link.owner_id))])
  return new Map(
    links.map((link) => {
      const id = link.rater_id ?? link.owner_id
      return [link.assessment_id, { id, name: names.get(id) ?? null }]
    }),
  )
}

async function namesOf(tx: ViewerTransaction, ids: string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where((row) =>
      row.or([
        allowedBy(personRules.see, tx.viewer, personRow)(row),
        allowedBy(keptPersonRules.see, tx.viewer, keptPersonRow)(row),
      ]),
    )
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

function ratingAbout(
  rating: Rating,
  kind: RaterKind,
  raters: ReadonlyMap<string, { id: string; name: string | null }>,
): RatingAbout {
  const { carriedFrom: _, ...said } = rating
  if (kind === 'self') return said
  const known = raters.get(rating.assessmentId)
  const rater: RaterOfRating = { id: known?.id ?? rating.assessmentId, kind, name: known?.name ?? null }
  return { ...said, rater }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
