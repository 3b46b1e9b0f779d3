// Fits one person while everything about other people and raters is taken as known.

import { strideOf } from './block-system.ts'
import { LocalBlocks } from './local-blocks.ts'
import { arrangePerson, type PersonPriors, type PersonRow, type PersonSystem } from './person-rows.ts'
import { newWorkingRow, type RatingIntervals, workRating } from './rating-code.ts'
import { linearPart, type Unknowns, zeroUnknowns } from './shared-part.ts'

export interface PersonFit extends PersonSystem {
  blocks: LocalBlocks
  weights: Float64Array
  /** Values of all unknowns. */
  x: Unknowns
  eta: Float64Array
  iterations: number
  /** True where the limit of iterations came before rest: the numbers are near, but not at, the best fit. */
  stoppedEarly: boolean
}

const MOST_ITERATIONS = 50
/** In levels: far below anything that is shown. */
const AT_REST = 1e-6

/**
 * The most likely values of all unknowns (Newton's method on a concave function, so that there is one answer and
 * no start can miss it) and the curvature there: Laplace's approximation.
 */
export function fitPerson(
  rows: readonly PersonRow[],
  priors: PersonPriors,
  intervals: RatingIntervals,
): PersonFit {
  const arranged = arrangePerson(rows, priors)
  const { system, offset } = arranged
  const blocks = new LocalBlocks(system)
  const count = rows.length
  const weights = new Float64Array(count)
  const right = new Float64Array(count)
  const eta = Float64Array.from(arranged.rows, (row) => (row.code < 0 ? row.value : row.code / 2))
  const x = zeroUnknowns(system)
  const next = new Float64Array(count)
  let iterations = 0
  let change = Number.POSITIVE_INFINITY
  while (change > AT_REST && iterations < MOST_ITERATIONS) {
    iterations += 1
    workRows(arranged, intervals, eta, weights, right)
    for (let n = 0; n < count; n += 1) {
      right[n] = (right[n] as number) + (weights[n] as number) * ((eta[n] as number) - (offset[n] as number))
    }
    blocks.eliminate(0, weights, false)
    solveRight(blocks, weights, right, x)
    linearPart(system, x, next)
    let largest = 0
    for (let n = 0; n < count; n += 1) {
      largest = Math.max(largest, Math.abs((next[n] as number) + (offset[n] as number) - (eta[n] as number)))
    }
    // Far out an interval's curvature falls off, and a full step could swing; after a few, shorter ones settle it.
    const scale = iterations > 8 && largest > change / 2 ? 0.5 : 1
    for (let n = 0; n < count; n += 1) {
      const wanted = (next[n] as number) + (offset[n] as number)
      eta[n] = (eta[n] as number) + scale * (wanted - (eta[n] as number))
    }
    change = largest
  }
  workRows(arranged, intervals, eta, weights, right)
  blocks.eliminate(0, weights, false)
  return { ...arranged, blocks, weights, x, eta, iterations, stoppedEarly: change > AT_REST }
}

/** Working weight and slope of each row at `eta`. A sealed value is a plain normal observation. */
function workRows(
  arranged: PersonSystem,
  intervals: RatingIntervals,
  eta: Float64Array,
  weights: Float64Array,
  slopes: Float64Array,
): void {
  const out = newWorkingRow()
  for (const [n, row] of arranged.rows.entries()) {
    if (row.code < 0) {
      weights[n] = 1 / (row.sd * row.sd)
      slopes[n] = (row.value - (eta[n] as number)) * (weights[n] as number)
    } else {
      workRating(intervals, row.code, row.sd, eta[n] as number, out)
      weights[n] = out.weight
      slopes[n] = out.slope
    }
  }
}

function solveRight(blocks: LocalBlocks, weights: Float64Array, right: Float64Array, x: Unknowns): void {
  const { columns } = blocks.system
  const stride = strideOf(blocks.system)
  x.absorbed.fill(0)
  x.dense.fill(0)
  for (let n = 0; n < right.length; n += 1) {
    const value = right[n] as number
    const [a, d, h] = [columns[n * stride], columns[n * stride + 1], columns[n * stride + 2]] as [
      number,
      number,
      number,
    ]
    x.absorbed[a] = (x.absorbed[a] as number) + value
    x.dense[0] = (x.dense[0] as number) + value
    x.dense[d] = (x.dense[d] as number) + value
    x.dense[h] = (x.dense[h] as number) + value
  }
  blocks.solve(0, weights, x.absorbed, x.dense)
}

/** Position of a skill's latest state in the absorbed or dense unknowns. */
function stateColumn(fit: PersonFit, skill: number): number {
  const state = fit.latest[skill] as number
  return fit.ratersAbsorbed ? 1 + fit.domainColumn.reduce((most, c) => Math.max(most, c), 0) + state : state
}

/** The sum person + domain + latest state in some values of the unknowns. */
function levelPart(fit: PersonFit, priors: PersonPriors, values: Unknowns, skill: number): number {
  const domain = fit.domainColumn[priors.domainOf[skill] as number] as number
  const states = fit.ratersAbsorbed ? values.dense : values.absorbed
  return (
    (values.dense[0] as number) +
    (values.dense[domain] as number) +
    (states[stateColumn(fit, skill)] as number)
  )
}

export interface SkillPosterior {
  skill: number
  mean: number
  /** At the time of the latest rating; drift since then comes on top. */
  variance: number
}

/** Where `skillPosterior` leaves what it finds besides, so that forty skills do not need forty of each. */
export interface PosteriorDetail {
  unit: Unknowns
  /** By row of the fit: by how much the level moves when this rating's number moves by one. */
  pulls: Float64Array
}

export function posteriorDetail(fit: PersonFit): PosteriorDetail {
  return { unit: zeroUnknowns(fit.system), pulls: new Float64Array(fit.weights.length) }
}

/**
 * The level of one rated skill with its uncertainty, and how much each rating pulls at it. What the detail holds is
 * overwritten by the next skill.
 */
export function skillPosterior(
  fit: PersonFit,
  priors: PersonPriors,
  skill: number,
  { unit, pulls }: PosteriorDetail,
): SkillPosterior {
  const { system, blocks, weights } = fit
  unit.absorbed.fill(0)
  unit.dense.fill(0)
  const domain = fit.domainColumn[priors.domainOf[skill] as number] as number
  unit.dense[0] = 1
  unit.dense[domain] = 1
  const states = fit.ratersAbsorbed ? unit.dense : unit.absorbed
  states[stateColumn(fit, skill)] = 1
  blocks.solve(0, weights, unit.absorbed, unit.dense)
  const stride = strideOf(system)
  for (let n = 0; n < pulls.length; n += 1) {
    const absorbed = unit.absorbed[system.columns[n * stride] as number] as number
    pulls[n] = (weights[n] as number) * (absorbed + (blocks.denseSum[n] as number))
  }
  return {
    skill,
    mean: priors.person.mean + (priors.skills[skill]?.mean ?? 0) + levelPart(fit, priors, fit.x, skill),
    variance: levelPart(fit, priors, unit, skill),
  }
}

/** Covariance of the skill last asked about with another rated one. */
export function covarianceWith(
  fit: PersonFit,
  priors: PersonPriors,
  detail: PosteriorDetail,
  other: number,
): number {
  return levelPart(fit, priors, detail.unit, other)
}
