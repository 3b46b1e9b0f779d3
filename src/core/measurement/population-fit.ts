// Fits a whole organisation at once: people, raters and skills together, spreads taken as given.

import { fail, type Result, succeed } from '../result.ts'
import type { RowNumbers } from './block-system.ts'
import { conjugateGradients } from './conjugate-gradients.ts'
import { factoriseDense, solveDense } from './dense-cholesky.ts'
import { LocalBlocks } from './local-blocks.ts'
import type { Estimate, Population } from './population.ts'
import {
  arrangePopulation,
  DOMAIN,
  HALO,
  LENIENCY,
  PERSON,
  type PopulationSystem,
  SELF_HALO,
  SKILL,
} from './population-system.ts'
import { codeValue, newWorkingRow, type RatingIntervals, ratingIntervals, workRating } from './rating-code.ts'
import {
  type ColumnsFailure,
  checkColumns,
  EVIDENCE_ORDER,
  MANAGER,
  type RatingColumns,
  SEALED,
  SELF,
} from './rating-columns.ts'
import { assembleShared, GroupPasses, linearPart, type Unknowns, zeroUnknowns } from './shared-part.ts'

/** Up to this many shared unknowns are solved by one large factor; beyond, conjugate gradients are faster. */
const MOST_DENSE = 600
/** Up to this many, their joint uncertainty is worked out exactly where somebody asks for it. */
const MOST_EXACT = 1500

export interface FitOptions {
  /** Largest change of any rating's number, in levels, at which the fit is at rest. */
  atRest?: number
  mostIterations?: number
  /** For tests: conjugate gradients and no exact uncertainty beyond this many shared unknowns. */
  mostDense?: number
  /** Leniency by rater as it is known beforehand; without it every rater is a stranger. */
  leniency?: readonly Estimate[]
}

export interface FitProgress {
  iterations: number
  /** Passes over all people that conjugate gradients took; 0 in the dense way. */
  passes: number
  /** True where a limit came before rest. */
  stoppedEarly: boolean
}

/** Columns in, fit out; see `PopulationFit` for what it can tell. */
export function fitPopulation(
  columns: RatingColumns,
  population: Population,
  options: FitOptions = {},
): Result<PopulationFit, ColumnsFailure> {
  const wrong = checkColumns(columns)
  if (wrong) return fail(wrong)
  const arranged = arrangePopulation(columns, population.drift.idle / 365.25)
  return succeed(new PopulationFit(arranged, population, options))
}

export class PopulationFit {
  readonly arranged: PopulationSystem
  population: Population
  readonly blocks: LocalBlocks
  readonly passes: GroupPasses
  readonly weights: Float32Array
  /** Weighted working responses of the last iteration, prior means taken off. */
  readonly right: Float32Array
  readonly eta: Float32Array
  /** Unknowns as differences from what is known beforehand. */
  readonly x: Unknowns
  /** Null where every rater is a stranger. */
  readonly leniency: readonly Estimate[] | null
  progress: FitProgress = { iterations: 0, passes: 0, stoppedEarly: false }
  /** Cholesky factor of the shared block; null in the way of conjugate gradients. */
  factor: Float64Array | null = null
  /** What each shared unknown is known by on its own: the diagonal that preconditions. */
  readonly diagonal: Float64Array
  private readonly isDense: boolean
  private readonly isExact: boolean
  private readonly intervals: RatingIntervals
  private readonly noise = new Float64Array(12)
  private readonly offset = new Float64Array(12)
  /** By row what is known of its rater; null where every rater is a stranger. */
  private readonly lean: Float32Array | null
  private diagonalAge = 9
  private sums = new Float64Array(64)
  private isStarted = false
  private isFactorised = false
  private isSettled = false

  constructor(arranged: PopulationSystem, population: Population, options: FitOptions = {}) {
    const { system } = arranged
    this.arranged = arranged
    this.population = population
    this.blocks = new LocalBlocks(system)
    this.passes = new GroupPasses(this.blocks)
    this.weights = new Float32Array(arranged.code.length)
    this.right = new Float32Array(arranged.code.length)
    this.eta = new Float32Array(arranged.code.length)
    this.x = zeroUnknowns(system)
    this.diagonal = new Float64Array(system.sharedCount)
    this.isDense = system.sharedCount <= (options.mostDense ?? MOST_DENSE)
    this.isExact = system.sharedCount <= (options.mostDense ?? MOST_EXACT)
    this.intervals = ratingIntervals(population.topLevel)
    this.leniency = options.leniency ?? null
    this.lean = this.leniency === null ? null : leanOfRows(arranged, this.leniency)
    this.refit(population, options)
  }

