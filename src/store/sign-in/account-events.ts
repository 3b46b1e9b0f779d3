// What happened to somebody's ways in: written as it happens, read by that person alone.

import { randomUUID } from 'node:crypto'
import { accountRules } from '../../core/access/account.ts'
import type { AccountEvent, AccountEventKind } from '../../core/account/account.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** More than these nobody reads. */
const MOST = 100

/** Tells a person; `byId` is whoever did it, where it was somebody else. */
export async function saveAccountEvent(
  tx: ViewerTransaction,
  personId: string,
  kind: AccountEventKind,
): Promise<void> {
  const byId = tx.viewer.personId === personId ? null : tx.viewer.personId
  await tx.db
    .insertInto('account_event')
    .values({ org_id: tx.viewer.orgId, id: randomUUID(), owner_id: personId, kind, by_id: byId, at: tx.now })
    .execute()
}

/** The viewer's own, newest first. */
export async function listAccountEvents(tx: ViewerTransaction): Promise<AccountEvent[]> {
  const rows = await tx.db
    .selectFrom('account_event')
    .selectAll()
    .where(allowedBy(accountRules.see, tx.viewer, ownedRow))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, kind, by_id, at }) => ({ id, kind, byId: by_id, at }))
}
