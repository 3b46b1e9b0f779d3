// The moves out of one station as the map shows them: curve, pill and whether the way back is hard.
import type { Framework, Move } from '../../../core/framework/framework.ts'
import { movesFrom } from '../../../core/framework/look-up.ts'
import { climb } from '../../../core/planning/climb.ts'
import { type Levels, levelsAtExpectation } from '../../../core/planning/levels.ts'
import { mapWords } from '../../words/map.ts'
import type { Box } from '../boxes.ts'
import { type Curve, clearestCurve, type Pill, pillOnCurve } from './moves.ts'
import type { PlacedMap } from './place-map.ts'

export interface DrawnMove {
  to: string
  curve: Curve
  pill: Pill
  hardToUndo: boolean
}

/**
 * Out of one's own role the climb starts from one's own levels; out of any other, from that role's
 * expectations. The stay loop's box, where there is one, is kept free.
 */
export function readMoves(
  framework: Framework,
  map: PlacedMap,
  from: string,
  levels: Levels | null,
  taken: readonly Box[] = [],
): DrawnMove[] {
  const start = levels ?? levelsAtExpectation(framework, from)
  const station = map.stations.find((one) => one.role === from)
  if (!station) return []
  const boxes = [...taken]
  return movesFrom(framework, from).flatMap((move) => {
    const to = map.stations.find((one) => one.role === move.to)
    if (!to) return []
    const curve = clearestCurve(map, station, to)
    const pill = pillOnCurve(curve, pillWords(framework, start, move), map, boxes)
    boxes.push(pill.box)
    return [{ to: move.to, curve, pill, hardToUndo: isHardToUndo(move) }]
  })
}

export function pillWords(framework: Framework, levels: Levels, move: Pick<Move, 'to'>): string {
  const found = climb(framework, levels, move.to)
  return mapWords.climbPill(found.points, found.hardShare)
}

/** From the start, or after some years. An easy way back that closes one day counts as easy for now. */
function isHardToUndo(move: Move): boolean {
  const back = move.back
  return back?.ease === 'hard' || (back?.ease === 'medium' && back.hardAfterYears !== undefined)
}
