// Following a kept plan: its order stays, what is reached is gone, and what was not reached in time is not forgotten.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { followPlan } from './follow-plan.ts'
import { makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { addWeeks } from './quarter-calendar.ts'

const framework = loadFramework(BUILT_IN)
const estimates = estimatesFrom(framework, levelsAtExpectation(framework, 'senior-engineer'))
const startsOn = '2026-11-23'
const kept = { plan: planned(), startsOn }

function planned(): Plan {
  const made = makePlan({
    framework,
    estimates,
    fromRole: 'senior-engineer',
    destinations: [{ role: 'staff-engineer' }],
    quarters: 8,
    hoursPerWeek: 5,
  })
  if (!made.ok) throw new Error(made.failure.join(' '))
  return made.value.plan
}

const names = (steps: readonly { skill: string; level: number }[]) =>
  steps.map(({ skill, level }) => `${skill} ${level}`)

describe('a plan that is followed', () => {
  it('is what was kept as long as nothing is reached and the quarter lasts', () => {
    expect(followPlan(framework, kept, estimates, addWeeks(startsOn, 12))).toEqual(kept.plan)
  })

  it('drops a step that is reached, and leaves all others in their order', () => {
    const [first] = kept.plan.steps
    if (first === undefined) throw new Error('The plan is empty.')
    const better = { ...estimates, [first.skill]: { mean: first.level, sd: 0.3, assumed: false } }
    const after = followPlan(framework, kept, better, startsOn)
    expect(names(after.steps)).toEqual(names(kept.plan.steps).slice(1))
    expect(names(after.quarters[0]?.areas ?? [])).not.toContain(`${first.skill} ${first.level}`)
  })

  it('brings what was not reached in time into the new quarter, once', () => {
    const after = followPlan(framework, kept, estimates, addWeeks(startsOn, 13))
    const late = names((kept.plan.quarters[0]?.areas ?? []).filter(({ state }) => state === 'finishes'))
    const now = names(after.quarters[0]?.areas ?? [])
    expect(now).toEqual(expect.arrayContaining(late))
    expect(new Set(now).size).toBe(now.length)
    expect(after.quarters).toHaveLength(kept.plan.quarters.length - 1)
    expect(names(after.steps)).toEqual(names(kept.plan.steps))
  })

  it('still says what is open long after its last quarter', () => {
    const after = followPlan(framework, kept, estimates, addWeeks(startsOn, 13 * 20))
    expect(after.quarters).toHaveLength(1)
    expect(after.steps.every(({ quarter }) => quarter === 1)).toBe(true)
    expect(names(after.quarters[0]?.areas ?? []).length).toBe(kept.plan.steps.length)
  })
})
