// One line of JSON for each request of a team's server: when, which route, how long. Never a name, a word or an address of anybody.
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import type { Metrics } from './metrics.ts'

export interface RequestLine {
  time: string
  level: 'info' | 'error'
  requestId: string
  method: string
  /** The pattern of the route, so that no id is in it; `-` for pages and files. */
  route: string
  status: number
  ms: number
}

const NO_ROUTE = '-'

export function watchRequests(needs: {
  metrics: Metrics
  now: () => Date
  /** A clock that only goes forward, in milliseconds. */
  ticks: () => number
  log: (line: string) => void
}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const start = needs.ticks()
    await next()
    const took = needs.ticks() - start
    const route = c.get('routePath') ?? NO_ROUTE
    const { status } = c.res
    needs.metrics.request({ method: c.req.method, route, status, seconds: took / 1000 })
    const line: RequestLine = {
      time: needs.now().toISOString(),
      level: status >= 500 ? 'error' : 'info',
      requestId: c.get('requestId'),
      method: c.req.method,
      route,
      status,
      ms: Math.round(took * 10) / 10,
    }
    needs.log(JSON.stringify(line))
  }
}

/**
 * A fault as a line: its kind and where in the program it happened. Its message is left out, because a database's
 * messages repeat the values that it was given.
 */
export function faultLine(fault: unknown, at: { time: string; requestId: string }): string {
  const kind = fault instanceof Error ? fault.name : typeof fault
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : null
  const where = (fault instanceof Error ? (fault.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  return JSON.stringify({ time: at.time, level: 'error', requestId: at.requestId, fault: kind, code, where })
}
