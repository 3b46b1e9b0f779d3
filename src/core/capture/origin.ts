// Remembers which traces an entry was captured from, so that none of them is proposed again.
import { LONGEST_ORIGIN } from '../evidence/evidence-limits.ts'
import type { CapturedItem, TraceOfWork } from './trace.ts'

/** The traces of an item in short: one word each, after the word for what they are. */
export function originOf(item: Pick<CapturedItem, 'traces'>): string {
  const kinds = [...new Set(item.traces.map(({ kind }) => kind))].join('+')
  return [kinds, ...item.traces.map(keyOf)].join(' ').slice(0, LONGEST_ORIGIN)
}

/** The keys in what entries say of their origin. */
export function keysIn(origins: readonly string[]): Set<string> {
  return new Set(origins.flatMap((origin) => origin.split(' ').slice(1)))
}

/**
 * Eleven characters for a name of any length: two rounds of 32 bits (FNV-1a and a multiplicative one), 53 bits of them.
 * Among 20,000 traces two share a key once in forty million journals.
 */
export function keyOf({ origin }: Pick<TraceOfWork, 'origin'>): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let index = 0; index < origin.length; index += 1) {
    const code = origin.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 13
  }
  a = Math.imul(a ^ (b >>> 15), 0xc2b2ae35)
  return ((b >>> 0) * 2 ** 21 + ((a >>> 0) & 0x1fffff)).toString(36).padStart(11, '0')
}
