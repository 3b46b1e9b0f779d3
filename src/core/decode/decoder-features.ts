// What the decoder sees of a sentence: words, pairs and triples of words, pieces of words, and the form of the whole.

import { type DecoderWord, decoderWords } from './decoder-words.ts'
import { remembered } from './remember.ts'

export interface SentenceFeatures {
  words: DecoderWord[]
  /** By feature: its value, and the words it comes from, so that what counted can be shown. */
  features: Map<string, { value: number; words: number[] }>
}

export type FeatureKind = 'word' | 'pair' | 'skip' | 'piece' | 'form'

/** The first letter of a feature's name says what it is. */
const KINDS: Record<string, FeatureKind> = {
  w: 'word',
  n: 'word',
  b: 'pair',
  s: 'skip',
  c: 'piece',
  f: 'form',
}

export function featureKind(name: string): FeatureKind {
  return KINDS[name.charAt(0)] ?? 'form'
}

const PIECES = [3, 4, 5]
/** Shares of the whole: each kind of feature has its own length, so that many pieces of words do not drown words. */
const SHARE = { word: 1, pair: 0.8, piece: 0.7, form: 0.4 }

type Kind = keyof typeof SHARE

/** Deterministic; values of one kind have the Euclidean length `SHARE`. */
export function sentenceFeatures(sentence: string): SentenceFeatures {
  const words = decoderWords(sentence)
  const kinds: Record<Kind, SentenceFeatures['features']> = {
    word: new Map(),
    pair: new Map(),
    piece: new Map(),
    form: new Map(),
  }
  const add = (kind: Kind, name: string, at: number[]) => {
    const found = kinds[kind].get(name)
    if (found === undefined) kinds[kind].set(name, { value: 1, words: at })
    else {
      found.value += 1
      found.words.push(...at)
    }
  }
  words.forEach((word, at) => {
    add('word', `w:${word.stem}`, [at])
    if (word.negated) add('word', `n:${word.stem}`, [at])
    if (!word.isName) for (const piece of pieces(word.plain)) add('piece', piece, [at])
    const next = words[at + 1]
    if (next === undefined) return
    add('pair', `b:${word.stem} ${next.stem}`, [at, at + 1])
    const after = words[at + 2]
    if (after !== undefined) add('pair', `s:${word.stem} ${after.stem}`, [at, at + 2])
  })
  for (const form of forms(sentence, words)) add('form', `f:${form}`, [])
  const features: SentenceFeatures['features'] = new Map()
  for (const kind of Object.keys(kinds) as Kind[]) addScaled(features, kinds[kind], SHARE[kind])
  return { words, features }
}

function addScaled(
  into: SentenceFeatures['features'],
  from: SentenceFeatures['features'],
  share: number,
): void {
  let squares = 0
  for (const one of from.values()) {
    one.value = 1 + Math.log(one.value)
    squares += one.value ** 2
  }
  const scale = share / Math.sqrt(squares)
  for (const [name, one] of from) into.set(name, { value: one.value * scale, words: one.words })
}

/** Names of features for all pieces of a word. */
const pieces = remembered((word): readonly string[] => {
  const framed = `^${word}$`
  return PIECES.flatMap((length) =>
    Array.from(
      { length: Math.max(0, framed.length - length + 1) },
      (_, at) => `c:${framed.slice(at, at + length)}`,
    ),
  )
})

function forms(sentence: string, words: readonly DecoderWord[]): string[] {
  const length =
    words.length <= 4 ? 'very-short' : words.length <= 9 ? 'short' : words.length <= 20 ? 'middle' : 'long'
  const found = [length]
  if (/\?\s*$/.test(sentence)) found.push('question')
  if (/!\s*$/.test(sentence)) found.push('exclamation')
  if (/\d/.test(sentence)) found.push('number')
  if (words.some((word) => word.negated)) found.push('negation')
  if (words.some((word) => ['but', 'however', 'although', 'though', 'yet', 'except'].includes(word.plain))) {
    found.push('contrast')
  }
  return found
}
