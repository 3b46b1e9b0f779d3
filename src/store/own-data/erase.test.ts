// Somebody who erases themselves is gone even where the program was cut off in the middle of it, and keeps no key behind.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CANARY, plantCanaries } from '../../../tests/planted-person.ts'
import { settlePerson } from '../../../tests/store-of-one.ts'
import { openEmbeddedStore, temporaryFolder } from '../../../tests/test-store.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Store } from '../open.ts'
import { listBackups, saveBackup } from './backups.ts'
import { removeEverything } from './erase.ts'

let dataDir: string
let store: Store
let viewer: Viewer

const opened = async (keyFile?: string): Promise<Store> =>
  (await openEmbeddedStore(keyFile === undefined ? { dataDir } : { dataDir, keyFile })).store

const stop = (): Promise<never> => Promise.reject(new Error('The power went off.'))

/** The same store, whose power goes off at one moment of an erase. */
const CUTS: Record<string, (whole: Store) => Store> = {
  'before the rows were removed': (whole) => ({ ...whole, withViewer: stop }),
  'after the rows were removed': (whole) => ({
    ...whole,
    withViewer: (who, work) => whole.withViewer(who, work).then(stop),
  }),
  'between the keys and the backups': (whole) => ({
    ...whole,
    // The place of the backups is asked for once the keys are gone.
    places: Object.defineProperty({ ...whole.places }, 'backups', {
      get() {
        throw new Error('The power went off.')
      },
    }),
  }),
  'before the database was written anew': (whole) => ({
    ...whole,
    database: { ...whole.database, rebuild: stop },
  }),
}

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))
}

describe('An erase of oneself', () => {
  beforeEach(async () => {
    dataDir = temporaryFolder()
  })
  afterEach(async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test.each(Object.keys(CUTS))('that was cut off %s is finished at the next start', async (when) => {
    store = await opened()
    const settled = await settlePerson(store)
    viewer = settled.viewer
    await plantCanaries(store, settled)
    await saveBackup(store)
    expect(existsSync(store.keyFile.file)).toBe(true)
    await expect(removeEverything((CUTS[when] as (whole: Store) => Store)(store), viewer)).rejects.toThrow(
      'The power went off.',
    )
    await store.close()
    store = await opened()
    expect([existsSync(store.keyFile.file), listBackups(store)]).toEqual([false, []])
    await store.database.alone((session) => session.run('CHECKPOINT'))
    expect(filesWith(dataDir, CANARY)).toEqual([])
    expect(existsSync(store.places.erasing)).toBe(false)
    expect((await store.personalViewer()).personId).not.toBe(viewer.personId)
  })

  test('that stopped at the last step takes no key and no backup of whoever went on', async () => {
    store = await opened()
    viewer = (await settlePerson(store)).viewer
    const cut = CUTS['before the database was written anew'] as (whole: Store) => Store
    await expect(removeEverything(cut(store), viewer)).rejects.toThrow('The power went off.')
    await settlePerson(store)
    store.keyFile.readOrMake()
    await saveBackup(store)
    await store.close()
    store = await opened()
    expect([existsSync(store.keyFile.file), listBackups(store).length]).toEqual([true, 1])
  })

  test('that was cut off before anybody was noted as erased takes nothing', async () => {
    store = await opened()
    const settled = await settlePerson(store)
    await plantCanaries(store, settled)
    await saveBackup(store)
    // The list of erased people is asked for once the erase was noted.
    const places = Object.defineProperty({ ...store.places }, 'tombstones', {
      get() {
        throw new Error('The power went off.')
      },
    })
    await expect(removeEverything({ ...store, places }, settled.viewer)).rejects.toThrow(
      'The power went off.',
    )
    expect(existsSync(store.places.erasing)).toBe(true)
    await store.close()
    store = await opened()
    expect([existsSync(store.keyFile.file), listBackups(store).length]).toEqual([true, 1])
    expect(existsSync(store.places.erasing)).toBe(false)
    expect((await store.personalViewer()).personId).toBe(settled.viewer.personId)
  })

  test('removes the key where it was named, and nothing else that lies there', async () => {
    const elsewhere = join(dataDir, 'elsewhere')
    const keyFile = join(elsewhere, 'mine.json')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'other.json'), '{}')
    store = await opened(keyFile)
    viewer = (await settlePerson(store)).viewer
    store.keyFile.readOrMake()
    await removeEverything(store, viewer)
    expect(readdirSync(elsewhere)).toEqual(['other.json'])
  })
})
