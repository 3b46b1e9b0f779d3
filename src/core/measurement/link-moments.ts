// The two usual links between a number and ordered answers: probit and logit.

import { type IntervalMoments, intervalMoments } from './interval-moments.ts'

export type Link = 'probit' | 'logit'

/** log P, slope and curvature of an answer whose bounds are `a` and `b` away from the number, as its noise goes. */
export function linkMoments(link: Link, a: number, b: number, out: IntervalMoments): void {
  if (link === 'probit') {
    intervalMoments(a, b, out)
    return
  }
  // For the logistic G: slope G(a) + G(b) − 1, curvature g(a) + g(b), and
  // G(b) − G(a) = G(b) (1 − G(a)) (1 − exp(a − b)), which loses nothing far out.
  const [below, above] = [logistic(a), logistic(b)]
  const gap =
    a === Number.NEGATIVE_INFINITY || b === Number.POSITIVE_INFINITY ? 0 : Math.log(-Math.expm1(a - b))
  out.logProbability = -softplus(-b) - softplus(a) + gap
  out.mean = below + above - 1
  out.information = below * (1 - below) + above * (1 - above)
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}

/** log(1 + e^x). */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}
