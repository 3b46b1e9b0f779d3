// What is known of a level and how well: a mean and a standard deviation for every skill.

import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { type Levels, levelOf } from './levels.ts'

export interface LevelEstimate {
  /** On the scale of levels, 0 to its top. */
  mean: number
  /** In levels; 0 where the level is certain. */
  sd: number
  /** The current role's expectation stands in for a missing rating. */
  assumed: boolean
}

/** By skill id. A skill without an entry is level 0, assumed. */
export type Estimates = Readonly<Record<string, LevelEstimate>>

/** In levels of a scale from 0 to 5; other scales multiply by their top ÷ 5. */
export const ASSUMED_SD = 0.8
/** What a scale of K levels multiplies standard deviations by. */
export function scaleFactor(framework: Framework): number {
  return topLevel(framework) / 5
}

/**
 * Levels as they stand, as estimates: assumed ones are uncertain, rated ones are taken as certain unless a `ratedSd` is
 * given. What ratings really leave open is for `levelsForPlanning` to say.
 */
export function estimatesFrom(
  framework: Framework,
  levels: Levels,
  spread: { assumedSd?: number; ratedSd?: number } = {},
): Estimates {
  const factor = scaleFactor(framework)
  const [assumedSd, ratedSd] = [spread.assumedSd ?? ASSUMED_SD, spread.ratedSd ?? 0]
  return Object.fromEntries(
    framework.skills.map((skill): [string, LevelEstimate] => {
      const { level, assumed } = levelOf(levels, skill.id)
      return [skill.id, { mean: level, sd: factor * (assumed ? assumedSd : ratedSd), assumed }]
    }),
  )
}

/**
 * Own property only; whatever is no finite number, or lies outside the scale, is brought into it, so that no fault of
 * a rating becomes a fault of a plan.
 */
export function estimateOf(framework: Framework, estimates: Estimates, skillId: string): LevelEstimate {
  const top = topLevel(framework)
  const given = Object.hasOwn(estimates, skillId) ? estimates[skillId] : undefined
  if (given === undefined || !Number.isFinite(given.mean)) {
    return { mean: 0, sd: ASSUMED_SD * scaleFactor(framework), assumed: true }
  }
  const sd = Number.isFinite(given.sd) ? Math.max(0, given.sd) : ASSUMED_SD * scaleFactor(framework)
  return { mean: Math.min(top, Math.max(0, given.mean)), sd, assumed: given.assumed }
}

/** The level held: "at least c" is likelier than not from c − ½ on. */
export function heldLevel(mean: number, top: number): number {
  return Math.min(top, Math.max(0, Math.floor(mean + 0.5)))
}

/** The likeliest whole levels, for everything that counts in levels. */
export function levelsFromEstimates(framework: Framework, estimates: Estimates): Levels {
  const top = topLevel(framework)
  return Object.fromEntries(
    framework.skills.map((skill) => {
      const { mean, assumed } = estimateOf(framework, estimates, skill.id)
      return [skill.id, { level: heldLevel(mean, top), assumed }]
    }),
  )
}
