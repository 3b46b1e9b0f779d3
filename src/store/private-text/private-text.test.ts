// Private text: sealed for one person and one row, and open again after a lost key file, another key and a restore.

import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import { restoreBackup, saveBackup } from '../own-data/backups.ts'
import { removeEverything } from '../own-data/erase.ts'
import { savePerson } from '../people.ts'
import { KeyFileError, keyFileAt } from './key-file.ts'
import { findPrivateKeys, savePrivateKeyFromSheet } from './private-keys.ts'
import { type TextPlace, textReader, textSealer } from './private-text.ts'
import { readRecoverySheet, writeRecoverySheet } from './recovery-sheet.ts'

const WORDS = { text: 'Wrote the plan for the move to two regions — 計画 🗺️' }
const PLACE: TextPlace = { table: 'evidence_revision', rowId: randomUUID() }

describe('Private text', () => {
  let store: TestStore
  let viewer: Viewer
  beforeEach(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
  }, 60_000)
  afterEach(() => store.dispose())

  const seal = (words: unknown = WORDS, place = PLACE, by = viewer) =>
    store.withViewer(by, async (tx) => (await textSealer(tx))(place, words))
  const open = (sealed: string, place = PLACE, by = viewer) =>
    store
      .withViewer(by, async (tx) => ({ answer: (await textReader(tx))(place, sealed) }))
      .then((one) => one.answer)
  const sheet = () =>
    store.withViewer(viewer, async (tx) => {
      const [first] = (await findPrivateKeys(tx)).open
      return writeRecoverySheet(first?.key as Uint8Array)
    })

  test('comes back as it was written, and says nothing where it is kept', async () => {
    const sealed = await seal()
    expect(sealed).not.toMatch(/plan|regions/)
    expect(await seal()).not.toBe(sealed)
    expect(await open(sealed)).toEqual({ ok: true, value: WORDS })
  })

  test('cannot be opened in another row, by another person, or after a change', async () => {
    const sealed = await seal()
    const other = ordinaryViewer(viewer.orgId, randomUUID())
    await store.withViewer(other, (tx) => savePerson(tx, { id: other.personId as string, displayName: null }))
    await seal(WORDS, PLACE, other)
    expect(await open(sealed, { ...PLACE, rowId: randomUUID() })).toEqual({ ok: false, failure: 'damaged' })
    expect(await open(sealed, { ...PLACE, table: 'check_in' })).toEqual({ ok: false, failure: 'damaged' })
    expect(await open(sealed, PLACE, other)).toEqual({ ok: false, failure: 'key-missing' })
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
    expect(await open(changed)).toEqual({ ok: false, failure: 'damaged' })
    expect(await open('not sealed at all')).toEqual({ ok: false, failure: 'damaged' })
  })

  test('has its key in a file that only its owner reads, outside every backup', async () => {
    await seal()
    const { file } = store.keyFile
    expect(file.startsWith(store.places.backups)).toBe(false)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const { key } = JSON.parse(readFileSync(file, 'utf8')) as { key: string }
    await saveBackup(store)
    const { gunzipSync } = await import('node:zlib')
    for (const name of readdirSync(store.places.backups).filter((one) => one.endsWith('.gz')))
      expect(gunzipSync(readFileSync(join(store.places.backups, name))).includes(key)).toBe(false)
  })

  test('waits for its key when the key file is lost; new text is written meanwhile, and nothing is overwritten', async () => {
    const before = await seal()
    const words = await sheet()
    rmSync(store.keyFile.file)
    expect(await open(before)).toEqual({ ok: false, failure: 'key-missing' })
    const meanwhile = await seal({ text: 'written meanwhile' })
    expect(await open(before)).toEqual({ ok: false, failure: 'key-missing' })
    const restored = await store.withViewer(viewer, (tx) => savePrivateKeyFromSheet(tx, words))
    expect(restored).toMatchObject({ ok: true, value: { isNew: true } })
    expect(await open(before)).toEqual({ ok: true, value: WORDS })
    expect(await open(meanwhile)).toEqual({ ok: true, value: { text: 'written meanwhile' } })
    const again = await store.withViewer(viewer, (tx) => savePrivateKeyFromSheet(tx, words))
    expect(again).toMatchObject({ ok: true, value: { isNew: false } })
  })

  test('opens at once when a lost key file is put back', async () => {
    const before = await seal()
    renameSync(store.keyFile.file, `${store.keyFile.file}.away`)
    expect(await open(before)).toEqual({ ok: false, failure: 'key-missing' })
    renameSync(`${store.keyFile.file}.away`, store.keyFile.file)
    expect(await open(before)).toEqual({ ok: true, value: WORDS })
  })

  test('is neither read nor written with a damaged key file, which stays as it is', async () => {
    const before = await seal()
    writeFileSync(store.keyFile.file, '{"format":"skillmap-key","version":1,"key":"AAAA"}')
    expect(await open(before)).toEqual({ ok: false, failure: 'key-missing' })
    await expect(seal()).rejects.toThrow(KeyFileError)
    expect(readFileSync(store.keyFile.file, 'utf8')).toContain('AAAA')
  })

  test('of a backup that was made with another key is opened by the recovery sheet', async () => {
    const before = await seal()
    const words = await sheet()
    const { name } = await saveBackup(store)
    // As on another computer: the key file is not in the backup.
    rmSync(store.keyFile.file)
    await seal({ text: 'of the other computer' })
    expect(await restoreBackup(store, name)).toEqual({ ok: true, value: [] })
    viewer = await store.personalViewer()
    expect(await open(before)).toEqual({ ok: false, failure: 'key-missing' })
    await store.withViewer(viewer, (tx) => savePrivateKeyFromSheet(tx, words))
    expect(await open(before)).toEqual({ ok: true, value: WORDS })
  })

  test('is noise after an erase: the keys are gone, in the database and in the key file', async () => {
    const sealed = await seal()
    await removeEverything(store, viewer)
    expect(existsSync(store.keyFile.file)).toBe(false)
    const next = await store.personalViewer()
    const found = await store.withViewer(next, findPrivateKeys)
    expect(found).toEqual({ open: [], fileProblem: 'missing' })
    expect(await open(sealed, PLACE, next)).toEqual({ ok: false, failure: 'key-missing' })
  })

  test('written by two at once has one key file, whoever was first', async () => {
    const file = join(store.places.keys, 'both.json')
    expect(keyFileAt(file).readOrMake().name).toBe(keyFileAt(file).readOrMake().name)
    const both = await Promise.all([seal({ text: 'a' }), seal({ text: 'b' })])
    expect(await Promise.all(both.map((one) => open(one)))).toEqual([
      { ok: true, value: { text: 'a' } },
      { ok: true, value: { text: 'b' } },
    ])
  })

  test('can have its key file elsewhere', async () => {
    const file = join(store.places.root, 'elsewhere', 'team.json')
    const other = await openTestStore({ keyFile: file })
    try {
      const own = await other.personalViewer()
      await other.withViewer(own, async (tx) => void (await textSealer(tx))(PLACE, WORDS))
      expect([existsSync(file), existsSync(other.places.keys)]).toEqual([true, false])
    } finally {
      await other.dispose()
    }
  })
})

