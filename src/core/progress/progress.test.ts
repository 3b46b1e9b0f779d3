// What reports of practice say about steps and pace.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { personalPace } from '../forecast/pace.ts'
import { findSkill } from '../framework/look-up.ts'
import { planDefaults } from '../plan/first-choices.ts'
import type { PlanChoices } from '../plan/kept-plan.ts'
import { stepEffort } from '../planning/step-effort.ts'
import { openSteps } from './next-step.ts'
import { knownPace, weeksReported } from './pace-evidence.ts'
import type { ProgressEntry } from './progress.ts'
import { practisedSkills, saidDone, stepProgress } from './step-progress.ts'

const framework = loadFramework(BUILT_IN)

function report(week: string, change: Partial<ProgressEntry> = {}): ProgressEntry {
  return {
    revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11',
    version: 1,
    frameworkDigest: 'f'.repeat(64),
    week,
    skill: 'mentoring',
    level: 4,
    hours: 2,
    practices: [],
    done: false,
    note: '',
    reportedAt: `${week}T18:00:00.000Z`,
    ...change,
  }
}

const rated = (level: number, ratedAt: string) => ({ skill: 'mentoring', level, ratedAt })
const at = (mean: number) => ({ mentoring: { mean, sd: 0.4, assumed: false } })

function stateWith(entries: ProgressEntry[], mean: number, ratings: ReturnType<typeof rated>[]) {
  return stepProgress(framework, entries, { estimates: at(mean), ratings })[0]?.state
}

describe('a step', () => {
  const done = report('2026-11-30', { done: true })

  test('adds up its hours over the weeks, beside what it is expected to take', () => {
    const [step] = stepProgress(framework, [report('2026-11-30', { hours: 1.1 }), report('2026-11-23')], {
      estimates: {},
      ratings: [],
    })
    const skill = findSkill(framework, 'mentoring')
    expect(step).toMatchObject({ spent: 3.1, firstWeek: '2026-11-23', lastWeek: '2026-11-30' })
    expect(step?.estimated).toBe(skill && stepEffort(framework, skill, 4).hours)
  })

  test('that the person calls done stands on their word until somebody rates the skill', () => {
    expect(stateWith([report('2026-11-23'), done], 3, [])).toBe('said-done')
    expect(stateWith([done], 3.4, [rated(3, '2026-11-20T09:00:00Z')])).toBe('said-done')
    expect(saidDone(stepProgress(framework, [done], { estimates: at(3), ratings: [] }))).toEqual([
      { skill: 'mentoring', level: 4 },
    ])
  })

  test('is finished when the next rating shows the level more likely than not, said or unsaid', () => {
    const after = rated(4, '2026-12-10T09:00:00Z')
    expect(stateWith([done], 3.5, [after])).toBe('finished')
    expect(stateWith([report('2026-11-23')], 3.5, [after])).toBe('finished')
    expect(stateWith([done], 3.49, [after])).toBe('under-way')
  })

  test('is not finished by a rating from before it was practised, nor by one without a level', () => {
    expect(stateWith([report('2026-11-23')], 4, [rated(4, '2026-11-20T09:00:00Z')])).toBe('under-way')
    const ratings = [{ skill: 'mentoring', level: null, ratedAt: '2026-12-10T09:00:00Z' }]
    const [step] = stepProgress(framework, [done], { estimates: at(4), ratings })
    expect(step?.state).toBe('said-done')
  })

  test('of a skill that the framework does not have, or above its scale, is left out', () => {
    const strange = [report('2026-11-23', { skill: 'juggling' }), report('2026-11-23', { level: 99 })]
    expect(stepProgress(framework, strange, { estimates: {}, ratings: [] })).toEqual([])
  })

  test('without hours practises nothing', () => {
    expect(practisedSkills([report('2026-11-23', { hours: 0 })])).toEqual(new Set())
    expect(practisedSkills([report('2026-11-23')])).toEqual(new Set(['mentoring']))
  })
})

