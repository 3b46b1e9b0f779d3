// How near two sentences are to each other in the eyes of the decoder: words that say much about a skill count most.

import type { SentenceFeatures } from './decoder-features.ts'
import type { DecoderModel } from './decoder-model.ts'
import { isSmallWord } from './tell-language.ts'

/** Weights by feature; the sum of their squares is 1. */
export type SentenceVector = ReadonlyMap<string, number>

/** Words and pairs of neighbours; pieces of words would bring unlike sentences near each other. */
const COUNTED = /^[wb]:/

const lengths = new WeakMap<DecoderModel, Map<string, number>>()

/** Without what consists of small words only: "you should be more" brings no two sentences near each other. */
export function sentenceVector(model: DecoderModel, { features, words }: SentenceFeatures): SentenceVector {
  const small = words.map(({ text }) => isSmallWord(text))
  const raw = [...features.entries()]
    .filter(([name, { words: at }]) => COUNTED.test(name) && !at.every((place) => small[place]))
    .map(([name, { value }]): [string, number] => [name, value * tellingOf(model, name)])
  const length = Math.sqrt(raw.reduce((sum, [, value]) => sum + value ** 2, 0))
  return new Map(length === 0 ? [] : raw.map(([name, value]) => [name, value / length]))
}

/** From 0, nothing in common, to 1, the same words. */
export function nearness(a: SentenceVector, b: SentenceVector): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [name, value] of fewer) sum += value * (more.get(name) ?? 0)
  return Math.min(1, sum)
}

/** What the model does not know may be the very word that matters: it counts like a telling one. */
const OF_UNKNOWN = 1

/** How much a feature tells about any skill: the length of its weights, beside the average of all features as 1. */
function tellingOf(model: DecoderModel, name: string): number {
  const feature = model.features.get(name)
  if (feature === undefined) return OF_UNKNOWN
  const known = lengths.get(model) ?? new Map<string, number>()
  lengths.set(model, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const classes = model.head.classes.length
  let squares = 0
  for (let c = 0; c < classes; c += 1) squares += (model.weights[feature * classes + c] as number) ** 2
  const telling = Math.sqrt(squares / classes) * model.head.coarseness
  known.set(name, telling)
  return telling
}
