// What is known about raters and skills without one person's ratings: the fixed population to measure them against.

import { factoriseDense, invertDense, solveDense } from './dense-cholesky.ts'
import type { Estimate, Population } from './population.ts'
import type { PopulationFit } from './population-fit.ts'

/** The ids behind the numbers of the columns. */
export interface PopulationNames {
  skills: readonly string[]
  raters: readonly string[]
}

/** Shared unknowns with their joint uncertainty. */
interface SharedPart {
  columns: number[]
  mean: Float64Array
  /** columns.length squared, both triangles. */
  covariance: Float64Array
}

const covariances = new WeakMap<Float64Array, Float64Array>()

/** The inverse of the shared block, once for each factor. */
function sharedCovariance(factor: Float64Array, size: number): Float64Array {
  const known = covariances.get(factor)
  if (known) return known
  const made = invertDense(factor, size)
  covariances.set(factor, made)
  return made
}

/** More raters of one person than this are taken one by one. */
const MOST_TOGETHER = 400

/**
 * The population against which this person is measured. Their own ratings are taken out of what is known about
 * their raters, because counting them twice would make the level look surer than it is; a plug-in of the full
 * estimates moves means by .02 of a level and makes SDs 5–9 % too small.
 */
export function populationWithout(fit: PopulationFit, person: number, names: PopulationNames): Population {
  fit.settle()
  const { blocks } = fit
  blocks.eliminate(person, fit.weights, true)
  const columns = Array.from(blocks.touched.subarray(0, blocks.touchedCount))
  const own = symmetric(blocks.complement, columns.length)
  const right = new Float64Array(fit.x.shared.length)
  fit.passes.reduceGroup(person, fit.weights, fit.right, right)
  const kept = fit.factor ? columns : columns.filter((column) => column < fit.arranged.raters)
  const known = knownTogether(fit, kept)
  const part =
    known && kept.length <= MOST_TOGETHER ? withoutTogether(fit, known, { columns, own, right }) : null
  return toPopulation(fit, names, part ?? withoutOneByOne(fit, { columns, own, right }), columns)
}

/** The population as it is known from everybody: for a person who is not among them. */
export function populationOf(fit: PopulationFit, names: PopulationNames): Population {
  fit.settle()
  const columns = Array.from({ length: fit.x.shared.length }, (_, i) => i)
  return toPopulation(fit, names, null, columns)
}

function symmetric(lower: Float64Array, size: number): Float64Array {
  const full = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      full[i * size + j] = lower[i * size + j] as number
      full[j * size + i] = lower[i * size + j] as number
    }
  }
  return full
}

/** Inverse covariance of the shared unknowns in question, everything else integrated out. */
function knownTogether(fit: PopulationFit, columns: readonly number[]): SharedPart | null {
  const size = fit.x.shared.length
  const count = columns.length
  const precision = new Float64Array(count * count)
  const mean = Float64Array.from(columns, (column) => fit.x.shared[column] as number)
  if (fit.factor === null) {
    for (const [i, column] of columns.entries()) precision[i * count + i] = fit.diagonal[column] as number
    return { columns: [...columns], mean, covariance: precision }
  }
  const all = sharedCovariance(fit.factor, size)
  for (const [i, a] of columns.entries()) {
    for (const [j, b] of columns.entries()) precision[i * count + j] = all[a * size + b] as number
  }
  if (!factoriseDense(precision, count)) return null
  return { columns: [...columns], mean, covariance: invertDense(precision, count) }
}

interface OwnPart {
  columns: number[]
  own: Float64Array
  right: Float64Array
}

/** (precision − own)⁻¹, and the mean moved by what the person's ratings had pulled it. */
function withoutTogether(fit: PopulationFit, known: SharedPart, part: OwnPart): SharedPart | null {
  const count = known.columns.length
  const place = known.columns.map((column) => part.columns.indexOf(column))
  const size = part.columns.length
  const precision = known.covariance
  const pull = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    const row = (place[i] as number) * size
    let sum = -(part.right[known.columns[i] as number] as number)
    for (let j = 0; j < size; j += 1)
      sum += (part.own[row + j] as number) * (fit.x.shared[part.columns[j] as number] as number)
    pull[i] = sum
    for (let j = 0; j < count; j += 1) {
      precision[i * count + j] =
        (precision[i * count + j] as number) - (part.own[row + (place[j] as number)] as number)
    }
  }
  if (!factoriseDense(precision, count)) return null
  solveDense(precision, count, pull)
  const mean = known.mean.map((value, i) => value + (pull[i] as number))
  return { columns: known.columns, mean, covariance: invertDense(precision, count) }
}

