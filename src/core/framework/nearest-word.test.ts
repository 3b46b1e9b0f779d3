// Which word somebody most likely meant.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean, nearestWord } from './nearest-word.ts'

const KNOWN = ['delegation', 'decision-making', 'coaching', 'up', 'must_haves']

test.each([
  ['delegaton', 'delegation'],
  ['Decision Making', 'decision-making'],
  ['couching', 'coaching'],
  ['must-haves', 'must_haves'],
  ['upp', 'up'],
])('"%s" is taken for "%s"', (word, meant) => {
  expect(nearestWord(word, KNOWN)).toBe(meant)
})

test('a word that is far from all others is not guessed', () => {
  expect(nearestWord('gardening', KNOWN)).toBeUndefined()
  expect(didYouMean('gardening', KNOWN, 'Remove it.')).toBe('Remove it.')
})

test('the nearest of many words is the first of those with the fewest slips, counted in full', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 })
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 12 }), (wanted, known) => {
      const near = known
        .map((one) => ({ one, slips: slipsInFull(wanted, one) }))
        .filter(({ one, slips }) => slips <= Math.max(1, Math.floor(Math.max(wanted.length, one.length) / 3)))
      const fewest = Math.min(...near.map(({ slips }) => slips))
      expect(nearestWord(wanted, known)).toBe(near.find(({ slips }) => slips === fewest)?.one)
    }),
  )
})

/** Letters to add, drop or change, by the definition: whole table, no limit. */
function slipsInFull(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1)
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column - 1) + Number(a[row - 1] !== b[column - 1]),
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
      )
  return at(a.length, b.length)
}
