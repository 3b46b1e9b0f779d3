// What would have been forecast on a day for people in general: what was left then, at their pace.

import type { Framework } from '../framework/framework.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import type { ProgressEntry } from '../progress/progress.ts'
import { forecastKeptPlan } from './forecast-kept-plan.ts'
import type { KeptForecast } from './kept-forecast.ts'

/** Enough to tell weeks apart, and quick enough for a hundred forecasts. */
const DRAWS = 500

/**
 * Weeks, ascending, for the milestone of a kept forecast; null where it does not apply. What was left is read from the
 * levels that the plan was made from and from the hours reported until then.
 */
export function referenceClass(
  framework: Framework,
  plan: PlanRevision,
  entries: readonly ProgressEntry[],
  { madeOn, madeAt, role, milestone }: Pick<KeptForecast, 'madeOn' | 'madeAt' | 'role' | 'milestone'>,
): readonly number[] | null {
  const pace = (next: { skill: string; level: number } | null) => {
    const onIt = entries.filter(
      ({ skill, level, reportedAt }) => skill === next?.skill && level === next.level && reportedAt <= madeAt,
    )
    return { spentOnFirst: onIt.reduce((sum, { hours }) => sum + hours, 0), draws: DRAWS }
  }
  const known = { estimates: plan.estimates, pace, roles: [role] }
  const { forecasts } = forecastKeptPlan(framework, plan, known, madeOn)
  return forecasts[0]?.milestones.find(({ kind }) => kind === milestone)?.weeks ?? null
}
