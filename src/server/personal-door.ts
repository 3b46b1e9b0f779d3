// Personal use: how the one person gets in, by a one-time link and then a cookie, or by the secret of the command line.
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { visitor } from '../core/access/viewer.ts'
import { succeed } from '../core/result.ts'
import { findReminderTokenHash } from '../store/check-in/reminders.ts'
import { PERSONAL_ORG_ID } from '../store/personal.ts'
import { findSession, saveSession } from '../store/sign-in/sessions.ts'
import type { AppEnv, Services, SignedIn } from './app-env.ts'
import type { Routes } from './define-route.ts'
import type { Door } from './door.ts'
import { loopbackGuards } from './serving/loopback-guards.ts'
import { howToGetInPage } from './serving/plain-page.ts'
import { hashSecret, type LaunchLinks, newSecret, sameSecret } from './sign-in/launch-links.ts'

/** The calendar of reminders, which programs fetch that have neither a cookie nor a header of ours. */
export const REMINDERS_PATH = '/api/reminders.ics'

const DAY_MS = 24 * 60 * 60 * 1000
/** After this long a browser needs a new link. */
const SESSION_DAYS = 180

export interface PersonalDoorNeeds {
  services: Promise<Services>
  /** The exact Host values that are answered. */
  hosts: () => readonly string[]
  /** Names the session cookie: cookies are shared between ports, and two Skillmaps must not share one. */
  port: () => number
  /** The secret of the command line, from run/server.json. */
  secret: string
  launchLinks: LaunchLinks
  now: () => Date
}

export function personalDoor(needs: PersonalDoorNeeds): Door {
  return {
    kind: 'personal',
    asksForProof: false,
    guards: loopbackGuards(needs.hosts),
    async whoAsks(c) {
      const signedIn = await whoAsks(c, needs)
      return signedIn === null ? null : { kind: 'person', signedIn }
    },
    addPages(app) {
      app.get('/launch', (c) => launch(c, needs))
    },
    addRoutes: (routes) => addLaunchRoutes(routes, needs),
    strangersPage: null,
    isForStrangers: () => false,
    notInPage: () => howToGetInPage(),
    stayIn: async (authorization) =>
      authorization === undefined ? { 'set-cookie': await beginSession(needs) } : {},
  }
}

/** Cookies are shared between the ports of a computer, so the name says which Skillmap it belongs to. */
function cookieName(port: number): string {
  return `skillmap-${port}`
}

async function whoAsks(c: Context<AppEnv>, needs: PersonalDoorNeeds): Promise<SignedIn | null> {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    return sameSecret(bearer, needs.secret) ? (await needs.services).owner() : null
  }
  const feed = c.req.path === REMINDERS_PATH ? c.req.query('token') : undefined
  if (feed !== undefined) return whoseCalendar(await needs.services, feed)
  const token = getCookie(c, cookieName(needs.port()))
  if (token === undefined) return null
  const services = await needs.services
  const hash = hashSecret(token)
  const session = await services.store.withViewer(visitor(PERSONAL_ORG_ID), (tx) => findSession(tx, hash))
  if (session === null) return null
  const owner = await services.owner()
  return session.personId === owner.personId ? owner : null
}

/** The secret in the address of a calendar opens that one address, and nothing else. */
async function whoseCalendar(services: Services, token: string): Promise<SignedIn | null> {
  const owner = await services.owner()
  const hash = await services.store.withViewer(owner.viewer, findReminderTokenHash)
  return hash !== null && sameSecret(hashSecret(token), hash) ? owner : null
}

/** GET /launch?token=…: swaps a one-time link for a session and goes to the map. */
async function launch(c: Context<AppEnv>, needs: PersonalDoorNeeds): Promise<Response> {
  const toMap = () =>
    new Response(null, { status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
  const token = c.req.query('token') ?? ''
  // A look ahead must not use the link up: HEAD requests come from mail scanners and link previews.
  if (c.req.method !== 'GET') return new Response(null, { status: 204 })
  if (!needs.launchLinks.redeem(token, needs.now())) {
    if ((await whoAsks(c, needs)) !== null) return toMap()
    return howToGetInPage('This link was used already, or is older than ten minutes.')
  }
  const response = toMap()
  response.headers.append('set-cookie', await beginSession(needs))
  return response
}

/** Lets one browser in: saves a session, and returns the cookie that belongs to it. */
async function beginSession(needs: PersonalDoorNeeds): Promise<string> {
  const services = await needs.services
  const { viewer } = await services.owner()
  const secret = newSecret()
  const now = services.now()
  const session = {
    tokenHash: hashSecret(secret),
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS).toISOString(),
  }
  await services.store.withViewer(viewer, (tx) => saveSession(tx, session))
  return `${cookieName(needs.port())}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_DAYS * 86_400}`
}

function addLaunchRoutes(routes: Routes, needs: PersonalDoorNeeds): void {
  routes.add(
    {
      method: 'post',
      path: '/api/launch-links',
      tag: 'Running',
      summary: 'Make a one-time link',
      description:
        'For `skillmap open`: a fresh link that lets one browser in, good for ten minutes and one visit.',
      access: { noun: 'person', action: 'see' },
      answers: {
        201: { description: 'The link.', schema: z.strictObject({ url: z.url() }).openapi('LaunchLink') },
      },
      refusals: ['no-session'],
    },
    async () => {
      const token = needs.launchLinks.issue(needs.now())
      return succeed({ status: 201, body: { url: launchUrl(needs.port(), token) } })
    },
  )
}

export function launchUrl(port: number, token: string): string {
  return `http://127.0.0.1:${port}/launch?token=${token}`
}
