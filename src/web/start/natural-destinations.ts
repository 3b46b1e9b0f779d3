// The destinations that the first screen offers by name: those most people in a role think of first.
import type { Framework, Move } from '../../core/framework/framework.ts'
import { findRole, movesFrom } from '../../core/framework/look-up.ts'

const OFFERED = 2

/**
 * The next role on the same path, then the nearest altitude on another path, as the framework orders its moves;
 * where one of the two is missing, the first moves that are left. At most two role ids.
 */
export function naturalDestinations(framework: Framework, roleId: string): string[] {
  const moves = movesFrom(framework, roleId)
  const path = findRole(framework, roleId)?.path
  const isSamePath = (move: Move) => findRole(framework, move.to)?.path === path
  const onward = moves.find((move) => move.kind === 'up' && isSamePath(move))
  const across = moves.find((move) => (move.kind === 'cross' || move.kind === 'swing') && !isSamePath(move))
  const chosen = [onward, across].filter((move) => move !== undefined)
  return [...new Set([...chosen, ...moves].map((move) => move.to))].slice(0, OFFERED)
}
