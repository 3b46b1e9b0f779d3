// The forecast of a plan for one of its roles, in words, with what more hours would change where no date can be given.

import type { Plan } from '../plan/plan.ts'
import { hoursByQuarter, type PlanRequest } from '../plan/plan-request.ts'
import { type Forecast, type ForecastRequest, forecast } from './forecast.ts'
import { type MilestoneWords, milestoneWords, NO_DATE_BEYOND } from './forecast-words.ts'

export interface PlanForecast extends Forecast {
  role: string
  words: MilestoneWords[]
}

/** What is tried where a milestone is too far for a date: so many hours a week more. */
const MORE_HOURS = 2
const DRAWS_FOR_COMPARING = 500

/** `today` as 2026-11-25. `extra`: what is known of the person's pace. */
export function forecastPlan(
  request: PlanRequest,
  plan: Plan,
  role: string,
  today: string,
  extra: Pick<ForecastRequest, 'evidence' | 'prior' | 'spentOnFirst' | 'draws'> = {},
): PlanForecast {
  const own: ForecastRequest = {
    framework: request.framework,
    estimates: request.estimates,
    toRole: role,
    steps: [...plan.steps, ...plan.later],
    waiting: plan.waiting,
    without: request.without ?? [],
    hoursPerWeek: hoursByQuarter(request),
    seed: request.seed ?? 1,
    ...extra,
  }
  const told = forecast(own)
  const isFar = told.milestones.some(({ p80 }) => p80 > NO_DATE_BEYOND)
  const hours = hoursByQuarter(request).map((one) => one + MORE_HOURS)
  const faster = isFar ? forecast({ ...own, hoursPerWeek: hours, draws: DRAWS_FOR_COMPARING }).milestones : []
  const words = told.milestones.map((milestone) => {
    const more = faster.find(({ kind }) => kind === milestone.kind)
    return milestoneWords(milestone, today, more ? { hours: Math.max(...hours), p80: more.p80 } : null)
  })
  return { ...told, role, words }
}
