// Says which skills of the decoder stand behind the skills of a framework that it did not learn.

import type { Framework, Skill } from '../framework/framework.ts'
import { type DecoderModel, NO_SKILL, TOO_VAGUE } from './decoder-model.ts'
import { skillSentences } from './framework-sentences.ts'
import { readSentence } from './read-sentence.ts'

/** One skill of a framework and the skills of the decoder that its text is about, the nearest first. */
export interface SkillLink {
  skill: string
  /** Empty: nothing near was found, and the skill is looked for by its words. `share` is between 0 and 1. */
  known: { skill: string; share: number }[]
}

/** Below this a skill's texts are not about the decoder's skill; judgement, from looking at imported frameworks. */
const FEWEST_SHARE = 0.2
const MOST_LINKS = 10
/** A broad skill has many texts, and each of what it covers is in a few: only the nearest of them count. */
const COUNTED_TEXTS = 1 / 6

/** A skill with an id that the decoder knows is that skill; of any other, its texts are read. Can be corrected by hand. */
export function linkSkills(model: DecoderModel, framework: Framework): SkillLink[] {
  return framework.skills.map((skill) => ({
    skill: skill.id,
    known: model.head.classes.includes(skill.id) ? [{ skill: skill.id, share: 1 }] : readLinks(model, skill),
  }))
}

function readLinks(model: DecoderModel, skill: Skill): SkillLink['known'] {
  const readings = skillSentences(skill).map(({ text }) => readSentence(model, text).shares)
  const counted = Math.max(1, Math.round(COUNTED_TEXTS * readings.length))
  return model.head.classes
    .map((known, c) => {
      const nearest = readings.map((shares) => shares[c] as number).toSorted((a, b) => b - a)
      const sum = nearest.slice(0, counted).reduce((total, share) => total + share, 0)
      return { skill: known, share: sum / counted }
    })
    .filter(({ skill: known, share }) => known !== NO_SKILL && known !== TOO_VAGUE && share >= FEWEST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_LINKS)
}
