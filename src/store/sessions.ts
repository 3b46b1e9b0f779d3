// Browser sessions: only the hash of a token is kept, so that the database cannot be used to get in.

import type { ViewerTransaction } from './viewer-transaction.ts'

export interface Session {
  tokenHash: string
  personId: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
}

/** The session of a token that has not run out; asked as a visitor, because it says who is there. */
export async function findSession(tx: ViewerTransaction, tokenHash: string): Promise<Session | null> {
  const row = await tx.db
    .selectFrom('session')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    tokenHash: row.token_hash,
    personId: row.owner_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }
}

/** Starts a session of the viewer, or notes that it was seen; the end never moves by itself. */
export async function saveSession(tx: ViewerTransaction, session: Omit<Session, 'personId'>): Promise<void> {
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
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'token_hash']).doUpdateSet({ last_seen_at: session.lastSeenAt }),
    )
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
