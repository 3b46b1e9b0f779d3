// Tokens by which a directory keeps the list of people; only a hash of each is kept.

import { directoryTokenRules } from '../../core/access/directory-token.ts'
import { allowedBy, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface DirectoryToken {
  id: string
  label: string
  madeBy: string | null
  madeAt: string
  lastUsedAt: string | null
  endedAt: string | null
}

/** Newest first; those that have ended come too. */
export async function listDirectoryTokens(tx: ViewerTransaction): Promise<DirectoryToken[]> {
  const rows = await tx.db
    .selectFrom('directory_token')
    .selectAll()
    .where(allowedBy(directoryTokenRules.see, tx.viewer, sharedRow))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(tokenOf)
}

/** The caller has decided that the viewer may. */
export async function saveDirectoryToken(
  tx: ViewerTransaction,
  token: { id: string; label: string; tokenHash: string },
): Promise<DirectoryToken> {
  const row = {
    id: token.id,
    label: token.label,
    made_by: tx.viewer.personId,
    made_at: tx.now,
    last_used_at: null,
    ended_at: null,
  }
  await tx.db
    .insertInto('directory_token')
    .values({ org_id: tx.viewer.orgId, token_hash: token.tokenHash, ...row })
    .execute()
  tx.changes.push({ action: 'add', noun: 'directory-token', objectId: token.id, revisionId: null })
  return tokenOf(row)
}

/** False where it has ended already, or is not there. */
export async function saveDirectoryTokenEnded(tx: ViewerTransaction, id: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('directory_token')
    .set({ ended_at: tx.now })
    .where(allowedBy(directoryTokenRules.end, tx.viewer, sharedRow))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'directory-token', objectId: id, revisionId: null })
  return true
}

/** That a token was used is noted at most this often, so that reading does not write. */
const NOTED_EVERY_MS = 60_000

/** The token of this hash that holds, asked as a visitor, because it says who asks; notes that it was used. */
export async function findDirectoryToken(
  tx: ViewerTransaction,
  tokenHash: string,
): Promise<DirectoryToken | null> {
  const row = await tx.db
    .selectFrom('directory_token')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.last_used_at === null || Date.parse(tx.now) - Date.parse(row.last_used_at) > NOTED_EVERY_MS)
    await tx.db
      .updateTable('directory_token')
      .set({ last_used_at: tx.now })
      .where('org_id', '=', tx.viewer.orgId)
      .where('id', '=', row.id)
      .execute()
  return tokenOf(row)
}

interface TokenRow {
  id: string
  label: string
  made_by: string | null
  made_at: string
  last_used_at: string | null
  ended_at: string | null
}

function tokenOf(row: TokenRow): DirectoryToken {
  return {
    id: row.id,
    label: row.label,
    madeBy: row.made_by,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
    endedAt: row.ended_at,
  }
}
