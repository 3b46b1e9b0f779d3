// The key file of a team, made when its server starts for the first time: a place that cannot be written shows then.

import type { Store } from '../open.ts'
import { inTransaction } from '../sql-session.ts'

/**
 * Makes the key file where there is none and nobody has a key yet. Where keys are there it was left behind, and another
 * one in its place would hide that. Throws what the disk says where it cannot be made.
 */
export async function makeFirstKeyFile(store: Store): Promise<void> {
  if (store.keyFile.read() !== 'missing') return
  const hasKeys = await store.database.alone((session) =>
    inTransaction(session, async () => {
      await session.run('SET LOCAL ROLE skillmap_keeper')
      const { rows } = await session.query('SELECT EXISTS (SELECT FROM key) AS found')
      return rows[0]?.found === true
    }),
  )
  if (!hasKeys) store.keyFile.readOrMake()
}
