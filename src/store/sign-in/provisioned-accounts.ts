// Identities that a directory names for people, where the installation lets it: each belongs to one person for good.

import { sql } from 'kysely'
import { directoryTokenRules } from '../../core/access/directory-token.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Identity } from '../../core/account/account.ts'
import { checkedUuid, type ViewerTransaction } from '../viewer-transaction.ts'
import { saveAccount } from './accounts.ts'

/** False where it lets somebody else in already: an identity never moves by itself. */
export async function saveProvisionedAccount(
  tx: ViewerTransaction,
  account: Identity & { personId: string },
): Promise<boolean> {
  const { viewer } = tx
  const facts = { orgId: viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  if (!evaluateRule(directoryTokenRules.make, viewer, facts)) return false
  // An account is its person's own row.
  await become(tx, account.personId)
  const isTheirs = await saveAccount(tx, account)
  await become(tx, viewer.personId)
  return isTheirs
}

async function become(tx: ViewerTransaction, personId: string | null): Promise<void> {
  const id = personId === null ? '' : checkedUuid(personId)
  await sql.raw(`SET LOCAL app.person_id = '${id}'`).execute(tx.db)
}
