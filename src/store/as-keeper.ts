// What no single person may do and a round needs: giving, opening, counting and closing, as the keeper, within the
// viewer's own transaction. Row security does not hold in here, so every statement names the organisation.

import { sessionIn } from './sql-session.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** The caller has decided that the viewer may; what comes out is told to them or kept from them by the caller. */
export async function asKeeper<Value>(tx: ViewerTransaction, work: () => Promise<Value>): Promise<Value> {
  const session = sessionIn(tx)
  await session.run('SET LOCAL ROLE skillmap_keeper')
  const value = await work()
  await session.run('SET LOCAL ROLE skillmap_app')
  return value
}
