// The programmes of a board say what the rules say: a board that holds by the rules holds in every row.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../tests/property-seed.ts'
import { tinyBoard } from '../../../tests/tiny-board.ts'
import { BOARD_GOALS, reachOf } from './board-bounds.ts'
import { amountsOfBoard, boardModel, boardOf } from './board-model.ts'
import { placeAtOnce } from './place-at-once.ts'

/** What a sum such as `+ 2 x_0_1 - 1 d` comes to. */
function sumOf(terms: string, amountOf: (name: string) => number): number {
  return [...terms.matchAll(/([+-]) (\d+) (\w+)/g)].reduce(
    (sum, [, sign, times, name]) => sum + (sign === '-' ? -1 : 1) * Number(times) * amountOf(name ?? ''),
    0,
  )
}

/** Rows of a model that do not hold with these amounts. */
function brokenRows(model: string, amountOf: (name: string) => number): string[] {
  return model.split('\n').filter((line) => {
    const [, terms, is, limit] = /^ r\d+: (.*) (<=|>=|=) (-?\d+)$/.exec(line) ?? []
    if (terms === undefined) return false
    const [sum, most] = [sumOf(terms, amountOf), Number(limit)]
    return is === '<=' ? sum > most : is === '>=' ? sum < most : sum !== most
  })
}

/** What a model would have made as much as possible of. */
function goalOf(model: string, amountOf: (name: string) => number): number {
  return sumOf(/^ goal: (.*)$/m.exec(model)?.[1] ?? '', amountOf)
}

test('a solver begins with a board that holds, is worth what it is worth, and comes back the same', () => {
  fc.assert(
    fc.property(tinyBoard, (problem) => {
      const board = placeAtOnce(problem)
      const amountOf = amountsOfBoard(problem, board)
      for (const [index, goal] of BOARD_GOALS.entries()) {
        const reached = BOARD_GOALS.slice(0, index).map((before) => reachOf(problem, board, before))
        const model = boardModel(problem, reached)
        expect(brokenRows(model, amountOf)).toEqual([])
        expect(goalOf(model, amountOf)).toBe(reachOf(problem, board, goal))
      }
      expect(boardOf(problem, amountOf)).toEqual(board)
    }),
    { numRuns: 300 },
  )
})

test('a board that does not hold breaks a row', () => {
  const one = { id: 'a', weeks: 2, areas: [], promised: {}, stretchBefore: 0, glueBefore: 0 }
  const work = { id: 'w', kind: 'steady' as const, quarter: '2027-Q1', seats: 1, weeks: 2, skills: [] }
  const problem = { people: [one], works: [work, work], wished: [[false], [false]], set: [[null], [null]] }
  const tooMuch = amountsOfBoard(problem, [[0], [0]])
  expect(brokenRows(boardModel(problem, []), tooMuch)).toEqual([' r2: + 20 x_0_0 + 20 x_1_0 <= 20'])
})
