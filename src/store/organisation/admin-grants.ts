// Who administers what, since when and until when.

import { adminGrantRules } from '../../core/access/admin-grant.ts'
import type { AdminScope } from '../../core/access/viewer.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface AdminGrant {
  id: string
  personId: string
  scope: AdminScope
  grantedAt: string
  /** Null: from the terminal of the server. */
  grantedBy: string | null
}

/** Those that hold, of whom the viewer may know it. */
export async function listAdminGrants(tx: ViewerTransaction): Promise<AdminGrant[]> {
  const rows = await tx.db
    .selectFrom('admin_grant')
    .selectAll()
    .where(allowedBy(adminGrantRules.see, tx.viewer, ownedRow))
    .where('ended_at', 'is', null)
    .orderBy('granted_at')
    .orderBy('owner_id')
    .orderBy('scope')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.owner_id,
    scope: row.scope,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
  }))
}

/** Where they have it already, that one stays. The caller has decided that the viewer may. */
export async function saveAdminGrant(
  tx: ViewerTransaction,
  grant: Pick<AdminGrant, 'id' | 'personId' | 'scope'>,
): Promise<void> {
  const saved = await tx.db
    .insertInto('admin_grant')
    .values({
      org_id: tx.viewer.orgId,
      id: grant.id,
      owner_id: grant.personId,
      scope: grant.scope,
      granted_by: tx.viewer.personId,
      granted_at: tx.now,
      audience: 'organisation',
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'owner_id', 'scope']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n) return
  tx.changes.push({ action: 'add', noun: 'admin-grant', objectId: grant.id, revisionId: null })
}

/** Ends a grant. False when the viewer may not, or it has ended. */
export async function saveAdminGrantEnded(tx: ViewerTransaction, id: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('admin_grant')
    .set({ ended_at: tx.now })
    .where(allowedBy(adminGrantRules.change, tx.viewer, ownedRow))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'admin-grant', objectId: id, revisionId: null })
  return true
}
