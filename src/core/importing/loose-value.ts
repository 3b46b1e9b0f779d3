// Looks into values of which nothing is known yet, such as parsed JSON and YAML of others.
import { memberOf } from '../framework/describe-issue.ts'

/** The text of a member; numbers count as text, everything else is empty. */
export function textIn(value: unknown, key: string): string {
  const member = memberOf(value, key)
  return typeof member === 'string' ? member : typeof member === 'number' ? String(member) : ''
}

export function listIn(value: unknown, key: string): unknown[] {
  const member = memberOf(value, key)
  return Array.isArray(member) ? member : []
}

/** The texts in a list; everything else in it is left out. */
export function textsIn(value: unknown, key: string): string[] {
  return listIn(value, key).filter((entry) => typeof entry === 'string')
}

/** Members of an object in its own order; empty for everything else. */
export function membersIn(value: unknown, key: string): [string, unknown][] {
  const member = memberOf(value, key)
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return []
  return Object.entries(member)
}

/** The keys of an object that are not among those that are understood. */
export function otherKeys(value: unknown, known: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.keys(value).filter((key) => !known.includes(key))
}
