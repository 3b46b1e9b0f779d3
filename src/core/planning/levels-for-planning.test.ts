// Levels for planning, and everything made from them, whatever ratings, wishes and frameworks come in.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { processorTime } from '../../../tests/processor-time.ts'
import { forecastPlan } from '../forecast/forecast-plan.ts'
import { showForecast } from '../forecast/kept-forecast.ts'
import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import type { RatedLevel } from '../measurement/measure-person.ts'
import { planDefaults } from '../plan/first-choices.ts'
import { keepPlan, planRequestOf } from '../plan/keep-plan.ts'
import type { PlanChoices } from '../plan/kept-plan.ts'
import { levelsAtExpectation } from './levels.ts'
import { estimatesFromOwnLevels, levelsForPlanning } from './levels-for-planning.ts'
import { readinessRange } from './readiness-range.ts'

const builtIn = loadFramework(BUILT_IN)
const NOW = '2026-11-26T09:00:00.000Z'
const ROLE = 'senior-engineer'
const estimatesOf = (ratings: RatedLevel[], framework: Framework = builtIn, role = ROLE) =>
  levelsForPlanning({ framework, role, ratings, now: NOW }).estimates

function own(skill: string, level: number | null, ratedAt = NOW): RatedLevel {
  return { skill, level, approaching: false, ratedAt }
}

function by(id: string, skill: string, level: number): RatedLevel {
  return { ...own(skill, level), rater: { id, kind: 'peer' } }
}

describe('levels', () => {
  test('are what the role asks, with ± .8, where nobody rated', () => {
    for (const { mean, sd, assumed } of Object.values(estimatesOf([]))) {
      expect([Number.isInteger(mean), sd, assumed]).toEqual([true, 0.8, true])
    }
  })

  test('come from the measurement where somebody rated, and only there', () => {
    const estimates = estimatesOf([own('mentoring', 4)])
    expect(estimates.mentoring?.assumed).toBe(false)
    expect(estimates.mentoring?.mean).toBeLessThan(4)
    expect(Object.values(estimates).filter(({ assumed }) => !assumed)).toHaveLength(1)
  })

  test('grow surer with independent raters', () => {
    const alone = estimatesOf([own('mentoring', 4)]).mentoring?.sd ?? 0
    const ratings = ['a', 'b', 'c'].map((id) => by(id, 'mentoring', 4))
    expect(estimatesOf([own('mentoring', 4), ...ratings]).mentoring?.sd ?? 9).toBeLessThan(alone)
  })

  test('take the person’s word that a step is done for an assumed level, never for a lower one', () => {
    const request = { framework: builtIn, role: ROLE, ratings: [own('mentoring', 3)], now: NOW }
    const said = levelsForPlanning({ ...request, saidDone: [{ skill: 'mentoring', level: 4 }] })
    expect(said.estimates.mentoring).toEqual({ mean: 4, sd: 0.8, assumed: true })
    const lower = levelsForPlanning({ ...request, saidDone: [{ skill: 'mentoring', level: 1 }] })
    expect(lower.estimates).toEqual(levelsForPlanning(request).estimates)
  })

  test('of a what-if are those of somebody who said the same about themselves', () => {
    const ratings = [own('mentoring', 4), own('speaking', 2)]
    const said = Object.fromEntries(
      ratings.map(({ skill, level }) => [skill, { level: level ?? 0, assumed: false }]),
    )
    const levels = { ...levelsAtExpectation(builtIn, ROLE), ...said }
    expect(estimatesFromOwnLevels(builtIn, levels)).toEqual(estimatesOf(ratings))
  })

  test('stretch with the scale', () => {
    const small = loadFramework(SMALL)
    const role = small.roles[0]?.id ?? ''
    const { sd } = Object.values(estimatesOf([], small, role))[0] ?? { sd: 0 }
    expect(sd).toBeCloseTo((0.8 * topLevel(small)) / 5, 9)
  })
})

