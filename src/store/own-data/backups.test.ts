// Backups hold everything, are checked before they count, and never bring back who was erased.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ratingOf, type Settled, settlePerson } from '../../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { findRating, saveRating } from '../assessment/ratings.ts'
import { listAudit } from '../audit/audit.ts'
import { firstBrokenLink } from '../audit/audit-chain.ts'
import { type DumpEnd, dumpDatabase } from '../dump.ts'
import { listBackups, namesToKeep, restoreBackup, saveBackup, saveBackupIfDue } from './backups.ts'
import { removeEverything } from './erase.ts'

const DAY = 24 * 60 * 60 * 1000

describe('A backup', () => {
  let store: TestStore
  let settled: Settled
  let time: number
  // One store for all of them: each test restores or leaves what it found.
  beforeAll(async () => {
    time = Date.now()
    store = await openTestStore({ now: () => new Date(time) })
    settled = await settlePerson(store)
  })
  beforeEach(() => {
    time += 1000
  })
  afterAll(() => store.dispose())

  const content = (): Promise<DumpEnd> =>
    store.database.alone((session) => dumpDatabase(session, 'now', () => undefined))
  const rate = (skill: string) =>
    store.withViewer(settled.viewer, (tx) => saveRating(tx, ratingOf(settled.assessmentId, skill, 1), null))
  const found = (skill: string) =>
    store.withViewer(settled.viewer, (tx) => findRating(tx, settled.assessmentId, skill))
  const fileOf = (name: string) => join(store.places.backups, name)

  test('brings back exactly what was there, and nothing that came later', async () => {
    const before = await content()
    const backup = await saveBackup(store)
    await rate('mentoring')
    expect(await restoreBackup(store, backup.name)).toEqual({ ok: true, value: [] })
    expect((await content()).tables).toEqual(before.tables)
    expect(await found('mentoring')).toBeNull()
    expect(await found('writing')).toMatchObject({ level: 3, version: 2 })
    await rate('mentoring')
    expect(firstBrokenLink(await store.withViewer(settled.viewer, listAudit))).toBeNull()
  })

  test('taken while somebody writes holds one moment: all that was saved before, nothing half', async () => {
    let writing = true
    let written = 0
    const writer = (async () => {
      while (writing) {
        await rate(`skill-${written}`)
        written += 1
      }
    })()
    while (written < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    const atLeast = written
    time += 1000
    const backup = await saveBackup(store)
    writing = false
    await writer
    expect(await restoreBackup(store, backup.name)).toEqual({ ok: true, value: [] })
    for (let n = 0; n < atLeast; n++) expect(await found(`skill-${n}`)).not.toBeNull()
    expect(firstBrokenLink(await store.withViewer(settled.viewer, listAudit))).toBeNull()
  })

  const corruptions: Record<string, (bytes: Buffer) => Buffer> = {
    'cut off in the middle': (bytes) => bytes.subarray(0, bytes.length / 2),
    'with one byte flipped': (bytes) => {
      const copy = Buffer.from(bytes)
      copy[Math.floor(copy.length / 2)] = (copy[Math.floor(copy.length / 2)] as number) ^ 0xff
      return copy
    },
    'with a row taken out': (bytes) =>
      edited(bytes, (lines) => lines.filter((line, n) => n !== rowOf(lines) || line === '')),
    'with a word changed': (bytes) =>
      edited(bytes, (lines) => lines.map((line) => line.replace('As seen', 'As told'))),
    'without its last line': (bytes) => edited(bytes, (lines) => lines.slice(0, -2)),
    'with something added at the end': (bytes) =>
      edited(bytes, (lines) => [...lines.slice(0, -1), '{"t":"person","r":{}}', '']),
    'that is another file altogether': () => gzipSync('{"hello":"world"}\n'),
    'that is empty': () => Buffer.alloc(0),
  }
  const rowOf = (lines: string[]) => lines.findIndex((line) => line.startsWith('{"t":"rating_revision"'))
  const edited = (bytes: Buffer, edit: (lines: string[]) => string[]) =>
    gzipSync(edit(gunzipSync(bytes).toString('utf8').split('\n')).join('\n'))

  test.each(Object.keys(corruptions))('%s is refused, and what is there stays', async (name) => {
    const { name: backup } = listBackups(store)[0] ?? (await saveBackup(store))
    const whole = readFileSync(fileOf(backup))
    const before = await content()
    writeFileSync(fileOf(backup), (corruptions[name] as (bytes: Buffer) => Buffer)(whole))
    const restored = await restoreBackup(store, backup)
    writeFileSync(fileOf(backup), whole)
    expect(restored).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
    if (!restored.ok && restored.failure.kind === 'damaged')
      expect(restored.failure.message).toMatch(/^This backup is damaged: /)
    expect((await content()).tables).toEqual(before.tables)
  })

  test('from a newer Skillmap is refused with a word on which version to use', async () => {
    const backup = await saveBackup(store)
    const newer = edited(readFileSync(fileOf(backup.name)), ([header, ...rest]) => [
      (header as string).replace('"version":1', '"version":2'),
      ...rest,
    ])
    writeFileSync(fileOf(backup.name), newer)
    expect(await restoreBackup(store, backup.name)).toMatchObject({
      ok: false,
      failure: { kind: 'damaged', message: expect.stringContaining('newer Skillmap') },
    })
  })

  test('is found by its name only, never by a path', async () => {
    expect(await restoreBackup(store, '../format.json')).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })

  test('is due once a day, and only when something changed', async () => {
    time += DAY
    await rate('coaching')
    expect(await saveBackupIfDue(store)).not.toBeNull()
    await rate('facilitating')
    expect(await saveBackupIfDue(store)).toBeNull()
    time += DAY
    expect(await saveBackupIfDue(store)).not.toBeNull()
    time += DAY
    expect(await saveBackupIfDue(store)).toBeNull()
  })

  test('leaves no half-written file behind', () => {
    const names = readdirSync(store.places.backups)
    expect(names.filter((name) => !/\.jsonl\.gz$|^newest\.json$/.test(name))).toEqual([])
  })

  test('is kept for seven days and four weeks, and the last ten whenever they were taken', () => {
    const name = (daysAgo: number) =>
      `skillmap-${new Date(Date.UTC(2026, 10, 22, 12) - daysAgo * DAY).toISOString().replaceAll(/[:.]/g, '')}.jsonl.gz`
    const daily = Array.from({ length: 60 }, (_, daysAgo) => name(daysAgo))
    const thisMorning = Array.from({ length: 15 }, (_, step) => name(0.01 * (step + 1)))
    const kept = namesToKeep([...daily.slice(0, 1), ...thisMorning, ...daily.slice(1)])
    expect(daily.slice(0, 7).every((one) => kept.has(one))).toBe(true)
    expect(thisMorning.filter((one) => kept.has(one))).toEqual(thisMorning.slice(0, 9))
    expect(kept.size).toBeLessThanOrEqual(10 + 7 + 4)
  })

  test('does not bring back somebody who was erased after it was taken', async () => {
    const backup = await saveBackup(store)
    const kept = readFileSync(fileOf(backup.name))
    await removeEverything(store, settled.viewer)
    expect(listBackups(store)).toEqual([])
    writeFileSync(fileOf(backup.name), kept)
    expect(await restoreBackup(store, backup.name)).toEqual({ ok: true, value: [] })
    const lines: string[] = []
    await store.database.alone((session) => dumpDatabase(session, 'now', (line) => void lines.push(line)))
    expect(lines.filter((line) => line.includes('As seen in the review'))).toEqual([])
    expect((await store.personalViewer()).personId).not.toBe(settled.personId)
  })
})
