// The distance between a level and what a role expects of it, with its sign.

import type { Framework, Skill, SkillKind, Weight } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { type Levels, levelOf } from './levels.ts'

/** One skill of a person held against one role. */
export interface SkillGap {
  skill: string
  name: string
  group: string
  kind: SkillKind
  now: number
  needed: number
  weight: Weight
  /** Levels still missing; negative for a surplus, which is a strength to trade on and never an error. */
  gap: number
  /** Weight × gap where a gap is open, else 0: this skill's part of the climb. */
  points: number
  assumed: boolean
  approaching: boolean
}

/** Expectation minus level. Positive: to be learned; 0: met; negative: surplus. */
export function gapOf(level: number, expectation: { level: number }): number {
  return expectation.level - level
}

/** What is still open; a surplus closes nothing elsewhere. */
export function openGap(level: number, expectation: { level: number }): number {
  return Math.max(0, gapOf(level, expectation))
}

/** Every skill of the framework against the role, in the framework's own order. */
export function gapsTo(framework: Framework, levels: Levels, roleId: string): SkillGap[] {
  return framework.skills.map((skill) => skillGap(framework, levels, roleId, skill))
}

/** Open gaps only, in the framework's own order. */
export function openGapsTo(framework: Framework, levels: Levels, roleId: string): SkillGap[] {
  return gapsTo(framework, levels, roleId).filter((line) => line.gap > 0)
}

function skillGap(framework: Framework, levels: Levels, roleId: string, skill: Skill): SkillGap {
  const expectation = expectationOf(framework, roleId, skill.id)
  const now = levelOf(levels, skill.id)
  return {
    skill: skill.id,
    name: skill.name,
    group: skill.group,
    kind: skill.kind,
    now: now.level,
    needed: expectation.level,
    weight: expectation.weight,
    gap: gapOf(now.level, expectation),
    points: expectation.weight * openGap(now.level, expectation),
    assumed: now.assumed,
    approaching: now.approaching ?? false,
  }
}
