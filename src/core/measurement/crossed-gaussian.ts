// Fits crossed data with Gaussian noise by REML or ML: the special case in which the engine can be checked.

import { fail, type Result, succeed } from '../result.ts'
import { rowCount } from './block-system.ts'
import { arrangeCrossed, type CrossedData, type CrossedSystem, MOST_SHARED } from './crossed-data.ts'
import { crossedModes } from './crossed-modes.ts'
import { startingVariances } from './crossed-start.ts'
import { factoriseDense, invertDense, solveDense } from './dense-cholesky.ts'
import { LocalBlocks } from './local-blocks.ts'
import { eachLocalVariance } from './local-covariance.ts'
import { assembleShared, GroupPasses, linearPart, type Unknowns, zeroUnknowns } from './shared-part.ts'

export interface CrossedGaussianFit {
  method: 'REML' | 'ML'
  /** By factor in the order given, then the residual. */
  variances: Float64Array
  fixed: { name: string; estimate: number; standardError: number }[]
  /** By factor and level: the conditional mode and its SD, the fixed effects taken as known (as lme4 gives it). */
  modes: { mean: Float64Array; sd: Float64Array }[]
  /** −2 × the (restricted) log-likelihood, with its constants. */
  criterion: number
  iterations: number
  /** Set where the iteration limit ended the search before it had converged. */
  stoppedEarly: boolean
}

export type CrossedFailure =
  | { kind: 'no-rows' }
  | { kind: 'not-a-number'; row: number }
  | { kind: 'no-variation' }
  | { kind: 'too-many-shared'; count: number; most: number }
  | { kind: 'overlapping-fixed-effects' }

const MOST_ITERATIONS = 60
/** No variance goes below this share of the residual variance in the search … */
const FLOOR = 1e-9
/** … and one that ends below this share is told as zero: no data of this size could tell it from that. */
const NOTHING = 1e-5
/** The search ends when a step promises less than this many units of the criterion. */
const ENOUGH = 1e-8

/**
 * Average-information REML (Gilmour, Thompson & Cullis 1995, Biometrics 51) with exact traces, every step checked
 * against the criterion and halved until that falls.
 */
export function fitCrossedGaussian(
  data: CrossedData,
  response: Float64Array,
  method: 'REML' | 'ML' = 'REML',
): Result<CrossedGaussianFit, CrossedFailure> {
  const refused = refuse(data, response)
  if (refused) return fail(refused)
  const crossed = arrangeCrossed(data, response.length)
  if (crossed.system.sharedCount > MOST_SHARED) {
    return fail({ kind: 'too-many-shared', count: crossed.system.sharedCount, most: MOST_SHARED })
  }
  const state = new GaussianState(crossed, data, response, method)
  return state.search()
}

function refuse(data: CrossedData, response: Float64Array): CrossedFailure | null {
  if (response.length === 0 || data.random.length === 0) return { kind: 'no-rows' }
  const row = response.findIndex((value) => !Number.isFinite(value))
  if (row >= 0) return { kind: 'not-a-number', row }
  if (response.every((value) => value === response[0])) return { kind: 'no-variation' }
  return null
}

interface Evaluation {
  variances: Float64Array
  criterion: number
  factor: Float64Array
  x: Unknowns
  residual: Float64Array
}

class GaussianState {
  private readonly crossed: CrossedSystem
  private readonly data: CrossedData
  private readonly method: 'REML' | 'ML'
  private readonly y: Float64Array
  private readonly weights: Float64Array
  private readonly blocks: LocalBlocks
  private readonly passes: GroupPasses
  private readonly factors: number
  private readonly levels: number[]
  private readonly fixedCount: number
  private latest: Evaluation | null = null

  constructor(crossed: CrossedSystem, data: CrossedData, response: Float64Array, method: 'REML' | 'ML') {
    this.crossed = crossed
    this.data = data
    this.method = method
    this.y = Float64Array.from(crossed.order, (row) => response[row] as number)
    this.weights = new Float64Array(response.length)
    this.blocks = new LocalBlocks(crossed.system)
    this.passes = new GroupPasses(this.blocks)
    this.factors = data.random.length
    this.levels = data.random.map((factor) => factor.levels.length)
    this.fixedCount = crossed.fixedNames.length
  }

