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
  const lines = text.slice(end + 1).split('\n')
  const classes = head.classes.length
  const columns = lines.slice(head.features, -1)
  const isWhole = columns.length === classes + 1
  if (!isWhole || columns.some((column) => column.length !== head.features))
    return fail('The decoder is broken or cut short.')
  const names = fromFrontCoded(lines.slice(0, head.features))
  return succeed({
    head,
    features: new Map(names.map((name, at) => [name, at])),
    weights: byFeature(columns.slice(0, classes), head.features),
    praiseWeights: byFeature(columns.slice(classes), head.features),
  })
}

function byFeature(columns: readonly string[], features: number): Int8Array {
  const weights = new Int8Array(features * columns.length)
  for (const [c, column] of columns.entries()) {
    for (let at = 0, to = c; at < features; at += 1, to += columns.length)
      weights[to] = column.charCodeAt(at) - MIDDLE
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
