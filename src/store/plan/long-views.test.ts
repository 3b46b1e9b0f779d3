// A kept route over years and the remark that was put away: one for each person, seen by that person only.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import type { LongView } from '../../core/plan/long-view.ts'
import { listAudit } from '../audit/audit.ts'
import { savePerson } from '../people.ts'
import { findLongView, removeLongView, saveLongView } from './long-views.ts'
import { isPlateauPutAway, savePlateauPutAway } from './plateaus.ts'

const longView = (startYear: number): LongView => ({
  frameworkDigest: 'a'.repeat(64),
  from: 'senior',
  ways: [[{ role: 'lead', years: 3 }]],
  startYear,
  revisionId: randomUUID(),
  keptAt: '2026-11-26T10:00:00.000Z',
  reviewedAt: '2026-11-26T10:00:00.000Z',
})

describe('What a person keeps about the years ahead', () => {
  let store: Awaited<ReturnType<typeof openTestStore>>
  let ada: Viewer
  let bob: Viewer
  beforeAll(async () => {
    store = await openTestStore()
    ada = await store.personalViewer()
    bob = ordinaryViewer(ada.orgId, randomUUID())
    await store.withViewer(bob, (tx) => savePerson(tx, { id: bob.personId as string, displayName: 'Bob' }))
  })
  afterAll(() => store.dispose())

  const find = (viewer: Viewer, owner = ada) =>
    store.withViewer(viewer, (tx) => findLongView(tx, owner.personId as string))

  test('is seen by nobody else, and somebody else keeps their own', async () => {
    const own = longView(2027)
    await store.withViewer(ada, (tx) => saveLongView(tx, own, null))
    expect(await find(ada)).toEqual(own)
    expect(await find(bob)).toBeNull()
    await store.withViewer(bob, (tx) => saveLongView(tx, longView(2030), null))
    expect((await find(ada))?.startYear).toBe(2027)
  })

  test('is saved by one of two who write at once, and the other sees what it was', async () => {
    const before = (await find(ada)) as LongView
    const writes = await Promise.all(
      [2028, 2029].map((year) =>
        store.withViewer(ada, (tx) => saveLongView(tx, longView(year), before.revisionId)),
      ),
    )
    expect(writes.map((write) => write.ok).toSorted()).toEqual([false, true])
    const lost = writes.find((write) => !write.ok)
    expect(lost?.ok === false && lost.failure.current).toEqual(await find(ada))
  })

  test('is let go of only by who has seen it as it is', async () => {
    const now = (await find(ada)) as LongView
    const stale = await store.withViewer(ada, (tx) => removeLongView(tx, randomUUID()))
    expect(stale.ok).toBe(false)
    expect((await store.withViewer(ada, (tx) => removeLongView(tx, now.revisionId))).ok).toBe(true)
    expect(await find(ada)).toBeNull()
    expect(await find(bob, bob)).not.toBeNull()
  })

  test('is remembered as put away once, for that person', async () => {
    const put = (putAway: boolean) =>
      store.withViewer(ada, (tx) => savePlateauPutAway(tx, putAway, randomUUID()))
    const isAway = (viewer: Viewer) =>
      store.withViewer(viewer, (tx) => isPlateauPutAway(tx, ada.personId as string))
    await put(true)
    await put(true)
    expect([await isAway(ada), await isAway(bob)]).toEqual([true, false])
    const rows = await store.withViewer(ada, (tx) => listAudit(tx))
    expect(rows.filter(({ noun }) => noun === 'plateau')).toHaveLength(1)
    await put(false)
    expect(await isAway(ada)).toBe(false)
  })
})
