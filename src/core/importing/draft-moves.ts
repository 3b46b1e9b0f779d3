// The moves that the order of roles suggests where a source names none.
import type { Move } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'

interface Placed {
  id: string
  path: string
  band: number
}

/** More roles than this at one altitude are joined to their neighbours only. */
const FEW = 6

/**
 * Up between neighbours of a path; where a path forks into others, up into their first roles, and up again where they
 * join; across between roles of one altitude. In the order of the roles.
 */
export function suggestMoves(roles: Placed[]): Move[] {
  return [...roles.flatMap((role) => movesUp(role, roles)), ...movesAcross(roles)]
}

function movesUp(role: Placed, roles: Placed[]): Move[] {
  const next = nextOnPath(role, roles)
  const targets = next.length > 0 && !isForked(role, next, roles) ? next : forkTargets(role, roles)
  return targets.slice(0, FEW).map(({ id }): Move => ({ from: role.id, to: id, kind: 'up' }))
}

function nextOnPath(role: Placed, roles: Placed[]): Placed[] {
  const above = roles.filter(({ path, band }) => path === role.path && band > role.band)
  const nearest = Math.min(...above.map(({ band }) => band))
  return above.filter(({ band }) => band === nearest)
}

/** Other paths fill the altitudes that this one leaves out. */
function isForked(role: Placed, next: Placed[], roles: Placed[]): boolean {
  const upper = next[0]?.band ?? role.band
  return roles.some(({ path, band }) => path !== role.path && band > role.band && band < upper)
}

function forkTargets(role: Placed, roles: Placed[]): Placed[] {
  const above = roles.filter(({ band }) => band > role.band)
  const nearest = Math.min(...above.map(({ band }) => band))
  return above.filter(
    (other) => other.band === nearest && other.path !== role.path && isEntered(other, roles),
  )
}

/** A path is entered from others at its first role, and at a role below which it leaves altitudes to others. */
function isEntered(role: Placed, roles: Placed[]): boolean {
  const below = roles.filter(({ path, band }) => path === role.path && band < role.band)
  const nearest = below.toSorted((a, b) => b.band - a.band)[0]
  if (nearest !== undefined) return isForked(nearest, [role], roles)
  // A whole ladder of its own that begins at the bottom, or beside another one, is not a fork.
  return !roles.some(
    ({ path, band }) => path !== role.path && band === role.band && hasBelow(path, band, roles),
  )
}

function hasBelow(path: string, band: number, roles: Placed[]): boolean {
  return roles.some((role) => role.path === path && role.band < band)
}

function movesAcross(roles: Placed[]): Move[] {
  return [...groupedBy(roles, ({ band }) => band).values()].flatMap((level) =>
    level.flatMap((from, index) =>
      level
        .filter(
          (to, other) => to.path !== from.path && (level.length <= FEW || Math.abs(other - index) === 1),
        )
        .map((to): Move => ({ from: from.id, to: to.id, kind: 'cross' })),
    ),
  )
}
