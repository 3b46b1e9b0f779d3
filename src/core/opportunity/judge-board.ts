// What a board is worth: four measures in the order in which they count. None of them is about one person.

import {
  areasMetBy,
  type Board,
  type BoardProblem,
  GLUE_BOUND,
  quartersOf,
  STRETCH_COUNTED,
  seatsOpen,
  weeksFree,
} from './board-problem.ts'

export interface BoardMeasures {
  /** Seats on pieces of work that nobody has. The fewer the better, and before all else: the work has to be done. */
  emptySeats: number
  /** How many people have at least one piece of stretch work within the year, at least two, at least three. */
  stretched: number[]
  /** The most glue work of anybody less the least, in pieces of work, within the year. */
  glueApart: number
  areasMet: number
  wishesMet: number
}

/** Growth areas and wishes in one number: a wish counts half an area. */
export const AREA_WORTH = 2
export const WISH_WORTH = 1

export function judgeBoard(problem: BoardProblem, board: Board): BoardMeasures {
  const { people, works, wished } = problem
  const worksOf = people.map((_, person) =>
    works.flatMap((_, work) => (board[work]?.includes(person) ? [work] : [])),
  )
  const countOf = (person: number, kind: string) =>
    (worksOf[person] ?? []).filter((work) => works[work]?.kind === kind).length
  const stretch = people.map((one, person) => one.stretchBefore + countOf(person, 'stretch'))
  const glue = people.flatMap((one, person) =>
    takesGlue(one) ? [one.glueBefore + countOf(person, 'glue')] : [],
  )
  return {
    emptySeats: works.reduce(
      (sum, _, work) => sum + Math.max(0, seatsOpen(problem, work) - (board[work]?.length ?? 0)),
      0,
    ),
    stretched: Array.from(
      { length: STRETCH_COUNTED },
      (_, index) => stretch.filter((count) => count > index).length,
    ),
    glueApart: glue.length === 0 ? 0 : Math.max(...glue) - Math.min(...glue),
    areasMet: people.reduce((sum, one, person) => {
      const met = new Set(
        (worksOf[person] ?? []).flatMap((work) => {
          const of = works[work]
          return of === undefined ? [] : areasMetBy(one, of)
        }),
      )
      return sum + met.size
    }, 0),
    wishesMet: board.reduce((sum, on, work) => sum + on.filter((person) => wished[work]?.[person]).length, 0),
  }
}

/** Whoever has no weeks for planned work has no part in how glue work is spread. */
export function takesGlue(person: { weeks: number }): boolean {
  return person.weeks > 0
}

/** Below 0 where the first board is better. Glue work within the bound is as good as even. */
export function compareBoards(a: BoardMeasures, b: BoardMeasures): number {
  const steps = [
    a.emptySeats - b.emptySeats,
    ...a.stretched.map((count, index) => (b.stretched[index] ?? 0) - count),
    glueBeyond(a) - glueBeyond(b),
    growthOf(b) - growthOf(a),
  ]
  return steps.find((step) => step !== 0) ?? 0
}

export function glueBeyond({ glueApart }: Pick<BoardMeasures, 'glueApart'>): number {
  return Math.max(0, glueApart - GLUE_BOUND)
}

export function growthOf({ areasMet, wishesMet }: Pick<BoardMeasures, 'areasMet' | 'wishesMet'>): number {
  return AREA_WORTH * areasMet + WISH_WORTH * wishesMet
}

/** Who is on more work in a quarter than they have weeks for, and by how many weeks. */
export function overloads(
  problem: BoardProblem,
  board: Board,
): { person: number; quarter: string; weeks: number }[] {
  const { people, works } = problem
  return quartersOf(problem).flatMap((quarter) =>
    people.flatMap((one, person) => {
      const taken = works.reduce(
        (sum, work, index) =>
          work.quarter === quarter && board[index]?.includes(person) ? sum + work.weeks : sum,
        0,
      )
      const over = Math.round((taken - weeksFree(one, quarter)) * 10) / 10
      return over > 0 ? [{ person, quarter, weeks: over }] : []
    }),
  )
}
