// What keeps foreign pages away from a server on this computer: Host, Origin and Sec-Fetch-Site checks.
import type { MiddlewareHandler } from 'hono'
import { answerProblem, refuse } from '../errors.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The names under which a browser on this computer may reach a port. */
export function loopbackHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
}

/**
 * Refuses foreign names (421, stops DNS rebinding) and foreign pages (403, stops cross-site requests).
 * `hosts` is asked on every request, because the port is known only once the server listens.
 */
export function loopbackGuards(hosts: () => readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    const allowed = hosts()
    if (!allowed.includes(host)) {
      return answerProblem(c, refuse('wrong-host', `Skillmap answers at ${allowed[0]}, not at this name.`))
    }
    const refusal = foreignPage(
      { method: c.req.method, path: c.req.path, ownOrigin: `http://${host}` },
      (name) => c.req.header(name),
    )
    if (refusal !== null) return answerProblem(c, refuse('other-site', refusal))
    return next()
  }
}

/** Why a request is not ours, or null. A link to a page may come from anywhere; data and changes may not. */
export function foreignPage(
  { method, path, ownOrigin }: { method: string; path: string; ownOrigin: string },
  header: (name: string) => string | undefined,
): string | null {
  const safe = SAFE_METHODS.has(method)
  if (safe && !path.startsWith('/api/')) return null
  const site = header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return `The browser says that this request comes from a ${site} page (Sec-Fetch-Site).`
  }
  const origin = header('origin')
  if (origin !== undefined) {
    return origin.toLowerCase() === ownOrigin ? null : `The Origin header names ${quote(origin)}.`
  }
  if (safe || site === 'same-origin' || header('authorization') !== undefined) return null
  return 'A change must say where it comes from: the Origin header is missing.'
}

function quote(text: string): string {
  return `“${text.slice(0, 100)}”`
}
