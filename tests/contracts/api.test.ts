// What the API promises about the person, frameworks, the target and assessments, over the real store.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import type { Target } from '../../src/core/target/target.ts'
import { frameworkSchema } from '../../src/server/framework/framework-wire.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

describe('health', () => {
  test('says that it is there to somebody without a session', async () => {
    const answer = await server.raw('GET', '/api/health')
    expect(answer.body).toEqual({ status: 'ok', version: '0.0.0-test' })
  })
})

describe('me', () => {
  test('tells where the data is kept and which framework is in use', async () => {
    const { body } = await server.call('GET', '/api/me')
    expect(body).toMatchObject({
      framework: { id: 'skillmap', digest: server.current.digest },
      dataPlace: server.store.places.root,
    })
  })

  test('is never kept by a cache', async () => {
    expect((await server.call('GET', '/api/me')).headers.get('cache-control')).toBe('no-store')
  })

  test('shows the latest word on each skill across assessments', async () => {
    const first = await server.openAssessment()
    await server.rate(first.id, 'mentoring', 2)
    await server.call('POST', `/api/assessments/${first.id}/close`)
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    const second = await server.openAssessment()
    await server.rate(second.id, 'mentoring', 3)
    const { body } = await server.call<{ levels: Rating[]; openAssessment: Assessment }>('GET', '/api/me')
    expect(body.levels.find((rating) => rating.skill === 'mentoring')).toMatchObject({ level: 3 })
    expect(body.openAssessment.id).toBe(second.id)
  })
})

