// Proves that what an own rating counts as is told with its reason.
import { expect, it } from 'vitest'
import { restsWords } from './standing.ts'

it('what an own rating counts as is told with its reason, half levels too', () => {
  expect(restsWords.countsAs({ level: 3, approaching: false }, 2.7)).toBe(
    'Your 3 counts as 2.7: people rate themselves about 0.3 higher than others do.',
  )
  expect(restsWords.countsAs({ level: 1, approaching: true }, 1.2)).toBe(
    'Your 1, on the way to 2 counts as 1.2: people rate themselves about 0.3 higher than others do.',
  )
  expect(restsWords.countsAs({ level: 3, approaching: false }, 3)).toBe('Your 3 counts as 3.0.')
})
