// Opened entries in memory: only for their owner, only as long as they are used, never out of date.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { tinyFramework } from '../../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import { type Evidence, NO_WORDS } from '../../core/evidence/evidence.ts'
import { saveEvidence } from '../../store/evidence/evidence.ts'
import { saveFrameworkVersion } from '../../store/framework/framework-versions.ts'
import { savePerson } from '../../store/people.ts'
import { journalShelf } from './journal-shelf.ts'

describe('Entries in memory', () => {
  let store: TestStore
  let viewer: Viewer
  let digest: string
  beforeAll(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
    digest = await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, tinyFramework))
  }, 60_000)
  afterAll(() => store.dispose())

  const write = (text: string, by = viewer) => {
    const entry: Omit<Evidence, 'version'> = {
      ...NO_WORDS,
      ...{ id: randomUUID(), revisionId: randomUUID(), frameworkDigest: digest, text },
      ...{ happenedOn: '2026-11-20', writtenAt: '2026-11-20T10:00:00.000Z' },
    }
    return store.withViewer(by, (tx) => saveEvidence(tx, entry, null))
  }

  test('are opened once, follow every change, and are dropped when nobody has asked for a while', async () => {
    const shelf = journalShelf(store, 1)
    const read = () => store.withViewer(viewer, (tx) => shelf.read(tx))
    await write('first')
    const before = await read()
    await write('second')
    expect((await read()).index.find({ text: 'second' })).toHaveLength(1)
    await vi.waitFor(async () => expect((await read()).index).not.toBe(before.index), { interval: 50 })
  })

  test('stay while they are used, and go when they are to be forgotten', async () => {
    const shelf = journalShelf(store)
    const read = () => store.withViewer(viewer, (tx) => shelf.read(tx))
    const { index } = await read()
    expect((await read()).index).toBe(index)
    shelf.forget()
    expect((await read()).index).not.toBe(index)
  })

  test('of one person are never found by another', async () => {
    const shelf = journalShelf(store)
    const other = ordinaryViewer(viewer.orgId, randomUUID())
    await store.withViewer(other, (tx) => savePerson(tx, { id: other.personId as string, displayName: null }))
    await write('mine alone')
    await write('of the other', other)
    const found = async (by: Viewer) =>
      (await store.withViewer(by, (tx) => shelf.read(tx))).index.find({ text: 'of' }).map(({ text }) => text)
    expect([await found(viewer), await found(other)]).toEqual([[], ['of the other']])
  })
})
