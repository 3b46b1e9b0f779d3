// How likely it is that a confidential round shows anything about somebody, told before anybody is asked.

import { K_RATERS } from './round.ts'

/** The share of people who answer when asked: an assumption, named wherever the figure is shown. */
export const ASSUMED_ANSWER_RATE = 0.65

/**
 * The probability that at least `enough` of those invited answer, each with the same chance and on their own: the upper
 * tail of a binomial distribution.
 */
export function chanceShown(invited: number, rate = ASSUMED_ANSWER_RATE, enough = K_RATERS): number {
  let tail = 0
  for (let answered = enough; answered <= invited; answered += 1)
    tail += choose(invited, answered) * rate ** answered * (1 - rate) ** (invited - answered)
  return Math.min(1, tail)
}

function choose(from: number, count: number): number {
  let ways = 1
  for (let step = 1; step <= count; step += 1) ways = (ways * (from - count + step)) / step
  return ways
}
