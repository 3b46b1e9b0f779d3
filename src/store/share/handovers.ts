// What one person of an organisation gave another to read.

import type { Selectable } from 'kysely'
import { handoverRules } from '../../core/access/handover.ts'
import type { Handover } from '../../core/handover/handover.ts'
import { allowedBy, type FactColumns, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { HandoverTable } from './handover-tables.ts'

const handoverRow: FactColumns = {
  org: 'org_id',
  owner: 'owner_id',
  subject: 'owner_id',
  recipient: 'recipient_id',
  releasedAt: 'released_at',
}

/** Given by somebody or to somebody, as far as the viewer may see it; the newest first. */
export async function listHandovers(
  tx: ViewerTransaction,
  wanted: { ownerIds?: readonly string[]; recipientId?: string; id?: string } = {},
): Promise<Handover[]> {
  const { ownerIds, recipientId, id } = wanted
  if (ownerIds?.length === 0) return []
  let query = tx.db
    .selectFrom('handover')
    .selectAll()
    .where(allowedBy(handoverRules.see, tx.viewer, handoverRow))
    .orderBy('handed_over_at', 'desc')
    .orderBy('id')
  if (ownerIds !== undefined) query = query.where('owner_id', 'in', [...ownerIds])
  if (recipientId !== undefined) query = query.where('recipient_id', '=', recipientId)
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.execute()).map(handoverOf)
}

export async function findHandover(tx: ViewerTransaction, id: string): Promise<Handover | null> {
  return (await listHandovers(tx, { id }))[0] ?? null
}

/** Hands something over in the viewer's name. */
export async function saveHandover(
  tx: ViewerTransaction,
  given: Pick<Handover, 'id' | 'recipientId' | 'frameworkDigest' | 'content'>,
): Promise<void> {
  if (tx.viewer.personId === null) throw new Error('A visitor hands nothing over.')
  await tx.db
    .insertInto('handover')
    .values({
      org_id: tx.viewer.orgId,
      id: given.id,
      owner_id: tx.viewer.personId,
      recipient_id: given.recipientId,
      framework_digest: given.frameworkDigest,
      content: JSON.stringify(given.content),
      audience: 'recipient',
      handed_over_at: tx.now,
      released_at: tx.now,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'handover', objectId: given.id, revisionId: null })
}

/** From now on the recipient reads it no more. False when it is not the viewer's, or was withdrawn before. */
export async function saveHandoverWithdrawn(tx: ViewerTransaction, id: string): Promise<boolean> {
  const withdrawn = await tx.db
    .updateTable('handover')
    .set({ released_at: null, withdrawn_at: tx.now })
    .where(allowedBy(handoverRules.withdraw, tx.viewer, ownedRow))
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'withdraw', noun: 'handover', objectId: id, revisionId: null })
  return true
}

function handoverOf(row: Selectable<HandoverTable>): Handover {
  return {
    id: row.id,
    ownerId: row.owner_id,
    recipientId: row.recipient_id,
    frameworkDigest: row.framework_digest,
    content: row.content,
    handedOverAt: row.handed_over_at,
    withdrawnAt: row.withdrawn_at,
  }
}
