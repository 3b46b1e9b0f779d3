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

/** Below this a skill's text is not about the decoder's skill; judgement, from looking at imported frameworks. */
const FEWEST_SHARE = 0.15
const MOST_LINKS = 3

/** A skill with an id that the decoder knows is that skill; of any other, its texts are read. Can be corrected by hand. */
export function linkSkills(model: DecoderModel, framework: Framework): SkillLink[] {
  return framework.skills.map((skill) => ({
    skill: skill.id,
    known: model.head.classes.includes(skill.id) ? [{ skill: skill.id, share: 1 }] : readLinks(model, skill),
  }))
}

function readLinks(model: DecoderModel, skill: Skill): SkillLink['known'] {
  const { classes } = model.head
  const sums = new Float64Array(classes.length)
  let total = 0
  for (const { text, weight } of skillSentences(skill)) {
    const { shares } = readSentence(model, text)
    for (let c = 0; c < classes.length; c += 1) sums[c] = (sums[c] as number) + weight * (shares[c] as number)
    total += weight
  }
  return classes
    .map((known, c) => ({ skill: known, share: (sums[c] as number) / Math.max(total, 1e-9) }))
    .filter(({ skill: known, share }) => known !== NO_SKILL && known !== TOO_VAGUE && share >= FEWEST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_LINKS)
}
