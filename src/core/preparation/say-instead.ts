// In place of a vague sentence about somebody: what a skill looks like in their role, and one level on from where they are.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'
import { type LevelPicture, levelPicture } from '../planning/level-picture.ts'

export interface SayInstead {
  /** What the role asks of the skill; null where it asks nothing of it, or where the next level is the same. */
  asked: LevelPicture | null
  /** One level on; the top level for somebody who is there. */
  next: LevelPicture
}

/**
 * `known` is where the person stands as far as the reader knows, in levels of the scale, or null. Of somebody unknown the
 * next level is the one above what the role asks: a guess, which the page says.
 */
export function sayInstead(
  framework: Framework,
  { role, skill, known }: { role: string; skill: Skill; known: number | null },
): SayInstead {
  const top = topLevel(framework)
  const { level, weight } = expectationOf(framework, role, skill.id)
  const asked = weight === 0 ? null : Math.max(1, level)
  // The middle of a range is seldom a whole level: somebody at 2.6 is nearer to the third than to the second.
  const stands = known === null ? (asked ?? 0) : Math.round(known)
  const next = Math.min(top, Math.max(1, stands + 1))
  return {
    asked: asked === null || asked === next ? null : levelPicture(framework, skill, asked),
    next: levelPicture(framework, skill, next),
  }
}
