// Finds the phrase of a framework that a sentence says in other words: "be more visible" for "create more visibility".

import type { Framework, Phrase } from '../framework/framework.ts'
import { nearness, type SentenceVector, sentenceVector } from './compare-sentences.ts'
import { sentenceFeatures } from './decoder-features.ts'
import type { DecoderModel } from './decoder-model.ts'

export interface FittingPhrase {
  skill: string
  phrase: Phrase
}

/** From so near on a phrase is taken to say the same. Judgement, from looking at pairs. */
const NEAR_FROM = 0.5

export interface KnownPhrase extends FittingPhrase {
  vector: SentenceVector
}

export function knownPhrases(model: DecoderModel, framework: Framework): KnownPhrase[] {
  return framework.skills.flatMap((skill) =>
    skill.phrases.map((phrase) => ({
      skill: skill.id,
      phrase,
      vector: sentenceVector(model, sentenceFeatures(phrase.text)),
    })),
  )
}

/** The nearest phrase of one of these skills; null where none is near. */
export function findPhrase(
  phrases: readonly KnownPhrase[],
  vector: SentenceVector,
  skills: readonly string[],
): FittingPhrase | null {
  let best: KnownPhrase | null = null
  let nearest = NEAR_FROM
  for (const known of phrases) {
    if (!skills.includes(known.skill)) continue
    const near = nearness(vector, known.vector)
    if (near > nearest) [best, nearest] = [known, near]
  }
  return best === null ? null : { skill: best.skill, phrase: best.phrase }
}
