// Forecasts of a kept plan from its first open step on, at a pace that is known or at that of people in general.

import type { Framework } from '../framework/framework.ts'
import { choicesAt, planRequestOf } from '../plan/keep-plan.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import type { Estimates } from '../planning/estimates.ts'
import { nextStep, openSteps } from '../progress/next-step.ts'
import type { ForecastRequest } from './forecast.ts'
import { forecastPlan, type PlanForecast } from './forecast-plan.ts'

type Pace = Pick<ForecastRequest, 'evidence' | 'spentOnFirst' | 'draws'>

/** One for each of `roles`, with the step that comes next. `pace` is asked with that step; `today` as 2026-11-25. */
export function forecastKeptPlan(
  framework: Framework,
  kept: Pick<PlanRevision, 'plan' | 'choices' | 'startsOn'>,
  known: {
    estimates: Estimates
    pace: (next: ReturnType<typeof nextStep>) => Pace
    roles?: readonly string[]
  },
  today: string,
): { next: ReturnType<typeof nextStep>; forecasts: PlanForecast[] } {
  const { estimates } = known
  const choices = choicesAt(kept, today)
  const request = planRequestOf(framework, choices, { estimates })
  const open = new Set(openSteps(framework, kept.plan, estimates).map(nameOf))
  const isOpen = (step: { skill: string; level: number }) => open.has(nameOf(step))
  const plan = { ...kept.plan, steps: kept.plan.steps.filter(isOpen), later: kept.plan.later.filter(isOpen) }
  const next = nextStep(framework, plan, estimates)
  const pace = known.pace(next)
  const roles = known.roles ?? choices.destinations.map(({ role }) => role)
  return { next, forecasts: roles.map((role) => forecastPlan(request, plan, role, today, pace)) }
}

const nameOf = ({ skill, level }: { skill: string; level: number }) => `${skill} ${level}`
