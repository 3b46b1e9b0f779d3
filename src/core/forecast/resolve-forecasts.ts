// What became of kept forecasts: reached, as ratings show it, or not by the end of the time they are judged over.

import type { Framework } from '../framework/framework.ts'
import type { RatedLevel } from '../measurement/measure-person.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import { addWeeks } from '../plan/quarter-calendar.ts'
import { type Estimates, estimateOf } from '../planning/estimates.ts'
import type { ForecastOutcome, KeptForecast } from './kept-forecast.ts'
import { isReached, type MilestoneAsked, skillsOfMilestone } from './milestone-reached.ts'

export interface ResolvingFrom {
  framework: Framework
  /** Levels of today, without what rests on the person's word that a step is done. */
  estimates: Estimates
  ratings: readonly Pick<RatedLevel, 'skill' | 'level' | 'ratedAt'>[]
  /** All revisions: a forecast's own plan says what was assumed and what waited. */
  plans: readonly PlanRevision[]
  /** ISO time. */
  now: string
}

/** Outcomes of those that have none yet; a milestone that is neither reached nor too old stays open. */
export function resolveForecasts(
  forecasts: readonly KeptForecast[],
  from: ResolvingFrom,
): (ForecastOutcome & { forecastId: string })[] {
  const plans = new Map(from.plans.map((plan) => [plan.revisionId, plan]))
  const today = from.now.slice(0, 10)
  return forecasts.flatMap((forecast): (ForecastOutcome & { forecastId: string })[] => {
    const plan = plans.get(forecast.planRevisionId)
    if (forecast.outcome !== null || plan === undefined) return []
    const resolved = { forecastId: forecast.id, resolvedAt: from.now }
    const end = addWeeks(forecast.madeOn, forecast.horizonWeeks)
    const asked = milestoneOf(forecast, plan)
    const reachedOn = isReached(from.framework, levelsSince(from, plan), asked)
      ? dayOfRating(from, asked, forecast.madeOn)
      : null
    if (reachedOn !== null && reachedOn <= end) return [{ ...resolved, reachedOn }]
    return end < today ? [{ ...resolved, reachedOn: null }] : []
  })
}

export function milestoneOf(
  { milestone, role, skill, level }: Pick<KeptForecast, 'milestone' | 'role' | 'skill' | 'level'>,
  plan: Pick<PlanRevision, 'plan'>,
): MilestoneAsked {
  const step = skill === null || level === null ? null : { skill, level }
  return { kind: milestone, role, step, waiting: plan.plan.waiting }
}

/** What nobody has rated is taken as it was then: another role, held since, must not fulfil a forecast by assumption. */
function levelsSince(
  { framework, estimates }: ResolvingFrom,
  plan: Pick<PlanRevision, 'estimates'>,
): Estimates {
  return Object.fromEntries(
    framework.skills.map(({ id }) => {
      const now = estimateOf(framework, estimates, id)
      return [id, now.assumed ? estimateOf(framework, plan.estimates, id) : now]
    }),
  )
}

/**
 * Of a step, the first rating since the forecast that says its level; else the latest one of a skill that the
 * milestone is about. Without one, the day on which it was noticed.
 */
function dayOfRating(
  { framework, ratings, now }: ResolvingFrom,
  asked: MilestoneAsked,
  madeOn: string,
): string {
  const skills = new Set(skillsOfMilestone(framework, asked))
  const since = ratings
    .filter(({ skill, ratedAt }) => skills.has(skill) && Date.parse(ratedAt) <= Date.parse(now))
    .map(({ level, ratedAt }) => ({ level, day: new Date(ratedAt).toISOString().slice(0, 10) }))
    .filter(({ day }) => day >= madeOn)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const { step } = asked
  const saysIt = step && since.find(({ level }) => level !== null && level >= step.level)
  return (saysIt ?? since.at(-1))?.day ?? now.slice(0, 10)
}
