// What the API promises about correcting how a framework is read.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkCorrections } from '../../src/core/linking/link-correction.ts'
import { expectProblem } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.dispose())

const command = (known: string[] | null, more: Record<string, unknown> = {}) => ({
  frameworkDigest: server.current.digest,
  skill: 'mentoring',
  known,
  revisionId: randomUUID(),
  ...more,
})
const correct = (body: unknown, seen?: string) =>
  server.call<LinkCorrections>('PUT', '/api/skill-links', {
    headers: seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
    body,
  })
const kept = async () =>
  (await server.call<{ links: LinkCorrections | null }>('GET', '/api/skill-links')).body.links

describe('how a framework is read', () => {
  test('is corrected skill by skill, and a correction is taken back', async () => {
    expect(await kept()).toBeNull()
    const first = await correct(command(['coaching']))
    expect([first.status, first.headers.get('etag')]).toEqual([200, `"${first.body.revisionId}"`])
    const second = await correct(command([], { skill: 'coaching' }), first.body.revisionId)
    expect(second.body.corrections).toEqual([
      { framework: 'skillmap', skill: 'mentoring', known: ['coaching'] },
      { framework: 'skillmap', skill: 'coaching', known: [] },
    ])
    const back = await correct(command(null), second.body.revisionId)
    expect(back.body.corrections.map(({ skill }) => skill)).toEqual(['coaching'])
    expect(await kept()).toEqual(back.body)
  })

  test('is not overwritten by a window that has not seen the last correction, and a retry succeeds', async () => {
    const body = command(['coaching'])
    const first = await correct(body)
    expect((await correct(body)).body).toEqual(first.body)
    await correct(command(['hiring']), first.body.revisionId)
    expectProblem(await correct(command([]), first.body.revisionId), 412, 'stale')
    expectProblem(await correct(command([])), 412, 'stale')
    expect((await kept())?.corrections).toMatchObject([{ known: ['hiring'] }])
  })

  test('names skills that there are, and no more than six', async () => {
    const strange = await correct(command(['baking']))
    expectProblem(strange, 422, 'invalid')
    expect(strange.body).toMatchObject({ errors: [{ pointer: '#/known' }] })
    const gone = await correct(command([], { skill: 'baking' }))
    expect(gone.body).toMatchObject({ errors: [{ pointer: '#/skill' }] })
    const unknown = await correct(command([], { frameworkDigest: 'f'.repeat(64) }))
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '#/frameworkDigest' }] })
    const seven = [
      'coaching',
      'hiring',
      'speaking',
      'selling',
      'vision-direction',
      'team-health',
      'mentoring',
    ]
    expectProblem(await correct(command(seven)), 422, 'invalid')
    expect(await kept()).toBeNull()
  })

  test('is in the export of everything, gone after an erase, and back after an import that finds none', async () => {
    await correct(command(['coaching']))
    const exported = await server.call('GET', '/api/export')
    await server.call('POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(await kept()).toBeNull()
    const bring = () =>
      server.call('POST', '/api/import', {
        headers: { 'idempotency-key': randomUUID() },
        body: exported.body,
      })
    expect((await bring()).status).toBe(200)
    const here = await kept()
    expect(here?.corrections).toEqual([{ framework: 'skillmap', skill: 'mentoring', known: ['coaching'] }])
    const later = await correct(command(['hiring']), here?.revisionId)
    await bring()
    expect(await kept()).toEqual(later.body)
  })
})
