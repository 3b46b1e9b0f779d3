// Identities that a directory names for people, where the installation lets it: each belongs to one person.

import { sql } from 'kysely'
import { directoryTokenRules } from '../../core/access/directory-token.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Identity } from '../../core/account/account.ts'
import { checkedUuid, type ViewerTransaction } from '../viewer-transaction.ts'
import { saveAccountEvent } from './account-events.ts'
import { saveAccount } from './accounts.ts'
import { endSessions } from './sessions.ts'

/** The person reads on their account that it was added. False where it lets somebody else in already. */
export async function saveProvisionedAccount(
  tx: ViewerTransaction,
  account: Identity & { personId: string },
): Promise<boolean> {
  const { viewer } = tx
  if (!mayProvision(viewer)) return false
  // An account is its person's own row.
  await become(tx, account.personId)
  const bound = await saveAccount(tx, account)
  await become(tx, viewer.personId)
  if (bound === 'added') await saveAccountEvent(tx, account.personId, 'identity-added')
  return bound !== 'taken'
}

/**
 * What the directory named before lets them in no more; they read that too. Nothing says which way in began a session, so
 * all of theirs end: whoever it was right for signs in anew.
 */
export async function removeProvisionedAccount(
  tx: ViewerTransaction,
  { personId, issuer, subject }: Identity & { personId: string },
): Promise<void> {
  if (!mayProvision(tx.viewer)) return
  const removed = await tx.db
    .deleteFrom('account')
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', personId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('id')
    .executeTakeFirst()
  if (removed === undefined) return
  tx.changes.push({ action: 'remove', noun: 'account', objectId: removed.id, revisionId: null })
  await endSessions(tx, personId)
  await saveAccountEvent(tx, personId, 'identity-removed')
}

function mayProvision(viewer: Viewer): boolean {
  const facts = { orgId: viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  return evaluateRule(directoryTokenRules.make, viewer, facts)
}

async function become(tx: ViewerTransaction, personId: string | null): Promise<void> {
  const id = personId === null ? '' : checkedUuid(personId)
  await sql.raw(`SET LOCAL app.person_id = '${id}'`).execute(tx.db)
}