/** Each rater by itself: for people with hundreds of raters, of whom no single one matters. */
function withoutOneByOne(fit: PopulationFit, part: OwnPart): SharedPart {
  const raters = part.columns.filter((column) => column < fit.arranged.raters)
  const size = part.columns.length
  const [mean, variance] = [new Float64Array(raters.length), new Float64Array(raters.length)]
  for (const [i, column] of raters.entries()) {
    const at = part.columns.indexOf(column)
    const prior = 1 / (fit.arranged.system.sharedVariance[column] as number)
    const own = part.own[at * size + at] as number
    const left = Math.max((fit.diagonal[column] as number) - own, prior)
    let pull = -(part.right[column] as number)
    for (let j = 0; j < size; j += 1)
      pull += (part.own[at * size + j] as number) * (fit.x.shared[part.columns[j] as number] as number)
    mean[i] = (fit.x.shared[column] as number) + pull / left
    variance[i] = 1 / left
  }
  const covariance = new Float64Array(raters.length ** 2)
  for (let i = 0; i < raters.length; i += 1) covariance[i * raters.length + i] = variance[i] as number
  return { columns: raters, mean, covariance }
}

/** One estimate for a shared unknown: from the part where it is in it, else from the fit. */
function estimateIn(fit: PopulationFit, part: SharedPart | null, column: number): Estimate {
  const at = part ? part.columns.indexOf(column) : -1
  if (part && at >= 0) {
    return {
      mean: part.mean[at] as number,
      variance: part.covariance[at * part.columns.length + at] as number,
    }
  }
  const size = fit.x.shared.length
  const variance = fit.factor
    ? (sharedCovariance(fit.factor, size)[column * size + column] as number)
    : 1 / (fit.diagonal[column] as number)
  return { mean: fit.x.shared[column] as number, variance }
}

function toPopulation(
  fit: PopulationFit,
  names: PopulationNames,
  part: SharedPart | null,
  columns: readonly number[],
): Population {
  const { arranged, population } = fit
  const raters: Record<string, Estimate> = {}
  for (const column of columns) {
    const name = names.raters[column]
    if (column >= arranged.raters || name === undefined) continue
    const { mean, variance } = estimateIn(fit, part, column)
    raters[name] = { mean: (fit.leniency?.[column]?.mean ?? 0) + mean, variance }
  }
  const skillColumns = names.skills.map((_, k) => arranged.raters + k)
  const shared = commonVariance(fit, part, skillColumns)
  const skills = Object.fromEntries(
    skillColumns.map((column, k): [string, Estimate] => {
      const { mean, variance } = estimateIn(fit, part, column)
      return [names.skills[k] as string, { mean, variance: Math.max(variance - shared, 1e-6) }]
    }),
  )
  const biasOf = (column: number, prior: Estimate): Estimate => {
    const { mean, variance } = estimateIn(fit, part, column)
    return { mean: prior.mean + mean, variance }
  }
  return {
    ...population,
    common: { mean: population.common.mean, variance: shared },
    skills,
    selfBias: biasOf(arranged.selfBias, population.selfBias),
    managerBias: biasOf(arranged.managerBias, population.managerBias),
    raters,
  }
}

/** What the uncertainties of the skills' means have in common: the mean covariance between two of them. */
function commonVariance(fit: PopulationFit, part: SharedPart | null, skills: readonly number[]): number {
  const inPart = part ? skills.filter((column) => part.columns.includes(column)) : []
  const size = fit.x.shared.length
  const matrix =
    part && inPart.length > 1 ? part.covariance : fit.factor ? sharedCovariance(fit.factor, size) : null
  if (matrix === null || skills.length < 2) return 0
  const width = matrix === part?.covariance ? part.columns.length : size
  const places = matrix === part?.covariance ? inPart.map((column) => part.columns.indexOf(column)) : skills
  let sum = 0
  for (const a of places) for (const b of places) if (a !== b) sum += matrix[a * width + b] as number
  return Math.max(0, sum / (places.length * (places.length - 1)))
}
