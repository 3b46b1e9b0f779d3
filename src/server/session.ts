// How somebody gets in: a one-time link, then a cookie; or the secret of the command line.
import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { visitor } from '../core/access/viewer.ts'
import { succeed } from '../core/result.ts'
import { PERSONAL_ORG_ID } from '../store/personal.ts'
import { findReminderTokenHash } from '../store/reminders.ts'
import { findSession, saveSession } from '../store/sessions.ts'
import type { AppDeps, AppEnv, Services, SignedIn } from './app-env.ts'
import type { Routes } from './define-route.ts'
import { hashSecret, newSecret, sameSecret } from './launch-links.ts'
import { howToGetInPage } from './plain-page.ts'

/** The calendar of reminders, which programs fetch that have neither a cookie nor a header of ours. */
export const REMINDERS_PATH = '/api/reminders.ics'

const DAY_MS = 24 * 60 * 60 * 1000
/** After this long a browser needs a new link. */
const SESSION_DAYS = 180

/** Cookies are shared between the ports of a computer, so the name says which Skillmap it belongs to. */
function cookieName(port: number): string {
  return `skillmap-${port}`
}

/** Finds out who asks, for every request. It never refuses: routes do, by what they declare. */
export function signIn(deps: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('signedIn', await whoAsks(c, deps))
    await next()
  }
}

async function whoAsks(c: Context<AppEnv>, deps: AppDeps): Promise<SignedIn | null> {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    return sameSecret(bearer, deps.secret) ? (await deps.services).owner() : null
  }
  const feed = c.req.path === REMINDERS_PATH ? c.req.query('token') : undefined
  if (feed !== undefined) return whoseCalendar(await deps.services, feed)
  const token = getCookie(c, cookieName(deps.port()))
  if (token === undefined) return null
  const services = await deps.services
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
export async function launch(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const toMap = () =>
    new Response(null, { status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
  const token = c.req.query('token') ?? ''
  // A look ahead must not use the link up: HEAD requests come from mail scanners and link previews.
  if (c.req.method !== 'GET') return new Response(null, { status: 204 })
  if (!deps.launchLinks.redeem(token, deps.now())) {
    if ((await whoAsks(c, deps)) !== null) return toMap()
    return howToGetInPage('This link was used already, or is older than ten minutes.')
  }
  const response = toMap()
  response.headers.append('set-cookie', await beginSession(deps))
  return response
}

/** Lets one browser in: saves a session, and returns the cookie that belongs to it. */
async function beginSession(deps: AppDeps): Promise<string> {
  const services = await deps.services
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
  return `${cookieName(deps.port())}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_DAYS * 86_400}`
}

/**
 * Headers that keep a browser in after its session went with the rest of the data, by an erase or a restore; none
 * for the command line, which has no session.
 */
export async function stayIn(
  deps: AppDeps,
  authorization: string | undefined,
): Promise<Record<string, string>> {
  return authorization === undefined ? { 'set-cookie': await beginSession(deps) } : {}
}

export function addLaunchRoutes(routes: Routes, deps: AppDeps): void {
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
      const token = deps.launchLinks.issue(deps.now())
      return succeed({ status: 201, body: { url: launchUrl(deps.port(), token) } })
    },
  )
}

export function launchUrl(port: number, token: string): string {
  return `http://127.0.0.1:${port}/launch?token=${token}`
}
