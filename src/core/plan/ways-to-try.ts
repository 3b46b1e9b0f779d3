// Ways worth trying on paper from a role: a few of different kinds, made from the framework's own moves.

import type { Framework, Move, MoveKind } from '../framework/framework.ts'
import { findRole, movesFrom } from '../framework/look-up.ts'
import { STAY } from '../target/target.ts'

/** Roles after the first, at most. */
const LONGEST = 3
const MOST = 6

/**
 * Role ids after the role held; no way twice. On along the own path, over to another path and on there, over and
 * back again, to the side, out on one's own, and to stay; each only where the framework has moves for it.
 */
export function waysToTry(framework: Framework, from: string): string[][] {
  const over = firstMove(framework, from, ['cross', 'swing'])
  const ways = [
    upwards(framework, from, LONGEST),
    over === undefined ? [] : [over.to, ...upwards(framework, over.to, LONGEST - 1)],
    over === undefined ? [] : thereAndBack(framework, over),
    toEnd(firstMove(framework, from, ['side'])),
    toEnd(firstMove(framework, from, ['out'])),
    [STAY],
  ]
  const said = new Set<string>()
  return ways
    .filter((way) => way.length > 0 && !said.has(way.join()) && said.add(way.join()) !== undefined)
    .slice(0, MOST)
}

function firstMove(framework: Framework, from: string, kinds: readonly MoveKind[]): Move | undefined {
  return movesFrom(framework, from).find((move) => kinds.includes(move.kind))
}

function toEnd(move: Move | undefined): string[] {
  return move === undefined ? [] : [move.to]
}

/** Along one path as long as it rises, at most so many roles. */
function upwards(framework: Framework, from: string, most: number): string[] {
  const path = findRole(framework, from)?.path
  const way: string[] = []
  for (let here = from; way.length < most; here = way.at(-1) ?? here) {
    const next = movesFrom(framework, here).find(
      (move) => move.kind === 'up' && findRole(framework, move.to)?.path === path && !way.includes(move.to),
    )
    if (next === undefined) break
    way.push(next.to)
  }
  return way
}

/** Back to the role held where the framework knows that move, else to the nearest role of its path. */
function thereAndBack(framework: Framework, over: Move): string[] {
  const path = findRole(framework, over.from)?.path
  const returns = movesFrom(framework, over.to).filter((move) => findRole(framework, move.to)?.path === path)
  const back = returns.find((move) => move.to === over.from) ?? returns[0]
  return back === undefined ? [] : [over.to, back.to]
}
