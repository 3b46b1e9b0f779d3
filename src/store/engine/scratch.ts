// A database beside the real one: to check a backup, or to build what will take its place.

import { mkdirSync, rmSync } from 'node:fs'
import { type DumpEnd, dumpDatabase, loadRows } from '../dump.ts'
import { listMigrations, type Migration, migrate } from '../migrations.ts'
import { DamagedBackupError, type ReadDump } from '../own-data/backup-file.ts'
import { inTransaction, type SqlSession } from '../sql-session.ts'
import { fsyncTree } from './durable-file-system.ts'
import { type Database, sessionOf } from './embedded.ts'
import { type Engine, startInMemory, startOnDisk } from './start-pglite.ts'
import { unpackTar } from './unpack-tar.ts'

/** Loads a backup into a new database in memory and compares all of it. Throws when anything differs. */
export async function checkByRestoring(dump: ReadDump, template: Uint8Array | null): Promise<DumpEnd> {
  const engine = await startInMemory(isCurrent(dump) ? template : null)
  try {
    return await fill(sessionOf(engine.pglite), dump)
  } finally {
    await engine.pglite.close()
  }
}

/**
 * Builds a whole database folder from a backup, brings it to the newest tables, lets `finish` change it, closes
 * it and makes it lasting.
 */
export async function buildFolder(
  folder: string,
  dump: ReadDump,
  template: Uint8Array | null,
  finish: (session: SqlSession) => Promise<void>,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  if (template !== null && isCurrent(dump)) unpackTar(template, folder)
  const engine: Engine = await startOnDisk(folder)
  try {
    const session = sessionOf(engine.pglite)
    await fill(session, dump)
    await migrate(session, listMigrations())
    await inTransaction(session, () => finish(session))
  } finally {
    await engine.pglite.close()
  }
  fsyncTree(folder)
}

/** Replaces the content of a Postgres database in one transaction: all of the backup, or none of it. */
export async function replaceContent(
  database: Database,
  dump: ReadDump,
  finish: (session: SqlSession) => Promise<void>,
): Promise<void> {
  if (!isCurrent(dump))
    throw new DamagedBackupError(
      'This backup was taken with older tables. Restore it into a data folder of its own first, and take a new backup there.',
    )
  await database.alone((session) =>
    inTransaction(session, async () => {
      await loadRows(session, dump.header.tables, dump.rows)
      dump.end()
      await finish(session)
    }),
  )
}

// With the tables of its time: later migrations come after its rows, as they did in life.
async function fill(session: SqlSession, dump: ReadDump): Promise<DumpEnd> {
  await migrate(session, migrationsOf(dump))
  try {
    await inTransaction(session, () => loadRows(session, dump.header.tables, dump.rows))
  } catch (error) {
    throw error instanceof DamagedBackupError ? error : wrongContent(error)
  }
  const found = await dumpDatabase(session, dump.header.takenAt, () => undefined)
  const promised = dump.end()
  for (const table of dump.header.tables) {
    if (found.tables[table]?.sha256 !== promised.tables[table]?.sha256)
      throw new DamagedBackupError(
        `This backup is damaged: table ${table} differs once it is restored. Nothing was changed.`,
      )
  }
  return promised
}

function wrongContent(error: unknown): DamagedBackupError {
  const reason = error instanceof Error ? error.message : String(error)
  return new DamagedBackupError(
    `This backup is damaged: the database refuses its content (${reason}). Nothing was changed.`,
  )
}

function migrationsOf(dump: ReadDump): Migration[] {
  const known = new Map(listMigrations().map((migration) => [migration.name, migration]))
  return dump.header.migrations.map(({ name, checksum }) => {
    const migration = known.get(name)
    if (migration === undefined || migration.checksum !== checksum)
      throw new DamagedBackupError(
        `This backup was made by a newer Skillmap (it knows ${name}). Restore it with that version.`,
      )
    return migration
  })
}

function isCurrent(dump: ReadDump): boolean {
  return dump.header.migrations.length === listMigrations().length
}
