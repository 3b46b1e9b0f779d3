// Proves that the page of a talk promises no list where there is none.
import { expect, test } from 'vitest'
import { preparationWords } from './preparation.ts'

test('Where both said the same of everything, the page of the talk says so, and names no order', () => {
  expect(preparationWords.agendaLead('3 March', 0)).toBe(
    'Opened together on 3 March. You see all of it alike.',
  )
  expect(preparationWords.agendaLead('3 March', 2)).toBe(
    'Opened together on 3 March, the largest difference first.',
  )
})
