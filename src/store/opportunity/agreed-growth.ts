// What a manager and a person agreed on: growth areas and weeks. A new agreement ends the one before.

import type { Selectable } from 'kysely'
import { agreedGrowthRules } from '../../core/access/opportunity.ts'
import type { AgreedGrowth } from '../../core/opportunity/opportunity.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { AgreedGrowthTable } from './opportunity-tables.ts'

/** Rows that belong to the person whom they are about. */
export const ownRow: FactColumns = {
  org: 'org_id',
  owner: 'owner_id',
  subject: 'owner_id',
  releasedAt: null,
}

const today = (tx: ViewerTransaction) => tx.now.slice(0, 10)

/** What holds for these people, as far as the viewer may know it. */
export async function listAgreedGrowth(
  tx: ViewerTransaction,
  personIds: readonly string[],
): Promise<AgreedGrowth[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('agreed_growth')
    .selectAll()
    .where(allowedBy(agreedGrowthRules(today(tx)).see, tx.viewer, ownRow))
    .where('owner_id', 'in', [...personIds])
    .where('ended_on', 'is', null)
    .orderBy('saved_at')
    .orderBy('id')
    .execute()
  return rows.map(asAgreed)
}

/** Writes down what holds from today on, in place of what held. The caller has decided that the viewer may. */
export async function saveAgreedGrowth(
  tx: ViewerTransaction,
  agreed: Omit<AgreedGrowth, 'managerId' | 'note'>,
): Promise<{ agreed: AgreedGrowth; ended: string[] }> {
  const managerId = tx.viewer.personId
  if (managerId === null) throw new Error('A visitor agrees on nothing.')
  const held = (await listAgreedGrowth(tx, [agreed.personId])).map(({ id }) => id)
  const ended = await saveAgreedGrowthEnded(tx, held)
  await tx.db
    .insertInto('agreed_growth')
    .values({
      org_id: tx.viewer.orgId,
      id: agreed.id,
      owner_id: agreed.personId,
      manager_id: managerId,
      framework_digest: agreed.frameworkDigest,
      areas: JSON.stringify(agreed.areas),
      tenths: Math.round(agreed.weeks * 10),
      agreed_on: agreed.agreedOn,
      saved_at: tx.now,
      audience: 'organisation',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'agreed-growth', objectId: agreed.id, revisionId: null })
  return { agreed: { ...agreed, managerId, note: '' }, ended: ended.map(({ id }) => id) }
}

/** Returns those that held and that the viewer may end. */
export async function saveAgreedGrowthEnded(
  tx: ViewerTransaction,
  ids: readonly string[],
): Promise<AgreedGrowth[]> {
  if (ids.length === 0) return []
  const ended = await tx.db
    .updateTable('agreed_growth')
    .set({ ended_on: today(tx) })
    .where(allowedBy(agreedGrowthRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', 'in', [...ids])
    .where('ended_on', 'is', null)
    .returningAll()
    .execute()
  for (const { id } of ended)
    tx.changes.push({ action: 'remove', noun: 'agreed-growth', objectId: id, revisionId: null })
  return ended.map(asAgreed)
}

/** Takes the end of these back: they hold again as they were. Returns those that were ended and that the viewer may change. */
export async function saveAgreedGrowthHolding(
  tx: ViewerTransaction,
  ids: readonly string[],
): Promise<AgreedGrowth[]> {
  if (ids.length === 0) return []
  const again = await tx.db
    .updateTable('agreed_growth')
    .set({ ended_on: null })
    .where(allowedBy(agreedGrowthRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', 'in', [...ids])
    .where('ended_on', 'is not', null)
    .returningAll()
    .execute()
  for (const { id } of again)
    tx.changes.push({ action: 'change', noun: 'agreed-growth', objectId: id, revisionId: null })
  return again.map(asAgreed)
}

/** What the person said about one agreement goes along to another. */
export async function saveNoteMoved(tx: ViewerTransaction, id: string, note: string): Promise<void> {
  await tx.db
    .updateTable('agreed_growth')
    .set({ note })
    .where(allowedBy(agreedGrowthRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', '=', id)
    .execute()
}

/** What the person says about it. False where they have no such agreement. */
export async function saveNoteOnAgreed(tx: ViewerTransaction, id: string, note: string): Promise<boolean> {
  const changed = await tx.db
    .updateTable('agreed_growth')
    .set({ note })
    .where(allowedBy(agreedGrowthRules(today(tx)).annotate, tx.viewer, ownRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'agreed-growth', objectId: id, revisionId: null })
  return true
}

function asAgreed(row: Selectable<AgreedGrowthTable>): AgreedGrowth {
  return {
    id: row.id,
    personId: row.owner_id,
    managerId: row.manager_id,
    frameworkDigest: row.framework_digest,
    areas: row.areas,
    weeks: row.tenths / 10,
    agreedOn: row.agreed_on,
    note: row.note,
  }
}
