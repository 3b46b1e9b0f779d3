// A board at once, without a solver: what is set, then seat by seat whoever it suits best at that moment.

import {
  areasMetBy,
  type Board,
  type BoardProblem,
  isPossible,
  STRETCH_COUNTED,
  seatsOpen,
  weeksOpen,
} from './board-problem.ts'

/** Work with the fewest possible people first; the same problem gives the same board. */
export function placeAtOnce(problem: BoardProblem): Board {
  const { people, works } = problem
  const board = setBoard(problem)
  const possible = works.map((_, work) =>
    people.flatMap((_, person) => (isPossible(problem, work, person) ? [person] : [])),
  )
  const order = works
    .map((_, work) => work)
    .toSorted((a, b) => (possible[a]?.length ?? 0) - (possible[b]?.length ?? 0) || a - b)
  for (const work of order) {
    for (let seat = board[work]?.length ?? 0; seat < seatsOpen(problem, work); seat += 1) {
      const free = (possible[work] ?? []).filter((person) => hasRoom(problem, board, work, person))
      const [first] = free.toSorted(
        (a, b) => rankOf(problem, board, work, b) - rankOf(problem, board, work, a) || a - b,
      )
      if (first === undefined) break
      board[work] = [...(board[work] ?? []), first].toSorted((a, b) => a - b)
    }
  }
  return board
}

/** Only what the manager set. */
function setBoard({ works, people, set }: BoardProblem): Board {
  return works.map((_, work) =>
    people.flatMap((_, person) => (set[work]?.[person] === 'with' ? [person] : [])),
  )
}

function hasRoom(problem: BoardProblem, board: Board, work: number, person: number): boolean {
  const of = problem.works[work]
  if (of === undefined || board[work]?.includes(person)) return false
  const taken = problem.works.reduce(
    (sum, other, index) =>
      other.quarter === of.quarter && board[index]?.includes(person) ? sum + other.weeks : sum,
    0,
  )
  // Half a tenth of a week: tenths do not add up exactly.
  return taken + of.weeks <= weeksOpen(problem, person, of.quarter) + 0.05
}

/** Fairness before growth, growth before wishes, then whoever has done least. */
function rankOf(problem: BoardProblem, board: Board, work: number, person: number): number {
  const [one, of] = [problem.people[person], problem.works[work]]
  if (one === undefined || of === undefined) return 0
  const count = (kind: string) =>
    problem.works.filter((other, index) => other.kind === kind && board[index]?.includes(person)).length
  const before = { stretch: one.stretchBefore, glue: one.glueBefore, steady: 0 }[of.kind]
  const had = before + count(of.kind)
  const fair =
    of.kind === 'stretch' ? -100 * Math.min(had, STRETCH_COUNTED) : of.kind === 'glue' ? -100 * had : 0
  const wish = problem.wished[work]?.[person] ? 5 : 0
  return fair + 10 * areasMetBy(one, of).length + wish - board.filter((on) => on.includes(person)).length
}
