// Which roles are neighbours: joined by a move, or next to each other on a path.
import type { Framework, Role } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { findRole } from '../framework/look-up.ts'

export interface Neighbours {
  from: Role
  to: Role
  /** The second is one step above the first on the same path, or a move says so. */
  isStepUp: boolean
  /** In the source map. */
  key: string
}

/** Each pair once, whichever way round; moves first, in the framework's order. A move decides whether it is a step up. */
export function neighbourRoles(framework: Framework): Neighbours[] {
  const pairs = new Map<string, Neighbours>()
  const add = (pair: Neighbours) => {
    const name = [pair.from.id, pair.to.id].sort().join('>')
    const known = pairs.get(name)
    if (known === undefined || (pair.isStepUp && !known.isStepUp)) pairs.set(name, pair)
  }
  for (const move of framework.moves) {
    const [from, to] = [findRole(framework, move.from), findRole(framework, move.to)]
    if (from === undefined || to === undefined || from === to) continue
    add({ from, to, isStepUp: move.kind === 'up', key: `/moves/${from.id}>${to.id}` })
  }
  const moved = new Set(pairs.keys())
  for (const pair of onPaths(framework))
    if (!moved.has([pair.from.id, pair.to.id].sort().join('>'))) add(pair)
  return [...pairs.values()]
}

/** Roles of one path in the same band, and in one band and the next that has roles. Without bands there are none. */
function onPaths(framework: Framework): Neighbours[] {
  const placed = framework.roles.filter((role) => role.band !== undefined)
  return [...groupedBy(placed, (role) => role.path).values()].flatMap((roles) => {
    const bands = [...groupedBy(roles, (role) => role.band ?? 0)].sort(([a], [b]) => a - b)
    return bands.flatMap(([, inBand], index) => [
      ...pairsIn(inBand),
      ...inBand.flatMap((from) => (bands[index + 1]?.[1] ?? []).map((to) => pair(from, to, true))),
    ])
  })
}

function pairsIn(roles: Role[]): Neighbours[] {
  return roles.flatMap((from, index) => roles.slice(index + 1).map((to) => pair(from, to, false)))
}

function pair(from: Role, to: Role, isStepUp: boolean): Neighbours {
  return { from, to, isStepUp, key: `/roles/${to.id}` }
}
