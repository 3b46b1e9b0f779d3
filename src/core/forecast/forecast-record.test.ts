// How forecasts did: counted once for each milestone, held against what chance gives, and beside people in general.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { planDefaults } from '../plan/first-choices.ts'
import { keepPlan } from '../plan/keep-plan.ts'
import type { PlanChoices } from '../plan/kept-plan.ts'
import { addWeeks } from '../plan/quarter-calendar.ts'
import { levelsForPlanning } from '../planning/levels-for-planning.ts'
import { nearestRank } from './forecast.ts'
import { forecastRecord } from './forecast-record.ts'
import type { KeptForecast } from './kept-forecast.ts'
import { recordWords } from './record-words.ts'
import { referenceClass } from './reference-class.ts'

const MADE = '2024-01-01'

/** Weeks spread evenly over the middle of a year; reached after so many weeks, or not within three years. */
function kept(number: number, weeks: number | null): KeptForecast {
  return {
    id: String(number),
    planRevisionId: 'plan',
    frameworkDigest: 'f'.repeat(64),
    role: 'staff-engineer',
    milestone: 'next-level',
    skill: `skill-${number}`,
    level: 3,
    madeOn: MADE,
    madeAt: `${MADE}T09:00:00.000Z`,
    quantiles: Array.from({ length: 99 }, (_, index) => (index + 1) / 2),
    horizonWeeks: 156,
    outcome: {
      reachedOn: weeks === null ? null : addWeeks(MADE, weeks),
      resolvedAt: '2027-01-01T00:00:00.000Z',
    },
  }
}

const honest = Array.from({ length: 50 }, (_, number) => kept(number, number))
const wide = Array.from({ length: 500 }, (_, index) => index / 4)

describe('the record of forecasts', () => {
  test('is a sentence about too few while fewer than ten outcomes are known', () => {
    const record = forecastRecord([...honest.slice(0, 9), { ...kept(99, 3), outcome: null }], () => wide)
    expect(record).toEqual({ resolved: 9, score: null, beside: null })
    expect(recordWords(record)).toEqual([
      'Too few to tell yet: the outcome of nine forecasts is known; from ten on, this says how they did.',
    ])
  })

  test('of honest forecasts is even, and better than one for people in general that is too wide', () => {
    const record = forecastRecord(honest, () => wide)
    expect(record.score).toMatchObject({ count: 50, within50: 0.5, metP80: 0.82 })
    expect(record.score?.pit.every((count) => count >= 4 && count <= 6)).toBe(true)
    expect(record.beside?.own).toBeLessThan(record.beside?.reference ?? 0)
    const words = recordWords(record).join(' ')
    expect(words).toContain('about as often earlier as later')
    expect(words).toContain('The Brier score of these dates is 0.15')
    expect(words).toContain('What was known of your own pace made them better.')
  })

  test('says so where ranges were too narrow, or things came late', () => {
    const ends = Array.from({ length: 20 }, (_, number) => kept(number, number % 2 === 0 ? 0 : null))
    expect(recordWords(forecastRecord(ends, () => null)).join(' ')).toContain('the ranges were too narrow')
    const late = Array.from({ length: 20 }, (_, number) => kept(number, 44))
    expect(recordWords(forecastRecord(late, () => null)).join(' ')).toContain(
      'more often later than was said',
    )
    expect(forecastRecord(late, () => null).beside).toBeNull()
  })

  test('reads as a sentence where nothing came true', () => {
    const never = Array.from({ length: 10 }, (_, number) => kept(number, null))
    const words = recordWords(forecastRecord(never, () => null)).join(' ')
    expect(words).toContain('Of ten forecasts, none came true within the middle half')
    expect(words).toContain('and none within the middle four in five')
    expect(words).toContain('None was there by the date said with four in five')
  })

  test('counts a milestone once, however often it was forecast', () => {
    const daily = honest.flatMap((one) => [
      one,
      { ...one, id: `${one.id} again`, madeOn: '2024-01-08', madeAt: '2024-01-08T09:00:00.000Z' },
    ])
    expect(forecastRecord(daily, () => null)).toEqual(forecastRecord(honest, () => null))
  })
})

describe('the forecast for people in general', () => {
  const framework = loadFramework(BUILT_IN)
  const now = `${MADE}T09:00:00.000Z`
  const { estimates } = levelsForPlanning({ framework, role: 'senior-engineer', ratings: [], now })
  const choices = planDefaults('senior-engineer', { destinations: ['staff-engineer'] }) as PlanChoices
  const command = { frameworkDigest: 'f'.repeat(64), choices, keepQuarter: true, revisionId: 'plan' }
  const made = keepPlan(command, { framework, estimates, before: null }, now)
  if (!made.ok) throw new Error(made.failure.join(' '))
  const plan = { ...made.value, version: 1 }
  const [first] = plan.plan.steps
  const about = { madeOn: MADE, madeAt: now, role: 'staff-engineer', milestone: 'next-level' as const }
  const spent = (hours: number, reportedAt: string) => [
    {
      ...{
        skill: first?.skill ?? '',
        level: first?.level ?? 0,
        week: MADE,
        hours,
        practices: [],
        done: false,
      },
      ...{ note: '', revisionId: 'r', version: 1, frameworkDigest: plan.frameworkDigest, reportedAt },
    },
  ]
  const median = (entries: Parameters<typeof referenceClass>[2]) =>
    nearestRank(referenceClass(framework, plan, entries, about) ?? [], 0.5)

  test('is what was left then at their pace: hours spent before it count, hours after it do not', () => {
    const whole = median([])
    expect(whole).toBeGreaterThan(1)
    expect(median(spent(8, '2023-12-20T09:00:00.000Z'))).toBeLessThan(whole)
    expect(median(spent(8, '2024-03-01T09:00:00.000Z'))).toBe(whole)
  })
})
