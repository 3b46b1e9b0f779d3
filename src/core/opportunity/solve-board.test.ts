// Who does which work: the solver agrees with trying every board, and what it says of a board is true.
import fc from 'fast-check'
import highsModule from 'highs'
import { beforeAll, expect, test } from 'vitest'
import '../../../tests/property-seed.ts'
import { QUARTERS, tinyBoard } from '../../../tests/tiny-board.ts'
import { askHighs } from './ask-highs.ts'
import { BOARD_GOALS, mostOf, reachOf } from './board-bounds.ts'
import { type Board, type BoardPerson, type BoardProblem, isPossible, seatsOpen } from './board-problem.ts'
import { gapsOf, reasonsOf } from './explain-match.ts'
import { compareBoards, judgeBoard, overloads } from './judge-board.ts'
import { placeAtOnce } from './place-at-once.ts'
import { readProgress, type SolveModel, solveBoard } from './solve-board.ts'

const highs = highsModule as unknown as typeof highsModule.default
let solve: SolveModel
/** Has no time at all: whatever is not known by counting stays open. */
let stopAtOnce: SolveModel

beforeAll(async () => {
  const solver = await highs()
  stopAtOnce = (question) => askHighs(solver, question, { seconds: 0, log: false })
  solve = (question) => askHighs(solver, question, { seconds: 60, log: false })
})

/** Tries every board. Written from the words of the rules, without the model: sums weeks in tenths by itself. */
function bestByTrying(problem: BoardProblem): Board {
  const { people, works, set } = problem
  const tenthsOf = (weeks: number) => Math.round(weeks * 10)
  const free = (one: BoardPerson, quarter: string) =>
    Math.max(0, tenthsOf(one.weeks) - tenthsOf(one.promised[quarter] ?? 0))
  const subsets = (work: number): number[][] =>
    Array.from({ length: 2 ** people.length }, (_, bits) =>
      people.flatMap((_, person) => ((bits >> person) & 1 ? [person] : [])),
    ).filter((on) =>
      people.every((one, person) => {
        const said = set[work]?.[person]
        if (said === 'with') return on.includes(person)
        if (said === 'without') return !on.includes(person)
        return (
          !on.includes(person) || tenthsOf(works[work]?.weeks ?? 0) <= free(one, works[work]?.quarter ?? '')
        )
      }),
    )
  let best: Board | null = null
  const walk = (board: Board): void => {
    if (board.length < works.length) {
      for (const on of subsets(board.length)) {
        const asked = set[board.length]?.filter((said) => said === 'with').length ?? 0
        if (on.length <= Math.max(works[board.length]?.seats ?? 0, asked)) walk([...board, on])
      }
      return
    }
    const fits = people.every((one, person) =>
      QUARTERS.every((quarter) => {
        const tenths = (only: boolean) =>
          works.reduce((sum, work, index) => {
            const counts = work.quarter === quarter && board[index]?.includes(person)
            return counts && (!only || set[index]?.[person] === 'with') ? sum + tenthsOf(work.weeks) : sum
          }, 0)
        return tenths(false) <= Math.max(free(one, quarter), tenths(true))
      }),
    )
    if (fits && (best === null || compareBoards(judgeBoard(problem, board), judgeBoard(problem, best)) < 0))
      best = board
  }
  walk([])
  if (best === null) throw new Error('No board at all.')
  return best
}

test('the solver’s board is as good as the best of all boards, tried one by one', () => {
  fc.assert(
    fc.property(tinyBoard, (problem) => {
      const solved = solveBoard(problem, solve)
      expect(solved.open).toBeNull()
      const own = judgeBoard(problem, solved.board)
      expect(compareBoards(own, judgeBoard(problem, bestByTrying(problem)))).toBe(0)
    }),
    { numRuns: 120 },
  )
})

