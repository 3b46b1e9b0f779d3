// What the API promises about the route over years that a person keeps, and about the remark on a plateau.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LongView } from '../../src/core/plan/long-view.ts'
import type { SoftPlateau } from '../../src/core/plan/soft-plateau.ts'
import { expectProblem } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.dispose())

const command = (more: Record<string, unknown> = {}) => ({
  frameworkDigest: server.current.digest,
  from: 'senior-engineer',
  ways: [
    [
      { role: 'tech-lead', years: 3 },
      { role: 'engineering-manager', years: null },
    ],
  ],
  startYear: 2027,
  revisionId: randomUUID(),
  ...more,
})
const keep = (body: unknown, seen?: string) =>
  server.call<LongView>('PUT', '/api/long-view', {
    headers: seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
    body,
  })
const kept = async () =>
  (await server.call<{ longView: LongView | null }>('GET', '/api/long-view')).body.longView
const later = (iso: string) => {
  server.clock.now = new Date(iso)
}

describe('a long view', () => {
  test('is kept, and a year later said to be still true without having been kept anew', async () => {
    expect(await kept()).toBeNull()
    const first = await keep(command())
    expect(first.status).toBe(200)
    expect(first.headers.get('etag')).toBe(`"${first.body.revisionId}"`)
    later('2027-12-01T10:00:00.000Z')
    const again = await keep(command(), first.body.revisionId)
    expect(again.body.keptAt).toBe(first.body.keptAt)
    expect(again.body.reviewedAt).toBe('2027-12-01T10:00:00.000Z')
    expect(await kept()).toEqual(again.body)
  })

  test('is not overwritten by a window that has not seen the last change', async () => {
    const first = await keep(command())
    const second = await keep(command({ startYear: 2028 }), first.body.revisionId)
    const stale = await keep(command({ startYear: 2030 }), first.body.revisionId)
    expectProblem(stale, 412, 'stale')
    expect((await kept())?.startYear).toBe(second.body.startYear)
    const gone = await server.call('DELETE', '/api/long-view', {
      headers: { 'if-match': `"${first.body.revisionId}"` },
    })
    expectProblem(gone, 412, 'stale')
  })

  test('can be sent again after a lost answer, and let go of twice', async () => {
    const body = command()
    const first = await keep(body)
    expect((await keep(body)).body).toEqual(first.body)
    const headers = { 'if-match': `"${first.body.revisionId}"` }
    expect((await server.call('DELETE', '/api/long-view', { headers })).status).toBe(204)
    expect((await server.call('DELETE', '/api/long-view', { headers })).status).toBe(204)
    expect(await kept()).toBeNull()
  })

  test('names roles that the framework has, in one to three ways', async () => {
    const unknown = await keep(command({ ways: [[{ role: 'wizard', years: null }]] }))
    expectProblem(unknown, 422, 'invalid')
    expect(unknown.text).toContain('No role is called wizard.')
    expectProblem(await keep(command({ ways: [] })), 422, 'invalid')
    expectProblem(await keep(command({ ways: [[{ role: 'tech-lead', years: 0 }]] })), 422, 'invalid')
    expect(await kept()).toBeNull()
  })

  test('is in the export of everything, gone after an erase, and back after an import', async () => {
    const { body } = await keep(command())
    const exported = await server.call('GET', '/api/export')
    expect(exported.text).toContain(body.revisionId)
    // With the version that it was kept against, so that it can be read wherever it is brought.
    const { frameworks } = exported.body as { frameworks: { digest: string }[] }
    expect(frameworks.map(({ digest }) => digest)).toEqual([body.frameworkDigest])
    await server.call('POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(await kept()).toBeNull()
    const headers = { 'idempotency-key': randomUUID() }
    const brought = await server.call('POST', '/api/import', { headers, body: exported.body })
    expect(brought.status, brought.text).toBe(200)
    expect(await kept()).toEqual(body)
  })
})

describe('the remark on a plateau', () => {
  const plateau = async (to?: string) =>
    (
      await server.call<{ plateau: SoftPlateau | null }>(
        'GET',
        `/api/plateau${to === undefined ? '' : `?to=${to}`}`,
      )
    ).body.plateau

  async function aYearOfHardSkills() {
    const target = {
      frameworkDigest: server.current.digest,
      role: 'senior-engineer',
      destinations: ['staff-engineer'],
      revisionId: randomUUID(),
    }
    await server.call('PUT', '/api/target', { headers: { 'if-none-match': '*' }, body: target })
    const first = await server.openAssessment()
    await server.rate(first.id, 'system-design', 3)
    await server.rate(first.id, 'written-communication', 2)
    later('2028-01-15T10:00:00.000Z')
    const second = await server.openAssessment()
    await server.rate(second.id, 'system-design', 4)
    await server.rate(second.id, 'written-communication', 2)
  }

  test('comes from one’s own earlier ratings, for the destinations one has', async () => {
    await aYearOfHardSkills()
    const found = await plateau()
    expect(found).toMatchObject({
      role: 'staff-engineer',
      grown: [{ skill: 'system-design', before: 3, now: 4 }],
      still: [{ skill: 'written-communication', before: 2, now: 2 }],
    })
    expect(await plateau('stay')).toBeNull()
    expect(await plateau('engineering-manager,nowhere')).toMatchObject({ role: 'engineering-manager' })
  })

  test('is never said again once it is put away, on no machine, until that is taken back', async () => {
    await aYearOfHardSkills()
    const put = (putAway: boolean) => server.call('PUT', '/api/plateau/put-away', { body: { putAway } })
    expect((await put(true)).status).toBe(204)
    expect((await put(true)).status).toBe(204)
    expect(await plateau()).toBeNull()
    expect(await plateau('engineering-manager')).toBeNull()
    const exported = await server.call('GET', '/api/export')
    await put(false)
    expect(await plateau()).not.toBeNull()
    const headers = { 'idempotency-key': randomUUID() }
    await server.call('POST', '/api/import', { headers, body: exported.body })
    expect(await plateau()).toBeNull()
  })

  test('is not said where nothing was rated', async () => {
    expect(await plateau('staff-engineer')).toBeNull()
  })
})
