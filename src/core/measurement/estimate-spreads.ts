// Learns from an organisation's own ratings how much people, raters and impressions differ in it.

import { factoriseDense, solveDense } from './dense-cholesky.ts'
import { type IntervalMoments, intervalMoments } from './interval-moments.ts'
import type { Population, Spreads } from './population.ts'
import type { PopulationFit } from './population-fit.ts'
import { DOMAIN, GIVEN, HALO, LENIENCY, PERSON, SELF_HALO, SKILL } from './population-system.ts'
import { ratingIntervals } from './rating-code.ts'
import { EVIDENCE_ORDER, SEALED } from './rating-columns.ts'
import { normalDraws, type Random, seededRandom } from './seeded-random.ts'
import { linearPart, type Unknowns, zeroUnknowns } from './shared-part.ts'

/** Below, the defaults are better: with wrong thresholds and few people, estimates cost coverage (.79 to .75). */
export const FEWEST_PEOPLE = 200
/** Below, a kind of evidence keeps its default multiplier. */
const FEWEST_OF_EVIDENCE = 2000

export interface SpreadsOutcome {
  population: Population
  /** False where the organisation is too small and the population came back as it was. */
  estimated: boolean
  iterations: number
  stoppedEarly: boolean
}

/** The default counts as much as this many people, raters or ratings would (scaled inverse chi-square, ν). */
const PRIOR_WEIGHT = 30
const MOST_ITERATIONS = 40
/** Relative change of the largest mover at which the search ends; half a percent of an SD is nothing. */
const ENOUGH = 0.005
const FACTORS = [PERSON, DOMAIN, SKILL, HALO, SELF_HALO, LENIENCY] as const
const NAMES: Record<number, keyof Spreads> = {
  [PERSON]: 'person',
  [DOMAIN]: 'domain',
  [SKILL]: 'skill',
  [HALO]: 'halo',
  [SELF_HALO]: 'selfHalo',
  [LENIENCY]: 'leniency',
}

/**
 * Spreads and evidence multipliers that fit the ratings, each held to its default by a prior. Average-information
 * steps on the working responses of the fit (penalised quasi-likelihood); the uncertainty of the unknowns comes from
 * data simulated at the fit, because the exact inverse would not fit in memory. The noise is learnt by expectation
 * and maximisation. Refits `fit` on the way and leaves it at the new population.
 */
export function estimateSpreads(fit: PopulationFit, random: Random): SpreadsOutcome {
  const people = countPeople(fit)
  const start = fit.population
  if (people < FEWEST_PEOPLE)
    return { population: start, estimated: false, iterations: 0, stoppedEarly: false }
  const search = new SpreadsSearch(fit, Math.floor(random() * 2 ** 31))
  return search.run()
}

function countPeople(fit: PopulationFit): number {
  const { system } = fit.arranged
  let people = 0
  for (let g = 0; g < system.groups; g += 1) {
    if ((system.rowStart[g + 1] as number) > (system.rowStart[g] as number)) people += 1
  }
  return people
}

class SpreadsSearch {
  private readonly fit: PopulationFit
  private readonly seed: number
  private readonly defaults: Population
  private readonly counts: Float64Array
  /** More draws where there are fewer unknowns to average over. */
  private readonly draws: number

  constructor(fit: PopulationFit, seed: number) {
    this.fit = fit
    this.seed = seed
    this.defaults = fit.population
    this.counts = this.sumByFactor(null)
    const fewest = Math.min(...FACTORS.map((f) => this.counts[f] as number).filter((count) => count > 0))
    this.draws = Math.min(20, Math.max(2, Math.ceil(2000 / fewest)))
  }

  run(): SpreadsOutcome {
    let iterations = 0
    let change = Number.POSITIVE_INFINITY
    while (change > ENOUGH && iterations < MOST_ITERATIONS) {
      iterations += 1
      this.fit.settle()
      const next = this.step()
      change = largestChange(this.fit.population, next)
      this.fit.refit(next)
    }
    return { population: this.fit.population, estimated: true, iterations, stoppedEarly: change > ENOUGH }
  }

  private step(): Population {
    const { fit } = this
    const squares = this.sumByFactor(fit.x)
    const noise = new NoiseSums(fit)
    // The same draws in every iteration: the search then has one fixed aim.
    const draw = normalDraws(seededRandom(this.seed))
    for (let i = 0; i < this.draws; i += 1) {
      const deviation = this.posteriorDraw(draw)
      const spread = this.sumByFactor(deviation)
      for (const f of FACTORS) squares[f] = (squares[f] as number) + (spread[f] as number) / this.draws
      noise.add(deviation)
    }
    const spreads = { ...fit.population.spreads }
    const variances = this.averageInformationStep(squares)
    for (const f of FACTORS) spreads[NAMES[f] as keyof Spreads] = Math.sqrt(variances[f] as number)
    return { ...fit.population, ...noise.learn(spreads, this.defaults, PRIOR_WEIGHT) }
  }

