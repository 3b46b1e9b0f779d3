// Reads one sentence of feedback with a trained decoder: which skills, how sure, praise or criticism, or neither.

import { sentenceFeatures } from './decoder-features.ts'
import type { DecoderSays } from './score-decoder.ts'
import { knownFeatures, NO_SKILL, POLARITIES, TOO_VAGUE, type TrainedDecoder } from './train-decoder.ts'
import { scoreInto, softmaxInPlace } from './train-softmax.ts'

/** The penalty in training makes a model less sure than it is right: scores are taken so many times. */
const SURER = 2.5
/** Refused from this chance on that a sentence is about no skill or too vague. Both chosen on one writer's sentences. */
const REFUSED_FROM = 0.4
const MOST_SKILLS = 5
const MOST_WORDS = 5

export interface DecodedSentence extends DecoderSays {
  /** Words that spoke for the nearest skill, the strongest first, as they stand in the sentence. */
  matched: string[]
}

export function decodeSentence(decoder: TrainedDecoder, sentence: string): DecodedSentence {
  const { features, words } = sentenceFeatures(sentence)
  const known = knownFeatures({ features, words }, decoder.features)
  const shares = new Float64Array(decoder.classes.length)
  scoreInto(decoder.skills, known.features, known.values, shares)
  for (let c = 0; c < shares.length; c += 1) shares[c] = (shares[c] as number) * SURER
  softmaxInPlace(shares)
  const polarity = new Float64Array(POLARITIES.length)
  scoreInto(decoder.polarity, known.features, known.values, polarity)
  const skills = decoder.classes
    .map((id, at) => ({ id, at, confidence: shares[at] as number }))
    .filter(({ id }) => id !== NO_SKILL && id !== TOO_VAGUE)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SKILLS)
  const ofNone = decoder.classes.reduce(
    (sum, id, at) => (id === NO_SKILL || id === TOO_VAGUE ? sum + (shares[at] as number) : sum),
    0,
  )
  return {
    skills: skills.map(({ id, confidence }) => ({ id, confidence })),
    refused: ofNone > REFUSED_FROM,
    polarity: (polarity[0] as number) >= (polarity[1] as number) ? 'gap' : 'strength',
    matched: skills[0] === undefined ? [] : matchedWords(decoder, { features, words }, skills[0].at),
  }
}

/** A feature's weight for the skill, less its mean over all classes, is shared by the words it comes from. */
function matchedWords(
  { features: known, skills: { weights, classes } }: TrainedDecoder,
  { features, words }: ReturnType<typeof sentenceFeatures>,
  skill: number,
): string[] {
  const pull = new Float64Array(words.length)
  for (const [name, { value, words: at }] of features) {
    const feature = known.get(name)
    if (feature === undefined || at.length === 0) continue
    const row = weights.subarray(feature * classes, (feature + 1) * classes)
    const mean = row.reduce((sum, weight) => sum + weight, 0) / classes
    const share = (value * ((row[skill] as number) - mean)) / at.length
    for (const word of at) pull[word] = (pull[word] as number) + share
  }
  return [...pull.keys()]
    .filter((at) => (pull[at] as number) > 0)
    .toSorted((a, b) => (pull[b] as number) - (pull[a] as number))
    .slice(0, MOST_WORDS)
    .map((at) => words[at]?.text ?? '')
}
