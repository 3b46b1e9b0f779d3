// Proves on which days reminders come, and that they say nothing about the person.
import { expect, test } from 'vitest'
import { FIRST_CHOICES } from './reminder.ts'
import { reminderEvents } from './reminder-events.ts'

const nothing = { from: '2026-11-26', planStartsOn: null, longViewReviewedAt: null }
const starts = (from: string, weekday: number) =>
  reminderEvents({ ...FIRST_CHOICES, week: { weekday, time: '15:00' } }, { ...nothing, from })[0]?.starts

test('the look back on the week comes on the chosen day, from the first one on that is not over', () => {
  expect(starts('2026-11-26', 5)).toBe('2026-11-27T15:00:00')
  expect(starts('2026-11-27', 5)).toBe('2026-11-27T15:00:00')
  expect(starts('2026-11-28', 5)).toBe('2026-12-04T15:00:00')
  expect(starts('2026-11-26', 1)).toBe('2026-11-30T15:00:00')
  expect(starts('2026-11-26', 7)).toBe('2026-11-29T15:00:00')
})

test('the plan is looked at when a quarter of it begins, the long view a year after it was called true', () => {
  const known = { from: '2026-11-26', planStartsOn: '2026-11-02', longViewReviewedAt: '2028-02-29T08:00:00Z' }
  const events = reminderEvents(FIRST_CHOICES, known)
  expect(events.map(({ kind, starts: first, repeats }) => [kind, first, repeats?.every])).toEqual([
    ['week', '2026-11-27T15:00:00', 1],
    ['plan', '2027-02-01T15:00:00', 13],
    ['long-view', '2029-03-01T15:00:00', 1],
  ])
})

test('what was not chosen, and what there is nothing to look at for, does not come', () => {
  expect(reminderEvents({ week: null, plan: true, longView: true }, nothing)).toEqual([])
  const known = { ...nothing, planStartsOn: '2026-11-02', longViewReviewedAt: '2026-01-01T08:00:00Z' }
  expect(reminderEvents({ week: null, plan: false, longView: true }, known)).toMatchObject([
    { kind: 'long-view', starts: '2027-01-01T10:00:00' },
  ])
})

test('what a colleague asked comes once, on its last day, without a word of whom it is about', () => {
  const asked = [{ id: 'a1', dueOn: '2026-12-04' }]
  const events = reminderEvents({ week: null, plan: false, longView: false }, { ...nothing, asked })
  expect(events).toMatchObject([
    { kind: 'asked', id: 'a1', starts: '2026-12-04T10:00:00', page: '/asked/a1', repeats: null },
  ])
  expect(
    reminderEvents({ week: null, plan: false, longView: false, asked: false }, { ...nothing, asked }),
  ).toEqual([])
})