  /** Σ u² by factor; without values, how many unknowns each factor has. */
  private sumByFactor(x: Unknowns | null): Float64Array {
    const { arranged } = this.fit
    const sums = new Float64Array(GIVEN + 1)
    const add = (factor: Uint8Array, values: Float64Array | null) => {
      for (let c = 0; c < factor.length; c += 1) {
        const f = factor[c] as number
        sums[f] = (sums[f] as number) + (values ? (values[c] as number) ** 2 : 1)
      }
    }
    add(arranged.absorbedFactor, x?.absorbed ?? null)
    add(arranged.denseFactor, x?.dense ?? null)
    for (let r = 0; r < arranged.raters; r += 1) {
      sums[LENIENCY] = (sums[LENIENCY] as number) + (x ? (x.shared[r] as number) ** 2 : 1)
    }
    return sums
  }

  /** Unknowns and data drawn from the model at the fit's weights, minus what a fit would make of them. */
  private posteriorDraw(draw: () => number): Unknowns {
    const { fit } = this
    const { system } = fit.arranged
    const truth = drawUnknowns(fit, draw)
    const right = new Float64Array(fit.weights.length)
    linearPart(system, truth, right)
    for (let n = 0; n < right.length; n += 1) {
      const weight = fit.weights[n] as number
      right[n] = weight * (right[n] as number) + Math.sqrt(weight) * draw()
    }
    const found = zeroUnknowns(system)
    fit.solve(right, found, 1e-4)
    for (const part of ['absorbed', 'dense', 'shared'] as const) {
      for (let i = 0; i < truth[part].length; i += 1) {
        truth[part][i] = (truth[part][i] as number) - (found[part][i] as number)
      }
    }
    return truth
  }

  /** (AI + prior)⁻¹ × gradient, each variance moved by a factor of 3 at most. */
  private averageInformationStep(squares: Float64Array): Float64Array {
    const before = FACTORS.map((f) => this.fit.population.spreads[NAMES[f] as keyof Spreads] ** 2)
    const size = FACTORS.length
    const information = this.averageInformation(before)
    const gradient = new Float64Array(size)
    for (const [i, f] of FACTORS.entries()) {
      const variance = before[i] as number
      const held = PRIOR_WEIGHT * this.defaults.spreads[NAMES[f] as keyof Spreads] ** 2
      const count = (this.counts[f] as number) + PRIOR_WEIGHT + 2
      gradient[i] = (((squares[f] as number) + held) / variance - count) / (2 * variance)
      information[i * size + i] =
        (information[i * size + i] as number) + (PRIOR_WEIGHT + 2) / (2 * variance * variance)
    }
    if (factoriseDense(information, size)) solveDense(information, size, gradient)
    else gradient.fill(0)
    const next = new Float64Array(GIVEN + 1)
    for (const [i, f] of FACTORS.entries()) {
      const variance = before[i] as number
      next[f] = Math.min(3 * variance, Math.max(variance / 3, variance + (gradient[i] as number)))
    }
    return next
  }

  private averageInformation(variances: readonly number[]): Float64Array {
    const { fit } = this
    const { system } = fit.arranged
    const size = FACTORS.length
    const parts = FACTORS.map((f, i) => this.factorPart(f, variances[i] as number))
    const information = new Float64Array(size * size)
    const right = new Float64Array(fit.weights.length)
    const fitted = new Float64Array(fit.weights.length)
    for (const [i, part] of parts.entries()) {
      for (let n = 0; n < right.length; n += 1) right[n] = (fit.weights[n] as number) * (part[n] as number)
      const x = zeroUnknowns(system)
      fit.solve(right, x, 1e-4)
      linearPart(system, x, fitted)
      for (let j = 0; j <= i; j += 1) {
        const other = parts[j] as Float64Array
        let sum = 0
        for (let n = 0; n < right.length; n += 1) {
          sum +=
            (other[n] as number) * (fit.weights[n] as number) * ((part[n] as number) - (fitted[n] as number))
        }
        information[i * size + j] = sum / 2
        information[j * size + i] = sum / 2
      }
    }
    return information
  }

  /** Z_f u_f ÷ σ_f², row by row. */
  private factorPart(factor: number, variance: number): Float64Array {
    const { fit } = this
    const { arranged, x } = fit
    const only = (factors: Uint8Array, values: Float64Array) =>
      values.map((value, c) => (factors[c] === factor ? value / variance : 0))
    const shared = new Float64Array(x.shared.length)
    if (factor === LENIENCY) {
      for (let r = 0; r < arranged.raters; r += 1) shared[r] = (x.shared[r] as number) / variance
    }
    const part = {
      absorbed: only(arranged.absorbedFactor, x.absorbed),
      dense: only(arranged.denseFactor, x.dense),
      shared,
    }
    const out = new Float64Array(fit.weights.length)
    linearPart(arranged.system, part, out)
    return out
  }
}

