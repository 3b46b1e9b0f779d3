// Kysely on PGlite: one session, so one transaction at a time, in order of arrival.

import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { DiskBrokenError } from '../failures.ts'
import { forgetStatements, runStatement } from './pglite-statements.ts'
import type { Engine } from './start-pglite.ts'

/** Gives the one connection to one user after the other. */
export class Turn {
  private last: Promise<void> = Promise.resolve()

  async take(): Promise<() => void> {
    let release: () => void = () => undefined
    const mine = new Promise<void>((resolve) => {
      release = resolve
    })
    const before = this.last
    this.last = before.then(() => mine)
    await before
    return release
  }

  async during<Value>(work: () => Promise<Value>): Promise<Value> {
    const release = await this.take()
    try {
      return await work()
    } finally {
      release()
    }
  }
}

const COMMITS_BETWEEN_LOOKS = 250
const LONGEST_LOG = 32 * 1024 * 1024

// A single-user Postgres never makes a checkpoint by itself: the log would grow until the program is closed, and
// reading it again after a crash would take as long.
async function checkpointIfLong(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ bytes: string }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::text AS bytes FROM pg_control_checkpoint()',
  )
  if (Number(rows[0]?.bytes) > LONGEST_LOG) await pglite.exec('CHECKPOINT')
}

/** `engine` is asked for each query, because a restore swaps the engine under a running store. */
export function pgliteDialect(engine: () => Engine, turn: Turn): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => pgliteDriver(() => usable(engine()), turn),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

// After an fsync has failed nobody knows what is on the disk: the next commit could be promised on sand.
function usable({ pglite, fsyncs }: Engine): PGlite {
  if (fsyncs.failure === null) return pglite
  throw new DiskBrokenError(
    `The disk could not keep what was written (${fsyncs.failure.message}). Nothing more is saved until Skillmap is started again.`,
  )
}

function pgliteDriver(current: () => PGlite, turn: Turn): Driver {
  // Begins with the first statement, in the same message.
  let begin: string | null = null
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const pglite = current()
      const before = begin
      begin = null
      // Without parameters the simple protocol does, which takes several statements.
      if (query.parameters.length === 0) {
        const results = await pglite.exec(before === null ? query.sql : `${before}; ${query.sql}`)
        const last = results.at(-1)
        return { rows: (last?.rows ?? []) as Row[], numAffectedRows: BigInt(last?.affectedRows ?? 0) }
      }
      if (before !== null) await pglite.exec(before)
      const result = await runStatement<Row>(pglite, query.sql, query.parameters)
      return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: PGlite answers in one piece; nothing here streams.
    async *streamQuery() {
      throw new Error('The embedded database does not stream.')
    },
  }
  let release: () => void = () => undefined
  let commits = 0
  return {
    init: async () => undefined,
    async acquireConnection() {
      release = await turn.take()
      // The embedded database answers without ever leaving the current turn of the event loop: somebody who saves
      // in a loop would keep everybody else, timers and sockets too, from being heard.
      await new Promise((resolve) => setImmediate(resolve))
      return connection
    },
    async beginTransaction(_connection, settings) {
      begin = settings.accessMode === 'read only' ? 'BEGIN READ ONLY' : 'BEGIN'
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('COMMIT'))
      // Asked again, before the commit counts.
      current()
      commits += 1
      if (commits % COMMITS_BETWEEN_LOOKS !== 0) return
      await checkpointIfLong(current())
      await forgetStatements(current())
    },
    async rollbackTransaction() {
      await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
    },
    async releaseConnection() {
      release()
    },
    destroy: async () => undefined,
  }
}