  search(): Result<CrossedGaussianFit, CrossedFailure> {
    let best = this.evaluate(startingVariances(this.data, this.crossed.order, this.y))
    if (best === null) return fail({ kind: 'overlapping-fixed-effects' })
    let iterations = 0
    let converged = false
    while (iterations < MOST_ITERATIONS && !converged) {
      iterations += 1
      const { step, gain } = this.averageInformationStep(best)
      if (Math.abs(gain) < ENOUGH) {
        const last = this.evaluate(this.moved(best.variances, step, 1))
        if (last && last.criterion < best.criterion) best = last
        converged = true
        break
      }
      let scale = 1
      let next = this.evaluate(this.moved(best.variances, step, scale))
      while ((next === null || next.criterion > best.criterion + 1e-10) && scale > 1e-4) {
        scale /= 4
        next = this.evaluate(this.moved(best.variances, step, scale))
      }
      if (next === null || next.criterion > best.criterion) break
      best = next
    }
    // A step that nothing improves ends the search as well as a small one does.
    return succeed(this.finish(best, iterations, iterations >= MOST_ITERATIONS && !converged))
  }

  /** Null where the equations cannot be solved: fixed effects that say the same. */
  private evaluate(variances: Float64Array): Evaluation | null {
    const { crossed, blocks, passes, weights, y } = this
    const { system } = crossed
    this.setVariances(variances)
    const noise = variances[this.factors] as number
    weights.fill(1 / noise)
    const factor = assembleShared(blocks, weights)
    const size = system.sharedCount
    const diagonal = Float64Array.from({ length: size }, (_, i) => factor[i * size + i] as number)
    if (!factoriseDense(factor, size)) return null
    // A pivot that lost all its digits is no information but rounding: columns that say the same.
    for (let i = size - this.fixedCount; i < size; i += 1) {
      if ((factor[i * size + i] as number) ** 2 < 1e-11 * (diagonal[i] as number)) return null
    }
    const x = zeroUnknowns(system)
    const weighted = y.map((value) => value / noise)
    passes.reduceRows(weights, weighted, x.shared)
    solveDense(factor, size, x.shared)
    passes.backSubstitute(weights, weighted, x)
    const residual = new Float64Array(y.length)
    linearPart(system, x, residual)
    let quadratic = 0
    for (let n = 0; n < y.length; n += 1) {
      residual[n] = (y[n] as number) - (residual[n] as number)
      quadratic += ((y[n] as number) * (residual[n] as number)) / noise
    }
    this.latest = { variances, criterion: this.criterion(variances, factor, quadratic), factor, x, residual }
    return this.latest
  }

  private criterion(variances: Float64Array, factor: Float64Array, quadratic: number): number {
    const size = this.crossed.system.sharedCount
    const counted = this.method === 'REML' ? size : size - this.fixedCount
    let sum = this.blocks.logDeterminant() + quadratic
    for (let i = 0; i < counted; i += 1) sum += 2 * Math.log(factor[i * size + i] as number)
    for (const [f, levels] of this.levels.entries()) sum += levels * Math.log(variances[f] as number)
    const rows = this.y.length
    const free = this.method === 'REML' ? rows - this.fixedCount : rows
    return sum + rows * Math.log(variances[this.factors] as number) + free * Math.log(2 * Math.PI)
  }

  private setVariances(variances: Float64Array): void {
    const { system, absorbedFactor, denseFactor, sharedFactor } = this.crossed
    for (const [c, f] of absorbedFactor.entries()) system.absorbedVariance[c] = variances[f] as number
    for (const [c, f] of denseFactor.entries()) system.denseVariance[c] = variances[f] as number
    for (const [c, f] of sharedFactor.entries()) if (f >= 0) system.sharedVariance[c] = variances[f] as number
  }

  /** The covariance that belongs to the method: for ML the fixed effects are taken as known. */
  private sharedCovariance(factor: Float64Array, withFixed: boolean): { matrix: Float64Array; size: number } {
    const full = this.crossed.system.sharedCount
    if (withFixed) return { matrix: invertDense(factor, full), size: full }
    const size = full - this.fixedCount
    const leading = new Float64Array(size * size)
    for (let i = 0; i < size; i += 1) {
      leading.set(factor.subarray(i * full, i * full + i + 1), i * size)
    }
    return { matrix: invertDense(leading, size), size }
  }

