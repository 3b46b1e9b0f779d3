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
}

/** `current` is asked for each query, because a restore swaps the engine under a running store. */
export function pgliteDialect(current: () => PGlite, turn: Turn): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => pgliteDriver(current, turn),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function pgliteDriver(current: () => PGlite, turn: Turn): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await current().query<Row>(query.sql, [...query.parameters])
      return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: PGlite answers in one piece; nothing here streams.
    async *streamQuery() {
      throw new Error('The embedded database does not stream.')
    },
  }
  let release: () => void = () => undefined
  return {
    init: async () => undefined,
    async acquireConnection() {
      release = await turn.take()
      return connection
    },
    async beginTransaction(_connection, settings) {
      await connection.executeQuery(
        CompiledQuery.raw(settings.accessMode === 'read only' ? 'BEGIN READ ONLY' : 'BEGIN'),
      )
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('COMMIT'))
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
