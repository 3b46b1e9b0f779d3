// Finds the order of roles in each ladder, and which rungs of different ladders are level with each other.
import { groupedBy } from '../framework/grouped-by.ts'
import { addPath, type Draft, type DraftRole, roleKey } from './draft.ts'
import { placeForks } from './forks.ts'
import { nameFrom } from './naming.ts'
import { numberIn, seniorityOf } from './seniority.ts'

interface Rung {
  key: string
  role: DraftRole
  demand: number
}

/** Gives every role without one a band, from 1; says so among the draft's assumptions. */
export function placeRoles(draft: Draft): void {
  if (draft.roles.size === 0) return
  splitForks(draft)
  const ladders = [...groupedBy([...draft.roles], ([, role]) => role.path).values()].map((ladder) =>
    inOrder(ladder.map(([key, role]) => ({ key, role, demand: demandOf(key, draft) }))),
  )
  const numbers = ladders.map((ladder) => ladder.map(({ role }) => numberIn(role.name)))
  const isNumbered = numbers.every((own) =>
    own.every((number, index) => number !== undefined && number > (own[index - 1] ?? -1)),
  )
  const main = ladders.reduce((longest, next) => (next.length > longest.length ? next : longest))
  const offsets = ladders.map((ladder) => (ladder === main ? 0 : offsetOf(ladder, main)))
  const lowest = Math.min(...offsets)
  for (const [index, ladder] of ladders.entries()) {
    for (const [rung, { role }] of ladder.entries())
      role.band ??= isNumbered
        ? (numbers[index]?.[rung] ?? rung + 1)
        : rung + 1 + (offsets[index] ?? 0) - lowest
  }
  sortRoles(ladders, draft)
  draft.assumptions.push({
    where: 'roles.yaml',
    field: 'band',
    assumed: isNumbered ? 'the number in the name of each role' : ORDER,
  })
}

const ORDER = 'the order of roles on each path; paths are laid beside each other by the words in their names'

/** "Senior engineer (individual)" and "Senior engineer (manager)" on one path are where it forks. */
function splitForks(draft: Draft): void {
  if (draft.paths.size !== 1) return
  const [trunk = ''] = draft.paths.keys()
  const roles = [...draft.roles]
  const placed = placeForks(
    roles.map(([, role]) => role.name),
    draft.paths.get(trunk)?.name ?? trunk,
  )
  if (
    !placed.some(({ path }) => path !== placed[0]?.path) &&
    placed.every(({ path }) => path === draft.paths.get(trunk)?.name)
  )
    return
  const keys = new Map<string, string>()
  draft.roles = new Map()
  for (const [index, { path, band, bandName }] of placed.entries()) {
    const [old, role] = roles[index] ?? ['', undefined]
    if (role === undefined) continue
    const own = addPath(draft, path)
    const key = roleKey(own, role.name)
    keys.set(old, key)
    draft.roles.set(key, { band, ...role, path: own })
    draft.bandNames.set(band, nameFrom(bandName))
  }
  draft.expectations = new Map([...draft.expectations].map(([key, own]) => [keys.get(key) ?? key, own]))
  for (const skill of draft.skills.values())
    for (const statements of skill.statements.values())
      for (const statement of statements.values())
        statement.roles = statement.roles.map((key) => keys.get(key) ?? key)
  if (![...draft.roles.values()].some(({ path }) => path === trunk)) draft.paths.delete(trunk)
}

function demandOf(role: string, draft: Draft): number {
  return [...(draft.expectations.get(role)?.values() ?? [])].reduce((sum, { level }) => sum + level, 0)
}

/** As written, or the other way round where names or demands fall; by the words in the names where there is no order. */
function inOrder(ladder: Rung[]): Rung[] {
  if (ladder.some(({ role }) => role.band !== undefined))
    return ladder.toSorted((a, b) => (a.role.band ?? 0) - (b.role.band ?? 0))
  const ranks = ladder.map(({ role }) => seniorityOf(role.name))
  const byName = trendOf(ranks)
  const trend = byName === 0 ? trendOf(ladder.map(({ demand }) => demand)) : byName
  const pairs = (ladder.length * (ladder.length - 1)) / 2
  if (ladder.length > 2 && ranks.every((rank) => rank !== undefined) && Math.abs(byName) < pairs / 2)
    return ladder.toSorted((a, b) => (seniorityOf(a.role.name) ?? 0) - (seniorityOf(b.role.name) ?? 0))
  return trend < 0 ? ladder.toReversed() : ladder
}

/** How many more pairs rise than fall. */
function trendOf(values: (number | undefined)[]): number {
  let trend = 0
  for (const [index, value] of values.entries()) {
    for (const later of values.slice(index + 1))
      if (value !== undefined && later !== undefined) trend += Math.sign(later - value)
  }
  return trend
}

/** How many rungs higher than the main ladder another one begins, so that titles of like seniority stand level. */
function offsetOf(ladder: Rung[], main: Rung[]): number {
  const own = ladder.map(({ role }) => seniorityOf(role.name))
  const other = main.map(({ role }) => seniorityOf(role.name))
  let best = { offset: 0, distance: Number.POSITIVE_INFINITY }
  for (let offset = 1 - ladder.length; offset < main.length; offset++) {
    const distances = own.flatMap((value, index) => {
      const beside = other[index + offset]
      return value === undefined || beside === undefined ? [] : [Math.abs(value - beside)]
    })
    if (distances.length === 0) continue
    // Rungs without a neighbour count a little, so that ladders overlap where titles do not decide.
    const distance =
      distances.reduce((sum, one) => sum + one, 0) / distances.length +
      0.2 * (ladder.length - distances.length)
    const isNearer = distance < best.distance - 1e-9
    const isTie = Math.abs(distance - best.distance) <= 1e-9 && Math.abs(offset) < Math.abs(best.offset)
    if (isNearer || isTie) best = { offset, distance }
  }
  return best.offset
}

/** From the lowest rung up, path by path. */
function sortRoles(ladders: Rung[][], draft: Draft): void {
  draft.roles = new Map(
    ladders.flatMap((ladder) => ladder.map(({ key, role }): [string, DraftRole] => [key, role])),
  )
}
