// The words of the plan where they count: quarters that end on their last day, and one thing or several.
import { expect, it } from 'vitest'
import { planWords, quarterEnd, quarterName } from './plan.ts'

it('a quarter ends on the day before the next one begins', () => {
  expect(quarterEnd('2026-11-30', 1)).toBe('28 February')
  expect(quarterName('2026-11-30', 1)).toBe('This quarter, until 28 February')
  expect(quarterName('2026-11-30', 2)).toBe('Quarter 2, March to May 2027')
  expect(quarterName('2026-07-06', 2)).toBe('Quarter 2, October 2026 to January 2027')
})

it('what holds a skill back is told of one skill or of several', () => {
  expect(planWords.comesBefore(['mentoring'], 'coaching')).toBe(
    'Mentoring still comes before it, because coaching builds on it.',
  )
  expect(planWords.comesBefore(['mentoring', 'feedback'], 'coaching')).toBe(
    'Mentoring and feedback still come before it, because coaching builds on them.',
  )
  expect(planWords.pinnedBefore(['mentoring', 'feedback'])).toBe(
    'Mentoring and feedback still come first, because you pinned them.',
  )
})
