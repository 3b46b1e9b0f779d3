// Proves that chances and habits are said in words that a person can use, and without the words of statistics.
import { expect, it } from 'vitest'
import { chanceWord, restsWords, standingWords } from './standing.ts'

it('a chance has three words, and no more', () => {
  expect([0, 0.24, 0.25, 0.74, 0.75, 1].map(chanceWord)).toEqual([
    'likely open',
    'likely open',
    'could be either',
    'could be either',
    'likely met',
    'likely met',
  ])
})

it('must-haves are counted in people', () => {
  expect(standingWords.people(0)).toContain('hardly one')
  expect(standingWords.people(7)).toBe(
    'Of twenty people with these ratings, about seven would meet all must-haves.',
  )
  expect(standingWords.people(20)).toContain('Nearly all')
})

it('what an own rating counts as is told with its reason, half levels too', () => {
  expect(restsWords.countsAs({ level: 3, approaching: false }, 2.7)).toBe(
    'Your 3 counts as 2.7: people rate themselves about 0.3 higher than others do.',
  )
  expect(restsWords.countsAs({ level: 1, approaching: true }, 1.2)).toBe(
    'Your 1, on the way to 2 counts as 1.2: people rate themselves about 0.3 higher than others do.',
  )
  expect(restsWords.countsAs({ level: 3, approaching: false }, 3)).toBe('Your 3 counts as 3.0.')
})
