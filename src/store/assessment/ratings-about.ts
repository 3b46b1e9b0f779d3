// What was said about a person, by themselves and by others, as the measurement reads it.

import { assessmentRules } from '../../core/access/assessment.ts'
import { keptPersonRules } from '../../core/access/kept-person.ts'
import { personRules } from '../../core/access/person.ts'
import type { RaterKind, Rating } from '../../core/assessment/assessment.ts'
import type { RaterOfRating, RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Dispute } from '../../core/round/dispute.ts'
import { allowedBy, keptPersonRow, ownedRow, personRow, ratedRow } from '../access.ts'
import { listMembers } from '../organisation/members.ts'
import { listObjectedRatings } from '../person/held-answers.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listDisputes } from './disputes.ts'
import { entersNumbers } from './enters-numbers.ts'
import { listRatings } from './ratings.ts'

/**
 * Every current rating about somebody against one framework version that the viewer may see, from open and closed
 * assessments: by day, then by skill. The person's own have no rater. What somebody objects to is not among them.
 */
export async function listRatingsAbout(
  tx: ViewerTransaction,
  subjectId: string,
  frameworkDigest: string,
): Promise<RatingAbout[]> {
  const assessments = await countedAbout(tx, subjectId, frameworkDigest)
    .select(['id', 'rater_kind', 'owner_id', 'purpose', 'written_down'])
    .execute()
  const ids = assessments.map((one) => one.id)
  const raters = new Map([...(await listRaters(tx, ids)), ...(await listGivers(tx, assessments))])
  const kinds = new Map(assessments.map((one) => [one.id, one.rater_kind]))
  const given = new Set(
    assessments.filter((one) => one.purpose !== null && one.owner_id !== subjectId).map(({ id }) => id),
  )
  const objected = await listObjectedRatings(tx)
  const ratings = (await listRatings(tx, ids)).filter(
    ({ assessmentId, skill }) => !objected.has(`${assessmentId}/${skill}`),
  )
  const disputes = await listDisputes(
    tx,
    assessments.filter(({ purpose }) => purpose !== null).map(({ id }) => id),
  )
  return ratings
    .map((rating) =>
      withDisputes(
        {
          ...ratingAbout(rating, kinds.get(rating.assessmentId) ?? 'self', raters),
          ...(given.has(rating.assessmentId) ? { given: true as const } : {}),
        },
        disputes,
      ),
    )
    .sort(
      (a, b) =>
        compare(a.ratedAt, b.ratedAt) || compare(a.skill, b.skill) || compare(a.revisionId, b.revisionId),
    )
}

/** Whether anybody but the person said something about them that the viewer may see: told without reading what. */
export async function isRatedByOthers(
  tx: ViewerTransaction,
  subjectId: string,
  frameworkDigest: string,
): Promise<boolean> {
  const one = await countedAbout(tx, subjectId, frameworkDigest)
    .select('id')
    .where('rater_kind', '<>', 'self')
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** The assessments of somebody against one framework version that the viewer may see and that enter numbers. */
function countedAbout(tx: ViewerTransaction, subjectId: string, frameworkDigest: string) {
  return tx.db
    .selectFrom('assessment')
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where(entersNumbers)
    .where('subject_id', '=', subjectId)
    .where('framework_digest', '=', frameworkDigest)
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

/** Of what colleagues gave, its rater is whoever keeps it, unless they wrote down what somebody else said. */
async function listGivers(
  tx: ViewerTransaction,
  assessments: readonly { id: string; owner_id: string; purpose: string | null; written_down: boolean }[],
): Promise<Map<string, { id: string; name: string | null }>> {
  const given = assessments.filter((one) => one.purpose !== null && !one.written_down)
  const members = await listMembers(tx, { ids: [...new Set(given.map((one) => one.owner_id))] })
  const names = new Map(members.map((member) => [member.id, member.displayName]))
  return new Map(given.map((one) => [one.id, { id: one.owner_id, name: names.get(one.owner_id) ?? null }]))
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

function withDisputes(about: RatingAbout, disputes: readonly Dispute[]): RatingAbout {
  const own = disputes
    .filter((one) => one.assessmentId === about.assessmentId && one.skill === about.skill)
    .map(({ kind, words }) => ({ kind, words }))
  return own.length === 0 ? about : { ...about, disputes: own }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
