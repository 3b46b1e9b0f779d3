// Forecasts held against what came: what counts as reached, as missed, and as enough to tell.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { planDefaults } from '../plan/first-choices.ts'
import { keepPlan } from '../plan/keep-plan.ts'
import type { PlanChoices, PlanRevision } from '../plan/kept-plan.ts'
import { addWeeks } from '../plan/quarter-calendar.ts'
import { levelsForPlanning } from '../planning/levels-for-planning.ts'
import { forecast } from './forecast.ts'
import { honestyOf } from './honesty.ts'
import type { KeptForecast } from './kept-forecast.ts'
import { isReached } from './milestone-reached.ts'
import { movedSentence } from './moved-words.ts'
import { resolveForecasts } from './resolve-forecasts.ts'

const framework = loadFramework(BUILT_IN)
const NOW = '2026-11-23T09:00:00.000Z'
const { estimates } = levelsForPlanning({ framework, role: 'senior-engineer', ratings: [], now: NOW })
const choices = planDefaults('senior-engineer', { destinations: ['staff-engineer'] }) as PlanChoices
const plan = planOf()

function planOf(): PlanRevision {
  const command = { frameworkDigest: 'f'.repeat(64), choices, keepQuarter: true, revisionId: 'plan' }
  const made = keepPlan(command, { framework, estimates, before: null }, NOW)
  if (!made.ok) throw new Error(made.failure.join(' '))
  return { ...made.value, version: 1 }
}

const next = { skill: plan.plan.steps[0]?.skill ?? '', level: plan.plan.steps[0]?.level ?? 0 }

function said(change: Partial<KeptForecast> = {}): KeptForecast {
  return {
    id: `${change.madeOn ?? ''}${change.level ?? ''}`,
    planRevisionId: 'plan',
    frameworkDigest: 'f'.repeat(64),
    role: 'staff-engineer',
    milestone: 'next-level',
    ...next,
    madeOn: '2026-11-23',
    madeAt: `${change.madeOn ?? '2026-11-23'}T09:00:00.000Z`,
    // Four in five within 16 weeks.
    quantiles: Array.from({ length: 99 }, (_, index) => (index + 1) / 5),
    horizonWeeks: 156,
    outcome: null,
    ...change,
  }
}

const certain = (mean: number) => ({ ...estimates, [next.skill]: { mean, sd: 0.2, assumed: false } })

describe('a forecast', () => {
  const resolve = (
    levels: typeof estimates,
    now: string,
    rated: (string | { skill: string; level: number; ratedAt: string })[] = [],
    one = said(),
  ) =>
    resolveForecasts([one], {
      framework,
      estimates: levels,
      ratings: rated.map((time) => (typeof time === 'string' ? { ...next, ratedAt: time } : time)),
      plans: [plan],
      now,
    })

  test('stays open while the level is not there and the time is not over', () => {
    expect(resolve(estimates, '2027-06-01T09:00:00.000Z')).toEqual([])
  })

  test('is reached on the day of the rating that shows the level', () => {
    const ratings = ['2026-10-01T09:00:00.000Z', '2027-02-05T09:00:00.000Z']
    expect(resolve(certain(next.level - 0.4), '2027-03-01T09:00:00.000Z', ratings)).toEqual([
      { forecastId: said().id, reachedOn: '2027-02-05', resolvedAt: '2027-03-01T09:00:00.000Z' },
    ])
  })

  test('is not dated by a rating of another skill, nor by one that came after the level was shown', () => {
    const ratings = [
      { ...next, level: next.level - 1, ratedAt: '2026-12-20T09:00:00.000Z' },
      { ...next, ratedAt: '2027-01-11T09:00:00.000Z' },
      { ...next, ratedAt: '2027-02-05T09:00:00.000Z' },
      { ...next, skill: 'another', ratedAt: '2027-02-20T09:00:00.000Z' },
    ]
    const resolved = (given: typeof ratings, one = said()) =>
      resolve(certain(next.level), '2027-03-01T09:00:00.000Z', given, one)[0]?.reachedOn
    expect(resolved(ratings)).toBe('2027-01-11')
    expect(resolved(ratings.slice(3))).toBe('2027-03-01')
  })

  test('is missed once three years have passed, also where the level comes after that', () => {
    const late = addWeeks('2026-11-23', 157)
    const missed = { forecastId: said().id, reachedOn: null, resolvedAt: `${late}T09:00:00.000Z` }
    expect(resolve(estimates, `${late}T09:00:00.000Z`)).toEqual([missed])
    expect(resolve(certain(5), `${late}T09:00:00.000Z`, [`${late}T08:00:00.000Z`])).toEqual([missed])
  })

  test('is resolved once, and never without the plan that it was made from', () => {
    const outcome = { reachedOn: null, resolvedAt: NOW }
    expect(resolve(certain(5), '2027-03-01T09:00:00.000Z', [], said({ outcome }))).toEqual([])
    expect(resolve(certain(5), '2027-03-01T09:00:00.000Z', [], said({ planRevisionId: 'other' }))).toEqual([])
  })

  test('is not fulfilled by holding another role: what nobody rated counts as it did then', () => {
    const promoted = levelsForPlanning({ framework, role: 'staff-engineer', ratings: [], now: NOW }).estimates
    const one = said({ milestone: 'must-haves', skill: null, level: null })
    expect(resolve(promoted, '2027-03-01T09:00:00.000Z', [], one)).toEqual([])
  })

  test('means the same as the drawn lives: with certain levels, reached is exactly a wait of no weeks', () => {
    for (const role of framework.roles) {
      for (const { id: to } of framework.roles) {
        const sure = Object.fromEntries(
          framework.skills.map(({ id }) => {
            const { mean } = levelsForPlanning({ framework, role: role.id, ratings: [], now: NOW }).estimates[
              id
            ] ?? { mean: 0 }
            return [id, { mean, sd: 0, assumed: false }]
          }),
        )
        const lives = forecast({
          framework,
          estimates: sure,
          toRole: to,
          steps: [],
          hoursPerWeek: 1,
          draws: 2,
        })
        for (const { kind, p50 } of lives.milestones) {
          const asked = { kind, role: to, step: null, waiting: [] }
          expect([role.id, to, kind, isReached(framework, sure, asked)]).toEqual([
            role.id,
            to,
            kind,
            p50 === 0,
          ])
        }
      }
    }
  })
})

