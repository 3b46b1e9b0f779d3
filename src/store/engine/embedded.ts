// The embedded database of one data folder: first start, later starts, closing.

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { listMigrations, migrate } from '../migrations.ts'
import type { SqlSession } from '../sql-session.ts'
import type { Tables } from '../tables.ts'
import type { Places } from './data-folder.ts'
import { fsyncFolder, fsyncTree } from './durable-file-system.ts'
import { pgliteDialect, Turn } from './pglite-dialect.ts'
import { type Engine, startOnDisk } from './start-pglite.ts'
import { finishSwap, mendSwap, swapFolder, undoSwap } from './swap-folder.ts'
import { unpackTar } from './unpack-tar.ts'

/** A database with its connection. */
export interface Database {
  kind: 'embedded' | 'postgres'
  db: Kysely<Tables>
  /** Runs alone, outside row security: for migrations, backups and the care of the files. */
  alone<Value>(work: (session: SqlSession) => Promise<Value>): Promise<Value>
  /** Embedded only: the same, and `replace` puts the folder that was built beside it in the database's place. */
  rebuild?<Value>(work: (session: SqlSession, replace: () => Promise<void>) => Promise<Value>): Promise<Value>
  /** Postgres only: how its pool of connections stands. */
  connections?: () => { total: number; idle: number; waiting: number }
  fsyncCount(): { files: number; folders: number }
  close(): Promise<void>
}

/** The folder must be locked by the caller. The template is asked for on the first start only. */
export async function openEmbedded(places: Places, template: () => Uint8Array | null): Promise<Database> {
  mendSwap(places)
  if (!existsSync(places.database)) await firstFiles(places, template())
  let engine = await startMigrated(places.database)
  finishSwap(places)
  const before = { files: 0, folders: 0 }
  const turn = new Turn()
  const replace = async (): Promise<void> => {
    await engine.pglite.close()
    before.files += engine.fsyncs.files
    before.folders += engine.fsyncs.folders
    try {
      swapFolder(places)
      engine = await startMigrated(places.database)
    } catch (error) {
      undoSwap(places)
      engine = await startMigrated(places.database)
      throw error
    }
    finishSwap(places)
  }
  return {
    ...databaseOn(() => engine, turn, 'embedded'),
    rebuild: (work) => turn.during(() => work(sessionOf(engine.pglite), replace)),
    fsyncCount: () => ({
      files: before.files + engine.fsyncs.files,
      folders: before.folders + engine.fsyncs.folders,
    }),
  }
}

async function startMigrated(folder: string): Promise<Engine> {
  chmodSync(folder, 0o700)
  const engine = await startOnDisk(folder)
  try {
    await migrate(sessionOf(engine.pglite), listMigrations())
    return engine
  } catch (error) {
    await engine.pglite.close()
    throw error
  }
}

function databaseOn(engine: () => Engine, turn: Turn, kind: Database['kind']): Database {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(engine, turn) })
  return {
    kind,
    db,
    alone: (work) => turn.during(() => work(sessionOf(engine().pglite))),
    fsyncCount: () => ({ files: engine().fsyncs.files, folders: engine().fsyncs.folders }),
    close: () => turn.during(() => closeEngine(engine())),
  }
}

// One whose disk failed is left as it is: closing would write once more, and might never end.
async function closeEngine({ pglite, fsyncs }: Engine): Promise<void> {
  if (fsyncs.failure === null) await pglite.close()
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
