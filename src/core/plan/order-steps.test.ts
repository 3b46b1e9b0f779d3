// Proves that a plan keeps the order that somebody knows as far as another is not worth more, and loses nothing by it.
import { describe, expect, test } from 'vitest'
import { planRequestFor } from '../../../tests/frameworks/example-plans.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { type MadePlan, makePlan } from './make-plan.ts'
import type { PlanRequest } from './plan-request.ts'
import { stepsForReady } from './ready-first.ts'
import { scheduler } from './schedule.ts'

const framework = loadFramework(BUILT_IN)
const MOVES: [string, string][] = [
  ['senior-engineer', 'staff-engineer'],
  ['engineering-manager', 'engineering-director'],
  ['senior-engineer', 'independent-consultant'],
]

function made(request: PlanRequest): MadePlan {
  const result = makePlan(request)
  if (!result.ok) throw new Error(result.failure.join(' '))
  return result.value
}

const stepsOf = ({ plan }: MadePlan) => [...plan.steps, ...plan.later]

describe.each(MOVES)('from %s to %s', (from, to) => {
  const request = planRequestFor(framework, from, to)
  const first = made(request)

  test('the same wishes after the same plan give the same plan', () => {
    const previous = stepsOf(first)
    expect(made({ ...request, previous }).plan).toEqual(first.plan)
    const changed = { ...request, hoursPerWeek: 4, previous }
    expect(made(changed).plan).toEqual(made(changed).plan)
  })

  test('a plan that holds on to the one before is worth the same as a new one', () => {
    for (const hoursPerWeek of [2, 3.5, 5]) {
      const anew = made({ ...request, hoursPerWeek }).plan.worth
      const kept = made({ ...request, hoursPerWeek, previous: stepsOf(first) }).plan.worth
      expect(kept).toBeGreaterThanOrEqual(anew * 0.999)
    }
  })

  test('from a plan in the worst order comes one that is as good as any', () => {
    const previous = stepsOf(first).toReversed()
    expect(made({ ...request, previous }).plan.worth).toBeGreaterThanOrEqual(first.plan.worth * 0.999)
  })
})

test('a step that was not in the plan before comes in where it pays', () => {
  const request = planRequestFor(framework, 'senior-engineer', 'staff-engineer')
  const first = made(request)
  const missing = first.plan.steps[1]?.skill ?? ''
  const previous = stepsOf(first).filter(({ skill }) => skill !== missing)
  const again = made({ ...request, previous })
  expect(again.plan.quarters[0]?.areas.map(({ skill }) => skill)).toContain(missing)
  expect(again.plan.worth).toBeGreaterThanOrEqual(first.plan.worth * 0.999)
})

describe('in the quarter in which a role can be tried', () => {
  test('what makes it so comes first, and nothing lies in another quarter for it', () => {
    const request = planRequestFor(framework, 'software-architect', 'solutions-architect', {
      hoursPerWeek: 10,
    })
    const { plan, problem } = made(request)
    const second = plan.steps.filter(({ quarter }) => quarter === 2)
    expect(second[0]).toMatchObject({ skill: 'selling', level: 2 })
    const schedule = scheduler(problem)
    const indexOf = ({ skill, level }: { skill: string; level: number }) =>
      problem.steps.findIndex((step) => step.skill === skill && step.level === level)
    schedule.place(plan.steps.map(indexOf))
    expect(schedule.worth()).toBeCloseTo(plan.worth, 9)
  })

  test('what somebody put first stays first', () => {
    const request = planRequestFor(framework, 'software-architect', 'solutions-architect', {
      hoursPerWeek: 10,
      pins: ['business-acumen'],
    })
    expect(made(request).plan.steps[0]?.skill).toBe('business-acumen')
  })

  test('what must not come later than one of these steps comes along with it', () => {
    const step = { name: '', hours: 1, assumedHours: false, needs: [], earliest: 0, savedBy: [], gain: 0 }
    const steps = [
      { ...step, skill: 'wished', level: 1, after: [] },
      { ...step, skill: 'critical', level: 1, after: [0] },
      { ...step, skill: 'critical', level: 2, after: [] },
      { ...step, skill: 'other', level: 1, after: [] },
    ]
    const gates = [{ share: 1, mustHaves: [], critical: [{ nearly: 1, met: 2 }] }]
    const problem = { steps, available: [9], limit: [9], gates, first: [], base: 0 }
    expect(stepsForReady(problem, [0, 0, 0, 0])).toEqual(new Set([0, 1]))
    expect(stepsForReady(problem, [0, -1, 0, 0])).toEqual(new Set())
  })
})