  /** From where the last fit ended, which is near for spreads that changed little. */
  refit(population: Population, options: FitOptions = {}): void {
    this.population = population
    setSpreads(this.arranged, population, this.leniency)
    this.setTables()
    const atRest = options.atRest ?? (this.isDense ? 1e-4 : 5e-3)
    const most = options.mostIterations ?? 30
    let change = Number.POSITIVE_INFINITY
    let [iterations, passes] = [0, 0]
    if (!this.isStarted) this.startAtRatings()
    while (change > atRest && iterations < most) {
      iterations += 1
      this.work()
      passes += this.solve(this.right, this.x, change > 0.1 ? 1e-3 : 1e-4)
      const before = change
      change = this.moveTo(iterations > 8 ? before / 2 : Number.POSITIVE_INFINITY)
    }
    this.progress = { iterations, passes, stoppedEarly: change > atRest }
  }

  private setTables(): void {
    const { spreads, evidence, common, selfBias, managerBias } = this.population
    for (const kind of [SELF, MANAGER, 2, SEALED]) {
      for (const [e, quality] of EVIDENCE_ORDER.entries()) {
        this.noise[3 * kind + e] = spreads.noise * evidence[quality]
        const bias = kind === SELF ? selfBias.mean : kind === MANAGER ? managerBias.mean : 0
        this.offset[3 * kind + e] = common.mean + bias
      }
    }
  }

  private startAtRatings(): void {
    const { code, noiseClass, sealed } = this.arranged
    for (let n = 0; n < code.length; n += 1) {
      const isSealed = (noiseClass[n] as number) >= 3 * SEALED
      this.eta[n] = isSealed ? (sealed?.value[n] as number) : codeValue(code[n] as number)
    }
    this.isStarted = true
  }

  /** Brings weights, responses and factors to the place where the fit has come to rest. */
  settle(): void {
    if (this.isSettled) return
    this.work()
    if (this.isExact) this.makeFactor()
    this.solve(this.right, this.x)
    this.isSettled = true
  }

  /** Working weights and responses at the present `eta`. */
  work(): void {
    const { code, noiseClass, sealed } = this.arranged
    const { weights, right, eta, noise, offset, lean, intervals } = this
    const out = newWorkingRow()
    for (let n = 0; n < code.length; n += 1) {
      const c = noiseClass[n] as number
      const at = eta[n] as number
      if (c >= 3 * SEALED) {
        weights[n] = 1 / (sealed?.variance[n] as number)
        right[n] = (weights[n] as number) * ((sealed?.value[n] as number) - (offset[c] as number))
      } else {
        workRating(intervals, code[n] as number, noise[c] as number, at, out)
        weights[n] = out.weight
        const known = (offset[c] as number) + (lean === null ? 0 : (lean[n] as number))
        right[n] = out.slope + out.weight * (at - known)
      }
    }
    this.factor = null
    this.isFactorised = false
    this.isSettled = false
  }

  /** Solves for all unknowns with the present weights; how many passes it took. */
  solve(right: RowNumbers, x: Unknowns, tolerance = 1e-6): number {
    const { system } = this.arranged
    const shared = new Float64Array(system.sharedCount)
    if (this.isDense && this.factor === null) this.makeFactor()
    if (this.factor === null && !this.isFactorised) {
      this.blocks.factorise(this.weights)
      this.isFactorised = true
      // Weights hardly move after the first steps, and a preconditioner need not be exact.
      if (this.diagonalAge > 1) this.fillDiagonal()
      this.diagonalAge += 1
    }
    this.passes.reduceRows(this.weights, right, shared)
    let passes = 0
    if (this.factor) {
      solveDense(this.factor, system.sharedCount, shared)
      x.shared.set(shared)
    } else {
      const apply = (v: Float64Array, out: Float64Array) => this.passes.applyShared(this.weights, v, out)
      const precondition = (v: Float64Array, out: Float64Array) => {
        for (let i = 0; i < v.length; i += 1) out[i] = (v[i] as number) / (this.diagonal[i] as number)
      }
      passes = conjugateGradients(apply, precondition, shared, x.shared, tolerance, 200).passes
    }
    this.passes.backSubstitute(this.weights, right, x)
    return passes
  }

  private makeFactor(): void {
    const { sharedCount } = this.arranged.system
    const factor = assembleShared(this.blocks, this.weights)
    if (!factoriseDense(factor, sharedCount)) throw new Error('The shared block has lost its digits.')
    this.factor = factor
    this.fillDiagonal()
  }

