// Scores forecasts once it is known what happened, and mends their quantiles when a hundred are known.

import { nearestRank } from './forecast.ts'

/** A forecast that was kept, and what became of it. */
export interface ResolvedForecast {
  /** Draws of weeks, ascending; Infinity beyond the horizon. */
  weeks: readonly number[]
  /** Weeks that it really took; Infinity where it had not happened by the horizon. */
  actual: number
}

export interface ForecastScore {
  count: number
  /** Mean continuous ranked probability score in weeks; lower is better, 0 is perfect. */
  crps: number
  /** Mean Brier score of "by the week that was said with four in five", 0 to 1; lower is better. */
  brier: number
  /** Share of outcomes within the middle 50 % and the middle 80 % of their forecast. */
  within50: number
  within80: number
  /** Share of outcomes by the week said with four in five: 80 % where forecasts are honest. */
  metP80: number
  /** Where each outcome lay in its forecast, 0 to 1, counted in ten equal parts; even where forecasts are honest. */
  pit: number[]
}

/** So many outcomes must be known before quantiles are mended. */
const RECALIBRATE_FROM = 100

/**
 * mean|X − y| − ½ mean|X − X′| (Gneiting and Raftery 2007), both on min(T, horizon). `sorted` ascending.
 */
export function crps(sorted: readonly number[], actual: number, horizon: number): number {
  const n = sorted.length
  if (n === 0) return Number.POSITIVE_INFINITY
  const outcome = Math.min(actual, horizon)
  let [distance, spread] = [0, 0]
  sorted.forEach((weeks, index) => {
    const capped = Math.min(weeks, horizon)
    distance += Math.abs(capped - outcome)
    spread += (2 * index - n + 1) * capped
  })
  return distance / n - spread / (n * n)
}

/** Share of draws at or below the outcome, ties by half: evenly distributed where forecasts are honest. */
export function probabilityTransform(sorted: readonly number[], actual: number): number {
  const below = sorted.filter((weeks) => weeks < actual).length
  const equal = sorted.filter((weeks) => weeks === actual).length
  return (below + equal / 2) / Math.max(1, sorted.length)
}

/** Null where nothing is resolved. `horizon` in weeks. */
export function scoreForecasts(resolved: readonly ResolvedForecast[], horizon: number): ForecastScore | null {
  if (resolved.length === 0) return null
  const mean = (value: (one: ResolvedForecast) => number) =>
    resolved.reduce((sum, one) => sum + value(one), 0) / resolved.length
  const within = (one: ResolvedForecast, low: number, high: number) =>
    Number(one.actual >= nearestRank(one.weeks, low) && one.actual <= nearestRank(one.weeks, high))
  const met = (one: ResolvedForecast) => Number(one.actual <= nearestRank(one.weeks, 0.8))
  const pit = Array.from({ length: 10 }, () => 0)
  for (const one of resolved) {
    const part = Math.min(9, Math.floor(10 * probabilityTransform(one.weeks, one.actual)))
    pit[part] = (pit[part] ?? 0) + 1
  }
  return {
    count: resolved.length,
    crps: mean((one) => crps(one.weeks, one.actual, horizon)),
    brier: mean((one) => (0.8 - met(one)) ** 2),
    within50: mean((one) => within(one, 0.25, 0.75)),
    within80: mean((one) => within(one, 0.1, 0.9)),
    metP80: mean(met),
    pit,
  }
}

/**
 * Which quantile to read where `p` is wanted, learned from outcomes; null while fewer than a hundred are known. The
 * isotonic regression of observed frequency on forecast probability (Kuleshov, Fenner and Ermon 2018) passes through
 * the ranks of the transforms, so that its inverse is their own quantile function.
 */
export function recalibration(transforms: readonly number[]): ((p: number) => number) | null {
  const known = transforms.filter((one) => one >= 0 && one <= 1).toSorted((a, b) => a - b)
  if (known.length < RECALIBRATE_FROM) return null
  return (p) => {
    const place = Math.min(1, Math.max(0, p)) * (known.length + 1) - 1
    const below = Math.floor(place)
    const low = below < 0 ? 0 : (known[below] ?? 1)
    const high = known[below + 1] ?? 1
    return low + (high - low) * (place - below)
  }
}