/** The built-in framework on a scale from 0 to `top`: levels stretched, with as many entries. */
function onScale(top: number): Framework {
  const stretch = (level: number) => (level === 0 ? 0 : Math.max(1, Math.round((level * top) / 5)))
  const expectations = Object.fromEntries(
    Object.entries(builtIn.expectations).map(([role, asked]) => [
      role,
      Object.fromEntries(
        Object.entries(asked).map(([skill, one]) => [skill, { ...one, level: stretch(one.level) }]),
      ),
    ]),
  )
  const scale = Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Level ${level}` }))
  return { ...builtIn, scale, expectations }
}

/** Each skill builds on the next one, and the last on the first. */
function inACircle(): Framework {
  const skills = builtIn.skills.map((skill, index) => ({
    ...skill,
    prerequisites: [builtIn.skills[(index + 1) % builtIn.skills.length]?.id ?? ''],
  }))
  return { ...builtIn, skills }
}

const all = (level: number, raters: string[] = []) =>
  builtIn.skills.flatMap(({ id }) => [own(id, level), ...raters.map((rater) => by(rater, id, level))])

describe('whatever comes in, plan, forecast and readiness are made of finite numbers', () => {
  interface Case {
    ratings?: RatedLevel[]
    framework?: Framework
    change?: Partial<PlanChoices>
  }

  function everything({ ratings = [], framework = builtIn, change = {} }: Case) {
    const estimates = estimatesOf(ratings, framework)
    const choices = {
      ...(planDefaults(ROLE, { destinations: ['staff-engineer'] }) as PlanChoices),
      ...change,
    }
    const command = { frameworkDigest: '', choices, keepQuarter: true, revisionId: '' }
    const plan = keepPlan(command, { framework, estimates, before: null }, NOW)
    if (!plan.ok) throw new Error(plan.failure.join(' '))
    const request = planRequestOf(framework, choices, { estimates })
    const told = forecastPlan(request, plan.value.plan, 'staff-engineer', '2026-11-26')
    const shown = showForecast(told, null)
    const readiness = readinessRange(framework, estimates, 'staff-engineer')
    return { estimates, plan: plan.value, shown, readiness }
  }

  const expectFinite = (value: unknown, path = '') => {
    if (typeof value === 'number') expect([path, Number.isFinite(value)]).toEqual([path, true])
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) expectFinite(part, `${path}/${key}`)
    else if (typeof value === 'string') expect(value).not.toMatch(/NaN|Infinity|undefined/)
  }

  test.each<[string, Case]>([
    ['no ratings', {}],
    ['one rating', { ratings: [own('mentoring', 3)] }],
    ['ratings that are all equal', { ratings: all(3) }],
    ['ratings that are all zero', { ratings: all(0) }],
    [
      'a rater who always gives the top',
      { ratings: [...all(2), ...builtIn.skills.map(({ id }) => by('a', id, 5))] },
    ],
    [
      'raters who contradict each other',
      { ratings: builtIn.skills.flatMap(({ id }) => [by('a', id, 0), by('b', id, 5)]) },
    ],
    [
      'levels outside the scale and days that do not exist',
      { ratings: [own('mentoring', 77), own('speaking', -3), own('feedback', 2, 'yesterday'), own('x', 2)] },
    ],
    ['answers without a level', { ratings: [own('mentoring', null)] }],
    ['no hours', { change: { hoursPerWeek: [0] } }],
    ['hours in some quarters only', { change: { hoursPerWeek: [0, 4, 0] } }],
    ['a horizon of one week', { change: { quarters: 1 / 13 } }],
    ['a horizon of ten years', { change: { quarters: 40 } }],
    ['a scale of three levels', { framework: onScale(3) }],
    ['a scale of twelve levels', { framework: onScale(12), ratings: [own('mentoring', 9)] }],
    ['skills that all build on each other in a circle', { framework: inACircle() }],
    ['staying where one is', { change: { destinations: [{ role: ROLE, share: 1 }] } }],
    ['everything left out', { change: { without: builtIn.skills.map(({ id }) => id) } }],
  ])('%s', (_, given) => {
    expectFinite(everything(given))
  })

  test('a level outside the scale is left out by name and changes nothing', () => {
    expect(estimatesOf([own('mentoring', 77)])).toEqual(estimatesOf([]))
  })

  test('ten thousand raters of one person are taken in within a few seconds', () => {
    const skills = builtIn.skills.filter((skill) => !skill.private)
    const ratings = Array.from({ length: 10_000 }, (_, rater) =>
      by(`rater-${rater}`, skills[rater % skills.length]?.id ?? '', (rater * 7) % 6),
    )
    let estimates: ReturnType<typeof everything>['estimates'] = {}
    const took = processorTime(() => {
      estimates = everything({ ratings }).estimates
    })
    expect(took).toBeLessThan(20_000)
    expectFinite(estimates)
    expect(Math.max(...skills.map(({ id }) => estimates[id]?.sd ?? 9))).toBeLessThan(0.5)
  })

  test('without hours there is no date, and the words say what would bring one', () => {
    const { plan, shown } = everything({ change: { hoursPerWeek: [0] } })
    expect(plan.plan.notes.join(' ')).toContain('No hours are given')
    expect(shown.words.every(({ dateMost }) => dateMost === null)).toBe(true)
  })
})