describe('honesty', () => {
  const today = '2028-01-03'
  const held = (level: number) =>
    said({ level, outcome: { reachedOn: '2027-01-11', resolvedAt: '2027-01-11T09:00:00.000Z' } })
  const missed = (level: number) => said({ level })

  test('says that there are too few to tell below ten dates that have passed', () => {
    const few = honestyOf([held(1), missed(2)], today)
    expect(few).toMatchObject({ due: 2, held: 1, resolved: 1, score: null })
    expect(few.sentence).toBe(
      'Too few to tell yet: of the dates given here, two have passed; from ten on, this says how many held.',
    )
    expect(honestyOf([], today).sentence).toContain('none has passed')
  })

  test('counts dates that passed unreached as well, so that quick successes do not come first', () => {
    const many = [...[1, 2, 3, 4, 5, 6, 7].map(held), ...[8, 9, 10, 11, 12].map(missed)]
    const honesty = honestyOf(many, today)
    expect(honesty).toMatchObject({ due: 12, held: 7 })
    expect(honesty.sentence).toBe(
      'Seven of twelve dates given here with four in five have held; about ten would be expected.',
    )
  })

  test('reads as a sentence where one date held, or none', () => {
    const sentence = (count: number) =>
      honestyOf(
        [...[1].slice(0, count).map(held), ...Array.from({ length: 10 }, (_, at) => missed(at + 2))],
        today,
      ).sentence
    expect(sentence(0)).toContain('None of ten dates given here with four in five has held;')
    expect(sentence(1)).toContain('One of eleven dates given here with four in five has held;')
  })

  test('takes the first forecast of each milestone: a date repeated every day is one date', () => {
    const daily = Array.from({ length: 40 }, (_, index) => {
      const madeOn = addWeeks('2026-11-23', index % 8)
      return said({ madeOn, id: String(index), outcome: held(1).outcome })
    })
    expect(honestyOf(daily, today)).toMatchObject({ due: 1, held: 1, resolved: 1 })
  })

  test('leaves out dates that have not passed, and milestones that had no date', () => {
    const far = said({ level: 2, quantiles: Array.from({ length: 99 }, () => null) })
    expect(honestyOf([held(1), far], '2027-01-20')).toMatchObject({ due: 0, resolved: 1 })
  })

  test('scores ten outcomes and more, in figures without infinity', () => {
    const many = Array.from({ length: 12 }, (_, level) => held(level + 1))
    const { score } = honestyOf(many, today)
    expect(score?.count).toBe(12)
    expect(JSON.stringify(score)).not.toMatch(/null/)
  })
})

describe('what moved', () => {
  test.each<[number | null, number | null, string | null]>([
    [80, 80.5, null],
    [80, 93, 'Ready to try moved from June 2028 to September 2028.'],
    [80, 82, 'Ready to try moved about two weeks later, still in June 2028.'],
    [80, 200, 'Ready to try moved from June 2028 to beyond three years.'],
    [null, 80, 'Ready to try has a date again: June 2028.'],
    [null, null, null],
  ])('from %j weeks to %j weeks is told as: %s', (before, now, sentence) => {
    const madeOn = '2026-11-23'
    expect(movedSentence('ready-to-try', { madeOn, p80: before }, { madeOn, p80: now })).toBe(sentence)
  })

  test('a date that stays is no move, though the weeks to it have become fewer', () => {
    const before = { madeOn: '2026-11-23', p80: 30 }
    expect(movedSentence('must-haves', before, { madeOn: '2026-12-21', p80: 26 })).toBeNull()
  })
})
