// Values of an entry as a form shows them, whatever the text says: what does not fit is shown as nothing.
import type { PlainMembers, PlainValue } from '../../core/revision/edit-yaml.ts'

export function textIn(members: PlainMembers, key: string): string {
  const value = members[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function numberIn(members: PlainMembers, key: string): number | null {
  const value = members[key]
  return typeof value === 'number' ? value : null
}

export function listIn(members: PlainMembers, key: string): PlainValue[] {
  const value = members[key]
  return Array.isArray(value) ? value : []
}

export function idsIn(members: PlainMembers, key: string): string[] {
  return listIn(members, key).filter((one) => typeof one === 'string')
}

export function membersIn(members: PlainMembers, key: string): PlainMembers {
  const value = members[key]
  return isMembers(value) ? value : {}
}

export function isMembers(value: PlainValue | undefined): value is PlainMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A form leaves out what is empty. */
export function orNothing(value: PlainValue): PlainValue {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) return value.length === 0 ? null : value
  return value
}

/** Members with some of them changed; null where nothing is left. */
export function withMembers(members: PlainMembers, changes: PlainMembers): PlainMembers | null {
  const kept = Object.entries({ ...members, ...changes }).filter(([, value]) => value !== null)
  return kept.length === 0 ? null : Object.fromEntries(kept)
}
