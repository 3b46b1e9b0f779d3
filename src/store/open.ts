// Opens a store: locks the folder, starts the database, brings it up to date, and hands out transactions.

import type { Viewer } from '../core/access/viewer.ts'
import type { AuditEntry } from './audit/audit.ts'
import { makeFolders, type Places, placesIn } from './engine/data-folder.ts'
import { checkFormat } from './engine/data-format.ts'
import { type Database, openEmbedded } from './engine/embedded.ts'
import { FREE_SPACE_FLOOR, spaceProblemAt } from './engine/free-space.ts'
import { type FolderLock, takeLock } from './engine/lock.ts'
import { openPostgres } from './engine/postgres.ts'
import { listOrgIds } from './org-ids.ts'
import { finishErasingBeside } from './own-data/erase-beside.ts'
import { finishErasing } from './own-data/finish-erasing.ts'
import { findOrMakePersonalViewer } from './personal.ts'
import { type KeyFile, keyFileIn } from './private-text/key-file.ts'
import { findTemplate } from './template.ts'
import { makeWithViewer, type WithViewer } from './viewer-transaction.ts'

export interface StoreOptions {
  /** The data folder, see `dataFolder`. Backups are kept there even when the database is elsewhere. */
  dataDir: string
  /** A Postgres 15+ server instead of the embedded database. */
  databaseUrl?: string
  /** The clock, for tests. */
  now?: () => Date
  /** Bytes that must stay free, for tests. */
  freeSpaceFloor?: number
  /** A file made by `make-template.ts`, in place of the one that lies in the build. */
  templateFile?: string
  /** The file with the key of private text, where it is not in the data folder. */
  keyFile?: string
}

export interface Store {
  places: Places
  kind: Database['kind']
  withViewer: WithViewer
  /** Personal use: the one person of this folder, made on the first call. */
  personalViewer(): Promise<Viewer>
  /** fsync calls so far that reached the operating system; 0 where Postgres itself does it. */
  fsyncCount(): { files: number; folders: number }
  /** Tells others where this process listens, should they find the folder locked. */
  setAddress(address: string): void
  /** Counts the transactions of this process that changed something, or something of a noun, since opening. */
  changeCount(noun?: AuditEntry['noun']): number
  /** Why nothing can be written now, in words; null while there is space. */
  spaceProblem(): string | null
  /** The clock. */
  now(): Date
  /** For backups, restoring and erasing only; everything else goes through `withViewer`. */
  database: Database
  /** The empty database that new ones are copied from, if the build brought one. */
  template(): Uint8Array | null
  /** The key that opens the keys of people. */
  keyFile: KeyFile
  close(): Promise<void>
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const places = placesIn(options.dataDir)
  const now = options.now ?? (() => new Date())
  makeFolders(places)
  const lock = options.databaseUrl === undefined ? takeLock(places.lock, now()) : null
  try {
    checkFormat(places)
    const database = await openDatabase(options, places)
    const store = storeOn(database, places, lock, options, now)
    await finishErasing(store)
    await finishErasingBeside(store)
    return store
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function openDatabase(options: StoreOptions, places: Places): Promise<Database> {
  if (options.databaseUrl !== undefined) return openPostgres(options.databaseUrl)
  return openEmbedded(places, () => findTemplate(options.templateFile))
}

function storeOn(
  database: Database,
  places: Places,
  lock: FolderLock | null,
  options: StoreOptions,
  now: () => Date,
): Store {
  let changes = 0
  const changesOf = new Map<AuditEntry['noun'], number>()
  const spaceProblem = (): string | null =>
    lock === null ? null : spaceProblemAt(places.root, options.freeSpaceFloor ?? FREE_SPACE_FLOOR)
  const keyFile = keyFileIn(places, options.keyFile)
  const withViewer = makeWithViewer({
    db: database.db,
    now,
    keyFile,
    spaceProblem,
    changed: (nouns) => {
      changes += 1
      for (const noun of nouns) changesOf.set(noun, (changesOf.get(noun) ?? 0) + 1)
    },
  })
  return {
    places,
    kind: database.kind,
    withViewer,
    personalViewer: () => findOrMakePersonalViewer(withViewer, () => listOrgIds(database)),
    fsyncCount: () => database.fsyncCount(),
    setAddress: (address) => lock?.setAddress(address),
    changeCount: (noun) => (noun === undefined ? changes : (changesOf.get(noun) ?? 0)),
    spaceProblem,
    now,
    database,
    template: () => findTemplate(options.templateFile),
    keyFile,
    async close() {
      try {
        await database.close()
      } finally {
        lock?.release()
      }
    },
  }
}
