// Browser sessions: only the hash of a token is kept, so that the database cannot be used to get in.

import type { ExpressionBuilder } from 'kysely'
import { sessionRules } from '../../core/access/account.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { Tables } from '../tables.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface Session {
  tokenHash: string
  personId: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  /** Names it in lists; null for personal use. */
  id: string | null
  browser: string | null
  /** When its person last proved who they are; null for personal use. */
  provedAt: string | null
}

type NewSession = Omit<Session, 'personId' | 'id' | 'browser' | 'provedAt'> &
  Partial<Pick<Session, 'id' | 'browser' | 'provedAt'>>

/** A browser of a team that was not there for this long has to sign in again. */
const IDLE_MS = 7 * 24 * 60 * 60 * 1000

/** Whatever was last seen before this runs out. */
export function idleSince(now: string): string {
  return new Date(Date.parse(now) - IDLE_MS).toISOString()
}

/** What has not run out; sessions of personal use have no id and may be idle. */
function isAlive({ now }: ViewerTransaction) {
  return (of: ExpressionBuilder<Tables, 'session'>) =>
    of.and([
      of('expires_at', '>', now),
      of.or([of('id', 'is', null), of('last_seen_at', '>=', idleSince(now))]),
    ])
}

/** The session of a token that has not run out; asked as a visitor, because it says who is there. */
export async function findSession(tx: ViewerTransaction, tokenHash: string): Promise<Session | null> {
  const row = await tx.db
    .selectFrom('session')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .where(isAlive(tx))
    .executeTakeFirst()
  return row === undefined ? null : sessionOf(row)
}

interface SessionRow {
  token_hash: string
  owner_id: string
  created_at: string
  last_seen_at: string
  expires_at: string
  id: string | null
  browser: string | null
  proved_at: string | null
}

function sessionOf(row: SessionRow): Session {
  return {
    tokenHash: row.token_hash,
    personId: row.owner_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    id: row.id,
    browser: row.browser,
    provedAt: row.proved_at,
  }
}

/** Starts a session of the viewer, or notes that it was seen; the end never moves by itself. */
export async function saveSession(tx: ViewerTransaction, session: NewSession): Promise<void> {
  if (tx.viewer.personId === null) throw new Error('A visitor has no session.')
  await tx.db
    .insertInto('session')
    .values({
      org_id: tx.viewer.orgId,
      token_hash: session.tokenHash,
      owner_id: tx.viewer.personId,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
      id: session.id ?? null,
      browser: session.browser ?? null,
      proved_at: session.provedAt ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'token_hash']).doUpdateSet({ last_seen_at: session.lastSeenAt }),
    )
    .execute()
}

/** Notes that a session was used just now. */
export async function saveSessionSeen(tx: ViewerTransaction, tokenHash: string): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ last_seen_at: tx.now })
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Removes what has run out. */
export async function removeExpiredSessions(tx: ViewerTransaction): Promise<number> {
  const removed = await tx.db
    .deleteFrom('session')
    .where('org_id', '=', tx.viewer.orgId)
    .where('expires_at', '<=', tx.now)
    .executeTakeFirst()
  return Number(removed.numDeletedRows)
}

/** Ends every session of a person at once, in whichever browser. */
export async function endSessions(tx: ViewerTransaction, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('session')
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', personId)
    .execute()
}

/** The viewer's own that have not run out, the last seen first. */
export async function listSessions(tx: ViewerTransaction): Promise<Session[]> {
  const rows = await tx.db
    .selectFrom('session')
    .selectAll()
    .where(allowedBy(sessionRules.see, tx.viewer, ownedRow))
    .where(isAlive(tx))
    .orderBy('last_seen_at', 'desc')
    .orderBy('token_hash')
    .execute()
  return rows.map(sessionOf)
}

/** Ends one session of the viewer, from its next request on. False when there is none of this id. */
export async function removeSession(tx: ViewerTransaction, id: string): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('session')
    .where(allowedBy(sessionRules.end, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'session', objectId: id, revisionId: null })
  return true
}

/** Ends all sessions of the viewer but one; returns how many. */
export async function removeOtherSessions(tx: ViewerTransaction, keptId: string): Promise<number> {
  const others = (await listSessions(tx)).flatMap(({ id }) => (id === null || id === keptId ? [] : [id]))
  for (const id of others) await removeSession(tx, id)
  return others.length
}

/** After a fresh proof: the session gets another secret, so that a copy of the earlier one is worth nothing. */
export async function saveSessionProved(
  tx: ViewerTransaction,
  { id, tokenHash }: { id: string; tokenHash: string },
): Promise<boolean> {
  const proved = await tx.db
    .updateTable('session')
    .set({ token_hash: tokenHash, proved_at: tx.now, last_seen_at: tx.now })
    .where(allowedBy(sessionRules.prove, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  return proved.numUpdatedRows > 0n
}

/** Ends the session of a secret, whoever it belongs to: whoever holds the secret may. */
export async function removeSessionOf(tx: ViewerTransaction, tokenHash: string): Promise<void> {
  await tx.db
    .deleteFrom('session')
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .execute()
}
