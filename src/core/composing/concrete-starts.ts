// Turns a vague sentence into behaviours that somebody could see: what it may mean for this role, to choose from.

import type { Framework, Phrase, Skill } from '../framework/framework.ts'
import { anchorOf, expectationOf, findSkill, topLevel } from '../framework/look-up.ts'
import { searchPhrases } from '../search/search-phrases.ts'
import type { KnownPhrase } from './check-feedback.ts'

export interface ConcreteStart {
  skill: Skill
  /** The framework's phrase that was found, with what it mostly means. */
  phrase: Phrase | undefined
  /** What the role asks of this skill; at least 1. */
  level: number
  /** Behaviours of that level, as the framework words them. */
  behaviours: string[]
}

const MOST_STARTS = 5

/** The skills that a sentence may be about, best first, each with what it looks like in this role. */
export function concreteStarts(framework: Framework, role: string, sentence: string): ConcreteStart[] {
  if (sentence.trim() === '') return []
  const seen = new Set<string>()
  return searchPhrases(framework, sentence)
    .filter((hit) => !seen.has(hit.skill.id) && seen.add(hit.skill.id))
    .map((hit) => ({ ...concreteSkill(framework, role, hit.skill), phrase: hit.phrase }))
    .filter((start) => start.behaviours.length > 0)
    .slice(0, MOST_STARTS)
}

/** What one skill looks like in this role; null for a skill that the framework does not have. */
export function concreteStart(framework: Framework, role: string, skillId: string): ConcreteStart | null {
  const skill = findSkill(framework, skillId)
  return skill ? { ...concreteSkill(framework, role, skill), phrase: undefined } : null
}

function concreteSkill(framework: Framework, role: string, skill: Skill): Omit<ConcreteStart, 'phrase'> {
  const asked = expectationOf(framework, role, skill.id)?.level ?? 1
  const level = Math.min(Math.max(1, asked), topLevel(framework))
  const behaviours = anchorOf(skill, level)?.behaviours.map((behaviour) => behaviour.text) ?? []
  return { skill, level, behaviours }
}

/** Every phrase of the framework with its skill, for the marks. */
export function knownPhrases(framework: Framework): KnownPhrase[] {
  return framework.skills.flatMap((skill) =>
    skill.phrases.map((phrase) => ({ skill: skill.id, text: phrase.text })),
  )
}
