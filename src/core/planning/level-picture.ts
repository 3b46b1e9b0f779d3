// What a level of a skill looks like, and one practice towards the next: the skill's own words or the scale's.

import type { Framework, Skill } from '../framework/framework.ts'
import { anchorOf, topLevel } from '../framework/look-up.ts'

export interface LevelPicture {
  level: number
  /** The level's name on the scale. */
  name: string
  /** What a colleague can see, or how the scale tells the level; never empty. */
  lines: string[]
  /**
   * True where the words of this level are still to be written and the general scale stands in. Level 0 has none in
   * any skill: the scale's words are its own.
   */
  fromScale: boolean
}

export interface FirstPractice {
  /** The practice's id; null where the sentence comes from the scale. */
  id: string | null
  text: string
  fromScale: boolean
}

/** The behaviours of a level; the scale's description where they are not written yet. */
export function levelPicture(framework: Framework, skill: Skill, level: number): LevelPicture {
  const onScale = framework.scale.find((entry) => entry.level === level)
  const name = onScale?.name ?? `Level ${level}`
  const behaviours = anchorOf(skill, level)?.behaviours.map((behaviour) => behaviour.text) ?? []
  if (behaviours.length > 0) return { level, name, lines: behaviours, fromScale: false }
  return { level, name, lines: [onScale?.tell ?? name], fromScale: level > 0 }
}

/**
 * One thing to start this week for somebody at `level`: the first practice of that level, or of level 1 for
 * somebody who has not begun. Where no practice is written, a question that anybody can ask.
 */
export function practiceThisWeek(framework: Framework, skill: Skill, level: number): FirstPractice {
  const practice = anchorOf(skill, Math.max(1, level))?.practices[0]
  if (practice) return { id: practice.id, text: practice.text, fromScale: false }
  const next = Math.min(level + 1, topLevel(framework))
  const text = `Ask somebody who sees your work for one recent moment in which level ${next} would have looked different.`
  return { id: null, text, fromScale: true }
}
