// Reads one sentence of feedback: which skills, how sure, praise or criticism, or neither, and which words said so.

import { type SentenceFeatures, sentenceFeatures } from './decoder-features.ts'
import { type DecoderModel, NO_SKILL, TOO_VAGUE } from './decoder-model.ts'
import type { Polarity } from './labelled-sentence.ts'
import { OUTRIGHT, praiseFeatures } from './praise-features.ts'
import type { DecoderSays } from './score-decoder.ts'
import { softmaxInPlace } from './train-softmax.ts'

/** What the model makes of a sentence, before anything else is known. */
export interface SentenceReading {
  features: SentenceFeatures
  /** A chance for each class of the model; they sum to 1. */
  shares: Float64Array
  /** How likely it is praise rather than criticism, 0 to 1. */
  praise: number
}

/** Nearer to even than this nobody is told which it is. Chosen on the writers e and g. */
const EVEN = 0.06

/** Deterministic; of the order of a tenth of a millisecond. */
export function readSentence(model: DecoderModel, sentence: string): SentenceReading {
  const features = sentenceFeatures(sentence)
  const { head } = model
  const classes = head.classes.length
  const shares = Float64Array.from(head.bias)
  let lead = head.praiseBias
  for (const [name, { value }] of features.features) {
    const feature = model.features.get(name)
    if (feature === undefined) continue
    const scaled = value * head.step
    const from = feature * classes
    for (let c = 0; c < classes; c += 1)
      shares[c] = (shares[c] as number) + scaled * (model.weights[from + c] as number)
    lead += value * head.praiseStep * (model.praiseWeights[feature] as number)
  }
  const ofPraise = praiseFeatures(sentence, features.words)
  for (const [name, value] of ofPraise) {
    const feature = model.features.get(name)
    if (feature !== undefined) lead += value * head.praiseStep * (model.praiseWeights[feature] as number)
  }
  for (let c = 0; c < classes; c += 1) shares[c] = (shares[c] as number) * head.surer
  softmaxInPlace(shares)
  // A word that hardly stands but in praise decides a short sentence that is nearly even: "a superb mentor".
  const praise = 1 / (1 + Math.exp(-lead))
  const isOutright = praise > 0.5 - EVEN && ofPraise.has(OUTRIGHT)
  return { features, shares, praise: isOutright ? Math.max(praise, 0.5 + EVEN) : praise }
}

/** `none`: the words do not tell. */
export function polarityOf(praise: number): Polarity {
  if (Math.abs(praise - 0.5) < EVEN) return 'none'
  return praise > 0.5 ? 'strength' : 'gap'
}

/** The chance that a sentence is about no skill, or too vague to tell: together they refuse. */
export function refusal(
  model: DecoderModel,
  shares: Float64Array,
): { none: number; vague: number; refused: boolean } {
  const none = shares[model.head.classes.indexOf(NO_SKILL)] ?? 0
  const vague = shares[model.head.classes.indexOf(TOO_VAGUE)] ?? 0
  return { none, vague, refused: none + vague > model.head.refuseFrom }
}

const MOST_SKILLS = 5

/** What the model alone says of a sentence, in the skills that it learned. */
export function decodeSentence(model: DecoderModel, sentence: string): DecoderSays {
  const { shares, praise } = readSentence(model, sentence)
  const skills = model.head.classes
    .map((id, at) => ({ id, confidence: shares[at] as number }))
    .filter(({ id }) => id !== NO_SKILL && id !== TOO_VAGUE)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SKILLS)
  return { skills, refused: refusal(model, shares).refused, praise }
}

export interface MatchedWord {
  text: string
  /** Where it stands in the sentence, in UTF-16 units. */
  start: number
  end: number
  /** How much of the score for the class is its, in the units of the score; above 0. */
  weight: number
}

/** Words that spoke for a class, the strongest first. A feature's weight is shared by the words that it comes from. */
export function matchedWords(
  model: DecoderModel,
  { features, words }: SentenceFeatures,
  at: number,
): MatchedWord[] {
  const classes = model.head.classes.length
  const pull = new Float64Array(words.length)
  for (const [name, { value, words: places }] of features) {
    const feature = model.features.get(name)
    if (feature === undefined || places.length === 0) continue
    const share =
      (value * model.head.step * (model.weights[feature * classes + at] as number)) / places.length
    for (const place of places) pull[place] = (pull[place] as number) + share
  }
  return words
    .map(({ text, start }, place) => ({
      text,
      start,
      end: start + text.length,
      weight: pull[place] as number,
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
}
