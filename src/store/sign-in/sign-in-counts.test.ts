// Counting tries to get in: over all who count, for a time, and without a word of whose they were.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { type Viewer, visitor } from '../../core/access/viewer.ts'
import { careForOrganisation } from '../care-for-organisation.ts'
import { findOrMakeTeamOrg } from '../organisation/team-org.ts'
import { findSignInCounts, saveSignInCounts } from './sign-in-counts.ts'

const ADDRESS = 'address 203.0.113.7'
const MINUTE_MS = 60_000

describe('Tries to get in', () => {
  let store: TestStore
  let nobody: Viewer
  const clock = { now: new Date('2026-11-23T10:00:00.000Z') }
  const inMinutes = (minutes: number) => new Date(clock.now.getTime() + minutes * MINUTE_MS).toISOString()
  const count = (...names: string[]) =>
    store.withViewer(nobody, (tx) => saveSignInCounts(tx, names, inMinutes(10)))
  const timesOf = async (name: string) =>
    (await store.withViewer(nobody, (tx) => findSignInCounts(tx, [name]))).get(name)?.times ?? 0
  const rows = () =>
    store.database.alone(async (session) => {
      await session.run('BEGIN; SET LOCAL ROLE skillmap_keeper')
      const found = await session.query('SELECT * FROM sign_in_count')
      await session.run('COMMIT')
      return found.rows
    })

  beforeAll(async () => {
    store = await openTestStore({ now: () => clock.now })
    nobody = visitor(await findOrMakeTeamOrg(store, {}))
  })
  afterAll(() => store.dispose())

  test('are all counted where many come at once, in whatever order they are named', async () => {
    const both = [ADDRESS, 'account 1']
    const counted = await Promise.all(
      Array.from({ length: 20 }, (_, at) => count(...(at % 2 === 0 ? both : both.toReversed()))),
    )
    expect(counted.map((each) => each.get(ADDRESS)?.times ?? 0).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
    expect([await timesOf(ADDRESS), await timesOf('account 1'), await timesOf('account 2')]).toEqual([
      20, 20, 0,
    ])
  })

  test('are kept by a hash that tells nobody the address', async () => {
    const kept = await rows()
    expect(kept).toHaveLength(2)
    for (const row of kept) expect(row.key_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(kept)).not.toContain('203.0.113')
  })

  test('are not seen from another organisation', async () => {
    const elsewhere = visitor('0193a000-0000-7000-8000-00000000abcd')
    const seen = await store.withViewer(elsewhere, (tx) => findSignInCounts(tx, [ADDRESS]))
    expect(seen.size).toBe(0)
  })

  test('are counted anew after ten minutes from the first, however many came since', async () => {
    clock.now = new Date(inMinutes(9))
    expect((await count(ADDRESS)).get(ADDRESS)?.times).toBe(21)
    clock.now = new Date(inMinutes(1))
    expect(await timesOf(ADDRESS)).toBe(0)
    expect((await count(ADDRESS)).get(ADDRESS)).toEqual({ times: 1, expiresAt: inMinutes(10) })
  })

  test('are removed once they count no more, and not before', async () => {
    const longAgo = '2020-01-01T00:00:00.000Z'
    const care = () => careForOrganisation(store, { idleSince: longAgo, answeredBefore: longAgo })
    expect(await care()).toBe(true)
    expect(await rows()).toHaveLength(1)
    expect(await timesOf(ADDRESS)).toBe(1)
    clock.now = new Date(inMinutes(10))
    expect(await care()).toBe(true)
    expect(await rows()).toEqual([])
  })
})