  /**
   * Near the diagonal of the shared block: a rater's or a skill's ratings of one person count W ÷ (1 + W v), where
   * v is the variance of the halo or of the person-by-skill part that they share.
   */
  private fillDiagonal(): void {
    this.diagonalAge = 0
    const { arranged, diagonal } = this
    const { system } = arranged
    for (let i = 0; i < diagonal.length; i += 1) diagonal[i] = 1 / (system.sharedVariance[i] as number)
    for (let g = 0; g < system.groups; g += 1) {
      const swapped = arranged.ratersAbsorbed[g] === 1
      this.addDiagonal(g, swapped ? 0 : 2, 3)
      this.addDiagonal(g, swapped ? 0 : 2, 5)
      this.addDiagonal(g, swapped ? 2 : 0, 4)
    }
  }

  /** What one group tells about the shared unknowns at place `shared`, the unknowns at place `own` taken out. */
  private addDiagonal(g: number, own: number, shared: number): void {
    const { weights, diagonal } = this
    const { system } = this.arranged
    const { columns } = system
    const start = (own === 0 ? system.absorbedStart[g] : system.denseStart[g]) as number
    const end = (own === 0 ? system.absorbedStart[g + 1] : system.denseStart[g + 1]) as number
    const variances = own === 0 ? system.absorbedVariance : system.denseVariance
    if (this.sums.length < end - start) this.sums = new Float64Array(2 * (end - start))
    const { sums } = this
    sums.fill(0, 0, end - start)
    const [first, last] = [system.rowStart[g] as number, system.rowStart[g + 1] as number]
    for (let n = first; n < last; n += 1) {
      const key = columns[6 * n + own] as number
      sums[key] = (sums[key] as number) + (weights[n] as number)
    }
    for (let n = first; n < last; n += 1) {
      const column = columns[6 * n + shared] as number
      if (column < 0) continue
      const key = columns[6 * n + own] as number
      const share = (weights[n] as number) / (1 + (sums[key] as number) * (variances[start + key] as number))
      diagonal[column] = (diagonal[column] as number) + share
    }
  }

  /** eta = offset + Z x; the largest change. Steps are halved where changes did not fall below `expected`. */
  private moveTo(expected: number): number {
    const { eta, offset, lean } = this
    const { noiseClass } = this.arranged
    const next = this.right
    linearPart(this.arranged.system, this.x, next)
    let largest = 0
    for (let n = 0; n < eta.length; n += 1) {
      const known = (offset[noiseClass[n] as number] as number) + (lean === null ? 0 : (lean[n] as number))
      const wanted = (next[n] as number) + known
      next[n] = wanted
      largest = Math.max(largest, Math.abs(wanted - (eta[n] as number)))
    }
    const scale = largest > expected ? 0.5 : 1
    for (let n = 0; n < eta.length; n += 1) {
      eta[n] = (eta[n] as number) + scale * ((next[n] as number) - (eta[n] as number))
    }
    return largest
  }
}

/** Sealed rows and a person's own have no rater among the shared unknowns, and know nothing. */
function leanOfRows({ system, raters }: PopulationSystem, leniency: readonly Estimate[]): Float32Array {
  return Float32Array.from({ length: system.columns.length / 6 }, (_, n) => {
    const column = system.columns[6 * n + 3] as number
    return column >= 0 && column < raters ? (leniency[column]?.mean ?? 0) : 0
  })
}

/** Writes what is known beforehand of the variances into the system. */
export function setSpreads(
  arranged: PopulationSystem,
  population: Population,
  leniency: readonly Estimate[] | null,
): void {
  const { system, absorbedFactor, denseFactor } = arranged
  const { spreads } = population
  const variances: [number, number][] = [
    [PERSON, spreads.person ** 2],
    [DOMAIN, spreads.domain ** 2],
    [SKILL, spreads.skill ** 2],
    [HALO, spreads.halo ** 2],
    [SELF_HALO, spreads.selfHalo ** 2],
  ]
  const table = new Float64Array(8).fill(Number.NaN)
  for (const [factor, variance] of variances) table[factor] = variance
  for (let c = 0; c < absorbedFactor.length; c += 1) {
    const factor = absorbedFactor[c] as number
    if (factor < LENIENCY) system.absorbedVariance[c] = table[factor] as number
  }
  for (let c = 0; c < denseFactor.length; c += 1) {
    const factor = denseFactor[c] as number
    if (factor < LENIENCY) system.denseVariance[c] = table[factor] as number
  }
  for (let r = 0; r < arranged.raters; r += 1)
    system.sharedVariance[r] = leniency?.[r]?.variance ?? spreads.leniency ** 2
  system.sharedVariance.fill(
    population.otherSkill.variance,
    arranged.raters,
    arranged.raters + arranged.skills,
  )
  system.sharedVariance[arranged.selfBias] = population.selfBias.variance
  system.sharedVariance[arranged.managerBias] = population.managerBias.variance
  system.tie.variance = population.common.variance
}
