// What the API promises, endpoint by endpoint, over the real store.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import type { Target } from '../../src/core/target/target.ts'
import { frameworkSchema } from '../../src/server/framework-wire.ts'
import { problemSchema } from '../../src/server/wire.ts'
import { type Answered, openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

interface Problem {
  status: number
  type: string
  detail: string
  errors?: { pointer?: string; field?: string; message: string }[]
  current?: Rating | Target | null
}

function expectProblem(answer: Answered<unknown>, status: number, kind: string): Problem {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const problem = problemSchema.parse(answer.body) as Problem
  expect(problem.type).toBe(`/api-docs#${kind}`)
  return problem
}

function namesOf(problem: Problem): string[] {
  return (problem.errors ?? []).map((error) => error.pointer ?? error.field ?? '')
}

const UNKNOWN = '00000000-0000-4000-8000-00000000dead'

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
  test('lists the version that came with Skillmap as the current one', async () => {
    const { body } = await server.call<unknown[]>('GET', '/api/frameworks')
    expect(body).toMatchObject([{ digest: server.current.digest, id: 'skillmap', current: true }])
  })

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

  test('compresses a version for those who can read that', async () => {
    const path = `/api/frameworks/${server.current.digest}`
    const request = new Request(`http://127.0.0.1:4747${path}`, {
      headers: { authorization: 'Bearer the-secret-of-the-command-line', 'accept-encoding': 'gzip, br' },
    })
    const answer = await server.app.fetch(request)
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(80_000)
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

describe('ratings', () => {
  const path = (assessment: Assessment, skill = 'mentoring') =>
    `/api/assessments/${assessment.id}/ratings/${skill}`

  test('are added, changed and taken back', async () => {
    const assessment = await server.openAssessment()
    const first = await server.rate(assessment.id, 'mentoring', 2)
    expect([first.status, first.body.version]).toEqual([201, 1])
    const second = await server.rate(assessment.id, 'mentoring', 3, first.body.revisionId)
    expect([second.status, second.body.version]).toEqual([200, 2])
    const headers = { 'if-match': second.headers.get('etag') ?? '' }
    expect((await server.call('DELETE', path(assessment), { headers })).status).toBe(204)
    expect((await server.call('DELETE', path(assessment), { headers })).status).toBe(204)
    const { body } = await server.call<Assessment>('GET', `/api/assessments/${assessment.id}`)
    expect(body.ratings).toEqual([])
    expect((await server.rate(assessment.id, 'mentoring', 1)).body).toMatchObject({ version: 4, level: 1 })
  })

  test('survive a lost answer: sending the same revision again succeeds', async () => {
    const assessment = await server.openAssessment()
    const call = { headers: { 'if-none-match': '*' }, body: { revisionId: randomUUID(), level: 2 } }
    const first = await server.call<Rating>('PUT', path(assessment), call)
    const again = await server.call<Rating>('PUT', path(assessment), call)
    expect(again.body).toEqual(first.body)
    const other = { ...call, body: { ...call.body, level: 3 } }
    expect((await server.call('PUT', path(assessment), other)).status).toBeGreaterThanOrEqual(400)
  })

  test('changed in two windows lose nothing: the second window is shown the first one’s words', async () => {
    const assessment = await server.openAssessment()
    const seen = (await server.rate(assessment.id, 'mentoring', 2)).body.revisionId
    const winner = await server.rate(assessment.id, 'mentoring', 3, seen)
    const loser = await server.rate(assessment.id, 'mentoring', 4, seen)
    const problem = expectProblem(loser, 412, 'stale')
    expect(problem.current).toEqual(winner.body)
    const withdrawal = await server.call('DELETE', path(assessment), { headers: { 'if-match': `"${seen}"` } })
    expect(expectProblem(withdrawal, 412, 'stale').current).toEqual(winner.body)
  })

  test('say that a reason is an answer too', async () => {
    const assessment = await server.openAssessment()
    const body = {
      revisionId: randomUUID(),
      level: null,
      reason: 'not-seen',
      note: 'Not my part of the work.',
    }
    const answer = await server.call('PUT', path(assessment), { headers: { 'if-none-match': '*' }, body })
    expect(answer.body).toMatchObject({ level: null, reason: 'not-seen', note: 'Not my part of the work.' })
  })

  test.each<[object, string]>([
    [{ level: 6 }, '#/level'],
    [{ level: -1 }, '#/level'],
    [{ level: 2.5 }, '#/level'],
    [{ level: '2' }, '#/level'],
    [{ level: null }, '#/reason'],
    [{ level: undefined }, '#/level'],
    [{ reason: 'too-lazy' }, '#/reason'],
    [{ behaviours: ['sings'] }, '#/behaviours'],
    [{ behaviours: 'sings' }, '#/behaviours'],
    [{ observedOn: '2026-02-30' }, '#/observedOn'],
    [{ observedOn: '2027-06-01' }, '#/observedOn'],
    [{ note: 'x'.repeat(4001) }, '#/note'],
    [{ note: 'half \ud800' }, '#/note'],
    [{ note: 'nul \u0000' }, '#/note'],
    [{ revisionId: '7' }, '#/revisionId'],
    [{ raterId: UNKNOWN }, '#/raterId'],
    [{ version: 9 }, '#/version'],
  ])('refuse %j and name the field', async (change, pointer) => {
    const assessment = await server.openAssessment()
    const body = { revisionId: randomUUID(), level: 2, ...change }
    const answer = await server.call('PUT', path(assessment), { headers: { 'if-none-match': '*' }, body })
    expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual([pointer])
  })

  test.each<[Record<string, string>, number, string]>([
    [{}, 428, 'no-precondition'],
    [{ 'if-match': '*' }, 400, 'bad-header'],
    [{ 'if-match': 'abc' }, 400, 'bad-header'],
    [{ 'if-none-match': '"abc"' }, 400, 'bad-header'],
    [{ 'if-none-match': '*', 'if-match': '"abc"' }, 400, 'bad-header'],
    [{ 'if-match': '"abc"' }, 412, 'stale'],
  ])('with the headers %j are refused', async (headers, status, kind) => {
    const assessment = await server.openAssessment()
    const body = { revisionId: randomUUID(), level: 2 }
    expectProblem(await server.call('PUT', path(assessment), { headers, body }), status, kind)
  })

  test('in a closed assessment never change', async () => {
    const assessment = await server.openAssessment()
    const rated = await server.rate(assessment.id, 'mentoring', 2)
    await server.call('POST', `/api/assessments/${assessment.id}/close`)
    expectProblem(await server.rate(assessment.id, 'mentoring', 3, rated.body.revisionId), 409, 'closed')
    expectProblem(await server.rate(assessment.id, 'speaking', 1), 409, 'closed')
    const headers = { 'if-match': `"${rated.body.revisionId}"` }
    expectProblem(await server.call('DELETE', path(assessment), { headers }), 409, 'closed')
  })

  test('of an unknown skill or in an unknown assessment are not found', async () => {
    const assessment = await server.openAssessment()
    expectProblem(await server.rate(assessment.id, 'juggling', 2), 404, 'not-found')
    expectProblem(await server.rate(assessment.id, '..%2f..', 2), 404, 'not-found')
    expectProblem(await server.rate(UNKNOWN, 'mentoring', 2), 404, 'not-found')
  })

  test('do not take a revision id that stands for something else', async () => {
    const assessment = await server.openAssessment()
    const { revisionId } = (await server.rate(assessment.id, 'mentoring', 2)).body
    const call = { headers: { 'if-none-match': '*' }, body: { revisionId, level: 2 } }
    const problem = expectProblem(
      await server.call('PUT', path(assessment, 'speaking'), call),
      422,
      'invalid',
    )
    expect(namesOf(problem)).toEqual(['#/revisionId'])
  })
})

describe('any request', () => {
  const create = { 'idempotency-key': 'any', 'if-none-match': '*' }

  test.each([['{"role":'], [''], ['[1,'], ['{"role": tru}'], ['nothing'], ['['.repeat(60) + ']'.repeat(60)]])(
    'with the broken body %s is told where reading stopped',
    async (text) => {
      const call = { headers: { ...create, 'content-type': 'application/json' }, text }
      expectProblem(await server.call('POST', '/api/assessments', call), 400, 'malformed-json')
    },
  )

  test.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/json5'], ['']])(
    'with a body of type “%s” is refused',
    async (type) => {
      const call = { headers: { ...create, 'content-type': type }, text: '{"role":"tech-lead"}' }
      expectProblem(await server.call('POST', '/api/assessments', call), 415, 'not-json')
    },
  )

  test('with a huge body is refused before it is read to its end', async () => {
    const call = { headers: create, body: { role: 'x'.repeat(1_000_001) } }
    expectProblem(await server.call('POST', '/api/assessments', call), 413, 'too-large')
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
    const request = new Request('http://127.0.0.1:4747/api/assessments', {
      method: 'POST',
      headers: { authorization: 'Bearer the-secret-of-the-command-line', 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect((await server.app.fetch(request)).status).toBe(413)
    expect(sent).toBeLessThan(2_000_000)
  })

  test('with a list or a word in place of an object is refused', async () => {
    for (const body of [[], 'role', 7, null]) {
      expectProblem(await server.call('POST', '/api/assessments', { headers: create, body }), 422, 'invalid')
    }
  })

  test('with an unknown query parameter is refused by name', async () => {
    const problem = expectProblem(await server.call('GET', '/api/assessments?of=everybody'), 422, 'invalid')
    expect(namesOf(problem)).toEqual(['of'])
  })

  test('to an address that does not exist is not found, and a wrong method is told the right ones', async () => {
    expectProblem(await server.call('GET', '/api/salaries'), 404, 'not-found')
    const answer = await server.call('DELETE', '/api/assessments')
    expectProblem(answer, 405, 'no-such-method')
    expect(answer.headers.get('allow')).toBe('POST, GET')
  })

  test('carries an id of its own, and the headers that keep it safe', async () => {
    const answer = await server.call('GET', '/api/me')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a fault of ours', () => {
  test('is answered with the request id and without anything from inside', async () => {
    const { store } = server.services
    const working = store.withViewer
    store.withViewer = () => Promise.reject(new Error('password=secret at /home/somebody'))
    try {
      const answer = await server.call('GET', '/api/assessments')
      const problem = expectProblem(answer, 500, 'failed')
      expect(answer.text).not.toContain('secret')
      expect(problem.detail).toContain(answer.headers.get('x-request-id'))
      expect(server.logged.join('\n')).toContain('password=secret')
    } finally {
      store.withViewer = working
    }
  })

  test('a full disk is said to be one, and nothing is lost', async () => {
    const { store } = server.services
    const working = store.withViewer
    const { DiskFullError } = await import('../../src/store/failures.ts')
    store.withViewer = () => Promise.reject(new DiskFullError('disk is full'))
    try {
      expectProblem(await server.call('GET', '/api/assessments'), 507, 'disk-full')
    } finally {
      store.withViewer = working
    }
  })
})
