// The whole server over a real store, without a socket: what the contract tests talk to.
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import { createApp, type SkillmapApp } from '../../src/server/app.ts'
import type { CurrentFramework, Services } from '../../src/server/app-env.ts'
import { readBuiltInFramework } from '../../src/server/built-in-framework.ts'
import { servicesOn } from '../../src/server/open-services.ts'
import { personalDoor } from '../../src/server/personal-door.ts'
import { loopbackHosts } from '../../src/server/serving/loopback-guards.ts'
import { createLaunchLinks, type LaunchLinks } from '../../src/server/sign-in/launch-links.ts'
import { openTestStore, type TestStore } from '../test-store.ts'

export const ADDRESS = 'http://127.0.0.1:4747'
export const SECRET = 'the-secret-of-the-command-line'
export const FRAMEWORK_ROOT = fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url))

export interface Call {
  body?: unknown
  /** Sent as it is, in place of `body`. */
  text?: string
  headers?: Record<string, string>
}

/** An answer that was read to its end. */
export interface Answered<Body> {
  status: number
  headers: Headers
  text: string
  body: Body
}

export interface TestServer {
  app: SkillmapApp
  store: TestStore
  services: Services
  current: CurrentFramework
  launchLinks: LaunchLinks
  logged: string[]
  /** The time that the server sees; tests move it. */
  clock: { now: Date }
  /** Calls as the command line does, with its secret. */
  call<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answered<Body>>
  /** Calls with these headers and no others. */
  raw<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answered<Body>>
  openAssessment(role?: string): Promise<Assessment>
  rate(assessmentId: string, skill: string, level: number, seen?: string): Promise<Answered<Rating>>
  dispose(): Promise<void>
}

let parsed: CurrentFramework | null = null

export async function openTestServer(options: { webRoot?: string } = {}): Promise<TestServer> {
  parsed ??= await readBuiltInFramework(FRAMEWORK_ROOT)
  const current = parsed
  const clock = { now: new Date('2026-11-23T10:00:00.000Z') }
  const store = await openTestStore({ now: () => clock.now })
  const services = await servicesOn({ store, current, now: () => clock.now, dataPlace: store.places.root })
  const logged: string[] = []
  const launchLinks = createLaunchLinks()
  const app = createApp({
    services: Promise.resolve(services),
    version: '0.0.0-test',
    door: personalDoor({
      services: Promise.resolve(services),
      hosts: () => loopbackHosts(4747),
      port: () => 4747,
      secret: SECRET,
      launchLinks,
      now: () => clock.now,
    }),
    address: () => ADDRESS,
    now: () => clock.now,
    webRoot: options.webRoot ?? null,
    log: (line) => logged.push(line),
    checkAnswers: true,
  })
  const raw = async <Body>(method: string, path: string, call: Call = {}): Promise<Answered<Body>> => {
    const text = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body))
    const type = text === null ? {} : { 'content-type': 'application/json' }
    const request = new Request(`${ADDRESS}${path}`, {
      method,
      headers: { ...type, ...call.headers },
      body: text,
      redirect: 'manual',
    })
    return readAnswer<Body>(await app.fetch(request))
  }
  const call = <Body>(method: string, path: string, given: Call = {}) =>
    raw<Body>(method, path, { ...given, headers: { authorization: `Bearer ${SECRET}`, ...given.headers } })
  return {
    app,
    store,
    services,
    current,
    launchLinks,
    logged,
    clock,
    call,
    raw,
    async openAssessment(role = 'senior-engineer') {
      const headers = { 'idempotency-key': randomUUID() }
      const body = { frameworkDigest: current.digest, role }
      return (await call<Assessment>('POST', '/api/assessments', { headers, body })).body
    },
    rate(assessmentId, skill, level, seen) {
      const precondition: Record<string, string> =
        seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
      const body = { revisionId: randomUUID(), level }
      return call<Rating>('PUT', `/api/assessments/${assessmentId}/ratings/${skill}`, {
        headers: precondition,
        body,
      })
    },
    dispose: () => store.dispose(),
  }
}

export async function readAnswer<Body>(response: Response): Promise<Answered<Body>> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = (isJson && text !== '' ? JSON.parse(text) : undefined) as Body
  return { status: response.status, headers: response.headers, text, body }
}
