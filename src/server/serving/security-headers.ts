// The headers that every answer carries, and the content policies of the pages.
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** The one Trusted Types policy the web app may create; it vouches for worker addresses only. */
const TRUSTED_TYPES_POLICY = 'skillmap'

/** The app's own pages: nothing from elsewhere, no inline script or style, WebAssembly for the solvers. */
export const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join('; ')

/** The app's scripts: for a page the page's policy holds, but a worker obeys the one that its own file comes with. */
export const SCRIPT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Everything that is not a page of the app: it may load nothing at all. */
const NOTHING_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A page written by the server with one style element: the policy names the style's hash. */
export function plainPagePolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** Sets the headers that hold for everything, and the strictest policy where a route set none. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('x-frame-options', 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', NOTHING_POLICY)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
