// What holds for every request: bodies, types, sizes, addresses, and faults of ours.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskBrokenError, DiskFullError } from '../../src/store/failures.ts'
import { expectProblem, namesOf } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
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

  test.each([
    ['disk-full', () => new DiskFullError('disk is full')],
    ['disk-broken', () => new DiskBrokenError('the disk did not keep it')],
  ])('a disk that is no good (%s) is said to be so, with 507', async (kind, failure) => {
    const { store } = server.services
    const working = store.withViewer
    store.withViewer = () => Promise.reject(failure())
    try {
      expectProblem(await server.call('GET', '/api/assessments'), 507, kind)
    } finally {
      store.withViewer = working
    }
  })
})
