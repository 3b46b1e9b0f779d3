// What a sentence that is too vague to tell may mean: phrases of the framework that are like it, then what was read at all.

import type { FeedbackReading } from '../decode/read-feedback.ts'
import type { Framework, Phrase, Skill } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { searchPhrases } from '../search/search-phrases.ts'
import { wordsOf } from '../search/search-terms.ts'

export interface PossibleMeaning {
  skill: Skill
  /** Absent where the framework has no phrase that is like it. */
  phrase: Phrase | undefined
}

const MOST = 3
/** What is less likely is no possibility that anybody should look at. */
const LEAST_LIKELY = 0.04

/** From this likelihood on a reading stands for itself. */
const SURE_ENOUGH = 0.55
/** A few words say what a phrase says; a longer sentence says more than any phrase that is like it. */
const FEW_WORDS = 10

/** Three skills at most, those that were read as likelier first; empty where nothing comes near. */
export function mayMean(framework: Framework, { text, skills }: FeedbackReading): PossibleMeaning[] {
  const likelihood = (id: string) => skills.find(({ skill }) => skill === id)?.confidence ?? 0
  const said = searchPhrases(framework, text)
    .filter(({ phrase }) => phrase !== undefined)
    .slice(0, MOST)
    .toSorted((a, b) => likelihood(b.skill.id) - likelihood(a.skill.id))
  const read = skills.flatMap(({ skill, confidence }): PossibleMeaning[] => {
    const found = findSkill(framework, skill)
    return found === undefined || confidence < LEAST_LIKELY ? [] : [{ skill: found, phrase: undefined }]
  })
  const meanings = new Map<string, PossibleMeaning>()
  for (const { skill, phrase } of [...said, ...read])
    if (!meanings.has(skill.id)) meanings.set(skill.id, { skill, phrase })
  return [...meanings.values()].slice(0, MOST)
}

/**
 * The skill to show first: that of a phrase which was said word for word, the likeliest one, or that of a phrase which a
 * few unsure words are like, such as "be more visable". Null where it is about no skill, or too vague to begin with one.
 */
export function likeliestSkill(framework: Framework, part: FeedbackReading): string | null {
  const [first] = part.skills
  if (part.kind !== 'skill' || first === undefined) return null
  const same = sameWords(framework, part)
  if (same !== null) return same
  if (!isUnsure(part)) return first.skill
  return mayMean(framework, part).find(({ phrase }) => phrase !== undefined)?.skill.id ?? first.skill
}

/** Whether a few words were read, and not surely. */
export function isUnsure({ text, kind, skills, corrected }: FeedbackReading): boolean {
  const isShort = text.trim().split(/\s+/).length <= FEW_WORDS
  return kind === 'skill' && isShort && !corrected && (skills[0]?.confidence ?? 0) < SURE_ENOUGH
}

/** The skill with a phrase of exactly these words; the likelier one where several have it. */
function sameWords(framework: Framework, { text, skills }: FeedbackReading): string | null {
  const likelihood = (id: string) => skills.find(({ skill }) => skill === id)?.confidence ?? 0
  const said = plainWords(text)
  return (
    framework.skills
      .filter(({ phrases }) => phrases.some((phrase) => plainWords(phrase.text) === said))
      .map(({ id }) => id)
      .toSorted((a, b) => likelihood(b) - likelihood(a))[0] ?? null
  )
}

function plainWords(text: string): string {
  return wordsOf(text.toLowerCase()).join(' ')
}
