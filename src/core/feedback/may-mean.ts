// What a sentence that is too vague to tell may mean: phrases of the framework that are like it, then what was read at all.

import type { FeedbackReading } from '../decode/read-feedback.ts'
import type { Framework, Phrase, Skill } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { searchPhrases } from '../search/search-phrases.ts'

export interface PossibleMeaning {
  skill: Skill
  /** Absent where the framework has no phrase that is like it. */
  phrase: Phrase | undefined
}

const MOST = 3
/** What is less likely is no possibility that anybody should look at. */
const LEAST_LIKELY = 0.04

/** The nearest first, three skills at most; empty where nothing comes near. */
export function mayMean(framework: Framework, { text, skills }: FeedbackReading): PossibleMeaning[] {
  const said = searchPhrases(framework, text).filter(({ phrase }) => phrase !== undefined)
  const read = skills.flatMap(({ skill, confidence }): PossibleMeaning[] => {
    const found = findSkill(framework, skill)
    return found === undefined || confidence < LEAST_LIKELY ? [] : [{ skill: found, phrase: undefined }]
  })
  const meanings = new Map<string, PossibleMeaning>()
  for (const { skill, phrase } of [...said.slice(0, MOST), ...read])
    if (!meanings.has(skill.id)) meanings.set(skill.id, { skill, phrase })
  return [...meanings.values()].slice(0, MOST)
}
