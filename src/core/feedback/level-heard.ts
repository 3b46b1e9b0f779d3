// About which level somebody probably spoke, from what the role asks and where the person stands.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'
import type { LevelEntry } from '../planning/levels.ts'
import type { FeedbackPolarity } from './feedback.ts'

export interface LevelHeard {
  /** Where whoever said it probably sees the person; from 0 to the top of the scale. */
  seen: number
  /** What they missed, or what comes next; null at the top. */
  next: number | null
}

/**
 * Praise: they see what the role asks, or more where the person stands higher. A gap: one level short of what the role
 * asks, or where the person stands if that is lower. It is a guess, which is why a rating made of it is unsure.
 */
export function levelHeard(
  framework: Framework,
  {
    role,
    skill,
    polarity,
    own,
  }: { role: string; skill: string; polarity: FeedbackPolarity; own: LevelEntry },
): LevelHeard {
  const top = topLevel(framework)
  const { level: asked, weight } = expectationOf(framework, role, skill)
  const needed = weight === 0 ? own.level : asked
  const seen =
    polarity === 'strength'
      ? Math.max(needed, own.assumed ? 0 : own.level)
      : Math.max(0, Math.min(needed - 1, own.assumed ? needed - 1 : own.level))
  return { seen: Math.min(seen, top), next: seen < top ? seen + 1 : null }
}
