// Closing a round: what nobody answered ends; what was given stays as it is. A confidential round is sealed as well.

import type { Round } from '../../core/round/round.ts'
import { asKeeper } from '../as-keeper.ts'
import { sealConfidentialRound } from '../sealing/seal-confidential-round.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { asRound } from './rounds.ts'

/**
 * Closes it once; a closed one stays as it is. A pair that rates without seeing each other's may still finish: neither
 * learns of the other's what they could not learn before. The caller has decided that it is closed now.
 */
export async function closeRound(tx: ViewerTransaction, roundId: string): Promise<Round | null> {
  const closed = await asKeeper(tx, async () => {
    const row = await tx.db
      .updateTable('round')
      .set({ closed_at: tx.now })
      .where('org_id', '=', tx.viewer.orgId)
      .where('id', '=', roundId)
      .where('closed_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) return null
    await tx.db
      .updateTable('ask')
      .set({ ended_at: tx.now })
      .where('org_id', '=', tx.viewer.orgId)
      .where('round_id', '=', roundId)
      .where('answered_at', 'is', null)
      .where('declined_at', 'is', null)
      .where('blind_with', 'is', null)
      .execute()
    return asRound(row)
  })
  if (closed === null) return null
  tx.changes.push({ action: 'close', noun: 'round', objectId: roundId, revisionId: null })
  if (closed.confidential) await sealConfidentialRound(tx, closed)
  return closed
}

/** Closes those whose last day is over. */
export async function closeRoundsThatEnded(tx: ViewerTransaction): Promise<void> {
  const rows = await tx.db
    .selectFrom('round')
    .select('id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('closed_at', 'is', null)
    .where('ends_on', '<', tx.now.slice(0, 10))
    .execute()
  for (const { id } of rows) await closeRound(tx, id)
}
