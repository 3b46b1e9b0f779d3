// Giving an assessment to whom it is about, and what was given: the one way in which a rating is read by another person.

import { assessmentRules, givenRules } from '../../core/access/assessment.ts'
import { or, type Rule } from '../../core/access/rule.ts'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { allowedBy, ratedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import { asAssessment } from '../assessment/assessments.ts'
import { listRatings } from '../assessment/ratings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/**
 * Makes an assessment visible to whom it is about, and to their manager where that was said beforehand. Never one that
 * is confidential: those are published by sealing alone. The caller has decided that it is given now.
 */
export async function saveGiven(
  tx: ViewerTransaction,
  assessmentId: string,
  managerSees: boolean,
): Promise<void> {
  const shown = { released_at: tx.now, audience: managerSees ? 'manager' : 'subject' }
  const { orgId } = tx.viewer
  const given = await asKeeper(tx, async () => {
    const one = await tx.db
      .updateTable('assessment')
      .set(shown)
      .where('org_id', '=', orgId)
      .where('id', '=', assessmentId)
      .where('confidential', '=', false)
      .where('released_at', 'is', null)
      .executeTakeFirst()
    if (one.numUpdatedRows === 0n) return false
    // What was said first and then said better stays the rater's.
    const current = await tx.db
      .selectFrom('current_rating')
      .select('revision_id')
      .where('org_id', '=', orgId)
      .where('assessment_id', '=', assessmentId)
      .where('withdrawn', '=', false)
      .execute()
    const ids = current.map((row) => row.revision_id)
    if (ids.length > 0)
      await tx.db
        .updateTable('rating_revision')
        .set(shown)
        .where('org_id', '=', orgId)
        .where('revision_id', 'in', ids)
        .execute()
    return true
  })
  if (given)
    tx.changes.push({ action: 'publish', noun: 'assessment', objectId: assessmentId, revisionId: null })
}

/** Everything that others gave about the viewer, or, with `personId`, that they may read as the manager of today. */
export async function listGivenAbout(tx: ViewerTransaction, personId?: string): Promise<Assessment[]> {
  const rule = personId === undefined ? assessmentRules.see : givenRules(tx.now.slice(0, 10)).see
  return withRatings(tx, personId ?? tx.viewer.personId, rule)
}

async function withRatings(
  tx: ViewerTransaction,
  subjectId: string | null,
  rule: Rule,
): Promise<Assessment[]> {
  const rows = await tx.db
    .selectFrom('assessment')
    .selectAll()
    .where(allowedBy(rule, tx.viewer, ratedRow))
    .where('subject_id', '=', subjectId)
    .where('released_at', 'is not', null)
    .whereRef('owner_id', '<>', 'subject_id')
    .orderBy('released_at', 'desc')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const own = groupedBy(await listRatings(tx, ids, rule), (rating) => rating.assessmentId)
  return rows.map((row) => asAssessment(row, own.get(row.id) ?? []))
}

/** What the rules look at in one assessment that the viewer reads as its rater, as whom it is about, or as their manager. */
export async function findReadAssessment(
  tx: ViewerTransaction,
  id: string,
): Promise<{ ownerId: string; subjectId: string; releasedAt: string | null; audience: string } | null> {
  const row = await tx.db
    .selectFrom('assessment')
    .select(['owner_id', 'subject_id', 'released_at', 'audience'])
    .where(allowedBy(readRule(tx), tx.viewer, ratedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { owner_id: ownerId, subject_id: subjectId, released_at: releasedAt, audience } = row
  return { ownerId, subjectId, releasedAt, audience }
}

const readRule = (tx: ViewerTransaction) => or(assessmentRules.see, givenRules(tx.now.slice(0, 10)).see)

/** Everything that was given about somebody and that the viewer reads, in whichever way. */
export async function listGivenRead(tx: ViewerTransaction, subjectId: string): Promise<Assessment[]> {
  return withRatings(tx, subjectId, readRule(tx))
}

/** Whether their manager reads what was given to the viewer. */
export async function isShownToManager(tx: ViewerTransaction, assessmentId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('assessment')
    .select('audience')
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where('id', '=', assessmentId)
    .executeTakeFirst()
  return row?.audience === 'manager'
}
