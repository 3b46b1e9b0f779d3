// Which views of several people are switched on, by whom, since when and what for.

import { viewSwitchRules } from '../../core/access/view-switch.ts'
import { allowedBy, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface ViewSwitch {
  id: string
  view: string
  purpose: string
  switchedOnBy: string | null
  switchedOnAt: string
  endedAt: string | null
}

/** With the ended ones, the newest first: what was on in the past is part of the record. */
export async function listViewSwitches(tx: ViewerTransaction): Promise<ViewSwitch[]> {
  const rows = await tx.db
    .selectFrom('view_switch')
    .selectAll()
    .where(allowedBy(viewSwitchRules.see, tx.viewer, sharedRow))
    .orderBy('switched_on_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    view: row.view,
    purpose: row.purpose,
    switchedOnBy: row.switched_on_by,
    switchedOnAt: row.switched_on_at,
    endedAt: row.ended_at,
  }))
}

/** What a view is switched on for, or null while it is off. */
export async function findViewSwitch(tx: ViewerTransaction, view: string): Promise<ViewSwitch | null> {
  const switches = await listViewSwitches(tx)
  return switches.find((one) => one.view === view && one.endedAt === null) ?? null
}

/** Switches a view on, or on for another purpose. The caller has decided that the viewer may. */
export async function saveViewSwitchedOn(
  tx: ViewerTransaction,
  given: Pick<ViewSwitch, 'id' | 'view' | 'purpose'>,
): Promise<void> {
  await saveViewSwitchedOff(tx, given.view)
  await tx.db
    .insertInto('view_switch')
    .values({
      org_id: tx.viewer.orgId,
      id: given.id,
      view: given.view,
      purpose: given.purpose,
      switched_on_by: tx.viewer.personId,
      switched_on_at: tx.now,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'view-switch', objectId: given.id, revisionId: null })
}

/** False when it was off, or the viewer may not. */
export async function saveViewSwitchedOff(tx: ViewerTransaction, view: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('view_switch')
    .set({ ended_at: tx.now })
    .where(allowedBy(viewSwitchRules.change, tx.viewer, sharedRow))
    .where('view', '=', view)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended)
    tx.changes.push({ action: 'remove', noun: 'view-switch', objectId: id, revisionId: null })
  return ended.length > 0
}
