// Fits crossed data with ordered answers by Laplace's approximation, as R's ordinal::clmm does: a check of the engine.

import { fail, type Result, succeed } from '../result.ts'
import { arrangeCrossed, type CrossedData, type CrossedSystem, MOST_SHARED } from './crossed-data.ts'
import type { CrossedFailure } from './crossed-gaussian.ts'
import { crossedModes } from './crossed-modes.ts'
import { factoriseDense, invertDense, solveDense } from './dense-cholesky.ts'
import type { IntervalMoments } from './interval-moments.ts'
import { type Link, linkMoments } from './link-moments.ts'
import { LocalBlocks } from './local-blocks.ts'
import { centralGradient, minimise } from './quasi-newton.ts'
import { assembleShared, GroupPasses, linearPart, type Unknowns, zeroUnknowns } from './shared-part.ts'

export interface OrdinalOptions {
  link: Link
  /** Equidistant: one spacing between all; with the probit link the engine's own model, noise SD 1 ÷ spacing. */
  thresholds: 'flexible' | 'equidistant'
}

export interface CrossedOrdinalFit {
  /** Bounds between the answers, ascending. */
  thresholds: Float64Array
  /** Between equidistant thresholds; null where they are flexible. */
  spacing: number | null
  /** Differences from each factor's first level. Null where data are too large for the error to be worth its time. */
  fixed: { name: string; estimate: number; standardError: number | null }[]
  /** By factor in the order given. */
  variances: Float64Array
  modes: { mean: Float64Array; sd: Float64Array }[]
  logLikelihood: number
  iterations: number
  stoppedEarly: boolean
}

const MOST_FOR_ERRORS = 20_000

/** `answers` are numbered 0, 1, 2 … without gaps. */
export function fitCrossedOrdinal(
  data: CrossedData,
  answers: Int32Array,
  options: OrdinalOptions,
): Result<CrossedOrdinalFit, CrossedFailure> {
  if (answers.length === 0 || data.random.length === 0) return fail({ kind: 'no-rows' })
  const top = answers.reduce((most, answer) => Math.max(most, answer), 0)
  if (top === 0) return fail({ kind: 'no-variation' })
  const crossed = arrangeCrossed(data, answers.length, false)
  const { sharedCount } = crossed.system
  if (sharedCount > MOST_SHARED)
    return fail({ kind: 'too-many-shared', count: sharedCount, most: MOST_SHARED })
  return succeed(new OrdinalState(crossed, data, answers, top, options).search())
}

class OrdinalState {
  private readonly crossed: CrossedSystem
  private readonly data: CrossedData
  private readonly options: OrdinalOptions
  private readonly answers: Int32Array
  private readonly top: number
  private readonly thresholdCount: number
  private readonly fixedNames: string[]
  /** By fixed effect, 1 where a row has it. */
  private readonly fixedRows: Uint8Array[]
  private readonly blocks: LocalBlocks
  private readonly passes: GroupPasses
  private readonly weights: Float64Array
  private readonly x: Unknowns
  private factor: Float64Array = new Float64Array(0)

  constructor(
    crossed: CrossedSystem,
    data: CrossedData,
    answers: Int32Array,
    top: number,
    options: OrdinalOptions,
  ) {
    this.crossed = crossed
    this.data = data
    this.options = options
    this.answers = Int32Array.from(crossed.order, (row) => answers[row] as number)
    this.top = top
    this.thresholdCount = options.thresholds === 'flexible' ? top : Math.min(top, 2)
    const effects = data.fixed.flatMap((factor) =>
      factor.levels.slice(1).map((level, i) => ({ name: `${factor.name} ${level}`, factor, level: i + 1 })),
    )
    this.fixedNames = effects.map((effect) => effect.name)
    this.fixedRows = effects.map(({ factor, level }) =>
      Uint8Array.from(crossed.order, (row) => (factor.index[row] === level ? 1 : 0)),
    )
    this.blocks = new LocalBlocks(crossed.system)
    this.passes = new GroupPasses(this.blocks)
    this.weights = new Float64Array(answers.length)
    this.x = zeroUnknowns(crossed.system)
  }

