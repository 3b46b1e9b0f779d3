// What a person corrected earlier moves the reading of sentences that are near it, and of no others.

import { nearness, type SentenceVector, sentenceVector } from './compare-sentences.ts'
import { sentenceFeatures } from './decoder-features.ts'
import type { DecoderModel } from './decoder-model.ts'

/** An earlier sentence of this person and what it was about. */
export interface Correction {
  text: string
  /** Skill ids of the framework at hand; none: it was about no skill. */
  skills: readonly string[]
}

/** From this nearness on a correction speaks; at 1 it speaks with all its force. */
const NEAR_FROM = 0.35
/** The most that corrections together take over from the model: never all. */
const MOST = 0.95

export interface KnownCorrection {
  vector: SentenceVector
  skills: readonly string[]
}

export function knownCorrections(model: DecoderModel, corrections: readonly Correction[]): KnownCorrection[] {
  return corrections.map(({ text, skills }) => ({
    vector: sentenceVector(model, sentenceFeatures(text)),
    skills,
  }))
}

export interface CorrectionShare {
  /** How much of the reading the corrections take over, 0 to 0.95. */
  taken: number
  /** Shares by skill; what is missing to 1 says "about no skill". */
  skills: ReadonlyMap<string, number>
}

/** The nearer a corrected sentence, the more it says; a later correction of an equally near one says as much. */
export function correctionShare(
  corrections: readonly KnownCorrection[],
  vector: SentenceVector,
): CorrectionShare {
  let left = 1
  let total = 0
  const skills = new Map<string, number>()
  for (const { vector: other, skills: right } of corrections) {
    const force = Math.max(0, (nearness(vector, other) - NEAR_FROM) / (1 - NEAR_FROM))
    if (force === 0) continue
    left *= 1 - force
    // The nearest speak loudest: a sentence that is the same outweighs several that are a little like it.
    const voice = force ** 2
    total += voice
    for (const skill of right) skills.set(skill, (skills.get(skill) ?? 0) + voice / right.length)
  }
  if (total === 0) return { taken: 0, skills }
  for (const [skill, voice] of skills) skills.set(skill, voice / total)
  return { taken: MOST * (1 - left), skills }
}
