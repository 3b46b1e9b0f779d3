// Settings of a person: one value for each name, changed only by somebody who has seen the one they replace.

import { sql } from 'kysely'
import type { Rule } from '../core/access/rule.ts'
import { allowedBy, ownedRow } from './access.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

type SettingName = 'framework' | 'long-view' | 'plateau' | 'lighter' | 'recovery-sheet' | 'skill-links'

/** What the writer calls a state of it, so that a retry and a change in between are recognised. */
interface Revised {
  revisionId: string
}

/** The value as it was saved; null where there is none that the viewer may see by this rule. */
export async function findSetting<Value>(
  tx: ViewerTransaction,
  rule: Rule,
  personId: string,
  name: SettingName,
): Promise<Value | null> {
  const row = await tx.db
    .selectFrom('setting')
    .select('value')
    .where(allowedBy(rule, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? null : (row.value as Value)
}

/**
 * Saves a setting of the viewer. False where the one there is not the one expected (null: none), so that of two
 * writers at once one is told.
 */
export async function saveSetting(
  tx: ViewerTransaction,
  rule: Rule,
  setting: { name: SettingName; value: Revised },
  expectedRevisionId: string | null,
): Promise<boolean> {
  const ownerId = viewerOf(tx)
  const value = JSON.stringify(setting.value)
  if (expectedRevisionId === null) {
    const added = await tx.db
      .insertInto('setting')
      .values({
        org_id: tx.viewer.orgId,
        owner_id: ownerId,
        name: setting.name,
        value,
        updated_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['org_id', 'owner_id', 'name']).doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const updated = await tx.db
    .updateTable('setting')
    .set({ value, updated_at: tx.now })
    .where(allowedBy(rule, tx.viewer, ownedRow))
    .where('owner_id', '=', ownerId)
    .where('name', '=', setting.name)
    .where(sql<boolean>`value ->> 'revisionId' = ${expectedRevisionId}`)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Removes a setting of the viewer. False where there is none, or where it is another one than was seen. */
export async function removeSetting(
  tx: ViewerTransaction,
  rule: Rule,
  name: SettingName,
  seenRevisionId: string,
): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('setting')
    .where(allowedBy(rule, tx.viewer, ownedRow))
    .where('owner_id', '=', viewerOf(tx))
    .where('name', '=', name)
    .where(sql<boolean>`value ->> 'revisionId' = ${seenRevisionId}`)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

function viewerOf(tx: ViewerTransaction): string {
  if (tx.viewer.personId === null) throw new Error('A visitor has no settings.')
  return tx.viewer.personId
}
