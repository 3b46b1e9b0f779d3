// Walks every route: each says what it does to whose data, and none answers somebody without a session.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import { ownFacts, refusalByAccess, ruleOf } from '../../src/server/route-access.ts'
import { temporaryFolder } from '../test-store.ts'
import { openTestServer, SECRET, type TestServer } from './test-server.ts'

const webRoot = temporaryFolder()
const START =
  '<!doctype html><title>Skillmap</title><script type="module" src="/assets/index-C2t9fQxZ.js"></script>'
let server: TestServer

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), START)
  writeFileSync(
    join(webRoot, 'assets', 'index-C2t9fQxZ.js'),
    `console.log(${JSON.stringify('x'.repeat(5000))})`,
  )
  writeFileSync(join(webRoot, '.secret'), 'hidden')
  server = await openTestServer({ webRoot })
})

afterAll(async () => {
  await server.dispose()
  rmSync(webRoot, { recursive: true, force: true })
})

const withoutSession = () => server.app.declared.filter((route) => route.access === 'open')
const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')

describe('every route', () => {
  test('names a rule of access, except the one that says that the server is there', () => {
    expect(withoutSession().map((route) => route.path)).toEqual(['/api/health'])
    for (const { access } of server.app.declared) {
      if (access !== 'open') expect(ruleOf(access)).toHaveProperty('kind')
    }
  })

  test('that concerns a person refuses a visitor, by its rule alone', () => {
    const somebody = visitor('00000000-0000-4000-8000-000000000001')
    for (const { access, path } of server.app.declared) {
      if (access === 'open' || access.noun === 'framework') continue
      expect(refusalByAccess(access, somebody, ownFacts(somebody)), path).toMatchObject({
        kind: 'not-allowed',
      })
    }
  })

  test('answers 401 without a session, whatever else is wrong with the request', async () => {
    for (const route of server.app.declared.filter((one) => one.access !== 'open')) {
      const headers = { origin: 'http://127.0.0.1:4747' }
      const answer = await server.raw(route.method.toUpperCase(), addressOf(route.path), { headers })
      expect([route.path, answer.status]).toEqual([route.path, 401])
    }
  })

  test('is described in the OpenAPI document, with its refusals', async () => {
    const { body } = await server.raw<{ paths: Record<string, Record<string, { description?: string }>> }>(
      'GET',
      '/openapi.json',
    )
    for (const { method, path } of server.app.declared) {
      expect(body.paths[path]?.[method]?.description, `${method} ${path}`).toBeTruthy()
    }
  })

  test('is on the API page, which runs no script', async () => {
    const { text, headers } = await server.raw('GET', '/api-docs')
    for (const { path } of server.app.declared) expect(text).toContain(path)
    expect(text).not.toContain('<script')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  })
})

describe('pages', () => {
  const withSecret = { authorization: `Bearer ${SECRET}` }

  test('the map’s page is fresh, strict about what it may load, and there for every address of the app', async () => {
    for (const path of ['/', '/skills/mentoring', '/compare/a/b']) {
      const answer = await server.raw('GET', path, { headers: withSecret })
      expect([answer.status, answer.text]).toEqual([200, START])
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toContain('unsafe-inline')
    }
  })

  test('files with a hash in their name are kept for ever and sent compressed', async () => {
    const url = 'http://127.0.0.1:4747/assets/index-C2t9fQxZ.js'
    const answer = await server.app.fetch(new Request(url, { headers: { 'accept-encoding': 'br, gzip' } }))
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('content-encoding')).toBe('br')
    const known = { 'if-none-match': answer.headers.get('etag') ?? '', 'accept-encoding': 'br' }
    expect((await server.app.fetch(new Request(url, { headers: known }))).status).toBe(304)
    const plain = await server.app.fetch(new Request(url))
    expect((await plain.text()).length).toBeGreaterThan(5000)
  })

  test.each([
    '/.secret',
    '/assets/%2e%2e/.secret',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00.js',
    '/assets/%E0%A4%A.js',
    '/nothing.js',
    '/..\\..\\package.json',
  ])('%s is not served', async (path) => {
    const answer = await server.raw('GET', path, { headers: withSecret })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Nothing is here')
  })
})
