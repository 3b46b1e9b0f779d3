// What a change of a plan costs: the sentence says what the forecasts before and after it say.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { PlanRequest } from '../plan/plan-request.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { monthAfter } from './calendar-words.ts'
import { forecastPlan } from './forecast-plan.ts'
import { type Outcome, whatItCosts } from './what-it-costs.ts'

const framework = loadFramework(BUILT_IN)
const today = '2026-11-26'
const levels = levelsAtExpectation(framework, 'senior-engineer')
const request: PlanRequest = {
  framework,
  estimates: estimatesFrom(framework, levels, { assumedSd: 0.2 }),
  fromRole: 'senior-engineer',
  destinations: [{ role: 'engineering-manager' }],
  quarters: 8,
  hoursPerWeek: 4,
}

function outcomeOf(change: Partial<PlanRequest> = {}): Outcome {
  const own = { ...request, ...change }
  const made = makePlan(own)
  if (!made.ok) throw new Error(made.failure.join(' '))
  const { plan } = made.value
  return {
    worth: plan.worth,
    forecasts: own.destinations.map(({ role }) => forecastPlan(own, plan, role, today)),
  }
}

function tell(change: string, after: Outcome, before = outcomeOf(), sameMeasure = true): string[] {
  return whatItCosts({ framework, change, today, before, after, sameMeasure })
}

function tryingWeeks({ forecasts }: Outcome): number {
  return forecasts[0]?.milestones.find(({ kind }) => kind === 'ready-to-try')?.p50 ?? Number.NaN
}

describe('what a change of a plan costs', () => {
  test('fewer hours move the date later, and both months are those of the forecasts', () => {
    const after = outcomeOf({ hoursPerWeek: 2 })
    const [sentence = ''] = tell('Giving two hours a week instead of four', after)
    expect(sentence).toMatch(
      /^Giving two hours a week instead of four moves ready to try about .* later, from about /,
    )
    expect(sentence).toContain(`from about ${monthAfter(today, tryingWeeks(outcomeOf()))}`)
    expect(sentence).toContain(`to ${monthAfter(today, tryingWeeks(after))}.`)
  })

  test('the way back says the same in the other direction', () => {
    const [sentence = ''] = tell('Taking that back', outcomeOf(), outcomeOf({ hoursPerWeek: 2 }))
    expect(sentence).toContain('earlier')
  })

  test('a change that changes nothing says so, and nothing of worth', () => {
    expect(tell('Pinning nothing', outcomeOf())).toEqual([
      `Pinning nothing leaves ready to try where it was, about ${monthAfter(today, tryingWeeks(outcomeOf()))}.`,
    ])
  })

  test('an order that is worse by the plan’s own measure is called worth less, unless the measure changed', () => {
    const worse = outcomeOf({ pins: ['software-craft'] })
    expect(tell('Pinning software craft', worse).at(-1)).toMatch(
      /By its own measure the plan is worth .* less\./,
    )
    expect(tell('Pinning software craft', worse, outcomeOf(), false)).toHaveLength(1)
  })

  test('where no date may be given, none is given', () => {
    const far = outcomeOf({ hoursPerWeek: 0.5 })
    const [sentence = ''] = tell('Giving half an hour', far)
    expect(sentence).toContain('too far away for a date')
    expect(tell('Giving four hours', outcomeOf(), far)[0]).toContain('near enough for a date: about')
    expect(tell('Giving nothing', outcomeOf({ hoursPerWeek: 0 }), far)[0]).not.toMatch(/\d{4}/)
  })

  test('with two roles each sentence names its role', () => {
    const destinations = [{ role: 'engineering-manager' }, { role: 'staff-engineer' }]
    const told = tell('Giving six', outcomeOf({ destinations, hoursPerWeek: 6 }), outcomeOf({ destinations }))
    expect(told[0]).toContain('as an engineering manager')
    expect(told[1]).toMatch(/^It .*as a staff engineer/)
  })
})
