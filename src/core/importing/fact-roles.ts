// Finds the roles in facts, with their paths, altitudes and purposes.
import { addPath, addRole, type Draft, roleKey } from './draft.ts'
import type { Fact } from './fact.ts'
import { cut, keyOf, nameFrom, oneLine } from './naming.ts'

const ONE_PATH = 'Career path'
/** What roles.yaml takes. */
const LONGEST_PURPOSE = 4000

/** A role that some facts put on a path is on that path in the others as well, if it is on one only. */
export function addRoles(facts: Fact[], draft: Draft): (fact: Fact) => string {
  const pathsOf = new Map<string, Set<string>>()
  for (const { role, path } of facts) {
    if (role === undefined || path === undefined) continue
    const paths = pathsOf.get(keyOf(role)) ?? new Set()
    pathsOf.set(keyOf(role), paths.add(path))
  }
  const pathOf = ({ role = '', path }: Fact): string => {
    const paths = [...(pathsOf.get(keyOf(role)) ?? [])]
    return path ?? (paths.length === 1 ? (paths[0] ?? ONE_PATH) : ONE_PATH)
  }
  const roleOf = (fact: Fact) => roleKey(keyOf(pathOf(fact)), fact.role ?? '')
  for (const fact of facts) {
    if (fact.role === undefined || draft.roles.has(roleOf(fact))) continue
    addRole(draft, fact.role, addPath(draft, pathOf(fact)))
  }
  addBands(facts, roleOf, draft)
  return roleOf
}

/** Bands are numbers, or names in the order of the source. */
function addBands(facts: Fact[], roleOf: (fact: Fact) => string, draft: Draft): void {
  const names = [
    ...new Set(
      facts.flatMap(({ band, role }) => (band === undefined || role === undefined ? [] : oneLine(band))),
    ),
  ]
  const numbers = names.map((name) => Number(/(\d{1,3})(?!.*\d)/.exec(name)?.[1] ?? Number.NaN))
  const isNumbered = numbers.every(Number.isInteger) && new Set(numbers).size === names.length
  const bandOf = new Map(
    names.map((name, index) => [name, isNumbered ? (numbers[index] ?? index) : index + 1]),
  )
  for (const fact of facts) {
    const band = fact.band === undefined ? undefined : bandOf.get(oneLine(fact.band))
    const role = fact.role === undefined ? undefined : draft.roles.get(roleOf(fact))
    if (band === undefined || role === undefined || role.band !== undefined) continue
    role.band = band
    const name = nameFrom(fact.band ?? '')
    draft.bandNames.set(band, /^\d+$/.test(name) ? `Band ${name}` : name)
  }
}

export function addPurpose(key: string, purpose: string, draft: Draft): void {
  const role = draft.roles.get(key)
  if (role === undefined) return
  role.purpose = cut(oneLine(`${role.purpose ?? ''} ${purpose}`), LONGEST_PURPOSE)
}
