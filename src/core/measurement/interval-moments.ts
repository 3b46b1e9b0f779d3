// What a rating says about the number behind it: that this number, plus noise, fell between two bounds.

import { LOG_SQRT_2PI, millsRatio, normalDensity } from './normal.ts'

/** Filled by `intervalMoments`, so that millions of calls allocate nothing. */
export interface IntervalMoments {
  /** log P(A < e ≤ B) for a standard normal e. */
  logProbability: number
  /** E[e | A < e ≤ B]: the derivative of the log-probability when both bounds move down together. */
  mean: number
  /** 1 − Var[e | A < e ≤ B], between 0 and 1: minus the second derivative. Information in units of 1/variance. */
  information: number
}

/**
 * Moments of a standard normal between A and B (−∞ ≤ A < B ≤ ∞). Differences are taken of Mills ratios relative
 * to the nearer bound, never of probabilities that are both nearly 0 or 1, so that nothing is lost at any
 * distance: an interval 40 standard deviations away still has its exact slope.
 */
export function intervalMoments(a: number, b: number, out: IntervalMoments): void {
  if (a + b >= 0) {
    if (a > 0) tail(a, b, out)
    else straddling(a, b, out)
  } else {
    if (b < 0) tail(-b, -a, out)
    else straddling(-b, -a, out)
    out.mean = -out.mean
  }
}

/** 0 < A < B. */
function tail(a: number, b: number, out: IntervalMoments): void {
  const fall = b === Number.POSITIVE_INFINITY ? 0 : Math.exp(0.5 * (a - b) * (a + b))
  const mass = millsRatio(a) - (fall === 0 ? 0 : millsRatio(b) * fall)
  const mean = (1 - fall) / mass
  const edges = (a - (fall === 0 ? 0 : b * fall)) / mass
  out.logProbability = Math.log(mass) - 0.5 * a * a - LOG_SQRT_2PI
  out.mean = mean
  out.information = clampShare(mean * mean - edges)
}

/** A ≤ 0 ≤ B. */
function straddling(a: number, b: number, out: IntervalMoments): void {
  const low = a === Number.NEGATIVE_INFINITY ? 0 : normalDensity(a)
  const high = b === Number.POSITIVE_INFINITY ? 0 : normalDensity(b)
  const mass = 1 - (low === 0 ? 0 : low * millsRatio(-a)) - (high === 0 ? 0 : high * millsRatio(b))
  const mean = (low - high) / mass
  const edges = ((low === 0 ? 0 : a * low) - (high === 0 ? 0 : b * high)) / mass
  out.logProbability = Math.log(mass)
  out.mean = mean
  out.information = clampShare(mean * mean - edges)
}

function clampShare(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}
