// What somebody wants to be reminded of, and the secret address from which a calendar program fetches it.

import { reminderRules } from '../../core/access/reminder.ts'
import type { Reminder, ReminderChoices } from '../../core/reminder/reminder.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** It was changed first, perhaps in another window; `current` is what holds. */
export interface ReminderStale {
  kind: 'stale'
  current: Reminder | null
}

export async function findReminder(tx: ViewerTransaction): Promise<Reminder | null> {
  const row = await rowOf(tx)
  if (row === undefined) return null
  return {
    choices: row.choices,
    hasLink: row.token_hash !== null,
    revisionId: row.revision_id,
    changedAt: row.changed_at,
  }
}

/** SHA-256 of the secret in the address; null where there is none. */
export async function findReminderTokenHash(tx: ViewerTransaction): Promise<string | null> {
  return (await rowOf(tx))?.token_hash ?? null
}

/** Saves what is wished in place of the revision expected; null for the first. The same revision id again succeeds. */
export async function saveReminder(
  tx: ViewerTransaction,
  wished: { choices: ReminderChoices; revisionId: string },
  expectedRevisionId: string | null,
): Promise<Result<Reminder, ReminderStale>> {
  const known = await findReminder(tx)
  if (known?.revisionId === wished.revisionId) return succeed(known)
  if ((known?.revisionId ?? null) !== expectedRevisionId) return fail({ kind: 'stale', current: known })
  const written = { choices: JSON.stringify(wished.choices), revision_id: wished.revisionId }
  await upsert(tx, written, known === null ? 'add' : 'change')
  return succeed({ ...wished, hasLink: known?.hasLink ?? false, changedAt: tx.now })
}

/** Puts another secret into the address, or none; `first` are the choices where none were saved yet. */
export async function saveReminderTokenHash(
  tx: ViewerTransaction,
  tokenHash: string | null,
  first: { choices: ReminderChoices; revisionId: string },
): Promise<void> {
  const known = await findReminder(tx)
  if (known === null && tokenHash === null) return
  const { choices, revisionId } = known ?? first
  const written = { choices: JSON.stringify(choices), revision_id: revisionId, token_hash: tokenHash }
  await upsert(tx, written, known === null ? 'add' : 'change')
}

async function upsert(
  tx: ViewerTransaction,
  written: { choices: string; revision_id: string; token_hash?: string | null },
  action: 'add' | 'change',
): Promise<void> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor is not reminded of anything.')
  const row = { ...written, changed_at: tx.now }
  await tx.db
    .insertInto('reminder')
    .values({ org_id: tx.viewer.orgId, owner_id: ownerId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'owner_id']).doUpdateSet(row))
    .execute()
  tx.changes.push({ action, noun: 'reminder', objectId: ownerId, revisionId: written.revision_id })
}

function rowOf(tx: ViewerTransaction) {
  return tx.db
    .selectFrom('reminder')
    .selectAll()
    .where(allowedBy(reminderRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', tx.viewer.personId)
    .executeTakeFirst()
}
