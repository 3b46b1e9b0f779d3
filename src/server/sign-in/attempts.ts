// A sign-in that has begun: bound to the browser that began it by a cookie, good for ten minutes and one answer.
import { parse } from 'hono/utils/cookie'
import { visitor } from '../../core/access/viewer.ts'
import { saveSignInAttempt, takeSignInAttempt } from '../../store/sign-in/sign-in-attempts.ts'
import type { Services } from '../app-env.ts'
import { hashSecret, newSecret } from './launch-links.ts'

const LIFETIME_S = 10 * 60

/** What an answer will be for. */
export type Purpose =
  | { kind: 'sign-in' }
  /** By the hash of an invitation's secret. */
  | { kind: 'join'; invitation: string }
  /** Another way in for whoever is signed in here, or a fresh proof of who they are. */
  | { kind: 'add' | 'prove'; sessionId: string; personId: string }

interface Begun {
  purpose: Purpose
  /** A path of our own. */
  to: string
  begunAt: string
}

export interface ProviderAttempt extends Begun {
  by: 'provider'
  state: string
  nonce: string
  verifier: string
}

export interface PasskeyAttempt extends Begun {
  by: 'passkey'
  challenge: string
}

export type Attempt = ProviderAttempt | PasskeyAttempt

/** Cookies are shared between the ports of a computer; `__Host-` needs HTTPS. */
function attemptCookieName(origin: string): string {
  const { protocol, port } = new URL(origin)
  return protocol === 'https:' ? '__Host-skillmap-attempt' : `skillmap-attempt-${port}`
}

/** Lax, because the answer of a provider comes as a link from its own site. */
function attemptCookie(origin: string, value: string, maxAge: number): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${attemptCookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`
}

/** Keeps it; returns the cookie for the browser that began it. */
export async function beginAttempt(services: Services, origin: string, attempt: Attempt): Promise<string> {
  const secret = newSecret()
  const expiresAt = new Date(services.now().getTime() + LIFETIME_S * 1000).toISOString()
  await services.store.withViewer(visitor(orgOf(services)), (tx) =>
    saveSignInAttempt(tx, { tokenHash: hashSecret(secret), content: attempt, expiresAt }),
  )
  return attemptCookie(origin, secret, LIFETIME_S)
}

/** Takes out the attempt of this browser: once, so that no answer counts twice. */
export async function takeAttempt(
  services: Services,
  origin: string,
  cookies: string | undefined,
): Promise<Attempt | null> {
  const secret = parse(cookies ?? '')[attemptCookieName(origin)]
  if (secret === undefined) return null
  const content = await services.store.withViewer(visitor(orgOf(services)), (tx) =>
    takeSignInAttempt(tx, hashSecret(secret)),
  )
  return content as Attempt | null
}

export function endAttemptCookie(origin: string): string {
  return attemptCookie(origin, '', 0)
}

export function orgOf(services: Services): string {
  if (services.teamOrgId === null) throw new Error('Only the people of an organisation sign in.')
  return services.teamOrgId
}