  private averageInformationStep(at: Evaluation): { step: Float64Array; gain: number } {
    const { variances } = at
    const noise = variances[this.factors] as number
    const [squares, traces] = [this.sumsOfSquares(at.x), this.traces(at.factor)]
    const gradient = new Float64Array(this.factors + 1)
    let free = this.y.length - (this.method === 'REML' ? this.fixedCount : 0)
    for (let f = 0; f < this.factors; f += 1) {
      const variance = variances[f] as number
      const [square, trace] = [squares[f] as number, traces[f] as number]
      gradient[f] = ((square + trace) / variance - (this.levels[f] as number)) / (2 * variance)
      free -= (this.levels[f] as number) - trace / variance
    }
    const errors = at.residual.reduce((sum, e) => sum + e * e, 0)
    gradient[this.factors] = (errors / noise - free) / (2 * noise)
    const step = this.solveStep(gradient, this.averageInformation(at), variances)
    const next = this.moved(variances, step, 1)
    const gain = next.reduce(
      (sum, value, f) => sum + (value - (variances[f] as number)) * (gradient[f] as number),
      0,
    )
    return { step, gain }
  }

  private sumsOfSquares(x: Unknowns): Float64Array {
    const { absorbedFactor, denseFactor, sharedFactor } = this.crossed
    const sums = new Float64Array(this.factors)
    const add = (factors: Int32Array, values: Float64Array) => {
      for (const [c, f] of factors.entries())
        if (f >= 0) sums[f] = (sums[f] as number) + (values[c] as number) ** 2
    }
    add(absorbedFactor, x.absorbed)
    add(denseFactor, x.dense)
    add(sharedFactor, x.shared)
    return sums
  }

  /** By factor, the sum of its unknowns' variances given the data. */
  private traces(factor: Float64Array): Float64Array {
    const { absorbedFactor, denseFactor, sharedFactor } = this.crossed
    const { matrix, size } = this.sharedCovariance(factor, this.method === 'REML')
    const traces = new Float64Array(this.factors)
    const add = (f: number, variance: number) => {
      if (f >= 0) traces[f] = (traces[f] as number) + variance
    }
    for (let i = 0; i < size; i += 1) add(sharedFactor[i] as number, matrix[i * size + i] as number)
    eachLocalVariance(this.blocks, this.weights, matrix, size, (isAbsorbed, unknown, variance) => {
      add((isAbsorbed ? absorbedFactor[unknown] : denseFactor[unknown]) as number, variance)
    })
    return traces
  }

  /** ½ w_i' P w_j with w_f = Z_f u_f ÷ σ_f², and e ÷ σ² for the residual. */
  private averageInformation(at: Evaluation): Float64Array {
    const { crossed, passes, weights } = this
    const { system } = crossed
    const noise = at.variances[this.factors] as number
    const working = Array.from({ length: this.factors + 1 }, (_, f) =>
      f === this.factors ? at.residual.map((e) => e / noise) : this.factorPart(at, f),
    )
    const size = this.factors + 1
    const information = new Float64Array(size * size)
    for (const [i, w] of working.entries()) {
      const x = zeroUnknowns(system)
      const weighted = w.map((value) => value / noise)
      passes.reduceRows(weights, weighted, x.shared)
      solveDense(at.factor, system.sharedCount, x.shared)
      passes.backSubstitute(weights, weighted, x)
      const fitted = new Float64Array(w.length)
      linearPart(system, x, fitted)
      for (const [j, other] of working.entries()) {
        let sum = 0
        for (let n = 0; n < w.length; n += 1) {
          sum += ((other[n] as number) * ((w[n] as number) - (fitted[n] as number))) / noise
        }
        information[i * size + j] = sum / 2
      }
      // Where all effects of a factor are nil it has no average information; a grain of the expected one is added.
      const variance = at.variances[i] as number
      const levels = this.levels[i] ?? 0
      information[i * size + i] =
        (information[i * size + i] as number) + (1e-6 * levels) / (2 * variance * variance)
    }
    return information
  }

  private factorPart(at: Evaluation, f: number): Float64Array {
    const { system, absorbedFactor, denseFactor, sharedFactor } = this.crossed
    const variance = at.variances[f] as number
    const only = (factors: Int32Array, values: Float64Array) =>
      values.map((value, c) => (factors[c] === f ? value / variance : 0))
    const part = {
      absorbed: only(absorbedFactor, at.x.absorbed),
      dense: only(denseFactor, at.x.dense),
      shared: only(sharedFactor, at.x.shared),
    }
    const out = new Float64Array(rowCount(system))
    linearPart(system, part, out)
    return out
  }

