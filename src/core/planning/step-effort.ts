// What one step from a level to the next takes: weeks beside daily work, and hours of deliberate practice.

import type { Framework, Skill } from '../framework/framework.ts'
import { withoutNoise } from './plain-words.ts'

export interface StepEffort {
  /** Middle of the skill's range for this step. */
  weeks: number
  /** The range itself; null where the framework gives no weeks. */
  range: { low: number; high: number } | null
  /** Deliberate practice beside daily work, inside paid time: weeks × the framework's hours a week. */
  hours: number
  /** True where the framework gives no weeks and the general rule stands in. */
  assumed: boolean
}

/** Hours of the step to level 1 where a framework gives no weeks, and their growth per further level. */
const FIRST_STEP_HOURS = 20
const GROWTH_PER_LEVEL = 1.9

/**
 * The effort of reaching `toLevel` from the level below it. Steps above the last range take the last range;
 * without any weeks it is 20 h × 1.9^(level − 1).
 */
export function stepEffort(framework: Framework, skill: Skill, toLevel: number): StepEffort {
  const range = skill.weeks.find((candidate) => toLevel <= candidate.upTo) ?? skill.weeks.at(-1)
  if (range === undefined) {
    const hours = FIRST_STEP_HOURS * GROWTH_PER_LEVEL ** (toLevel - 1)
    return { weeks: withoutNoise(hours / framework.practiceHoursPerWeek), range: null, hours, assumed: true }
  }
  const weeks = (range.low + range.high) / 2
  return {
    weeks,
    range: { low: range.low, high: range.high },
    hours: withoutNoise(weeks * framework.practiceHoursPerWeek),
    assumed: false,
  }
}
