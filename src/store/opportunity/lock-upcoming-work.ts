// One manager's changes of what their people have come one after another: what may hold depends on what holds already.

import { sql } from 'kysely'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Until the transaction ends; taken before anything that is decided on is read. */
export async function lockUpcomingWork(tx: ViewerTransaction): Promise<void> {
  const whose = `${tx.viewer.orgId} ${tx.viewer.personId}`
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${whose}, 31))`.execute(tx.db)
}
