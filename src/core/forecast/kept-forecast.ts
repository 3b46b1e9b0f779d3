// A forecast as it is kept: what was said on one day about one milestone, and what became of it.

import { type Forecast, type Milestone, type MilestoneKind, nearestRank } from './forecast.ts'
import type { PlanForecast } from './forecast-plan.ts'
import { NO_DATE_BEYOND } from './forecast-words.ts'
import type { Honesty } from './honesty.ts'

export interface KeptForecast {
  id: string
  planRevisionId: string
  frameworkDigest: string
  role: string
  milestone: MilestoneKind
  /** The step of `next-level`; null with the others. */
  skill: string | null
  level: number | null
  /** A day; weeks count from it. */
  madeOn: string
  madeAt: string
  /** Weeks at the 1st to the 99th percentile; null beyond ten years. */
  quantiles: (number | null)[]
  /** It is judged over so many weeks. */
  horizonWeeks: number
  outcome: ForecastOutcome | null
}

export interface ForecastOutcome {
  /** The day on which levels showed it; null where the horizon passed first. */
  reachedOn: string | null
  resolvedAt: string
}

/** A milestone as it crosses the wire: no infinity, and quantiles instead of two thousand draws. */
export interface ShownMilestone {
  kind: MilestoneKind
  skill: string | null
  level: number | null
  /** Weeks; null beyond ten years. */
  p50: number | null
  p80: number | null
  quantiles: (number | null)[]
}

export interface ShownForecast
  extends Pick<Forecast, 'fan' | 'learnedFrom'>,
    Pick<PlanForecast, 'role' | 'words'> {
  milestones: ShownMilestone[]
}

/** What was said today, and how it differs from what was said before. */
export interface MadeForecasts {
  planRevisionId: string
  madeOn: string
  /** One for each role of the plan. */
  forecasts: ShownForecast[]
  /** By how much dates moved since the last forecast, in sentences. */
  moved: string[]
  honesty: Honesty
}

/** Forecasts are judged over the three years for which dates are given. */
export const JUDGED_WEEKS = NO_DATE_BEYOND

/** `next` is the step that the milestone `next-level` is about. */
export function showForecast(
  forecast: PlanForecast,
  next: { skill: string; level: number } | null,
): ShownForecast {
  const { role, words, fan, learnedFrom } = forecast
  return {
    role,
    words,
    fan,
    learnedFrom,
    milestones: forecast.milestones.map(({ kind, weeks, p50, p80 }) => ({
      kind,
      skill: kind === 'next-level' ? (next?.skill ?? null) : null,
      level: kind === 'next-level' ? (next?.level ?? null) : null,
      p50: finite(p50),
      p80: finite(p80),
      quantiles: quantilesOf(weeks),
    })),
  }
}

/** The 1st to the 99th percentile by nearest rank, to a hundredth of a week. `weeks` ascending. */
function quantilesOf(weeks: Milestone['weeks']): (number | null)[] {
  return Array.from({ length: 99 }, (_, index) => finite(nearestRank(weeks, (index + 1) / 100)))
}

/** JSON knows no infinity. */
function finite(weeks: number): number | null {
  return Number.isFinite(weeks) ? Math.round(weeks * 100) / 100 : null
}
