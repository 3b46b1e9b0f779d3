// The framework's own text as examples of what is about which skill.

import type { Framework, Skill } from '../framework/framework.ts'

export interface FrameworkSentence {
  skill: string
  text: string
  /** Behaviours tell what somebody does well, phrases and virtues taken too far what is missing. */
  polarity: 'gap' | 'strength' | null
  /** How much it counts beside a sentence that somebody said, which counts 1. Judgement, checked on held-out writers. */
  weight: number
}

const WEIGHTS = {
  name: 1.2,
  definition: 0.9,
  phrase: 1.2,
  means: 0.6,
  behaviour: 0.4,
  practice: 0.25,
  antiPattern: 0.4,
}
const POLARITY: Partial<Record<keyof typeof WEIGHTS, 'gap' | 'strength'>> = {
  phrase: 'gap',
  antiPattern: 'gap',
  behaviour: 'strength',
}

/** Names, definitions, what people say and what it means, behaviours, practices and virtues taken too far. */
export function frameworkSentences(framework: Framework): FrameworkSentence[] {
  return framework.skills.flatMap(skillSentences)
}

/** The same of one skill. */
export function skillSentences(skill: Skill): FrameworkSentence[] {
  return textsOf(skill).map(([kind, text]) => ({
    skill: skill.id,
    text,
    polarity: POLARITY[kind] ?? null,
    weight: WEIGHTS[kind],
  }))
}

function textsOf(skill: Skill): [keyof typeof WEIGHTS, string][] {
  const anchors = skill.anchors.flatMap((anchor): [keyof typeof WEIGHTS, string][] => [
    ...anchor.behaviours.map(({ text }): ['behaviour', string] => ['behaviour', text]),
    ...anchor.practices.map(({ text }): ['practice', string] => ['practice', text]),
    ...(anchor.antiPattern ? [['antiPattern', anchor.antiPattern.text] as ['antiPattern', string]] : []),
  ])
  return [
    ['name', skill.name],
    ['definition', skill.definition],
    ...skill.phrases.map(({ text }): ['phrase', string] => ['phrase', text]),
    ...skill.phrases.flatMap(({ means }): ['means', string][] => (means ? [['means', means]] : [])),
    ...anchors,
  ]
}