  /**
   * Information⁻¹ gradient. A variance that would become negative goes towards zero instead, and the others are
   * solved again with that in view; one that is zero and wants to stay so is left out.
   */
  private solveStep(
    gradient: Float64Array,
    information: Float64Array,
    variances: Float64Array,
  ): Float64Array {
    const noise = variances[this.factors] as number
    const step = new Float64Array(this.factors + 1)
    const isAtZero = (f: number) => f !== this.factors && (variances[f] as number) <= 2 * FLOOR * noise
    let free = [...gradient.keys()].filter((f) => !isAtZero(f) || (gradient[f] as number) > 0)
    for (;;) {
      const found = solveAmong(free, gradient, information, step, variances)
      const negative = free.filter(
        (f, i) => f !== this.factors && (variances[f] as number) + (found[i] as number) <= 0,
      )
      if (negative.length === 0) {
        for (const [i, f] of free.entries()) step[f] = found[i] as number
        return step
      }
      for (const f of negative)
        step[f] = Math.max((variances[f] as number) / 100, FLOOR * noise) - (variances[f] as number)
      free = free.filter((f) => !negative.includes(f))
    }
  }

  /** Never below a tenth or above ten times the value before, unless zero is where it goes. */
  private moved(variances: Float64Array, step: Float64Array, scale: number): Float64Array {
    const noise = variances[this.factors] as number
    return variances.map((variance, f) => {
      const wanted = variance + scale * (step[f] as number)
      const lowest = f === this.factors ? variance / 10 : Math.max(variance / 100, FLOOR * noise)
      return Math.min(Math.max(wanted, lowest), variance * 10)
    })
  }

  private finish(best: Evaluation, iterations: number, stoppedEarly: boolean): CrossedGaussianFit {
    const { crossed } = this
    // The last evaluation may have been of a step that was refused: weights and factors are those of the best.
    const last = this.latest === best ? best : (this.evaluate(best.variances) ?? best)
    const size = crossed.system.sharedCount
    const { matrix, size: random } = this.sharedCovariance(last.factor, false)
    const modes = crossedModes(crossed, this.levels, last.x, {
      blocks: this.blocks,
      weights: this.weights,
      matrix,
      size: random,
    })
    const fixed = crossed.fixedNames.map((name, i) => ({
      name,
      estimate: last.x.shared[size - this.fixedCount + i] as number,
      standardError: this.fixedError(last.factor, size - this.fixedCount + i),
    }))
    const { criterion } = last
    const noise = last.variances[this.factors] as number
    const variances = last.variances.map((variance) => (variance < NOTHING * noise ? 0 : variance))
    return { method: this.method, variances, fixed, modes, criterion, iterations, stoppedEarly }
  }

  private fixedError(factor: Float64Array, unknown: number): number {
    const size = this.crossed.system.sharedCount
    const unit = new Float64Array(size)
    unit[unknown] = 1
    solveDense(factor, size, unit)
    return Math.sqrt(unit[unknown] as number)
  }
}

/** The step of the variances in `free` (by their place there), those of all others given. */
function solveAmong(
  free: readonly number[],
  gradient: Float64Array,
  information: Float64Array,
  given: Float64Array,
  variances: Float64Array,
): Float64Array {
  const size = variances.length
  const matrix = new Float64Array(free.length ** 2)
  const right = Float64Array.from(free, (f) => gradient[f] as number)
  for (const [i, f] of free.entries()) {
    for (let g = 0; g < size; g += 1) {
      // Symmetric up to rounding; a trace of ridge keeps a direction without information solvable.
      const value = ((information[f * size + g] as number) + (information[g * size + f] as number)) / 2
      const j = free.indexOf(g)
      if (j >= 0) matrix[i * free.length + j] = i === j ? value * (1 + 1e-9) + 1e-300 : value
      else right[i] = (right[i] as number) - value * (given[g] as number)
    }
  }
  if (factoriseDense(matrix, free.length)) solveDense(matrix, free.length, right)
  else for (const [i, f] of free.entries()) right[i] = (gradient[f] as number) * (variances[f] as number) ** 2
  return right
}
