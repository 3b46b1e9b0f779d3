// What somebody noted about a person whom they keep: every wording of it, for the keeper and for the member it is about.

import type { Selectable } from 'kysely'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import type { HeldRating, HeldSaidBy, HeldWording } from '../../core/person/joining.ts'
import { asKeeper } from '../as-keeper.ts'
import type { AssessmentTable, RatingRevisionTable } from '../assessment/assessment-tables.ts'
import { asRating } from '../assessment/ratings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Whose notes, and about whom of the people they keep. */
export interface Kept {
  keeperId: string
  keptId: string
}

/**
 * Every rating that the keeper noted about the kept person, with its history: by day, then by skill. Read as the keeper
 * of the database, so the caller has decided that the viewer may. Who said it is told as far as the member may know.
 */
export async function listHeldRatings(tx: ViewerTransaction, kept: Kept): Promise<HeldRating[]> {
  return asKeeper(tx, async () => {
    const assessments = await notedAbout(tx, kept).execute()
    return ratingsIn(tx, kept, assessments)
  })
}

/** The same of one assessment that a member has claimed from. */
export async function listClaimedRatings(
  tx: ViewerTransaction,
  kept: Kept & { memberId: string },
  claimedIds: readonly string[],
): Promise<HeldRating[]> {
  if (claimedIds.length === 0) return []
  return asKeeper(tx, async () => {
    const assessments = await tx.db
      .selectFrom('assessment')
      .selectAll()
      .where('org_id', '=', tx.viewer.orgId)
      .where('owner_id', '=', kept.keeperId)
      .where('subject_id', '=', kept.memberId)
      .where('id', 'in', [...claimedIds])
      .execute()
    return ratingsIn(tx, kept, assessments)
  })
}

/** Days on which the kept person is noted as having said something, about the keeper or about others. */
export async function listSaidByKept(
  tx: ViewerTransaction,
  kept: Kept,
): Promise<{ id: string; day: string }[]> {
  const rows = await asKeeper(tx, () =>
    tx.db
      .selectFrom('assessment')
      .innerJoin('assessment_rater', (join) =>
        join
          .onRef('assessment_rater.org_id', '=', 'assessment.org_id')
          .onRef('assessment_rater.assessment_id', '=', 'assessment.id'),
      )
      .select(['assessment.id', 'assessment.opened_at'])
      .where('assessment.org_id', '=', tx.viewer.orgId)
      .where('assessment.owner_id', '=', kept.keeperId)
      .where('assessment.purpose', 'is', null)
      .where('assessment_rater.rater_id', '=', kept.keptId)
      .where('assessment.subject_id', '<>', kept.keptId)
      .execute(),
  )
  return rows.map(({ id, opened_at }) => ({ id, day: opened_at.slice(0, 10) }))
}

/**
 * Removes what the viewer noted about somebody whom they keep, with every earlier wording. False where there is nothing
 * of theirs. Kept answers to repeated requests go too; backups from before still hold it.
 */
export async function removeHeldRating(
  tx: ViewerTransaction,
  kept: Kept,
  item: { assessmentId: string; skill: string },
): Promise<boolean> {
  const { orgId } = tx.viewer
  const gone = await asKeeper(tx, () =>
    tx.db
      .deleteFrom('rating_revision')
      .where('org_id', '=', orgId)
      .where('owner_id', '=', kept.keeperId)
      .where('subject_id', '=', kept.keptId)
      .where('assessment_id', '=', item.assessmentId)
      .where('skill', '=', item.skill)
      .executeTakeFirst(),
  )
  if (gone.numDeletedRows === 0n) return false
  await forgetAnswers(tx, kept.keeperId, item.assessmentId)
  tx.changes.push({ action: 'erase', noun: 'rating', objectId: item.assessmentId, revisionId: null })
  return true
}

async function forgetAnswers(tx: ViewerTransaction, keeperId: string, assessmentId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('idempotency')
    .select(['key', 'response'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', keeperId)
    .execute()
  const named = rows.filter(({ response }) => JSON.stringify(response).includes(assessmentId))
  if (named.length === 0) return
  await tx.db
    .deleteFrom('idempotency')
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', keeperId)
    .where(
      'key',
      'in',
      named.map(({ key }) => key),
    )
    .execute()
}

function notedAbout(tx: ViewerTransaction, { keeperId, keptId }: Kept) {
  return tx.db
    .selectFrom('assessment')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', keeperId)
    .where('subject_id', '=', keptId)
    .where('purpose', 'is', null)
}

async function ratingsIn(
  tx: ViewerTransaction,
  kept: Kept,
  assessments: readonly Selectable<AssessmentTable>[],
): Promise<HeldRating[]> {
  if (assessments.length === 0) return []
  const ids = assessments.map(({ id }) => id)
  const rows = await tx.db
    .selectFrom('rating_revision')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('assessment_id', 'in', ids)
    .orderBy('version')
    .execute()
  const raters = await tx.db
    .selectFrom('assessment_rater')
    .select(['assessment_id', 'rater_id'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('assessment_id', 'in', ids)
    .execute()
  const raterOf = new Map(raters.map((one) => [one.assessment_id, one.rater_id ?? kept.keeperId]))
  const known = new Map(assessments.map((one) => [one.id, one]))
  const held = [...groupedBy(rows, (row) => `${row.assessment_id}/${row.skill}`).values()].flatMap((own) => {
    const last = own.at(-1)
    const assessment = known.get(last?.assessment_id ?? '')
    if (last === undefined || assessment === undefined) return []
    return [heldRating(assessment, own, saidBy(raterOf.get(assessment.id), kept))]
  })
  return held.sort(
    (a, b) =>
      compare(b.current.saidOn, a.current.saidOn) ||
      compare(a.assessmentId, b.assessmentId) ||
      compare(a.skill, b.skill),
  )
}

function saidBy(raterId: string | undefined, { keeperId, keptId }: Kept): HeldSaidBy {
  if (raterId === undefined) return 'unknown'
  if (raterId === keeperId) return 'keeper'
  return raterId === keptId ? 'member' : 'somebody-else'
}

function heldRating(
  assessment: Selectable<AssessmentTable>,
  rows: readonly Selectable<RatingRevisionTable>[],
  who: HeldSaidBy,
): HeldRating {
  const wordings = rows.map((row): HeldWording => {
    const { assessmentId: _, skill: __, version: ___, carriedFrom: ____, ratedAt, ...said } = asRating(row)
    return { ...said, saidOn: ratedAt, withdrawn: row.withdrawn }
  })
  return {
    assessmentId: assessment.id,
    skill: rows[0]?.skill ?? '',
    frameworkDigest: assessment.framework_digest,
    saidBy: who,
    raterKind: assessment.rater_kind,
    current: wordings.at(-1) as HeldWording,
    earlier: wordings.slice(0, -1),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
