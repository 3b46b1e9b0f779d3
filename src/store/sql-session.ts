// One session with the database, as plain SQL: for migrations, backups and erasing, which no table type describes.

import { CompiledQuery } from 'kysely'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** Anything that runs SQL in one session. */
export interface SqlSession {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  /** Several statements without parameters. */
  run(sql: string): Promise<void>
}

/** All of the work, or none of it. */
export async function inTransaction<Value>(session: SqlSession, work: () => Promise<Value>): Promise<Value> {
  await session.run('BEGIN')
  try {
    const value = await work()
    await session.run('COMMIT')
    return value
  } catch (error) {
    await session.run('ROLLBACK')
    throw error
  }
}

/** The session of a viewer's transaction, under the same role and row security. One statement at a time. */
export function sessionIn(tx: ViewerTransaction): SqlSession {
  const query: SqlSession['query'] = async (text, parameters) => {
    const { rows } = await tx.db.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(text, parameters ?? []),
    )
    return { rows }
  }
  return {
    query,
    run: async (text) => {
      await query(text)
    },
  }
}
