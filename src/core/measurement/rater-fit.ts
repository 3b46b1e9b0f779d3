// Whether a rater's ratings follow any pattern that the engine understands.

import { strideOf } from './block-system.ts'
import { type IntervalMoments, intervalMoments } from './interval-moments.ts'
import { absorbedCount, denseCount } from './local-blocks.ts'
import type { PopulationFit } from './population-fit.ts'
import { ratingIntervals } from './rating-code.ts'
import { EVIDENCE_ORDER, SEALED } from './rating-columns.ts'

/** Fewer ratings say nothing about how a person rates. */
export const FEWEST_FOR_FIT = 30
/** Above, a rater's ratings scatter half as much again as the noise explains. */
const MISFIT_LIMIT = 1.5

export interface RaterFit {
  rater: number
  ratings: number
  /** Mean squared standardised residual: 1 is as expected. For the rater's own eyes and whoever runs the round. */
  misfit: number
  /** More than 30 ratings and a misfit above 1.5: worth a conversation about how levels are read, no verdict. */
  flagged: boolean
}

/** Beyond this many ratings of one person, what each takes up of the fit is too little to count. */
const MOST_FOR_LEVERAGE = 2000

/**
 * Raters in the order of their numbers, those without ratings left out. Squared residuals are held against what is
 * expected of them at the same place of the scale, less the share that the rating itself has bent the fit. With
 * `only` that one rater, from the people whom they rated.
 */
export function raterFits(fit: PopulationFit, only?: number): RaterFit[] {
  fit.settle()
  const { system } = fit.arranged
  const tally = {
    found: new Float64Array(fit.arranged.raters),
    expected: new Float64Array(fit.arranged.raters),
    ratings: new Int32Array(fit.arranged.raters),
  }
  for (let g = 0; g < system.groups; g += 1) {
    if (only === undefined || isRatedBy(fit, g, only)) addPerson(fit, g, tally)
  }
  return Array.from(tally.ratings, (ratings, rater): RaterFit => {
    const misfit = (tally.found[rater] as number) / Math.max(tally.expected[rater] as number, 1e-12)
    return { rater, ratings, misfit, flagged: ratings >= FEWEST_FOR_FIT && misfit > MISFIT_LIMIT }
  }).filter((one) => one.ratings > 0 && (only === undefined || one.rater === only))
}

function isRatedBy({ arranged }: PopulationFit, g: number, rater: number): boolean {
  const { columns, rowStart } = arranged.system
  for (let n = rowStart[g] as number; n < (rowStart[g + 1] as number); n += 1) {
    if (columns[6 * n + 3] === rater) return true
  }
  return false
}

interface Tally {
  found: Float64Array
  expected: Float64Array
  ratings: Int32Array
}

function addPerson(fit: PopulationFit, g: number, tally: Tally): void {
  const { arranged, blocks, weights, eta, population } = fit
  const { system } = arranged
  const [first, last] = [system.rowStart[g] as number, system.rowStart[g + 1] as number]
  const hasLeverage = last - first <= MOST_FOR_LEVERAGE
  if (hasLeverage) blocks.eliminate(g, weights, false)
  const absorbed = new Float64Array(absorbedCount(system, g))
  const dense = new Float64Array(denseCount(system, g))
  const { lower, upper } = ratingIntervals(population.topLevel)
  const out: IntervalMoments = { logProbability: 0, mean: 0, information: 0 }
  for (let n = first; n < last; n += 1) {
    const rater = system.columns[6 * n + 3] as number
    const noise = arranged.noiseClass[n] as number
    if (rater < 0 || rater >= arranged.raters || noise >= EVIDENCE_ORDER.length * SEALED) continue
    const quality = EVIDENCE_ORDER[noise % EVIDENCE_ORDER.length] ?? 'usual'
    const sd = population.spreads.noise * population.evidence[quality]
    const at = eta[n] as number
    const code = arranged.code[n] as number
    intervalMoments(((lower[code] as number) - at) / sd, ((upper[code] as number) - at) / sd, out)
    const leverage = hasLeverage ? leverageOf(fit, g, n, absorbed, dense) : 0
    tally.found[rater] = (tally.found[rater] as number) + out.mean * out.mean
    const usual = expectedSquare(population.topLevel, at, sd, out)
    tally.expected[rater] = (tally.expected[rater] as number) + usual * Math.max(0.05, 1 - leverage)
    tally.ratings[rater] = (tally.ratings[rater] as number) + 1
  }
}

/** Weight × variance of the row's number given the person's data: the share of itself that a rating explains. */
function leverageOf(
  fit: PopulationFit,
  g: number,
  n: number,
  absorbed: Float64Array,
  dense: Float64Array,
): number {
  const { blocks, weights } = fit
  const { system } = blocks
  const base = n * strideOf(system)
  const cell = system.columns[base] as number
  absorbed.fill(0)
  dense.fill(0)
  absorbed[cell] = 1
  dense[0] = 1
  for (let j = 1; j <= system.dense; j += 1) dense[system.columns[base + j] as number] = 1
  blocks.solve(g, weights, absorbed, dense)
  const variance =
    (absorbed[cell] as number) + (blocks.denseSum[n - (system.rowStart[g] as number)] as number)
  return (weights[n] as number) * variance
}

/** Σ P m² over the levels that could have been given: the expected square of a residual at this place. */
function expectedSquare(top: number, at: number, sd: number, out: IntervalMoments): number {
  let sum = 0
  for (let level = 0; level <= top; level += 1) {
    const a = level === 0 ? Number.NEGATIVE_INFINITY : (level - 0.5 - at) / sd
    const b = level === top ? Number.POSITIVE_INFINITY : (level + 0.5 - at) / sd
    intervalMoments(a, b, out)
    sum += Math.exp(out.logProbability) * out.mean * out.mean
  }
  return sum
}
