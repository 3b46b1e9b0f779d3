// What the embedded database promises about the disk: commits reach it, a full one is refused, a newer one is left alone.

import { randomUUID } from 'node:crypto'
import fs, { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOnDisk, openEmbeddedStore, templateFile, temporaryFolder } from '../../../tests/test-store.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { DiskBrokenError, DiskFullError, FolderInUseError, NewerFormatError } from '../failures.ts'
import { openStore, type Store } from '../open.ts'
import { saveErasedPerson } from '../own-data/erased-people.ts'
import { findPerson, listPeople, savePerson } from '../people.ts'
import { findTemplate, hashFileOf } from '../template.ts'
import { swapPlaces } from './swap-folder.ts'

let dataDir: string
let open: Store[]

/** A folder for each test, in the place that `newFolder` chooses. */
function aFolderForEach(newFolder: () => string): void {
  beforeEach(() => {
    dataDir = newFolder()
    open = []
  })
  afterEach(async () => {
    for (const store of open) await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
}

async function opened(options: { freeSpaceFloor?: number } = {}): Promise<Store> {
  const { store } = await openEmbeddedStore({ dataDir, ...options })
  open.push(store)
  return store
}

async function closed(store: Store): Promise<void> {
  await store.close()
  open = open.filter((other) => other !== store)
}

const rename = (store: Store, viewer: Viewer, displayName: string) =>
  store.withViewer(viewer, (tx) => savePerson(tx, { id: viewer.personId as string, displayName }))

describe('An embedded store', () => {
  // On a real disk: what is promised of it is tried on it.
  aFolderForEach(folderOnDisk)

  test('makes every single commit reach the disk by a real fsync', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    const commits = 50
    const before = store.fsyncCount().files
    for (let n = 0; n < commits; n++) {
      const atStart = store.fsyncCount().files
      await rename(store, viewer, `Name ${n}`)
      expect(store.fsyncCount().files).toBeGreaterThan(atStart)
    }
    expect(store.fsyncCount().files - before).toBeGreaterThanOrEqual(commits)
    if (process.platform !== 'win32') expect(store.fsyncCount().folders).toBeGreaterThan(0)
  })

  test('is readable by nobody else on the machine', async () => {
    const store = await opened()
    if (process.platform === 'win32') return
    for (const folder of [store.places.root, store.places.database, store.places.run, store.places.backups])
      expect(statSync(folder).mode & 0o777).toBe(
        folder === store.places.root ? statSync(dataDir).mode & 0o777 : 0o700,
      )
  })

  test('finds everything again after it was closed', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    await rename(store, viewer, 'Ada')
    await closed(store)
    const again = await opened()
    expect(await again.withViewer(viewer, (tx) => findPerson(tx, viewer.personId as string))).toMatchObject({
      displayName: 'Ada',
    })
  })

  test('puts the old database back when a restore was interrupted between its two renames', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    const { before, next } = swapPlaces(store.places)
    await closed(store)
    renameSync(join(dataDir, 'database'), before)
    mkdirSync(next)
    const again = await opened()
    expect((await again.personalViewer()).personId).toBe(viewer.personId)
    expect([existsSync(before), existsSync(next)]).toEqual([false, false])
  })

  test('saves nothing more once the disk has failed to keep a write, and is whole after a new start', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    await rename(store, viewer, 'Kept')
    const fsyncSync = fs.fsyncSync
    fs.fsyncSync = () => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
    }
    syncBuiltinESMExports()
    try {
      await expect(rename(store, viewer, 'Not acknowledged')).rejects.toThrow(DiskBrokenError)
    } finally {
      fs.fsyncSync = fsyncSync
      syncBuiltinESMExports()
    }
    await expect(rename(store, viewer, 'Never tried')).rejects.toThrow(DiskBrokenError)
    await store.close().catch(() => undefined)
    open = []
    const again = await opened()
    const found = await again.withViewer(viewer, (tx) => findPerson(tx, viewer.personId as string))
    expect(['Kept', 'Not acknowledged']).toContain(found?.displayName)
  })
})

