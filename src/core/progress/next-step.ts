// The step of a plan that comes next: the first in the order of work that levels do not show yet.

import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import type { Plan } from '../plan/plan.ts'
import type { StepName } from '../plan/plan-request.ts'
import { type Estimates, estimateOf, heldLevel } from '../planning/estimates.ts'

/** Planned steps that are still open, in the order of work, then those of later. */
export function openSteps(
  framework: Framework,
  plan: Pick<Plan, 'steps' | 'later'>,
  estimates: Estimates,
): StepName[] {
  const top = topLevel(framework)
  return [...plan.steps, ...plan.later]
    .filter(({ skill, level }) => heldLevel(estimateOf(framework, estimates, skill).mean, top) < level)
    .map(({ skill, level }) => ({ skill, level }))
}

/** Null without a plan, or where it has nothing left. */
export function nextStep(framework: Framework, plan: Plan | null, estimates: Estimates): StepName | null {
  return plan === null ? null : (openSteps(framework, plan, estimates)[0] ?? null)
}
