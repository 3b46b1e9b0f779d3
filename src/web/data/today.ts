// The day it is: where this browser is, and where a server counts days.

/** ISO date. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/**
 * ISO date in UTC, by which an organisation's server counts: a line of its list that begins on the day it is in Sydney
 * would not have begun there yet.
 */
export function serverDay(): string {
  return new Date().toISOString().slice(0, 10)
}
