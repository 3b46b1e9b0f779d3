// Sign-ins that have begun: kept by the hash of the secret in a browser's cookie, and taken out once.

import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Kept as a visitor: nobody is known yet. */
export async function saveSignInAttempt(
  tx: ViewerTransaction,
  attempt: { tokenHash: string; content: unknown; expiresAt: string },
): Promise<void> {
  await tx.db
    .insertInto('sign_in_attempt')
    .values({
      org_id: tx.viewer.orgId,
      token_hash: attempt.tokenHash,
      content: JSON.stringify(attempt.content),
      expires_at: attempt.expiresAt,
    })
    .execute()
}

/** Takes it out: null when there is none, it ran out, or it was taken before. */
export async function takeSignInAttempt(tx: ViewerTransaction, tokenHash: string): Promise<unknown> {
  const row = await tx.db
    .deleteFrom('sign_in_attempt')
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .returning(['content', 'expires_at'])
    .executeTakeFirst()
  return row === undefined || row.expires_at <= tx.now ? null : row.content
}
