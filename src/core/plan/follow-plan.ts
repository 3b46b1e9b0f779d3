// A kept plan as somebody follows it on a later day: what is reached falls away, what was not reached in time is in this quarter.

import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { type Estimates, estimateOf, heldLevel } from '../planning/estimates.ts'
import type { PlanRevision } from './kept-plan.ts'
import type { GrowthArea, Plan, PlanQuarter } from './plan.ts'
import type { StepName } from './plan-request.ts'
import { quartersSince } from './quarter-calendar.ts'

/**
 * The order stays as it was kept, whatever is known by now: a plan that changed under its reader's feet could not be
 * followed. `estimates` are the levels of `today`, a day such as 2026-11-26.
 */
export function followPlan(
  framework: Framework,
  { plan, startsOn }: Pick<PlanRevision, 'plan' | 'startsOn'>,
  estimates: Estimates,
  today: string,
): Plan {
  const passed = quartersSince(startsOn, today)
  const top = topLevel(framework)
  const isOpen = ({ skill, level }: StepName) =>
    heldLevel(estimateOf(framework, estimates, skill).mean, top) < level
  const late = plan.quarters
    .slice(0, passed)
    .flatMap(({ areas }) => areas.filter((area) => area.state === 'finishes' && isOpen(area)))
  return {
    ...plan,
    quarters: quartersFrom(plan, passed, late, isOpen),
    steps: plan.steps
      .filter(isOpen)
      .map((step) => ({ ...step, quarter: Math.max(1, step.quarter - passed) })),
    later: plan.later.filter(isOpen),
    getRated: plan.getRated.filter(({ skill, needed }) => isOpen({ skill, level: needed })),
  }
}

function quartersFrom(
  plan: Plan,
  passed: number,
  late: readonly GrowthArea[],
  isOpen: (step: StepName) => boolean,
): PlanQuarter[] {
  const ahead = plan.quarters.slice(passed)
  const last = plan.quarters.at(-1)
  const current = ahead[0] ?? { quarter: 1, hours: last?.hours ?? 0, areas: [] }
  const isLate = (area: GrowthArea) =>
    late.some(({ skill, level }) => skill === area.skill && level === area.level)
  return [current, ...ahead.slice(1)].map(({ hours, areas }, index) => {
    const own = areas.filter((area) => isOpen(area) && !isLate(area))
    return { quarter: index + 1, hours, areas: index === 0 ? [...late, ...own] : own }
  })
}
