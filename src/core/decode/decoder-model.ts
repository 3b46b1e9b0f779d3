// The trained decoder as it is kept in a file of text: settings, names of features, and a line of weights for each class.

import { fail, type Result, succeed } from '../result.ts'
import { fromFrontCoded } from './front-coding.ts'

/** What is not about one of the skills. */
export const NO_SKILL = '(none)'
export const TOO_VAGUE = '(vague)'

/** Where the file lies in the project. */
export const DECODER_FILE = 'src/core/decode/model/skillmap-decoder.txt'

/** The first line of the file. */
export interface DecoderHead {
  format: 1
  /** BCP 47; sentences of other languages are not judged. */
  language: string
  /** SHA-256 of everything that it learned from. */
  stamp: string
  /** Skill ids of the built-in framework, then `(none)` and `(vague)`. */
  classes: string[]
  /** How many features: so many lines of names follow. */
  features: number
  bias: number[]
  /** The score of praise over criticism where no feature speaks. */
  praiseBias: number
  /** The size of a step, as a share of the root mean square of all weights. */
  coarseness: number
  /** One step of a weight, for skills and for praise. */
  step: number
  praiseStep: number
  /** Scores are taken so many times, so that it is as sure as it is right. */
  surer: number
  /** Refused from this chance on that a sentence is about no skill or too vague. */
  refuseFrom: number
}

export interface DecoderModel {
  head: DecoderHead
  /** Feature names with their place in the weights. */
  features: ReadonlyMap<string, number>
  /** Feature by feature, one weight for each class, in steps. */
  weights: Int8Array
  /** Feature by feature, how much it speaks for praise and against criticism, in steps. */
  praiseWeights: Int8Array
}

/** Weights are written as one character each, from `!` (the least) over `P` (nothing) to `~` (the most). */
export const MIDDLE = 80
export const MOST_STEPS = 46

/** The failure names what does not fit. After the names come lines of weights: one for each class, then that of praise. */
export function openDecoder(text: string): Result<DecoderModel, string> {
  const end = text.indexOf('\n')
  const head = readHead(text.slice(0, Math.max(0, end)))
  if (head === null) return fail('The first line of the decoder is not what this version of Skillmap reads.')
  const classes = head.classes.length
  const across = head.features + 1
  const base = text.length - (classes + 1) * across
  const names = base < end ? [] : text.slice(end + 1, base - 1).split('\n')
  if (names.length !== head.features || !endLines(text, base, across))
    return fail('The decoder is broken or cut short.')
  return succeed({
    head,
    features: new Map(fromFrontCoded(names).map((name, at) => [name, at])),
    weights: byFeature(text, base, across, classes),
    praiseWeights: byFeature(text, base + classes * across, across, 1),
  })
}

/** Whether a line ends wherever one should. */
function endLines(text: string, base: number, across: number): boolean {
  for (let at = base - 1; at < text.length; at += across) if (text[at] !== '\n') return false
  return true
}

/** So many features at a time: what is read and what is written then stays near. */
const BLOCK = 256

/** Lines of weights, each `across` characters with its end, turned into rows of one feature each. */
function byFeature(text: string, base: number, across: number, classes: number): Int8Array {
  const features = across - 1
  const weights = new Int8Array(features * classes)
  for (let from = 0; from < features; from += BLOCK) {
    const to = Math.min(features, from + BLOCK)
    for (let c = 0; c < classes; c += 1) {
      const line = base + c * across
      for (let at = from; at < to; at += 1) weights[at * classes + c] = text.charCodeAt(line + at) - MIDDLE
    }
  }
  return weights
}

function readHead(line: string): DecoderHead | null {
  try {
    const head = JSON.parse(line) as DecoderHead
    return head.format === 1 && head.bias.length === head.classes.length && head.features >= 0 ? head : null
  } catch {
    return null
  }
}
