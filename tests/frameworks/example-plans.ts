// Plans to draw: moves of the built-in framework and of a small one, as the charts' tests and pictures need them.
import type { Framework } from '../../src/core/framework/framework.ts'
import { makePlan } from '../../src/core/plan/make-plan.ts'
import type { PlanRequest } from '../../src/core/plan/plan-request.ts'
import { estimatesFrom } from '../../src/core/planning/estimates.ts'
import { type Levels, levelsAtExpectation } from '../../src/core/planning/levels.ts'

/** Eight quarters of three hours a week, from the expectations of the role held, unless told otherwise. */
export function planRequestFor(
  framework: Framework,
  from: string,
  to: string,
  more: Partial<PlanRequest> & { levels?: Levels } = {},
): PlanRequest {
  const { levels = levelsAtExpectation(framework, from), ...rest } = more
  return {
    framework,
    estimates: estimatesFrom(framework, levels),
    fromRole: from,
    destinations: [{ role: to }],
    quarters: 8,
    hoursPerWeek: 3,
    ...rest,
  }
}

export function planFor(request: PlanRequest) {
  const made = makePlan(request)
  if (!made.ok) throw new Error(made.failure.join(' '))
  return made.value.plan
}
