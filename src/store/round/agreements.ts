// Levels that two people agreed on. What was proposed never changes; each version stays beside the next.

import { agreementRules } from '../../core/access/agreement.ts'
import type { Agreement } from '../../core/round/agreement.ts'
import { allowedBy, ratedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

const agreementRow = { ...ratedRow, releasedAt: null }

/** Of the viewer with everybody, by pair, the newest version first. */
export async function listAgreements(tx: ViewerTransaction): Promise<Agreement[]> {
  const rows = await tx.db
    .selectFrom('agreement')
    .selectAll()
    .where(allowedBy(agreementRules.see, tx.viewer, agreementRow))
    .orderBy('owner_id')
    .orderBy('subject_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    managerId: row.owner_id,
    version: row.version,
    frameworkDigest: row.framework_digest,
    purpose: row.purpose,
    items: row.items,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    signedAt: row.signed_at,
  }))
}

/** False where the other one proposed a version at the same moment. */
export async function saveAgreement(tx: ViewerTransaction, agreement: Agreement): Promise<boolean> {
  const added = await tx.db
    .insertInto('agreement')
    .values({
      org_id: tx.viewer.orgId,
      id: agreement.id,
      owner_id: agreement.managerId,
      subject_id: agreement.subjectId,
      version: agreement.version,
      framework_digest: agreement.frameworkDigest,
      purpose: agreement.purpose,
      items: JSON.stringify(agreement.items),
      proposed_by: agreement.proposedBy,
      proposed_at: agreement.proposedAt,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'owner_id', 'subject_id', 'version']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  tx.changes.push({ action: 'add', noun: 'agreement', objectId: agreement.id, revisionId: null })
  return true
}

/** Signs as the one who did not propose it. False where it was signed, or is not there for them to sign. */
export async function saveAgreementSigned(tx: ViewerTransaction, id: string): Promise<boolean> {
  const changed = await tx.db
    .updateTable('agreement')
    .set({ signed_at: tx.now })
    .where(allowedBy(agreementRules.sign, tx.viewer, agreementRow))
    .where('id', '=', id)
    .where('proposed_by', '<>', tx.viewer.personId)
    .where('signed_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'agreement', objectId: id, revisionId: null })
  return true
}
