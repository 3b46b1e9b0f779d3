// Brings a database to the newest tables, in order, once each, and notices when an applied file was changed.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inTransaction, type SqlSession } from './sql-session.ts'

export interface Migration {
  name: string
  sql: string
  checksum: string
}

// The folder lies next to this file, in src as in build.
const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
/** Any number, as long as nobody else uses it for an advisory lock. */
const LOCK = 7_311_905

/** The migration files in the order of their names. Line endings do not count: Git may change them. */
export function listMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${FOLDER}${name}`, 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Applies what is missing. Throws when an applied migration differs from its file. */
export async function migrate(session: SqlSession, migrations: Migration[]): Promise<string[]> {
  // Looked at first: nearly always nothing is missing, and then nothing is locked or made.
  if ((await listMissing(session, migrations)).length === 0) return []
  await session.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    // In a schema of its own: it belongs to no organisation, and the application role never sees it.
    await session.run(`CREATE SCHEMA IF NOT EXISTS skillmap_meta;
      CREATE TABLE IF NOT EXISTS skillmap_meta.migration (
        name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
    // Again, because another process may have been at it.
    const missing = await listMissing(session, migrations)
    for (const migration of missing) await apply(session, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

/** What `migrate` would apply, without changing anything: all where none was applied. Throws as it would. */
export async function listMissing(session: SqlSession, migrations: Migration[]): Promise<Migration[]> {
  const table = await session.query("SELECT to_regclass('skillmap_meta.migration') IS NOT NULL AS is_there")
  if (table.rows[0]?.is_there !== true) return migrations
  const known = await session.query('SELECT name, checksum FROM skillmap_meta.migration ORDER BY name')
  const applied = new Map(known.rows.map((row) => [String(row.name), String(row.checksum)]))
  refuseSurprises(applied, migrations)
  return migrations.filter((migration) => !applied.has(migration.name))
}

function refuseSurprises(applied: Map<string, string>, migrations: Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    const now = byName.get(name)
    if (now === undefined)
      throw new Error(
        `The database was changed by a newer Skillmap (migration ${name}). Use that version or a newer one.`,
      )
    if (now !== checksum)
      throw new Error(
        `Migration ${name} was changed after it had been applied. Undo the change and add a new migration.`,
      )
  }
}

async function apply(session: SqlSession, migration: Migration): Promise<void> {
  await inTransaction(session, async () => {
    await session.run(migration.sql)
    await session.query('INSERT INTO skillmap_meta.migration (name, checksum) VALUES ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
  })
}
