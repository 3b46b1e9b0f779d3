// The organisation chart over time: who managed whom, from which day to which.

import { memberRules } from '../../core/access/member.ts'
import type { Management } from '../../core/organisation/member.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The lines of these people, of these managers, or all; in the order of their first days. */
export async function listManagement(
  tx: ViewerTransaction,
  wanted: { personIds?: readonly string[]; managerIds?: readonly string[] } = {},
): Promise<Management[]> {
  let query = tx.db
    .selectFrom('management')
    .selectAll()
    .where(allowedBy(memberRules.see, tx.viewer, ownedRow))
    .orderBy('from_on')
    .orderBy('id')
  const { personIds, managerIds } = wanted
  if (personIds?.length === 0 || managerIds?.length === 0) return []
  if (personIds !== undefined) query = query.where('owner_id', 'in', [...personIds])
  if (managerIds !== undefined) query = query.where('manager_id', 'in', [...managerIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.owner_id,
    managerId: row.manager_id,
    from: row.from_on,
    until: row.until_on,
  }))
}

/** Adds a line, or sets its last day. The caller has decided that the viewer may. */
export async function saveManagement(tx: ViewerTransaction, line: Management): Promise<void> {
  await tx.db
    .insertInto('management')
    .values({
      org_id: tx.viewer.orgId,
      id: line.id,
      owner_id: line.personId,
      manager_id: line.managerId,
      from_on: line.from,
      until_on: line.until,
      audience: 'organisation',
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet({ until_on: line.until }))
    .execute()
  tx.changes.push({ action: 'change', noun: 'management', objectId: line.id, revisionId: null })
}
