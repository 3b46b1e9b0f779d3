// What keeps foreign names and foreign pages away from a team's server, which answers at one public origin.
import type { MiddlewareHandler } from 'hono'
import { answerProblem, refuse } from '../errors.ts'
import { foreignPage } from './loopback-guards.ts'

/** Addresses that other programs call, with a secret of their own in place of a cookie. */
const FOR_PROGRAMS = ['/api/health', '/api/ready', '/metrics', '/scim/']

/**
 * Answers at the host of the public origin and at no other name (421), except to monitors, which come by the address of
 * the machine. Refuses changes and data to pages of other sites (403).
 */
export function teamGuards(origin: string): MiddlewareHandler {
  const { host: expected } = new URL(origin)
  return async (c, next) => {
    const { path, method } = c.req
    if (FOR_PROGRAMS.some((one) => path === one || (one.endsWith('/') && path.startsWith(one)))) return next()
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    // The terminal of the server comes by the loopback address, with a secret.
    const isTerminal = c.req.header('authorization') !== undefined && c.req.header('origin') === undefined
    if (host !== expected && !isTerminal)
      return answerProblem(c, refuse('wrong-host', `Skillmap answers at ${origin}, not at this name.`))
    const refusal = foreignPage({ method, path, ownOrigin: origin }, (name) => c.req.header(name))
    if (refusal !== null) return answerProblem(c, refuse('other-site', refusal))
    return next()
  }
}
