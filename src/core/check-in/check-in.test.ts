// Proves what a check-in takes, and when heavy weeks count as a row.
import { describe, expect, test } from 'vitest'
import type { Load, OwnAnswers } from './check-in.ts'
import { checkInWeek } from './check-in-week.ts'
import { heavyWeeksInARow } from './heavy-weeks.ts'
import { answersSentence } from './week-words.ts'

const NOW = '2026-11-26T10:00:00.000Z'
const WEEK = '2026-11-23'
const said = (inTheWay: string, ownAnswers: OwnAnswers | null = null, week = WEEK) => ({
  week,
  revisionId: 'r',
  inTheWay,
  ownAnswers,
})

describe('A check-in', () => {
  test('keeps what was said, and every question may be skipped on its own', () => {
    const both = checkInWeek(said(' Two releases at once. ', { load: 'heavy', energy: 0 }), NOW, false)
    expect(both).toMatchObject({
      ok: true,
      value: {
        inTheWay: 'Two releases at once.',
        ownAnswers: { load: 'heavy', energy: 0 },
        checkedInAt: NOW,
      },
    })
    expect(checkInWeek(said('', { load: 'right', energy: null }), NOW, false).ok).toBe(true)
    expect(checkInWeek(said('', { load: null, energy: 10 }), NOW, false).ok).toBe(true)
    expect(checkInWeek(said('On-call'), NOW, false)).toMatchObject({ value: { ownAnswers: null } })
  })

  test('says what does not fit: a day that is no Monday, a week to come, a long text, energy beyond ten', () => {
    const refused = (...given: Parameters<typeof said>) => {
      const outcome = checkInWeek(said(...given), NOW, false)
      return outcome.ok ? null : outcome.failure.field
    }
    expect(refused('x', null, '2026-11-24')).toBe('week')
    expect(refused('x', null, '2026-11-30')).toBe('week')
    expect(refused('x', null, 'soon')).toBe('week')
    expect(refused('x'.repeat(1001))).toBe('inTheWay')
    for (const energy of [-1, 11, 2.5, Number.NaN])
      expect(refused('', { load: null, energy })).toBe('ownAnswers')
    expect(refused('  ', { load: null, energy: null })).toBe('inTheWay')
  })

  test('takes a week that has begun where somebody is, though not yet by universal time', () => {
    const at = (now: string) => checkInWeek(said('x', null, '2026-11-30'), now, false).ok
    expect([at('2026-11-29T22:00:00.000Z'), at('2026-11-29T09:00:00.000Z')]).toEqual([true, false])
  })

  test('takes no answers for oneself where the data are not on one’s own machine', () => {
    const heavy = checkInWeek(said('On-call', { load: 'heavy', energy: null }), NOW, true)
    expect(heavy).toMatchObject({ ok: false, failure: { field: 'ownAnswers' } })
    expect(checkInWeek(said('On-call'), NOW, true).ok).toBe(true)
  })

  test('reads as sentences', () => {
    expect(answersSentence({ ownAnswers: { load: 'light', energy: 7 } })).toBe(
      'The hours felt light. Energy left for learning: 7 of 10.',
    )
    expect(answersSentence({ ownAnswers: null })).toBe('')
  })
})

describe('Heavy weeks in a row', () => {
  const row = (...loads: [string, Load | null][]) =>
    heavyWeeksInARow(
      loads.map(([week, load]) => ({ week, ownAnswers: load === null ? null : { load, energy: null } })),
      '2026-11-26',
    )

  test('are counted back from the last answer, and one that was not heavy ends them', () => {
    expect(row()).toBe(0)
    expect(row(['2026-11-23', 'heavy'])).toBe(1)
    expect(row(['2026-11-16', 'heavy'], ['2026-11-23', 'heavy'])).toBe(2)
    expect(row(['2026-11-09', 'heavy'], ['2026-11-16', 'right'], ['2026-11-23', 'heavy'])).toBe(1)
    expect(row(['2026-11-16', 'heavy'], ['2026-11-23', 'light'])).toBe(0)
  })

  test('one missed week costs nothing and says nothing; two end the row', () => {
    expect(row(['2026-11-09', 'heavy'], ['2026-11-16', null], ['2026-11-23', 'heavy'])).toBe(2)
    expect(row(['2026-11-02', 'heavy'], ['2026-11-23', 'heavy'])).toBe(1)
  })

  test('of long ago say nothing about now', () => {
    expect(row(['2026-11-02', 'heavy'], ['2026-11-09', 'heavy'])).toBe(2)
    expect(row(['2026-10-26', 'heavy'], ['2026-11-02', 'heavy'])).toBe(0)
  })
})
