// A rating's level as the interval in which the number behind it lies.

import { type IntervalMoments, intervalMoments } from './interval-moments.ts'

/** Intervals by code: 2 × level, plus 1 where the person is on the way to the next. */
export interface RatingIntervals {
  lower: Float64Array
  upper: Float64Array
}

/**
 * Level c means that the number lies between c − ½ and c + ½, without end at both ends of the scale. On the way
 * from c to the next means between c and c + 1.
 */
export function ratingIntervals(topLevel: number): RatingIntervals {
  const lower = new Float64Array(2 * topLevel + 2)
  const upper = new Float64Array(2 * topLevel + 2)
  for (let level = 0; level <= topLevel; level += 1) {
    lower[2 * level] = level === 0 ? Number.NEGATIVE_INFINITY : level - 0.5
    upper[2 * level] = level === topLevel ? Number.POSITIVE_INFINITY : level + 0.5
    lower[2 * level + 1] = level
    upper[2 * level + 1] = level + 1
  }
  return { lower, upper }
}

/** The code of a level, or −1 where it is none of the scale. At the top there is no next level to be on the way to. */
export function ratingCode(level: number, approaching: boolean, topLevel: number): number {
  if (!Number.isInteger(level) || level < 0 || level > topLevel) return -1
  return 2 * level + (approaching && level < topLevel ? 1 : 0)
}

/** The number that a code says if nothing else is known: the level itself, or half a level more. */
export function codeValue(code: number): number {
  return code / 2
}

/** Working weight (1/variance) and slope of the log-likelihood at `eta`, for a noise of `sd`. */
export interface WorkingRow extends IntervalMoments {
  weight: number
  slope: number
}

export function newWorkingRow(): WorkingRow {
  return { logProbability: 0, mean: 0, information: 0, weight: 0, slope: 0 }
}

export function workRating(
  intervals: RatingIntervals,
  code: number,
  sd: number,
  eta: number,
  out: WorkingRow,
): void {
  const below = ((intervals.lower[code] as number) - eta) / sd
  const above = ((intervals.upper[code] as number) - eta) / sd
  intervalMoments(below, above, out)
  out.weight = out.information / (sd * sd)
  out.slope = out.mean / sd
}