/** All unknowns from their priors: chains wander, skills share their common part. */
function drawUnknowns(fit: PopulationFit, draw: () => number): Unknowns {
  const { system } = fit.arranged
  const x = zeroUnknowns(system)
  const fill = (values: Float64Array, variances: Float64Array, linked: Uint8Array) => {
    for (let c = 0; c < values.length; c += 1) {
      const from = linked[c] === 1 ? (values[c - 1] as number) : 0
      values[c] = from + Math.sqrt(variances[c] as number) * draw()
    }
  }
  fill(x.absorbed, system.absorbedVariance, system.absorbedLinked)
  fill(x.dense, system.denseVariance, system.denseLinked)
  const { from, to, variance } = system.tie
  const common = Math.sqrt(variance) * draw()
  for (let i = 0; i < x.shared.length; i += 1) {
    x.shared[i] = Math.sqrt(system.sharedVariance[i] as number) * draw() + (i >= from && i < to ? common : 0)
  }
  return x
}

/** Expected squared noise of the ratings by evidence, the numbers behind them drawn from what is known of them. */
class NoiseSums {
  private readonly fit: PopulationFit
  private readonly squares = new Float64Array(EVIDENCE_ORDER.length)
  private readonly counts = new Float64Array(EVIDENCE_ORDER.length)

  constructor(fit: PopulationFit) {
    this.fit = fit
  }

  add(deviation: Unknowns): void {
    const { fit, squares, counts } = this
    const { arranged, population, eta } = fit
    const moved = new Float64Array(eta.length)
    linearPart(arranged.system, deviation, moved)
    const { lower, upper } = ratingIntervals(population.topLevel)
    const out: IntervalMoments = { logProbability: 0, mean: 0, information: 0 }
    for (let n = 0; n < moved.length; n += 1) {
      const c = arranged.noiseClass[n] as number
      if (c >= EVIDENCE_ORDER.length * SEALED) continue
      const e = c % EVIDENCE_ORDER.length
      const sd = population.spreads.noise * population.evidence[EVIDENCE_ORDER[e] ?? 'usual']
      const at = (eta[n] as number) + (moved[n] as number)
      const code = arranged.code[n] as number
      intervalMoments(((lower[code] as number) - at) / sd, ((upper[code] as number) - at) / sd, out)
      squares[e] = (squares[e] as number) + 1 - out.information + out.mean * out.mean
      counts[e] = (counts[e] as number) + 1
    }
  }

  /** Noise from ratings with usual evidence (from all, where those are few), multipliers from kinds with enough. */
  learn(
    spreads: Spreads,
    defaults: Population,
    priorWeight: number,
  ): Pick<Population, 'spreads' | 'evidence'> {
    const { population } = this.fit
    const evidence = { ...population.evidence }
    const rows = (e: number) => (this.counts[e] as number) / Math.max(1, this.drawCount())
    const sums = (e: number) => (this.squares[e] as number) / Math.max(1, this.drawCount())
    const alone = rows(0) >= FEWEST_OF_EVIDENCE
    const used = EVIDENCE_ORDER.map((_, e) => e).filter((e) => e === 0 || !alone)
    const old = population.spreads.noise ** 2
    const square = used.reduce((sum, e) => sum + sums(e), 0) * old
    const count = used.reduce((sum, e) => sum + rows(e), 0)
    const noise = (priorWeight * defaults.spreads.noise ** 2 + square) / (priorWeight + count + 2)
    for (const [e, quality] of EVIDENCE_ORDER.entries()) {
      if (e === 0 || rows(e) < FEWEST_OF_EVIDENCE || !alone) continue
      const own = (old * population.evidence[quality] ** 2 * sums(e)) / rows(e)
      evidence[quality] = Math.sqrt(own / noise)
    }
    return { spreads: { ...spreads, noise: Math.sqrt(noise) }, evidence }
  }

  private drawCount(): number {
    const rated = this.fit.arranged.noiseClass.reduce(
      (sum, c) => sum + (c < EVIDENCE_ORDER.length * SEALED ? 1 : 0),
      0,
    )
    return this.counts.reduce((sum, count) => sum + count, 0) / Math.max(1, rated)
  }
}

function largestChange(a: Population, b: Population): number {
  const names = Object.keys(a.spreads) as (keyof Spreads)[]
  return Math.max(...names.map((name) => Math.abs(b.spreads[name] / a.spreads[name] - 1)))
}
