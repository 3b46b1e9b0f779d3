// Two things to begin with for somebody at a level of a skill.

import type { Framework, Skill } from '../framework/framework.ts'
import { anchorOf } from '../framework/look-up.ts'
import { practiceThisWeek } from '../planning/level-picture.ts'

/** The first two practices of the level; the general question where none is written. Never empty. */
export function twoPractices(framework: Framework, skill: Skill, level: number): string[] {
  const written = anchorOf(skill, Math.max(1, level))?.practices.slice(0, 2) ?? []
  return written.length > 0
    ? written.map(({ text }) => text)
    : [practiceThisWeek(framework, skill, level).text]
}