describe('frameworks', () => {
  test('gives a version whole, to be kept for ever', async () => {
    const answer = await server.call('GET', `/api/frameworks/${server.current.digest}`)
    expect(frameworkSchema.parse(answer.body)).toEqual(server.current.framework)
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  test('does not send a version again that the reader has', async () => {
    const headers = { 'if-none-match': `"${server.current.digest}"` }
    const answer = await server.call('GET', `/api/frameworks/${server.current.digest}`, { headers })
    expect([answer.status, answer.text]).toEqual([304, ''])
  })

  test.each([
    ['folder', 'application/zip', 'zip'],
    ['json', 'application/json', 'json'],
    ['csv', 'text/csv', 'csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['markdown', 'text/markdown', 'md'],
  ])('exports a version as %s', async (as, type, ending) => {
    const answer = await server.call('GET', `/api/frameworks/${server.current.digest}/export?as=${as}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="skillmap-1.0.${ending}"`)
    expect(answer.text.length).toBeGreaterThan(10_000)
  })

  test('says what it can export, and that a version is not there', async () => {
    const wrong = await server.call('GET', `/api/frameworks/${server.current.digest}/export?as=pdf`)
    expect([wrong.status, wrong.text]).toEqual([
      422,
      expect.stringContaining('folder, json, csv, xlsx, markdown'),
    ])
    const missing = await server.call('GET', `/api/frameworks/${'0'.repeat(64)}/export`)
    expect(missing.status).toBe(404)
  })

  test('compresses a version for those who can read that', async () => {
    const path = `/api/frameworks/${server.current.digest}`
    const request = new Request(`http://127.0.0.1:4747${path}`, {
      headers: { authorization: 'Bearer the-secret-of-the-command-line', 'accept-encoding': 'gzip, br' },
    })
    const answer = await server.app.fetch(request)
    expect(answer.headers.get('content-encoding')).toBe('br')
    const whole = Buffer.byteLength(JSON.stringify(server.current.framework))
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(whole / 3)
  })

  test.each([['f'.repeat(64)], ['nonsense'], ['%00'], [`${'f'.repeat(64)}%0a`]])(
    'does not know the version %s',
    async (digest) => {
      expectProblem(await server.call('GET', `/api/frameworks/${digest}`), 404, 'not-found')
    },
  )
})

describe('target', () => {
  const put = (headers: Record<string, string>, change: object = {}) =>
    server.call<Target>('PUT', '/api/target', {
      headers,
      body: {
        frameworkDigest: server.current.digest,
        role: 'senior-engineer',
        destinations: ['staff-engineer'],
        revisionId: randomUUID(),
        ...change,
      },
    })

  test('is set once, then changed by whoever has seen it', async () => {
    const first = await put({ 'if-none-match': '*' })
    expect(first.body).toMatchObject({ version: 1, destinations: ['staff-engineer'] })
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toBe(`"${first.body.revisionId}"`)
    const second = await put({ 'if-match': tag }, { destinations: ['stay', 'tech-lead'] })
    expect(second.body).toMatchObject({ version: 2, destinations: ['stay', 'tech-lead'] })
    const me = await server.call<{ target: Target }>('GET', '/api/me')
    expect(me.body.target).toEqual(second.body)
  })

  test('refuses a change from a window that has not seen the newest, and shows the newest', async () => {
    const me = await server.call<{ target: Target }>('GET', '/api/me')
    const problem = expectProblem(await put({ 'if-match': `"${UNKNOWN}"` }), 412, 'stale')
    expect(problem.current).toEqual(me.body.target)
    expectProblem(await put({ 'if-none-match': '*' }), 412, 'stale')
  })

  test('asks which version is meant', async () => {
    expectProblem(await put({}), 428, 'no-precondition')
  })

  test.each([
    [{ role: 'astronaut' }, '#/role'],
    [{ destinations: ['astronaut'] }, '#/destinations/0'],
    [{ destinations: ['tech-lead', 'tech-lead'] }, '#/destinations/1'],
    [{ destinations: ['senior-engineer'] }, '#/destinations/0'],
    [{ frameworkDigest: 'e'.repeat(64) }, '#/frameworkDigest'],
    [{ revisionId: 'mine' }, '#/revisionId'],
    [{ colour: 'blue' }, '#/colour'],
    [{ role: 7 }, '#/role'],
  ])('refuses %j and names the field', async (change, pointer) => {
    expect(namesOf(expectProblem(await put({ 'if-none-match': '*' }, change), 422, 'invalid'))).toEqual([
      pointer,
    ])
  })
})

describe('assessments', () => {
  test('are opened, listed newest first and read one by one', async () => {
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    const opened = await server.openAssessment('tech-lead')
    expect(opened).toMatchObject({ role: 'tech-lead', closedAt: null, ratings: [] })
    const { body: list } = await server.call<Assessment[]>('GET', '/api/assessments')
    expect(list[0]).toEqual(opened)
    const { body: one } = await server.call('GET', `/api/assessments/${opened.id}`)
    expect(one).toEqual(opened)
  })

  test('are opened once when a request is repeated, and not for another request under its key', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { frameworkDigest: server.current.digest, role: 'senior-engineer' }
    const first = await server.call<Assessment>('POST', '/api/assessments', { headers, body })
    const again = await server.call<Assessment>('POST', '/api/assessments', { headers, body })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    const other = { headers, body: { ...body, role: 'tech-lead' } }
    expectProblem(await server.call('POST', '/api/assessments', other), 422, 'key-reused')
  })

  test('are opened once when the same request comes twice at the same time', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { frameworkDigest: server.current.digest, role: 'senior-engineer' }
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.call<Assessment>('POST', '/api/assessments', { headers, body })),
    )
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  })

  test('need a key, so that a retry opens no second one', async () => {
    const body = { frameworkDigest: server.current.digest, role: 'senior-engineer' }
    const problem = expectProblem(await server.call('POST', '/api/assessments', { body }), 400, 'bad-header')
    expect(namesOf(problem)).toEqual(['Idempotency-Key'])
  })

  test('for a role that does not exist are refused, and the key stays free', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { frameworkDigest: server.current.digest, role: 'astronaut' }
    const problem = expectProblem(
      await server.call('POST', '/api/assessments', { headers, body }),
      422,
      'invalid',
    )
    expect(namesOf(problem)).toEqual(['#/role'])
    const mended = { headers, body: { ...body, role: 'tech-lead' } }
    expect((await server.call('POST', '/api/assessments', mended)).status).toBe(201)
  })

  test.each([[UNKNOWN], ['7'], ["'%3B drop table rating_revision"], ['%00']])(
    'with the unknown id %s are not found',
    async (id) => {
      expectProblem(await server.call('GET', `/api/assessments/${id}`), 404, 'not-found')
      expectProblem(await server.call('POST', `/api/assessments/${id}/close`), 404, 'not-found')
    },
  )

  test('close once and stay as they were', async () => {
    const opened = await server.openAssessment()
    const closed = await server.call<Assessment>('POST', `/api/assessments/${opened.id}/close`)
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    const again = await server.call<Assessment>('POST', `/api/assessments/${opened.id}/close`)
    expect(closed.body.closedAt).not.toBeNull()
    expect(again.body).toEqual(closed.body)
  })
})
