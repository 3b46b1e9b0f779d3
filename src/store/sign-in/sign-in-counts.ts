// How often somebody began or failed to get in: rows that all processes on one database share, and that run out.

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface SignInCount {
  /** 1 or more, since the first one of this stretch of time. */
  times: number
  /** When it begins anew, ISO. */
  expiresAt: string
}

/** What was counted under these names and has not run out; nothing of a name under which nothing was. */
export async function findSignInCounts(
  tx: ViewerTransaction,
  names: readonly string[],
): Promise<Map<string, SignInCount>> {
  const byHash = hashesOf(tx, names)
  const rows = await tx.db
    .selectFrom('sign_in_count')
    .select(['key_hash', 'times', 'expires_at'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('key_hash', 'in', [...byHash.keys()])
    .where('expires_at', '>', tx.now)
    .execute()
  return countsByName(rows, byHash)
}

/**
 * Counts each name once more, in one statement, and returns how it stands then. `expiresAt` is for those that begin
 * anew. Two processes that count one name at the same time both count.
 */
export async function saveSignInCounts(
  tx: ViewerTransaction,
  names: readonly string[],
  expiresAt: string,
): Promise<Map<string, SignInCount>> {
  const byHash = hashesOf(tx, names)
  // A count that is lost with the power lets somebody try a few times more; waiting for the disk would have everybody
  // behind one address wait for each other.
  await sql`SET LOCAL synchronous_commit TO off`.execute(tx.db)
  const ranOut = sql<boolean>`sign_in_count.expires_at <= ${tx.now}::timestamptz`
  const rows = await tx.db
    .insertInto('sign_in_count')
    .values(
      // In one order everywhere, so that no two wait for each other.
      [...byHash.keys()]
        .toSorted()
        .map((key_hash) => ({ org_id: tx.viewer.orgId, key_hash, times: 1, expires_at: expiresAt })),
    )
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'key_hash']).doUpdateSet({
        times: sql`CASE WHEN ${ranOut} THEN 1 ELSE sign_in_count.times + 1 END`,
        expires_at: sql`CASE WHEN ${ranOut} THEN excluded.expires_at ELSE sign_in_count.expires_at END`,
      }),
    )
    .returning(['key_hash', 'times', 'expires_at'])
    .execute()
  return countsByName(rows, byHash)
}

/**
 * By the key of the key file, which every process has: addresses are few enough to try them all against a plain hash.
 * Where the file is missing or damaged people still get in, so that somebody can mend it; then the hash is a plain one.
 */
function hashesOf({ keyFile }: ViewerTransaction, names: readonly string[]): Map<string, string> {
  const known = keyFile.read()
  const key = typeof known === 'string' ? '' : known.key
  return new Map(
    names.map((name) => [
      createHmac('sha256', key).update('skillmap count of signing in\n').update(name).digest('hex'),
      name,
    ]),
  )
}

function countsByName(
  rows: readonly { key_hash: string; times: number; expires_at: string }[],
  byHash: ReadonlyMap<string, string>,
): Map<string, SignInCount> {
  return new Map(
    rows.map(({ key_hash, times, expires_at }) => [
      byHash.get(key_hash) ?? '',
      { times, expiresAt: expires_at },
    ]),
  )
}
