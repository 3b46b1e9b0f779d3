// Everything in the database as lines of text, in an order that is always the same, and back again.

import { createHash } from 'node:crypto'
import { listTablesInOrder } from './column-tags.ts'
import type { SqlSession } from './sql-session.ts'

export const DUMP_VERSION = 1

export interface DumpHeader {
  format: 'skillmap-backup'
  version: number
  takenAt: string
  /** The migrations that made the tables, with their checksums. */
  migrations: { name: string; checksum: string }[]
  /** Each after those it refers to. */
  tables: string[]
}

export interface DumpEnd {
  end: true
  /** SHA-256 over a table's rows, each with a line end. */
  tables: Record<string, { rows: number; sha256: string }>
}

const FETCH = 2000

/**
 * Reads every table as of one moment and gives each line to `write`: the header, one per row (Postgres's own
 * JSON, so that nothing is rounded on the way), and counts and hashes at the end.
 */
export async function dumpDatabase(
  session: SqlSession,
  takenAt: string,
  write: (line: string) => void | Promise<void>,
): Promise<DumpEnd> {
  await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const tables = await listTablesInOrder(session)
    const known = await session.query('SELECT name, checksum FROM skillmap_meta.migration ORDER BY name')
    const migrations = known.rows.map((row) => ({ name: String(row.name), checksum: String(row.checksum) }))
    const header: DumpHeader = {
      format: 'skillmap-backup',
      version: DUMP_VERSION,
      takenAt,
      migrations,
      tables,
    }
    await write(JSON.stringify(header))
    await session.run('SET LOCAL ROLE skillmap_keeper')
    const end: DumpEnd = { end: true, tables: {} }
    for (const table of tables) {
      end.tables[table] = await dumpTable(session, table, write)
    }
    await write(JSON.stringify(end))
    await session.run('COMMIT')
    return end
  } catch (error) {
    await session.run('ROLLBACK')
    throw error
  }
}

async function dumpTable(
  session: SqlSession,
  table: string,
  write: (line: string) => void | Promise<void>,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let count = 0
  await session.run(`DECLARE lines NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM "${table}" t
    ORDER BY ${await keyOrder(session, table)}`)
  for (;;) {
    const { rows } = await session.query(`FETCH ${FETCH} FROM lines`)
    for (const row of rows) {
      const line = String(row.line)
      hash.update(line).update('\n')
      await write(`{"t":"${table}","r":${line}}`)
    }
    count += rows.length
    if (rows.length < FETCH) break
  }
  await session.run('CLOSE lines')
  return { rows: count, sha256: hash.digest('hex') }
}

// Text by its bytes: other orders differ from one machine to the next.
async function keyOrder(session: SqlSession, table: string): Promise<string> {
  const { rows } = await session.query(
    `SELECT a.attname::text AS column, format_type(a.atttypid, null) AS type
     FROM pg_constraint k CROSS JOIN unnest(k.conkey) WITH ORDINALITY AS part (attnum, place)
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = part.attnum
     WHERE k.conrelid = format('public.%I', $1::text)::regclass AND k.contype = 'p' ORDER BY part.place`,
    [table],
  )
  return rows
    .map((row) => (row.type === 'text' ? `t."${row.column}" COLLATE "C"` : `t."${row.column}"`))
    .join(', ')
}

/** Replaces everything in the database by what a checked dump says, in the caller's transaction, as the keeper. */
export async function loadRows(
  session: SqlSession,
  tables: string[],
  rows: AsyncIterable<DumpRow>,
): Promise<void> {
  await session.run('SET LOCAL ROLE skillmap_keeper')
  for (const table of [...tables].reverse()) await session.run(`DELETE FROM "${table}"`)
  let batch: string[] = []
  let current = ''
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const insert = `INSERT INTO "${current}" SELECT * FROM json_populate_recordset(null::"${current}", $1::json)`
    await session.query(insert, [`[${batch.join(',')}]`])
    batch = []
  }
  for await (const { table, line } of rows) {
    if (table !== current || batch.length >= FETCH) await flush()
    current = table
    batch.push(line)
  }
  await flush()
  await session.run('RESET ROLE')
}

export interface DumpRow {
  table: string
  line: string
}
