// For each skill of a framework: which skills that the reader learned are behind it, how surely, and which of its words said so.

import type { DecoderModel } from '../decode/decoder-model.ts'
import { skillSentences } from '../decode/framework-sentences.ts'
import { matchedWords, readSentence, type SentenceReading } from '../decode/read-sentence.ts'
import type { Framework } from '../framework/framework.ts'
import { searchTerms } from '../search/search-terms.ts'
import { asWritten, foundLinks } from './corrected-links.ts'

export interface FoundLink {
  /** A skill that the reader learned. */
  skill: string
  /** 0 to 1. */
  share: number
  /** Words of the skill's own texts that spoke for it, the strongest first; none where it is the same skill. */
  words: string[]
}

export interface ExplainedLink {
  skill: string
  /** Whether the reader learned this very skill, under the same id. */
  isLearned: boolean
  /** The nearest first; empty: read by its own words. */
  found: FoundLink[]
}

const MOST_WORDS = 4
/** The texts that are nearest to the other skill say why. */
const NEAREST_TEXTS = 3

/** As they are found, before anything is corrected. */
export function explainLinks(model: DecoderModel, framework: Framework): ExplainedLink[] {
  const { skills, language } = asWritten(framework)
  return foundLinks(model, framework).map(({ skill: id, known }) => {
    const isLearned = model.head.classes.includes(id)
    const skill = skills.find((one) => one.id === id)
    if (isLearned || skill === undefined)
      return { skill: id, isLearned, found: known.map((one) => ({ ...one, words: [] })) }
    const readings = skillSentences(skill).map(({ text }) => readSentence(model, text))
    const found = known.map((one) => ({ ...one, words: wordsFor(model, readings, one.skill, language) }))
    return { skill: id, isLearned, found }
  })
}

function wordsFor(
  model: DecoderModel,
  readings: readonly SentenceReading[],
  skill: string,
  language: string,
): string[] {
  const at = model.head.classes.indexOf(skill)
  const nearest = readings
    .toSorted((a, b) => (b.shares[at] as number) - (a.shares[at] as number))
    .slice(0, NEAREST_TEXTS)
  const weights = new Map<string, number>()
  for (const { features } of nearest)
    for (const { text, weight } of matchedWords(model, features, at)) {
      const word = text.toLowerCase()
      if (searchTerms(word, language).length > 0) weights.set(word, (weights.get(word) ?? 0) + weight)
    }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([word]) => word)
}
