// How fast somebody really gets on: a personal pace, learned from finished steps, steps under way and weeks.

import { normalProbability } from '../measurement/normal.ts'
import type { Random } from '../measurement/seeded-random.ts'

/** Means and standard deviations of natural logarithms, before anything is known of the person. */
export interface PacePrior {
  /** ln(hours a step really takes ÷ hours estimated). */
  effortMean: number
  effortSd: number
  /** ln(hours really given in a week ÷ hours planned), in the mean over weeks. */
  deliveryMean: number
  deliverySd: number
}

/**
 * For hours taken from a framework's weeks, which hold the usual overrun already. Hours that people estimate
 * themselves run over by 35 % and are given to 65 %: ln 1.35 and ln .65, with the same spreads.
 */
export const PACE_PRIOR: PacePrior = { effortMean: 0, effortSd: 0.4, deliveryMean: 0, deliverySd: 0.3 }

/** Spread of single steps around a person's effort, and of single weeks around a person's delivery. */
export const STEP_SD = 0.45
export const WEEK_SD = 0.5
/** A week without any practice counts as this share of what was planned: a logarithm of 0 does not exist. */
const LEAST_DELIVERED = 0.05
const GRID_POINTS = 121
/** The grid reaches so many prior standard deviations to each side. */
const GRID_REACH = 4.5

export interface PaceEvidence {
  /** Steps that are done: hours estimated and hours spent, both above 0. */
  finished?: readonly { estimated: number; spent: number }[]
  /** Steps under way: that they are not done yet is evidence too. */
  underWay?: readonly { estimated: number; spent: number }[]
  weeks?: readonly { planned: number; delivered: number }[]
}

export interface Pace {
  /** The person's ln(real ÷ estimated hours), drawn from what is known. */
  drawEffort(random: Random): number
  /** Posterior of ln(delivered ÷ planned hours). */
  delivery: { mean: number; sd: number }
  /** Steps and weeks that it rests on. */
  learnedFrom: number
}

/**
 * Posterior of the pace: effort on a grid of 121 points, because unfinished steps are right-censored and have no
 * closed form; delivery is normal. Records without sense (no estimate, negative hours) are left out.
 */
export function personalPace(evidence: PaceEvidence = {}, prior: PacePrior = PACE_PRIOR): Pace {
  const finished = (evidence.finished ?? []).filter((step) => step.estimated > 0 && step.spent > 0)
  const underWay = (evidence.underWay ?? []).filter((step) => step.estimated > 0 && step.spent > 0)
  const weeks = (evidence.weeks ?? []).filter((week) => week.planned > 0 && week.delivered >= 0)
  const grid = Array.from(
    { length: GRID_POINTS },
    (_, point) => prior.effortMean + prior.effortSd * GRID_REACH * ((2 * point) / (GRID_POINTS - 1) - 1),
  )
  const logs = grid.map((effort) => {
    let log = -0.5 * ((effort - prior.effortMean) / prior.effortSd) ** 2
    for (const { estimated, spent } of finished) {
      log -= 0.5 * ((Math.log(spent / estimated) - effort) / STEP_SD) ** 2
    }
    for (const { estimated, spent } of underWay) {
      const beyond = normalProbability((effort - Math.log(spent / estimated)) / STEP_SD)
      log += Math.log(Math.max(beyond, 1e-300))
    }
    return log
  })
  return {
    drawEffort: gridDraw(grid, logs),
    delivery: deliveryPosterior(weeks, prior),
    learnedFrom: finished.length + underWay.length + weeks.length,
  }
}

/** Draws from the cells of the grid, evenly within a cell. */
function gridDraw(grid: readonly number[], logs: readonly number[]): (random: Random) => number {
  const highest = Math.max(...logs)
  const cumulative = new Float64Array(grid.length)
  let sum = 0
  logs.forEach((log, point) => {
    sum += Math.exp(log - highest)
    cumulative[point] = sum
  })
  const width = (grid[1] ?? 0) - (grid[0] ?? 0)
  return (random) => {
    const wanted = random() * sum
    let [low, high] = [0, grid.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return (grid[low] ?? 0) + width * (random() - 0.5)
  }
}

/** ln(delivered ÷ planned) ~ N(f − ½ σ², σ²), so that exp(f) is the mean over weeks. */
function deliveryPosterior(weeks: readonly { planned: number; delivered: number }[], prior: PacePrior) {
  const priorPrecision = 1 / prior.deliverySd ** 2
  const weekPrecision = 1 / WEEK_SD ** 2
  let weighted = prior.deliveryMean * priorPrecision
  for (const { planned, delivered } of weeks) {
    const log = Math.log(Math.max(delivered / planned, LEAST_DELIVERED))
    weighted += (log + WEEK_SD ** 2 / 2) * weekPrecision
  }
  const precision = priorPrecision + weeks.length * weekPrecision
  return { mean: weighted / precision, sd: Math.sqrt(1 / precision) }
}
