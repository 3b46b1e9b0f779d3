// Which skills are still worth another look since the person moved to the version in use.
import type { CarryOver } from '../../core/revision/carry-over-record.ts'
import type { Me } from '../api.ts'

/** The latest move that stands and led to the version in use. */
export function latestMove(moves: readonly CarryOver[], me: Me): CarryOver | undefined {
  return moves.find((move) => move.undoneAt === null && move.afterDigest === me.framework.digest)
}

/** Skill ids, once each: those the person meant to look at and has not rated there since. */
export function looksLeft(move: CarryOver | undefined, me: Me): string[] {
  const rated = new Map(me.levels.map((rating) => [rating.skill, rating]))
  const skills = (move?.decisions ?? []).flatMap(({ decision, skill }) => {
    if (decision !== 'look' || skill === null) return []
    const rating = rated.get(skill)
    const isAnswered = rating !== undefined && rating.carriedFrom === undefined
    return isAnswered ? [] : [skill]
  })
  return [...new Set(skills)]
}
