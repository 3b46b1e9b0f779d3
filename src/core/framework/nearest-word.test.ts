// Which word somebody most likely meant.
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
