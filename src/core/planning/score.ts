// The priority score, its parameters and its ties.

import type { Access, Skill, Weight } from '../framework/framework.ts'
import { withoutNoise } from './plain-words.ts'

/** What the score takes for granted: judgement, not measurement, and therefore open to a what-if. */
export interface ScoreParameters {
  /** Added per open gap that builds on the skill. */
  unlockBonus: number
  /** So many unlocked gaps count at most. */
  unlockCap: number
  /** Factors of the score by access. */
  open: number
  partial: number
  gated: number
}

export const SCORE_PARAMETERS: ScoreParameters = {
  unlockBonus: 0.1,
  unlockCap: 3,
  open: 1,
  partial: 0.9,
  gated: 0.7,
}

export interface ScoreParts {
  weight: Weight
  /** Open gap in levels, 0 or more. */
  gap: number
  /** How many open gaps of weight 2 or 3 list the skill as a prerequisite. */
  unlocks: number
  access: Access
}

/** 1 + bonus × unlocks, capped. */
export function unlockFactor(unlocks: number, parameters: ScoreParameters = SCORE_PARAMETERS): number {
  return withoutNoise(1 + parameters.unlockBonus * Math.min(unlocks, parameters.unlockCap))
}

/** score = weight × gap × (1 + 0.1 × unlocks) × access */
export function scoreOf(parts: ScoreParts, parameters: ScoreParameters = SCORE_PARAMETERS): number {
  const { weight, gap, unlocks, access } = parts
  return withoutNoise(weight * Math.max(0, gap) * unlockFactor(unlocks, parameters) * parameters[access])
}

/**
 * Higher score first; then what a manager can witness more often, then the shorter first range of weeks (its
 * low end), then the id. Unknown observability counts as never witnessed, unknown weeks as the longest.
 */
export function byScore(
  a: { skill: Pick<Skill, 'id' | 'observability' | 'weeks'>; score: number },
  b: { skill: Pick<Skill, 'id' | 'observability' | 'weeks'>; score: number },
): number {
  return (
    b.score - a.score ||
    (b.skill.observability?.manager ?? 0) - (a.skill.observability?.manager ?? 0) ||
    compareNumbers(firstWeeks(a.skill), firstWeeks(b.skill)) ||
    (a.skill.id < b.skill.id ? -1 : a.skill.id > b.skill.id ? 1 : 0)
  )
}

function firstWeeks(skill: Pick<Skill, 'weeks'>): number {
  return skill.weeks[0]?.low ?? Number.POSITIVE_INFINITY
}

/** Infinity minus infinity is not a number, so that a subtraction would not do. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