describe('A recovery sheet', () => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256)

  test('is fourteen groups of four, and can be typed in small letters and without hyphens', () => {
    const words = writeRecoverySheet(key)
    expect(words).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
    for (const typed of [
      words,
      words.toLowerCase(),
      words.replaceAll('-', '  \n'),
      words.replaceAll('0', 'o'),
    ]) {
      const read = readRecoverySheet(typed)
      expect(read.ok && [...read.value]).toEqual([...key])
    }
  })

  test('notices every single slip, and every two neighbours that are swapped', () => {
    const digits = writeRecoverySheet(key).replaceAll('-', '')
    for (let at = 0; at < digits.length; at += 1) {
      const slip = `${digits.slice(0, at)}${digits[at] === 'X' ? 'Y' : 'X'}${digits.slice(at + 1)}`
      expect(readRecoverySheet(slip).ok, slip).toBe(false)
      const swapped = `${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at]}${digits.slice(at + 2)}`
      if (swapped !== digits) expect(readRecoverySheet(swapped).ok, swapped).toBe(false)
    }
  })

  test('says what is wrong with it', () => {
    const words = writeRecoverySheet(key)
    const said = (text: string) => {
      const read = readRecoverySheet(text)
      return read.ok ? '' : read.failure.message
    }
    expect(said(words.slice(0, -5))).toContain('14 groups of four; this has 52')
    expect(said(`${words.slice(0, -1)}U`)).toContain('has no U')
    expect(said(`${words.slice(0, -1)}${words.endsWith('7') ? '8' : '7'}`)).toContain('slip')
  })
})
