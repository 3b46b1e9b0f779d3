// A Postgres server (15 or newer) as the database, for teams.

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { MissingRightsError } from '../failures.ts'
import { listMigrations, listMissing, type Migration, migrate } from '../migrations.ts'
import type { SqlSession } from '../sql-session.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './embedded.ts'
import { isoTime } from './start-pglite.ts'

const OLDEST = 150_000
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, isoTime],
  [pg.types.builtins.DATE, (text: string) => text],
  [pg.types.builtins.INT8, (text: string) => Number(text)],
])

/** Logs in as the address says; each transaction then takes the application's role. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = poolOf(databaseUrl)
  const alone = aloneOn(pool)
  try {
    await alone(async (session) => {
      await refuseOldServers(session)
      await migrate(session, listMigrations())
    })
  } catch (error) {
    await pool.end()
    throw MissingRightsError.from(error) ?? error
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgres',
    db,
    alone,
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    fsyncCount: () => ({ files: 0, folders: 0 }),
    close: async () => {
      await db.destroy()
      // Kysely ends the pool only where it has asked something itself.
      if (!pool.ended) await pool.end()
    },
  }
}

function poolOf(databaseUrl: string): pg.Pool {
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
  return pool
}

function aloneOn(pool: pg.Pool): Database['alone'] {
  return async <Value>(work: (session: SqlSession) => Promise<Value>): Promise<Value> => {
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
}

/** Looks into the database of a server as of one moment, without changing anything: no migration, no write. */
export async function lookInto<Value>(
  databaseUrl: string,
  work: (session: SqlSession) => Promise<Value>,
): Promise<Value> {
  const pool = poolOf(databaseUrl)
  try {
    return await aloneOn(pool)(async (session) => {
      await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      try {
        return await work(session)
      } finally {
        await session.run('ROLLBACK')
      }
    })
  } finally {
    await pool.end()
  }
}

/** What a start would change in the tables of a server, without changing it. */
export async function previewMigrations(databaseUrl: string): Promise<Migration[]> {
  const pool = poolOf(databaseUrl)
  try {
    return await aloneOn(pool)(async (session) => {
      await refuseOldServers(session)
      return listMissing(session, listMigrations())
    })
  } finally {
    await pool.end()
  }
}

async function refuseOldServers(session: SqlSession): Promise<void> {
  const answer = await session.query('SHOW server_version_num')
  const version = Number(answer.rows[0]?.server_version_num)
  if (version < OLDEST)
    throw new Error(`Skillmap needs Postgres 15 or newer; this server says ${Math.floor(version / 10_000)}.`)
}
