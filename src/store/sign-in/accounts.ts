// Identities at a provider: each issuer and subject belongs to one person of an organisation, and is found by both alone.

import { randomUUID } from 'node:crypto'
import { accountRules } from '../../core/access/account.ts'
import type { Account, Identity } from '../../core/account/account.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { AccountTable } from './identity-tables.ts'

/** Whose an identity is; asked as a visitor, because it says who is there. */
export async function findAccountOf(tx: ViewerTransaction, identity: Identity): Promise<Account | null> {
  const row = await tx.db
    .selectFrom('account')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst()
  return row === undefined ? null : accountOf(row)
}

/** The viewer's own. */
export async function listAccounts(tx: ViewerTransaction): Promise<Account[]> {
  const rows = await tx.db
    .selectFrom('account')
    .selectAll()
    .where(allowedBy(accountRules.see, tx.viewer, ownedRow))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(accountOf)
}

/** What came of binding an identity: it may be theirs already, or lets somebody else in. */
export type Bound = 'added' | 'known' | 'taken'

/**
 * Binds an identity to a person. The caller has decided that the viewer may. An identity never moves by itself: what
 * belongs to somebody else stays theirs.
 */
export async function saveAccount(
  tx: ViewerTransaction,
  account: Identity & { personId: string },
): Promise<Bound> {
  const { personId, issuer, subject } = account
  const id = randomUUID()
  const saved = await tx.db
    .insertInto('account')
    .values({ org_id: tx.viewer.orgId, id, owner_id: personId, issuer, subject, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'issuer', 'subject']).doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n)
    return (await findAccountOf(tx, { issuer, subject }))?.personId === personId ? 'known' : 'taken'
  tx.changes.push({ action: 'add', noun: 'account', objectId: id, revisionId: null })
  return 'added'
}

/** Holds the viewer's ways in until the commit: of two that are removed at once, the second finds the first one gone. */
export async function holdWaysIn(tx: ViewerTransaction): Promise<void> {
  await tx.db
    .selectFrom('person')
    .select('id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('id', '=', tx.viewer.personId)
    .forNoKeyUpdate()
    .execute()
}

/** Notes that somebody came in with it just now. */
export async function saveAccountUsed(tx: ViewerTransaction, id: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ last_used_at: tx.now })
    .where(allowedBy(accountRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .execute()
}

/** False when it is not the viewer's. */
export async function removeAccount(tx: ViewerTransaction, id: string): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('account')
    .where(allowedBy(accountRules.remove, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'account', objectId: id, revisionId: null })
  return true
}

type Row = Pick<AccountTable, 'id' | 'owner_id' | 'issuer' | 'subject' | 'created_at'> & {
  last_used_at: string | null
}

function accountOf(row: Row): Account {
  return {
    id: row.id,
    personId: row.owner_id,
    issuer: row.issuer,
    subject: row.subject,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
