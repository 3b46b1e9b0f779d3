// How kept forecasts did once their outcomes are known, beside what would have been said of people in general.

import { weeksBetween } from '../plan/quarter-calendar.ts'
import type { KeptForecast } from './kept-forecast.ts'
import { JUDGED_WEEKS } from './kept-forecast.ts'
import { crps, type ForecastScore, type ResolvedForecast, scoreForecasts } from './score-forecasts.ts'

export interface ForecastRecord {
  /** Forecasts whose outcome is known, the first of each milestone. */
  resolved: number
  /** Null while fewer than ten outcomes are known. */
  score: ForecastScore | null
  /**
   * Mean CRPS in weeks of the same forecasts and of the reference class, where both are there: what is left, at the
   * pace of people in general. Null where it could not be told.
   */
  beside: { count: number; own: number; reference: number } | null
}

/** Fewer outcomes say nothing. */
export const ENOUGH_OUTCOMES = 10

/** Only the first forecast of each milestone counts: one that is repeated every day is one. Oldest first. */
export function firstOfEach(forecasts: readonly KeptForecast[]): KeptForecast[] {
  const first = new Map<string, KeptForecast>()
  for (const one of forecasts.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0))) {
    const key = `${one.frameworkDigest} ${one.role} ${one.milestone} ${one.skill ?? ''} ${one.level ?? ''}`
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}

/** Null while its outcome is not known. */
export function resolvedOf({ outcome, quantiles, madeOn }: KeptForecast): ResolvedForecast | null {
  if (outcome === null) return null
  return {
    weeks: quantiles.map((weeks) => weeks ?? Number.POSITIVE_INFINITY),
    actual: outcome.reachedOn === null ? Number.POSITIVE_INFINITY : weeksBetween(madeOn, outcome.reachedOn),
  }
}

/** `referenceOf` gives weeks, ascending, as they would have been drawn for people in general on that day, or null. */
export function forecastRecord(
  forecasts: readonly KeptForecast[],
  referenceOf: (forecast: KeptForecast) => readonly number[] | null,
): ForecastRecord {
  const known = firstOfEach(forecasts).flatMap((forecast) => {
    const resolved = resolvedOf(forecast)
    return resolved === null ? [] : { forecast, resolved }
  })
  if (known.length < ENOUGH_OUTCOMES) return { resolved: known.length, score: null, beside: null }
  const score = scoreForecasts(
    known.map(({ resolved }) => resolved),
    JUDGED_WEEKS,
  )
  const both = known.flatMap(({ forecast, resolved: { weeks, actual } }) => {
    const reference = referenceOf(forecast)
    if (reference === null) return []
    return { own: crps(weeks, actual, JUDGED_WEEKS), reference: crps(reference, actual, JUDGED_WEEKS) }
  })
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const beside =
    both.length < ENOUGH_OUTCOMES
      ? null
      : {
          count: both.length,
          own: mean(both.map(({ own }) => own)),
          reference: mean(both.map(({ reference }) => reference)),
        }
  return { resolved: known.length, score, beside }
}
