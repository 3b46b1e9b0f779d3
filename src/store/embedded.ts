// The embedded database of one data folder: first start, later starts, closing.

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import type { Places } from './data-folder.ts'
import { fsyncFolder, fsyncTree } from './durable-file-system.ts'
import { listMigrations, migrate, type SqlSession } from './migrations.ts'
import { pgliteDialect, Turn } from './pglite-dialect.ts'
import { type Engine, startInMemory, startOnDisk } from './start-pglite.ts'
import type { Tables } from './tables.ts'
import { unpackTar } from './unpack-tar.ts'

/** A database with its connection. `swap` replaces the engine between two transactions. */
export interface Database {
  kind: 'embedded' | 'memory' | 'postgres'
  db: Kysely<Tables>
  /** Runs alone, outside row security: for migrations, backups and the care of the files. */
  alone<Value>(work: (session: SqlSession) => Promise<Value>): Promise<Value>
  fsyncCount(): { files: number; folders: number }
  close(): Promise<void>
}

export interface EmbeddedDatabase extends Database {
  /** Closes the engine, lets `work` change the files, starts again; nothing else runs meanwhile. */
  whileStopped(work: () => Promise<void>): Promise<void>
}

/** The folder must be locked by the caller. */
export async function openEmbedded(places: Places, template: Uint8Array | null): Promise<EmbeddedDatabase> {
  if (!existsSync(places.database)) await firstFiles(places, template)
  chmodSync(places.database, 0o700)
  let engine = await startOnDisk(places.database)
  const before = { files: 0, folders: 0 }
  const turn = new Turn()
  await migrate(sessionOf(engine.pglite), listMigrations())
  const restart = async (work: () => Promise<void>): Promise<void> => {
    const release = await turn.take()
    try {
      await engine.pglite.close()
      before.files += engine.fsyncs.files
      before.folders += engine.fsyncs.folders
      try {
        await work()
      } finally {
        engine = await startOnDisk(places.database)
        await migrate(sessionOf(engine.pglite), listMigrations())
      }
    } finally {
      release()
    }
  }
  return {
    ...databaseOn(() => engine, turn, 'embedded'),
    fsyncCount: () => ({
      files: before.files + engine.fsyncs.files,
      folders: before.folders + engine.fsyncs.folders,
    }),
    whileStopped: restart,
  }
}

/** A database in memory, migrated; for checks of backups and for tests. */
export async function openInMemory(template: Uint8Array | null): Promise<Database> {
  const engine = await startInMemory(template)
  await migrate(sessionOf(engine.pglite), listMigrations())
  return databaseOn(() => engine, new Turn(), 'memory')
}

function databaseOn(engine: () => Engine, turn: Turn, kind: Database['kind']): Database {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(() => engine().pglite, turn) })
  return {
    kind,
    db,
    async alone(work) {
      const release = await turn.take()
      try {
        return await work(sessionOf(engine().pglite))
      } finally {
        release()
      }
    },
    fsyncCount: () => ({ ...engine().fsyncs }),
    async close() {
      const release = await turn.take()
      try {
        await engine().pglite.close()
      } finally {
        release()
      }
    },
  }
}

// Made beside its place and renamed when it is whole and on the disk: a crash leaves all of it or none.
async function firstFiles(places: Places, template: Uint8Array | null): Promise<void> {
  const fresh = `${places.database}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (template === null) {
    const engine = await startOnDisk(fresh)
    await engine.pglite.close()
    fsyncTree(fresh)
  } else unpackTar(template, fresh)
  renameSync(fresh, places.database)
  fsyncFolder(places.root)
}

export function sessionOf(pglite: PGlite): SqlSession {
  return {
    query: async (text, parameters) => ({
      rows: (await pglite.query<Record<string, unknown>>(text, parameters ?? [])).rows,
    }),
    run: async (text) => {
      await pglite.exec(text)
    },
  }
}