describe('pace', () => {
  const choices = planDefaults('senior-engineer', null) as PlanChoices
  const plans = [
    { madeAt: '2026-11-23T09:00:00Z', startsOn: '2026-11-23', choices: { ...choices, hoursPerWeek: [3, 5] } },
    { madeAt: '2026-12-09T09:00:00Z', startsOn: '2026-11-23', choices: { ...choices, hoursPerWeek: [4] } },
  ]

  test('takes planned hours from the plan that held in that week, in its quarter', () => {
    const weeks = ['2026-11-16', '2026-11-30', '2026-12-07', '2027-02-22'].map((week) => report(week))
    expect(weeksReported(weeks, plans, '2027-03-05').map(({ planned }) => planned)).toEqual([3, 3, 4, 4])
    expect(weeksReported(weeks, plans.slice(0, 1), '2027-03-05').at(-1)?.planned).toBe(5)
  })

  test('takes a lightened plan at its word: whoever gives what it asks for has given all of it', () => {
    const lighter = plans.map((plan) => ({ ...plan, choices: { ...plan.choices, heavyWeeks: 2 } }))
    const weeks = ['2026-11-23', '2026-12-07', '2027-02-22'].map((week) => report(week, { hours: 2 }))
    expect(weeksReported(weeks, lighter, '2027-03-05').map(({ planned }) => planned)).toEqual([1.5, 2, 4])
    expect(weeksReported(weeks, lighter.slice(0, 1), '2027-03-05').at(-1)?.planned).toBe(5)
  })

  test('counts a reported week without practice, and knows nothing of one without a report', () => {
    const entries = [report('2026-11-23', { hours: 0 }), report('2026-12-07', { hours: 3 })]
    expect(weeksReported(entries, plans, '2027-01-01')).toEqual([
      { week: '2026-11-23', planned: 3, delivered: 0 },
      { week: '2026-12-07', planned: 4, delivered: 3 },
    ])
  })

  test('does not take the week under way for a bad one: it counts once it is over or its hours are given', () => {
    const entries = [report('2026-12-07', { hours: 1 })]
    expect(weeksReported(entries, plans, '2026-12-09')).toEqual([])
    expect(weeksReported(entries, plans, '2026-12-14')).toHaveLength(1)
    expect(weeksReported([report('2026-12-07', { hours: 4 })], plans, '2026-12-09')).toHaveLength(1)
  })

  test('adds the hours of several skills in one week, and has nothing to compare without a plan', () => {
    const entries = [report('2026-11-23'), report('2026-11-23', { skill: 'speaking', level: 3, hours: 1 })]
    expect(weeksReported(entries, plans, '2027-01-01')[0]?.delivered).toBe(3)
    expect(weeksReported(entries, [], '2027-01-01')).toEqual([])
  })

  test('learns nothing from a step called done until a rating shows it, so that getting on never makes a date later', () => {
    const entries = [report('2026-11-23', { hours: 30, done: true })]
    const steps = stepProgress(framework, entries, { estimates: at(3), ratings: [] })
    const known = knownPace({ entries, steps, plans }, null, '2027-01-01')
    expect(known.evidence).toMatchObject({ finished: [], underWay: [] })
    const confirmed = stepProgress(framework, entries, {
      estimates: at(4),
      ratings: [rated(4, '2026-12-20T09:00:00Z')],
    })
    expect(knownPace({ entries, steps: confirmed, plans }, null, '2027-01-01').evidence).toMatchObject({
      finished: [{ spent: 30 }],
      underWay: [],
    })
  })

  test('tells the hours of the next step apart, so that they are not counted twice', () => {
    const entries = [report('2026-11-23'), report('2026-11-23', { skill: 'speaking', level: 3 })]
    const steps = stepProgress(framework, entries, { estimates: {}, ratings: [] })
    const next = { skill: 'mentoring', level: 4 }
    const known = knownPace({ entries, steps, plans }, next, '2027-01-01')
    expect(known.spentOnFirst).toBe(2)
    expect(known.evidence.underWay).toHaveLength(1)
  })

  test('slows down where weeks bring less than was planned', () => {
    const slow = ['2026-11-23', '2026-11-30', '2026-12-07'].map((week) => report(week, { hours: 0.5 }))
    const { evidence } = knownPace({ entries: slow, steps: [], plans }, null, '2027-01-01')
    expect(personalPace(evidence).delivery.mean).toBeLessThan(personalPace().delivery.mean)
  })
})

test('steps that levels show already are not open any more', () => {
  const step = { skill: 'mentoring', level: 4, name: 'Mentoring', hours: 20 }
  const plan = { steps: [{ ...step, quarter: 1 }], later: [{ ...step, level: 5 }] }
  expect(openSteps(framework, plan, at(3.4))).toHaveLength(2)
  expect(openSteps(framework, plan, at(3.6))).toEqual([{ skill: 'mentoring', level: 5 }])
})
