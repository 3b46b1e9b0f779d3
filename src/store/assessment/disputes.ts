// What people say about ratings of them; it is read by whoever reads the rating.

import { disputeRules } from '../../core/access/dispute.ts'
import type { Dispute } from '../../core/round/dispute.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The rater owns the rating, and so what is said about it is read like it. */
const disputeRow: FactColumns = {
  org: 'org_id',
  owner: 'rater_id',
  subject: 'owner_id',
  releasedAt: null,
  audience: 'audience',
}

/** The oldest first; what was taken back is not among them. */
export async function listDisputes(
  tx: ViewerTransaction,
  assessmentIds?: readonly string[],
): Promise<Dispute[]> {
  if (assessmentIds?.length === 0) return []
  let query = tx.db
    .selectFrom('dispute')
    .selectAll()
    .where(allowedBy(disputeRules(tx.now.slice(0, 10)).see, tx.viewer, disputeRow))
    .where('ended_at', 'is', null)
    .orderBy('said_at')
    .orderBy('id')
  if (assessmentIds !== undefined) query = query.where('assessment_id', 'in', [...assessmentIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.owner_id,
    raterId: row.rater_id,
    assessmentId: row.assessment_id,
    skill: row.skill,
    kind: row.kind,
    words: row.words,
    saidAt: row.said_at,
    endedAt: row.ended_at,
  }))
}

/** The caller has decided that the rating is about the viewer. */
export async function saveDispute(
  tx: ViewerTransaction,
  dispute: Dispute,
  managerSees: boolean,
): Promise<void> {
  await tx.db
    .insertInto('dispute')
    .values({
      org_id: tx.viewer.orgId,
      id: dispute.id,
      owner_id: dispute.subjectId,
      rater_id: dispute.raterId,
      assessment_id: dispute.assessmentId,
      skill: dispute.skill,
      kind: dispute.kind,
      words: dispute.words,
      said_at: dispute.saidAt,
      audience: managerSees ? 'manager' : 'subject',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'dispute', objectId: dispute.id, revisionId: null })
}

/** Takes it back: it is shown nowhere any more. False where it is not there, or was taken back. */
export async function saveDisputeEnded(tx: ViewerTransaction, id: string): Promise<boolean> {
  const changed = await tx.db
    .updateTable('dispute')
    .set({ ended_at: tx.now })
    .where(allowedBy(disputeRules(tx.now.slice(0, 10)).takeBack, tx.viewer, disputeRow))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'withdraw', noun: 'dispute', objectId: id, revisionId: null })
  return true
}
