// The role that the organisation holds somebody in, over time.

import { heldRoleRules } from '../../core/access/member.ts'
import type { HeldRole } from '../../core/organisation/member.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The person who holds the role owns the line, and it is about them. */
const heldRow: FactColumns = { org: 'org_id', owner: 'owner_id', subject: 'owner_id', releasedAt: null }

/** Of these people, or of all of whom the viewer may know it; in the order of their first days. */
export async function listHeldRoles(
  tx: ViewerTransaction,
  wanted: { personIds?: readonly string[] } = {},
): Promise<HeldRole[]> {
  let query = tx.db
    .selectFrom('held_role')
    .selectAll()
    .where(allowedBy(heldRoleRules(tx.now.slice(0, 10)).see, tx.viewer, heldRow))
    .orderBy('from_on')
    .orderBy('id')
  if (wanted.personIds?.length === 0) return []
  if (wanted.personIds !== undefined) query = query.where('owner_id', 'in', [...wanted.personIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.owner_id,
    frameworkId: row.framework_id,
    role: row.role,
    from: row.from_on,
    until: row.until_on,
  }))
}

/** Adds a line, or sets its last day. The caller has decided that the viewer may. */
export async function saveHeldRole(tx: ViewerTransaction, held: HeldRole): Promise<void> {
  await tx.db
    .insertInto('held_role')
    .values({
      org_id: tx.viewer.orgId,
      id: held.id,
      owner_id: held.personId,
      framework_id: held.frameworkId,
      role: held.role,
      from_on: held.from,
      until_on: held.until,
      audience: 'organisation',
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet({ until_on: held.until }))
    .execute()
  tx.changes.push({ action: 'change', noun: 'held-role', objectId: held.id, revisionId: null })
}
