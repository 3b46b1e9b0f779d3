// What was handed over is told without counting what is not there, and to whoever gave it as theirs.
import { expect, test } from 'vitest'
import { handoverWords } from './handover.ts'

test('a handover is told by its items and by whose destination is in it', () => {
  expect(handoverWords.toWhom('Ada', handoverWords.items(0, 'mine'))).toBe(
    'to Ada: where you would like to go',
  )
  expect(handoverWords.fromWhom('Bea', handoverWords.items(2, 'theirs'))).toBe(
    'from Bea: 2 items and where they would like to go',
  )
  expect(handoverWords.items(1, null)).toBe('one item')
  expect(handoverWords.items(0, null)).toBe('a message')
})