test('glue work among people who had very different shares is placed as well as by trying every board', () => {
  const onlyGlue = tinyBoard.map((problem) => ({
    ...problem,
    works: problem.works.map((one) => ({ ...one, kind: 'glue' as const })),
  }))
  fc.assert(
    fc.property(onlyGlue, (problem) => {
      const own = judgeBoard(problem, solveBoard(problem, solve).board)
      expect(compareBoards(own, judgeBoard(problem, bestByTrying(problem)))).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('what counting says a goal can reach at most, no board exceeds', () => {
  fc.assert(
    fc.property(tinyBoard, (problem) => {
      const best = bestByTrying(problem)
      const reached: number[] = []
      for (const goal of BOARD_GOALS) {
        const own = reachOf(problem, best, goal)
        expect(own).toBeLessThanOrEqual(mostOf(problem, goal, reached))
        reached.push(own)
      }
    }),
    { numRuns: 120 },
  )
})

test('where time runs out, the board says which goal is open, and the best there is lies within what it says', () => {
  fc.assert(
    fc.property(tinyBoard, (problem) => {
      const { board, open } = solveBoard(problem, stopAtOnce)
      const best = bestByTrying(problem)
      if (open === null) expect(compareBoards(judgeBoard(problem, board), judgeBoard(problem, best))).toBe(0)
      else {
        const at = BOARD_GOALS.indexOf(open.goal)
        for (const goal of BOARD_GOALS.slice(0, at))
          expect(reachOf(problem, board, goal)).toBe(reachOf(problem, best, goal))
        expect(reachOf(problem, board, open.goal)).toBe(open.reached)
        expect(reachOf(problem, best, open.goal)).toBeGreaterThanOrEqual(open.reached)
        expect(reachOf(problem, best, open.goal)).toBeLessThanOrEqual(open.most)
      }
    }),
    { numRuns: 120 },
  )
})

test('the board that is there at once keeps to seats, weeks and what is set, and is never better than the best', () => {
  fc.assert(
    fc.property(tinyBoard, (problem) => {
      const board = placeAtOnce(problem)
      board.forEach((on, work) => {
        expect(on.length).toBeLessThanOrEqual(seatsOpen(problem, work))
        for (const person of on) expect(isPossible(problem, work, person)).toBe(true)
        problem.set[work]?.forEach((said, person) => {
          if (said === 'with') expect(on).toContain(person)
        })
      })
      for (const { person, quarter } of overloads(problem, board))
        expect(
          problem.works.some(
            (work, index) => work.quarter === quarter && problem.set[index]?.[person] === 'with',
          ),
        ).toBe(true)
      const best = solveBoard(problem, solve).board
      expect(compareBoards(judgeBoard(problem, best), judgeBoard(problem, board))).toBeLessThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})

const person = (id: string, given: Partial<BoardProblem['people'][number]> = {}) => ({
  ...{ id, weeks: 6, areas: [], promised: {}, stretchBefore: 0, glueBefore: 0 },
  ...given,
})
const work = (id: string, given: Partial<BoardProblem['works'][number]> = {}) => ({
  ...{ id, kind: 'steady' as const, quarter: '2027-Q1', seats: 1, weeks: 3, skills: [] },
  ...given,
})
function problemOf(people: BoardProblem['people'], works: BoardProblem['works']): BoardProblem {
  const each = <Value>(value: Value) => works.map(() => people.map(() => value))
  return { people, works, wished: each(false), set: each(null) }
}
const solved = (problem: BoardProblem) => solveBoard(problem, solve).board

test('whoever had no stretch work comes before whoever wants a second piece, whatever their growth areas', () => {
  const problem = problemOf(
    [person('Bea', { stretchBefore: 1, areas: [{ skill: 'writing', level: 2 }] }), person('Cem')],
    [work('paper', { kind: 'stretch', skills: [{ skill: 'writing', level: 3 }] })],
  )
  expect(solved(problem)).toEqual([[1]])
})

test('glue work goes to whoever had least of it within the year', () => {
  const problem = problemOf(
    [person('Bea', { glueBefore: 3 }), person('Cem', { glueBefore: 1 })],
    [work('rota', { kind: 'glue' }), work('notes', { kind: 'glue' })],
  )
  expect(solved(problem)).toEqual([[1], [1]])
})

test('where fairness leaves a choice, work goes to whom it brings on, and a wish decides what is left', () => {
  const people = [person('Bea', { areas: [{ skill: 'writing', level: 2 }] }), person('Cem')]
  const works = [work('paper', { skills: [{ skill: 'writing', level: 3 }] }), work('talk')]
  const problem = {
    ...problemOf(people, works),
    wished: [
      [false, false],
      [false, true],
    ],
  }
  expect(solved(problem)).toEqual([[0], [1]])
})

test('what the manager set stays, even beyond somebody’s weeks, and is named as too much', () => {
  const problem = problemOf([person('Bea', { weeks: 2 }), person('Cem')], [work('paper', { weeks: 5 })])
  problem.set[0] = ['with', null]
  const board = solved(problem)
  expect(board).toEqual([[0]])
  expect(overloads(problem, board)).toEqual([{ person: 0, quarter: '2027-Q1', weeks: 3 }])
})

test('reasons name what the work brings, and gaps name what no work brings', () => {
  const problem = problemOf(
    [
      person('Bea', {
        areas: [
          { skill: 'writing', level: 2 },
          { skill: 'mentoring', level: 1 },
        ],
      }),
      person('Cem'),
    ],
    [work('paper', { kind: 'stretch', skills: [{ skill: 'writing', level: 3 }] })],
  )
  expect(reasonsOf(problem, [[0]], 0, 0)).toEqual([
    { kind: 'area', skill: 'writing', level: 3 },
    { kind: 'first-stretch' },
  ])
  expect(reasonsOf(problem, [[1]], 0, 1)).toEqual([{ kind: 'first-stretch' }])
  expect(gapsOf(problem, [[0]])).toEqual([{ person: 0, skill: 'mentoring', level: 1, why: 'no-work' }])
  expect(gapsOf(problem, [[1]]).map(({ why }) => why)).toEqual(['others', 'no-work'])
})

test('the same problem gives the same board, and a line of the log tells how far the solver is', () => {
  const people = ['Bea', 'Cem', 'Dia'].map((id) => person(id))
  const works = ['a', 'b', 'c', 'd'].map((id) => work(id, { kind: 'glue', weeks: 2 }))
  const boards = [1, 2, 3].map(() => solved(problemOf(people, works)))
  expect(new Set(boards.map((board) => JSON.stringify(board))).size).toBe(1)
  expect(BOARD_GOALS).toHaveLength(4)
  expect(
    readProgress(
      ' T      12       3         4   5.50%   9               7                 28.57%        0      0      0',
    ),
  ).toEqual({
    bound: 9,
    found: 7,
    gap: 0.2857,
  })
  expect(readProgress('Presolving model')).toBeNull()
})
