// A team's whole server over a real store, without a socket: its people call it with sessions of their own.
import { randomUUID } from 'node:crypto'
import { createApp, type SkillmapApp } from '../../src/server/app.ts'
import type { CurrentFramework, Services, Watched } from '../../src/server/app-env.ts'
import { readBuiltInFramework } from '../../src/server/built-in-framework.ts'
import { servicesOn } from '../../src/server/open-services.ts'
import { createMetrics } from '../../src/server/serving/metrics.ts'
import type { SignInSettings } from '../../src/server/sign-in/sign-in-settings.ts'
import { beginTeamSession } from '../../src/server/sign-in/team-sessions.ts'
import { teamDoor } from '../../src/server/team-door.ts'
import { findOrMakeTeamOrg } from '../../src/store/organisation/team-org.ts'
import { type Organisation, type PersonName, settleOrganisation } from '../organisation.ts'
import { openTestStore, type TestStore } from '../test-store.ts'
import { type Answered, type Call, FRAMEWORK_ROOT, readAnswer, SECRET } from './test-server.ts'

/** A little less than the ten minutes of a proof. */
const PROOF_HOLDS_MS = 9 * 60_000

export const ORIGIN = 'https://skillmap.test'

export interface TeamServer {
  app: SkillmapApp
  store: TestStore
  services: Services
  current: CurrentFramework
  organisation: Organisation
  logged: string[]
  watched: Watched
  /** The time that the server sees; tests move it. */
  clock: { now: Date }
  /** Calls as the browser of one of its people does. */
  as<Body = Record<string, unknown>>(
    who: PersonName,
    method: string,
    path: string,
    call?: Call,
  ): Promise<Answered<Body>>
  /** Calls with these headers and no others. */
  raw<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answered<Body>>
  /** Calls as the terminal of the server does. */
  operator<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answered<Body>>
  dispose(): Promise<void>
}

let parsed: CurrentFramework | null = null

/**
 * `signIn`: how its people sign in, where not by passkeys alone. `beside`: another organisation in the database of that
 * server, whose people and teams have the same ids.
 */
export async function openTeamServer(signIn?: SignInSettings, beside?: TeamServer): Promise<TeamServer> {
  parsed ??= await readBuiltInFramework(FRAMEWORK_ROOT)
  const current = parsed
  const clock = beside?.clock ?? { now: new Date('2026-11-23T10:00:00.000Z') }
  const store = beside?.store ?? (await openTestStore({ now: () => clock.now }))
  const teamOrgId = await findOrMakeTeamOrg(store, beside === undefined ? {} : { orgId: randomUUID() })
  const services = await servicesOn({
    store,
    current,
    now: () => clock.now,
    dataPlace: store.places.root,
    teamOrgId,
  })
  const organisation = await settleOrganisation(store, teamOrgId, current.framework.id, beside?.organisation)
  const logged: string[] = []
  const ready = Promise.resolve(services)
  const watched = {
    metrics: createMetrics(),
    readiness: { isStopping: false },
    ticks: () => performance.now(),
  }
  const app = createApp({
    services: ready,
    version: '0.0.0-test',
    door: teamDoor({
      services: ready,
      origin: ORIGIN,
      secret: SECRET,
      log: (line) => logged.push(line),
      ...(signIn === undefined ? {} : { signIn }),
    }),
    address: () => ORIGIN,
    watched,
    now: () => clock.now,
    webRoot: null,
    log: (line) => logged.push(line),
    checkAnswers: true,
  })
  const cookies = new Map<string, { cookie: string; provedAt: number }>()
  // Whoever moves the clock past what a proof is good for has signed in anew meanwhile.
  const cookieOf = async (personId: string): Promise<string> => {
    const known = cookies.get(personId)
    if (known !== undefined && Math.abs(clock.now.getTime() - known.provedAt) < PROOF_HOLDS_MS)
      return known.cookie
    const set = await beginTeamSession(services, ORIGIN, { personId, browser: 'Test' })
    const cookie = set.split(';')[0] ?? ''
    cookies.set(personId, { cookie, provedAt: clock.now.getTime() })
    return cookie
  }
  const raw = async <Body>(method: string, path: string, call: Call = {}): Promise<Answered<Body>> => {
    const text = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body))
    const type = text === null ? {} : { 'content-type': 'application/json' }
    const headers = { ...type, ...call.headers }
    return readAnswer<Body>(
      await app.fetch(new Request(`${ORIGIN}${path}`, { method, headers, body: text, redirect: 'manual' })),
    )
  }
  return {
    app,
    store,
    services,
    current,
    organisation,
    logged,
    watched,
    clock,
    raw,
    async as(who, method, path, call = {}) {
      const cookie = await cookieOf(organisation.idOf[who])
      return raw(method, path, { ...call, headers: { cookie, origin: ORIGIN, ...call.headers } })
    },
    operator: (method, path, call = {}) =>
      raw(method, path, { ...call, headers: { authorization: `Bearer ${SECRET}`, ...call.headers } }),
    dispose: async () => (beside === undefined ? store.dispose() : undefined),
  }
}