  search(): CrossedOrdinalFit {
    const f = (at: Float64Array) => -this.logLikelihood(at)
    const found = minimise(f, this.start())
    const logLikelihood = this.logLikelihood(found.at)
    const thresholds = this.thresholdsOf(found.at)
    const errors = this.answers.length <= MOST_FOR_ERRORS ? this.standardErrors(f, found.at) : null
    this.logLikelihood(found.at)
    const size = this.crossed.system.sharedCount
    return {
      thresholds,
      spacing: this.options.thresholds === 'equidistant' ? Math.exp(found.at[1] ?? 0) : null,
      fixed: this.fixedNames.map((name, i) => ({
        name,
        estimate: found.at[this.thresholdCount + i] as number,
        standardError: errors?.[this.thresholdCount + i] ?? null,
      })),
      variances: this.variancesOf(found.at),
      modes: crossedModes(
        this.crossed,
        this.data.random.map((factor) => factor.levels.length),
        this.x,
        { blocks: this.blocks, weights: this.weights, matrix: invertDense(this.factor, size), size },
      ),
      logLikelihood,
      iterations: found.iterations,
      stoppedEarly: found.stoppedEarly,
    }
  }

  /** Thresholds at the quantiles of the answers (logistic, near enough for a start), no effects, spreads of ½. */
  private start(): Float64Array {
    const counts = new Float64Array(this.top + 1)
    for (const answer of this.answers) counts[answer] = (counts[answer] as number) + 1
    const stretch = this.options.link === 'probit' ? 0.6 : 1
    let below = 0
    const quantiles = Float64Array.from({ length: this.top }, (_, j) => {
      below += counts[j] as number
      const share = (below + 0.5) / (this.answers.length + 1)
      return stretch * Math.log(share / (1 - share))
    })
    const at = new Float64Array(this.thresholdCount + this.fixedNames.length + this.data.random.length)
    at[0] = quantiles[0] as number
    for (let j = 1; j < this.thresholdCount; j += 1) {
      const step =
        this.options.thresholds === 'flexible'
          ? (quantiles[j] as number) - (quantiles[j - 1] as number)
          : ((quantiles[this.top - 1] as number) - (quantiles[0] as number)) / (this.top - 1)
      at[j] = Math.log(Math.max(step, 1e-3))
    }
    at.fill(Math.log(0.5), this.thresholdCount + this.fixedNames.length)
    return at
  }

  /** The first threshold, then logarithms of the steps, so that they stay in order. */
  private thresholdsOf(at: Float64Array): Float64Array {
    const thresholds = new Float64Array(this.top)
    thresholds[0] = at[0] as number
    for (let j = 1; j < this.top; j += 1) {
      const step = this.options.thresholds === 'flexible' ? (at[j] as number) : (at[1] as number)
      thresholds[j] = (thresholds[j - 1] as number) + Math.exp(step)
    }
    return thresholds
  }

  private variancesOf(at: Float64Array): Float64Array {
    return at
      .slice(this.thresholdCount + this.fixedNames.length)
      .map((log) => Math.max(Math.exp(2 * log), 1e-12))
  }

  /** Σ log P − ½ u'D⁻¹u − ½ log|D| − ½ log|Z'WZ + D⁻¹| at the mode of u. Minus infinity where there is none. */
  private logLikelihood(at: Float64Array): number {
    const variances = this.variancesOf(at)
    if (at.some((value) => !Number.isFinite(value)) || variances.some((variance) => variance > 1e6)) {
      return Number.NEGATIVE_INFINITY
    }
    this.setVariances(variances)
    const fit = this.findMode(this.thresholdsOf(at), this.offsets(at))
    if (fit === null) return Number.NEGATIVE_INFINITY
    let sum = fit - 0.5 * this.penalty(variances) - 0.5 * this.blocks.logDeterminant()
    const size = this.crossed.system.sharedCount
    for (let i = 0; i < size; i += 1) sum -= Math.log(this.factor[i * size + i] as number)
    for (const [f, { levels }] of this.data.random.entries()) {
      sum -= 0.5 * levels.length * Math.log(variances[f] as number)
    }
    return sum
  }

  private setVariances(variances: Float64Array): void {
    const { system, absorbedFactor, denseFactor, sharedFactor } = this.crossed
    for (const [c, f] of absorbedFactor.entries()) system.absorbedVariance[c] = variances[f] as number
    for (const [c, f] of denseFactor.entries()) system.denseVariance[c] = variances[f] as number
    for (const [c, f] of sharedFactor.entries()) system.sharedVariance[c] = variances[f] as number
  }