describe('A data folder', () => {
  // In memory where that can be had: what is decided here, and what is refused, is the same on any disk.
  aFolderForEach(temporaryFolder)

  test('keeps its log short however long it runs', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    // 600 commits of about 100 kB that do not compress: more than the log may hold.
    for (let n = 0; n < 600; n++) {
      const value = JSON.stringify(Array.from({ length: 2800 }, () => randomUUID()).join(''))
      await store.withViewer(viewer, (tx) =>
        tx.db
          .insertInto('setting')
          .values({
            org_id: viewer.orgId,
            owner_id: viewer.personId as string,
            name: 'bulk',
            value,
            updated_at: tx.now,
          })
          .onConflict((conflict) => conflict.columns(['org_id', 'owner_id', 'name']).doUpdateSet({ value }))
          .execute(),
      )
    }
    const log = await store.database.alone((session) =>
      session.query(
        'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()',
      ),
    )
    expect(Number(log.rows[0]?.bytes)).toBeLessThan(64 * 1024 * 1024)
  })

  test('refuses a second opening of its folder, naming the holder', async () => {
    const store = await opened()
    store.setAddress('http://127.0.0.1:4310')
    const second = openStore({ dataDir })
    await expect(second).rejects.toThrow(FolderInUseError)
    await expect(second).rejects.toThrow(`process ${process.pid}`)
    await expect(second).rejects.toThrow('http://127.0.0.1:4310')
  })

  test('still reads when the disk is nearly full, and refuses to write with clear words', async () => {
    const first = await opened()
    const viewer = await first.personalViewer()
    await closed(first)
    const store = await opened({ freeSpaceFloor: Number.MAX_SAFE_INTEGER })
    expect(await store.withViewer(viewer, listPeople)).toHaveLength(1)
    const refused = rename(store, viewer, 'Ada')
    await expect(refused).rejects.toThrow(DiskFullError)
    await expect(refused).rejects.toThrow(/^disk is full: /)
  })

  test('leaves a folder alone that a newer Skillmap has written', async () => {
    await closed(await opened())
    const format = join(dataDir, 'format.json')
    writeFileSync(format, JSON.stringify({ skillmapDataFormat: 99, engine: 'postgres-18' }))
    await expect(openStore({ dataDir })).rejects.toThrow(NewerFormatError)
    await expect(openStore({ dataDir })).rejects.toThrow('data format 99')
    expect(existsSync(join(dataDir, 'run', 'lock'))).toBe(false)
  })

  test('leaves a database alone whose migrations it does not know', async () => {
    const store = await opened()
    await store.database.alone((session) =>
      session.run("INSERT INTO skillmap_meta.migration (name, checksum) VALUES ('9999-later.sql', 'x')"),
    )
    await closed(store)
    await expect(openStore({ dataDir })).rejects.toThrow('newer Skillmap (migration 9999-later.sql)')
  })

  test('notices when a migration was changed after it had been applied', async () => {
    const store = await opened()
    await store.database.alone((session) =>
      session.run("UPDATE skillmap_meta.migration SET checksum = 'other'"),
    )
    await closed(store)
    await expect(openStore({ dataDir })).rejects.toThrow('was changed after it had been applied')
  })

  test('finds a database on its first start that was closed, and not one that crashed', async () => {
    // Postgres syncs every file of a database that was not closed, and replays its log: seconds on a slow disk.
    const store = await opened()
    expect(store.fsyncCount().files).toBeLessThan(50)
    const { rows } = await store.database.alone((session) => session.query('SELECT datname FROM pg_database'))
    expect(rows).toEqual([{ datname: 'postgres' }])
  })

  test('starts anew when the first start was interrupted', async () => {
    mkdirSync(join(dataDir, 'database.new', 'base'), { recursive: true })
    const store = await opened()
    expect((await store.personalViewer()).personId).not.toBeNull()
    expect(existsSync(join(dataDir, 'database.new'))).toBe(false)
  })

  test('goes on with an erase that a crash interrupted', async () => {
    const store = await opened()
    const viewer = await store.personalViewer()
    saveErasedPerson(store.places, {
      orgId: viewer.orgId,
      personId: viewer.personId as string,
      erasedAt: new Date().toISOString(),
    })
    await closed(store)
    expect((await (await opened()).personalViewer()).personId).not.toBe(viewer.personId)
  })

  test('does without a template, and without one that does not fit', async () => {
    const file = join(dataDir, 'template.tar.gz')
    writeFileSync(file, readFileSync(await templateFile()))
    expect(findTemplate(file)).toBeNull()
    writeFileSync(hashFileOf(file), 'of another version\n')
    expect(findTemplate(file)).toBeNull()
    const store = await openStore({ dataDir, templateFile: file })
    open.push(store)
    expect((await store.personalViewer()).personId).not.toBeNull()
  })
})
