// A Postgres server (15 or newer) as the database, for teams.

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './embedded.ts'
import { listMigrations, migrate } from './migrations.ts'
import type { SqlSession } from './sql-session.ts'
import { isoTime } from './start-pglite.ts'
import type { Tables } from './tables.ts'

const OLDEST = 150_000
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, isoTime],
  [pg.types.builtins.DATE, (text: string) => text],
  [pg.types.builtins.INT8, (text: string) => Number(text)],
])

/** Logs in as the address says; each transaction then takes the application's role. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: '-c timezone=UTC',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  const alone = async <Value>(work: (session: SqlSession) => Promise<Value>): Promise<Value> => {
    const client = await pool.connect()
    try {
      return await work({
        query: async (text, parameters) => ({
          rows: (await client.query<Record<string, unknown>>(text, parameters ?? [])).rows,
        }),
        run: async (text) => {
          await client.query(text)
        },
      })
    } finally {
      client.release()
    }
  }
  try {
    await alone(async (session) => {
      await refuseOldServers(session)
      await migrate(session, listMigrations())
    })
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgres',
    db,
    alone,
    fsyncCount: () => ({ files: 0, folders: 0 }),
    close: async () => {
      await db.destroy()
      // Kysely ends the pool only where it has asked something itself.
      if (!pool.ended) await pool.end()
    },
  }
}

async function refuseOldServers(session: SqlSession): Promise<void> {
  const answer = await session.query('SHOW server_version_num')
  const version = Number(answer.rows[0]?.server_version_num)
  if (version < OLDEST)
    throw new Error(`Skillmap needs Postgres 15 or newer; this server says ${Math.floor(version / 10_000)}.`)
}
