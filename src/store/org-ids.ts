// Which organisations a database holds.

import type { Database } from './engine/embedded.ts'
import { inTransaction } from './sql-session.ts'

/** Every organisation of the database, as the keeper sees them: row security would hide all but one's own. */
export async function listOrgIds(database: Database): Promise<string[]> {
  return database.alone((session) =>
    inTransaction(session, async () => {
      await session.run('SET LOCAL ROLE skillmap_keeper')
      const { rows } = await session.query('SELECT org_id::text AS id FROM org ORDER BY created_at, org_id')
      return rows.map((row) => String(row.id))
    }),
  )
}
