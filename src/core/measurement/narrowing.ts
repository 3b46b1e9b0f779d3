// How many more raters, and of which kind, would make a level how much surer.

import type { RaterKind } from '../assessment/assessment.ts'
import { mayBeAsked } from '../assessment/observability.ts'
import { findSkill } from '../framework/look-up.ts'
import { intervalMoments } from './interval-moments.ts'
import { HALF_WIDTH_80 } from './normal.ts'
import type { PersonInput, RaterOfPerson } from './person-input.ts'
import type { Population } from './population.ts'
import { newWorkingRow } from './rating-code.ts'

export interface Narrowing {
  kind: Exclude<RaterKind, 'self'>
  /** That many more raters than have answered. */
  more: number
  /** Half of the likely range that would be left, in levels; half of today's is what `low` and `high` show. */
  plusMinus: number
}

const OTHERS: Exclude<RaterKind, 'self'>[] = ['manager', 'peer', 'report', 'client']
const STEPS = [1, 2, 3, 5]

/**
 * Variance of one more rating as news about the level: the rater's leniency, the halo, and the noise with what
 * rounding to whole levels adds at this place of the scale (at its ends a rating says less).
 */
function newsVariance(population: Population, kind: RaterKind, mean: number): number {
  const { spreads, managerBias } = population
  const bias = kind === 'manager' ? managerBias.variance : 0
  return spreads.leniency ** 2 + spreads.halo ** 2 + bias + noiseAt(population, mean)
}

/** Variance of a rating's noise with the rounding, where the level that is nearest is given. */
function noiseAt({ topLevel, spreads }: Population, mean: number): number {
  const out = newWorkingRow()
  const at = Math.min(topLevel, Math.max(0, mean))
  const nearest = Math.round(at)
  const lower = nearest === 0 ? Number.NEGATIVE_INFINITY : nearest - 0.5
  const upper = nearest === topLevel ? Number.POSITIVE_INFINITY : nearest + 0.5
  intervalMoments((lower - at) / spreads.noise, (upper - at) / spreads.noise, out)
  return spreads.noise ** 2 / Math.max(out.information, 1e-6)
}

/** V' = 1 ÷ (1/V + m/N) after m more independent raters whose ratings have the variance N. */
export function varianceAfter(variance: number, news: number, more: number): number {
  return 1 / (1 / variance + more / news)
}

/** The fewest more raters that bring the SD down to `target`; at most 1,000, null beyond. */
export function ratersFor(variance: number, news: number, target: number): number | null {
  const needed = Math.ceil(news * (1 / (target * target) - 1 / variance) - 1e-9)
  return needed <= 0 ? 0 : needed <= 1000 ? needed : null
}

/** Nothing for private skills; one manager at most, and none where a manager has answered. */
export function narrowingFor(
  input: PersonInput,
  skillId: string,
  mean: number,
  variance: number,
  raters: readonly RaterOfPerson[],
): Narrowing[] {
  const skill = findSkill(input.framework, skillId)
  if (!skill) return []
  const hasManager = raters.some((rater) => rater.kind === 'manager')
  const news = newsVariance(input.population, 'peer', mean)
  const found: Narrowing[] = []
  for (const kind of OTHERS) {
    const isManager = kind === 'manager'
    if ((isManager && hasManager) || !mayBeAsked(skill, kind)) continue
    const ofKind = isManager ? news + input.population.managerBias.variance : news
    for (const more of isManager ? [1] : STEPS) {
      found.push({ kind, more, plusMinus: HALF_WIDTH_80 * Math.sqrt(varianceAfter(variance, ofKind, more)) })
    }
  }
  return found
}
