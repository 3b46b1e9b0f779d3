// How far a board reaches a goal, how far any board could at most by counting alone, and what counting says of glue work.

import {
  areasMetBy,
  type Board,
  type BoardProblem,
  GLUE_BOUND,
  isPossible,
  STRETCH_COUNTED,
  seatsOpen,
} from './board-problem.ts'
import { AREA_WORTH, glueBeyond, growthOf, judgeBoard, takesGlue, WISH_WORTH } from './judge-board.ts'

/** In the order in which they count. */
export const BOARD_GOALS = ['seats', 'stretch', 'glue', 'growth'] as const
export type BoardGoal = (typeof BOARD_GOALS)[number]

/** In the measure of the model: whole numbers, the higher the better. */
export function reachOf(problem: BoardProblem, board: Board, goal: BoardGoal): number {
  switch (goal) {
    case 'seats':
      return board.reduce((sum, on) => sum + on.length, 0)
    case 'stretch':
      return rungsReached(problem, board)
    case 'glue':
      return 0 - glueBeyond(judgeBoard(problem, board))
    case 'growth':
      return growthOf(judgeBoard(problem, board))
  }
}

/** No board that keeps what was reached of the goals before it reaches more of this one. A bound, often not the best. */
export function mostOf(problem: BoardProblem, goal: BoardGoal, reached: readonly number[]): number {
  switch (goal) {
    case 'seats':
      return sumOver(problem.works.length, (work) => seatsFor(problem, work))
    case 'stretch':
      return mostRungs(problem)
    case 'glue':
      return 0 - leastBeyond(problem, reached[0] ?? 0)
    case 'growth':
      return mostGrowth(problem)
  }
}

/** A rung weighs more than all rungs above it together: at least one for everybody before anybody's second counts. */
export function rungWorth({ people }: BoardProblem, rung: number): number {
  return (people.length + 1) ** (STRETCH_COUNTED - rung)
}

/** The rungs of stretch work that this plan can still bring somebody to. */
export function rungs(problem: BoardProblem, person: number): number[] {
  const before = problem.people[person]?.stretchBefore ?? 0
  const possible = possibleOf(problem, person, 'stretch')
  return Array.from({ length: STRETCH_COUNTED }, (_, index) => index + 1).filter(
    (rung) => rung > before && rung <= before + possible,
  )
}

/**
 * The glue work of everybody lies between `low` and `low + GLUE_BOUND + beyond`. All of it together is known nearly to
 * the piece, as all seats are counted before, and so is where `low` can be: at most `most`, and with what lies beyond
 * the bound at least `least`. Null where nobody takes part.
 */
export function glueWindow(problem: BoardProblem, seats: number): { least: number; most: number } | null {
  const sharing = problem.people.filter(takesGlue)
  if (sharing.length === 0) return null
  const before = sharing.reduce((sum, { glueBefore }) => sum + glueBefore, 0)
  const seatsOf = (isCounted: (kind: string) => boolean) =>
    sumOver(problem.works.length, (work) =>
      isCounted(problem.works[work]?.kind ?? '') ? seatsOpen(problem, work) : 0,
    )
  const outside = sumOver(problem.works.length, (work) =>
    problem.works[work]?.kind === 'glue'
      ? problem.people.filter((one, person) => !takesGlue(one) && problem.set[work]?.[person] === 'with')
          .length
      : 0,
  )
  const glue = seatsOf((kind) => kind === 'glue')
  const atLeast = Math.max(0, seats - seatsOf((kind) => kind !== 'glue') - outside)
  return {
    least: Math.ceil((before + atLeast) / sharing.length) - GLUE_BOUND,
    most: Math.floor((before + glue - outside) / sharing.length),
  }
}

function rungsReached(problem: BoardProblem, board: Board): number {
  return sumOver(problem.people.length, (person) => {
    const had = problem.works.filter(
      (work, index) => work.kind === 'stretch' && board[index]?.includes(person),
    ).length
    const before = problem.people[person]?.stretchBefore ?? 0
    return rungs(problem, person)
      .filter((rung) => rung <= before + had)
      .reduce((sum, rung) => sum + rungWorth(problem, rung), 0)
  })
}

/** Every seat of stretch work goes to the lowest rung that is left, as if everybody had the weeks for it. */
function mostRungs(problem: BoardProblem): number {
  const open = problem.people.flatMap((_, person) => rungs(problem, person)).toSorted((a, b) => a - b)
  const seats = sumOver(problem.works.length, (work) =>
    problem.works[work]?.kind === 'stretch' ? seatsFor(problem, work) : 0,
  )
  return open.slice(0, seats).reduce((sum, rung) => sum + rungWorth(problem, rung), 0)
}

/** Pieces beyond the bound that nothing can mend: from the most that somebody had, and the least that somebody can come to. */
function leastBeyond(problem: BoardProblem, seats: number): number {
  const window = glueWindow(problem, seats)
  if (window === null) return 0
  let [most, least] = [window.least + GLUE_BOUND, window.most]
  for (const [person, one] of problem.people.entries()) {
    if (!takesGlue(one)) continue
    most = Math.max(most, one.glueBefore)
    least = Math.min(least, one.glueBefore + possibleOf(problem, person, 'glue'))
  }
  return Math.max(0, most - least - GLUE_BOUND)
}

function mostGrowth(problem: BoardProblem): number {
  return sumOver(problem.people.length, (person) => {
    const one = problem.people[person]
    if (one === undefined) return 0
    const own = problem.works.flatMap((work, index) =>
      isPossible(problem, index, person) ? [{ work, index }] : [],
    )
    const areas = new Set(own.flatMap(({ work }) => areasMetBy(one, work)))
    const wishes = own.filter(({ index }) => problem.wished[index]?.[person]).length
    return AREA_WORTH * areas.size + WISH_WORTH * wishes
  })
}

function possibleOf(problem: BoardProblem, person: number, kind: string): number {
  return problem.works.filter((work, index) => work.kind === kind && isPossible(problem, index, person))
    .length
}

/** No more seats than people who could have one. */
function seatsFor(problem: BoardProblem, work: number): number {
  const people = problem.people.filter((_, person) => isPossible(problem, work, person)).length
  return Math.min(seatsOpen(problem, work), people)
}

function sumOver(count: number, of: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += of(index)
  return sum
}
