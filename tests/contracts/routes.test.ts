// Walks every route: each says what it does to whose data, and none answers somebody without a session.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rule } from '../../src/core/access/rule.ts'
import { visitor } from '../../src/core/access/viewer.ts'
import type { DeclaredRoute } from '../../src/server/define-route.ts'
import { ownFacts, refusalByAccess, ruleOf } from '../../src/server/route-access.ts'
import { SCIM_ROUTES } from '../../src/server/scim/scim-routes.ts'
import { temporaryFolder } from '../test-store.ts'
import { ORIGIN, openTeamServer, type TeamServer } from './team-server.ts'
import { openTestServer, SECRET, type TestServer } from './test-server.ts'

const webRoot = temporaryFolder()
const START =
  '<!doctype html><title>Skillmap</title><script type="module" src="/assets/index-C2t9fQxZ.js"></script>'
let server: TestServer
let team: TeamServer

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), START)
  writeFileSync(
    join(webRoot, 'assets', 'index-C2t9fQxZ.js'),
    `console.log(${JSON.stringify('x'.repeat(5000))})`,
  )
  writeFileSync(join(webRoot, '.secret'), 'hidden')
  server = await openTestServer({ webRoot })
  team = await openTeamServer()
})

afterAll(async () => {
  await server.dispose()
  await team.dispose()
  rmSync(webRoot, { recursive: true, force: true })
})

const everyRoute = () => [...server.app.declared, ...team.app.declared]
const withoutSession = (routes: readonly DeclaredRoute[]) =>
  routes.filter(({ access }) => access === 'open').map(({ path }) => path)
/** Getting in needs no session; each of these says why in its own description. */
const OPEN_IN_A_TEAM = [
  '/api/health',
  '/api/ready',
  '/api/sign-in',
  '/api/sign-in/passkey-question',
  '/api/sign-in/passkey',
  '/api/sign-in/provider',
  '/api/join',
  '/api/join/passkey-question',
  '/api/join/passkey',
]
/** What an administrator changes that can be looked at before it holds, and keeps nothing. */
const LOOKED_AT_FIRST = /^\/api\/(imports(\/\{token\}(\/choices)?)?|organisation\/people-files\/preview)$/
/** What belongs to an organisation rather than to a person: read by everyone of it, and nobody else gets that far. */
const OF_THE_ORGANISATION = new Set([
  'framework see',
  'framework add',
  'member see',
  'team see',
  'teamMap see',
  'preparation see',
  'teamMap export',
  'viewSwitch see',
  'calibration see',
  'sheet see',
  'release look',
])
const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')

/** What is one's own to do as well, such as a draft or a round that one began, asks for no proof; publishing does. */
function isForAdministrators(rule: Rule): boolean {
  if (rule.kind === 'or') return rule.rules.every(isForAdministrators)
  return rule.kind === 'admin'
}

describe('every route', () => {
  test('names a rule of access, except those that say that the server is there', () => {
    expect(withoutSession(server.app.declared)).toEqual(['/api/health'])
    expect(withoutSession(team.app.declared)).toEqual(OPEN_IN_A_TEAM)
    for (const { access } of everyRoute()) {
      if (typeof access !== 'string') expect(ruleOf(access)).toHaveProperty('kind')
    }
  })

  test('of the operator is there for a team alone', () => {
    const ofOperator = (routes: readonly DeclaredRoute[]) =>
      routes.filter(({ access }) => access === 'operator')
    expect(ofOperator(server.app.declared)).toEqual([])
    for (const { path } of ofOperator(team.app.declared)) expect(path).toMatch(/^\/api\/operator\//)
  })

  test('by which an administrator changes something asks for a fresh proof of who they are', () => {
    const walked = team.app.declared.filter(
      ({ access, method, path }) =>
        typeof access !== 'string' &&
        method !== 'get' &&
        !LOOKED_AT_FIRST.test(path) &&
        isForAdministrators(ruleOf(access)),
    )
    expect(walked.length).toBeGreaterThan(6)
    expect(
      walked.filter(({ freshProof }) => !freshProof).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([])
  })

  test('that concerns a person refuses a visitor, by its rule alone', () => {
    const somebody = visitor('00000000-0000-4000-8000-000000000001')
    for (const { access, path } of everyRoute()) {
      if (typeof access === 'string' || OF_THE_ORGANISATION.has(`${access.noun} ${access.action}`)) continue
      expect(refusalByAccess(access, somebody, ownFacts(somebody)), path).toMatchObject({
        kind: 'not-allowed',
      })
    }
  })

  test('answers 401 without a session, whatever else is wrong with the request', async () => {
    for (const [which, origin] of [
      [server, 'http://127.0.0.1:4747'],
      [team, ORIGIN],
    ] as const) {
      for (const route of which.app.declared.filter((one) => one.access !== 'open')) {
        const answer = await which.raw(route.method.toUpperCase(), addressOf(route.path), {
          headers: { origin },
        })
        expect([route.path, answer.status]).toEqual([route.path, 401])
      }
    }
  })

  test('of a directory answers 401 without its token', async () => {
    for (const { method, path } of SCIM_ROUTES) {
      const address = path.replace(':id', '00000000-0000-4000-8000-000000000000')
      expect([path, (await team.raw(method, address)).status]).toEqual([path, 401])
    }
  })

  test('is described in the OpenAPI document, with its refusals', async () => {
    for (const which of [server, team]) {
      const { body } = await which.raw<{ paths: Record<string, Record<string, { description?: string }>> }>(
        'GET',
        '/openapi.json',
      )
      for (const { method, path } of which.app.declared) {
        expect(body.paths[path]?.[method]?.description, `${method} ${path}`).toBeTruthy()
      }
    }
  })

  test('is on the API page, which runs no script', async () => {
    for (const which of [server, team]) {
      const { text, headers } = await which.raw('GET', '/api-docs')
      for (const { path } of which.app.declared) expect(text).toContain(path)
      expect(text).not.toContain('<script')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    }
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
