// Passkeys: the public halves, found by the device's own id of them.

import { passkeyRules } from '../../core/access/account.ts'
import type { Passkey } from '../../core/account/account.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Whose a passkey is; asked as a visitor, because it says who is there. */
export async function findPasskeyByCredential(
  tx: ViewerTransaction,
  credentialId: string,
): Promise<Passkey | null> {
  const row = await tx.db
    .selectFrom('passkey')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row === undefined ? null : passkeyOf(row)
}

/** The viewer's own, in the order in which they were made. */
export async function listPasskeys(tx: ViewerTransaction): Promise<Passkey[]> {
  const rows = await tx.db
    .selectFrom('passkey')
    .selectAll()
    .where(allowedBy(passkeyRules.see, tx.viewer, ownedRow))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyOf)
}

/** Keeps a passkey of the viewer. False where this device's passkey is known already. */
export async function savePasskey(
  tx: ViewerTransaction,
  passkey: Omit<Passkey, 'personId' | 'createdAt' | 'lastUsedAt'>,
): Promise<boolean> {
  if (tx.viewer.personId === null) throw new Error('A visitor has no passkey.')
  const saved = await tx.db
    .insertInto('passkey')
    .values({
      org_id: tx.viewer.orgId,
      id: passkey.id,
      owner_id: tx.viewer.personId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      name: passkey.name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'credential_id']).doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n) return false
  tx.changes.push({ action: 'add', noun: 'passkey', objectId: passkey.id, revisionId: null })
  return true
}

/** False when it is not the viewer's. */
export async function savePasskeyName(tx: ViewerTransaction, id: string, name: string): Promise<boolean> {
  const named = await tx.db
    .updateTable('passkey')
    .set({ name })
    .where(allowedBy(passkeyRules.name, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  return named.numUpdatedRows > 0n
}

/**
 * Notes a use with the device's count. False when the count was moved on meanwhile: then the same answer came twice,
 * or a copy of the key is about.
 */
export async function savePasskeyUsed(
  tx: ViewerTransaction,
  passkey: Passkey,
  counter: number,
): Promise<boolean> {
  const used = await tx.db
    .updateTable('passkey')
    .set({ counter, last_used_at: tx.now })
    .where(allowedBy(passkeyRules.see, tx.viewer, ownedRow))
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** False when it is not the viewer's. */
export async function removePasskey(tx: ViewerTransaction, id: string): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('passkey')
    .where(allowedBy(passkeyRules.remove, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'passkey', objectId: id, revisionId: null })
  return true
}

interface PasskeyRow {
  id: string
  owner_id: string
  credential_id: string
  public_key: string
  counter: number | string
  transports: string[]
  name: string
  created_at: string
  last_used_at: string | null
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    personId: row.owner_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
