// Sessions of a team's server: begun after somebody has proved who they are, read with the grants of this moment.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { ordinaryViewer, visitor } from '../../core/access/viewer.ts'
import { findViewer } from '../../store/find-viewer.ts'
import { findSession, saveSession, saveSessionProved, saveSessionSeen } from '../../store/sign-in/sessions.ts'
import type { AppEnv, BrowserSession, Services, SignedIn } from '../app-env.ts'
import { hashSecret, newSecret } from './launch-links.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** After this long somebody proves anew who they are, however often they came. */
const SESSION_DAYS = 30
/** That a session was used is noted at most this often, so that reading does not write. */
const NOTED_EVERY_MS = HOUR_MS
/** What a browser says of itself is kept this long, in characters. */
const BROWSER_WORDS = 200

export interface TeamSession {
  signedIn: SignedIn
  /** Its secret is in the cookie alone. */
  session: BrowserSession
}

/** `__Host-` keeps other names of the same domain from setting it; browsers demand HTTPS for that. */
export function teamCookieName(origin: string): string {
  const { protocol, port } = new URL(origin)
  return protocol === 'https:' ? '__Host-skillmap' : `skillmap-team-${port}`
}

/** Who a cookie belongs to, with the rights of this very moment: whoever has left is not let in. */
export async function findTeamSession(
  c: Context<AppEnv>,
  services: Services,
  origin: string,
): Promise<TeamSession | null> {
  const token = getCookie(c, teamCookieName(origin))
  if (token === undefined || services.teamOrgId === null) return null
  const { teamOrgId, store } = services
  const found = await store.withViewer(visitor(teamOrgId), async (tx) => {
    const session = await findSession(tx, hashSecret(token))
    if (session === null || session.id === null) return null
    const viewer = await findViewer(tx, session.personId)
    return viewer === null ? null : { session, id: session.id, viewer }
  })
  if (found === null) return null
  const { session, id, viewer } = found
  if (services.now().getTime() - Date.parse(session.lastSeenAt) > NOTED_EVERY_MS)
    await store.withViewer(viewer, (tx) => saveSessionSeen(tx, session.tokenHash))
  const { provedAt, personId } = session
  return { signedIn: { viewer, personId }, session: { id, provedAt } }
}

/** Lets one browser in as somebody who has just proved who they are; returns the cookie. */
export async function beginTeamSession(
  services: Services,
  origin: string,
  who: { personId: string; browser: string | undefined },
): Promise<string> {
  if (services.teamOrgId === null) throw new Error('Personal use has no sessions of a team.')
  const secret = newSecret()
  const now = services.now()
  const session = {
    tokenHash: hashSecret(secret),
    id: services.newId(),
    browser: (who.browser ?? '').slice(0, BROWSER_WORDS),
    provedAt: now.toISOString(),
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS).toISOString(),
  }
  const viewer = ordinaryViewer(services.teamOrgId, who.personId)
  await services.store.withViewer(viewer, (tx) => saveSession(tx, session))
  return teamCookie(origin, secret, SESSION_DAYS * 86_400)
}

/**
 * After a fresh proof of who somebody is the session has a new secret; returns the cookie, or null where the session
 * was ended meanwhile.
 */
export async function renewTeamSession(
  services: Services,
  origin: string,
  { signedIn, session }: TeamSession,
): Promise<string | null> {
  const secret = newSecret()
  const renewed = await services.store.withViewer(signedIn.viewer, (tx) =>
    saveSessionProved(tx, { id: session.id, tokenHash: hashSecret(secret) }),
  )
  return renewed ? teamCookie(origin, secret, SESSION_DAYS * 86_400) : null
}

/**
 * Lax rather than Strict, so that whoever comes back from the identity provider, or from a link in a calendar, is in;
 * changes are guarded by where they come from.
 */
export function teamCookie(origin: string, value: string, maxAgeSeconds: number): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${teamCookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}