  private offsets(at: Float64Array): Float64Array {
    const offset = new Float64Array(this.answers.length)
    for (const [i, rows] of this.fixedRows.entries()) {
      const effect = at[this.thresholdCount + i] as number
      for (let n = 0; n < rows.length; n += 1) if (rows[n] === 1) offset[n] = (offset[n] as number) + effect
    }
    return offset
  }

  /** Newton's method from the last mode; Σ log P there. */
  private findMode(thresholds: Float64Array, offset: Float64Array): number | null {
    const { crossed, weights, x, answers, top } = this
    const { system } = crossed
    const eta = new Float64Array(answers.length)
    const right = new Float64Array(answers.length)
    const out: IntervalMoments = { logProbability: 0, mean: 0, information: 0 }
    for (let iteration = 0; iteration < 60; iteration += 1) {
      linearPart(system, x, eta)
      let fit = 0
      for (let n = 0; n < eta.length; n += 1) {
        const answer = answers[n] as number
        const at = (eta[n] as number) + (offset[n] as number)
        const a = answer === 0 ? Number.NEGATIVE_INFINITY : (thresholds[answer - 1] as number) - at
        const b = answer === top ? Number.POSITIVE_INFINITY : (thresholds[answer] as number) - at
        linkMoments(this.options.link, a, b, out)
        fit += out.logProbability
        weights[n] = out.information
        right[n] = out.mean + out.information * (eta[n] as number)
      }
      if (!Number.isFinite(fit)) return null
      this.factor = assembleShared(this.blocks, weights)
      if (!factoriseDense(this.factor, system.sharedCount)) return null
      const before = { absorbed: x.absorbed.slice(), dense: x.dense.slice(), shared: x.shared.slice() }
      x.shared.fill(0)
      this.passes.reduceRows(weights, right, x.shared)
      solveDense(this.factor, system.sharedCount, x.shared)
      this.passes.backSubstitute(weights, right, x)
      const change = Math.max(
        largestDifference(x.absorbed, before.absorbed),
        largestDifference(x.dense, before.dense),
        largestDifference(x.shared, before.shared),
      )
      if (change < 1e-9) return fit
      if (change > 20)
        for (const part of ['absorbed', 'dense', 'shared'] as const) halve(x[part], before[part])
    }
    return null
  }

  private penalty(variances: Float64Array): number {
    const { absorbedFactor, denseFactor, sharedFactor } = this.crossed
    const sum = (values: Float64Array, factors: Int32Array) =>
      values.reduce((total, u, c) => total + (u * u) / (variances[factors[c] as number] as number), 0)
    return (
      sum(this.x.absorbed, absorbedFactor) + sum(this.x.dense, denseFactor) + sum(this.x.shared, sharedFactor)
    )
  }

  /** From the curvature of the log-likelihood at its top. */
  private standardErrors(f: (at: Float64Array) => number, at: Float64Array): Float64Array | null {
    // A spread that has gone to zero has no curvature: only the other parameters are asked.
    const asked = [...at.keys()].filter(
      (i) => i < this.thresholdCount + this.fixedNames.length || (at[i] as number) > -6,
    )
    const size = asked.length
    const step = 1e-3
    const hessian = new Float64Array(size * size)
    for (const [i, parameter] of asked.entries()) {
      const [above, below] = [at.slice(), at.slice()]
      above[parameter] = (above[parameter] as number) + step
      below[parameter] = (below[parameter] as number) - step
      const [up, down] = [centralGradient(f, above), centralGradient(f, below)]
      for (const [j, other] of asked.entries()) {
        hessian[i * size + j] = ((up[other] as number) - (down[other] as number)) / (2 * step)
      }
    }
    if (!factoriseDense(hessian, size)) return null
    const inverse = invertDense(hessian, size)
    const errors = new Float64Array(at.length).fill(Number.NaN)
    for (const [i, parameter] of asked.entries())
      errors[parameter] = Math.sqrt(inverse[i * size + i] as number)
    return errors
  }
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let most = 0
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)))
  return most
}

function halve(a: Float64Array, before: Float64Array): void {
  for (let i = 0; i < a.length; i += 1) a[i] = ((a[i] as number) + (before[i] as number)) / 2
}
