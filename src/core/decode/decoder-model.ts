// The trained decoder as it is kept in a file of text: settings, names of features, a line of weights, and one for praise.

import { fail, type Result, succeed } from '../result.ts'
import { fromFrontCoded, type NamePlaces } from './front-coding.ts'
import { fromRunCoded } from './run-coding.ts'

/** What is not about one of the skills. */
export const NO_SKILL = '(none)'
export const TOO_VAGUE = '(vague)'

/** Where the file lies in the project. */
export const DECODER_FILE = 'src/core/decode/model/skillmap-decoder.txt'

/** The first line of the file. */
export interface DecoderHead {
  format: 3
  /** BCP 47; sentences of other languages are not judged. */
  language: string
  /** SHA-256 of everything that it learned from. */
  stamp: string
  /** Skill ids of the built-in framework, then `(none)` and `(vague)`. */
  classes: string[]
  /** How many features: so many lines of names follow. */
  features: number
  /** The first so many speak for skills; the others, for praise or criticism alone. */
  skillFeatures: number
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
  features: NamePlaces
  /** Of the features of skills, feature by feature, one weight for each class, in steps. */
  weights: Int8Array
  /** Feature by feature, how much it speaks for praise and against criticism, in steps. */
  praiseWeights: Int8Array
}

/** Weights of praise are written as one character each, from `"` (the least) over `P` (nothing) to `~` (the most). */
export const MIDDLE = 80

/**
 * The failure names what does not fit. After the names comes a line with the weights of skills, feature by feature, and
 * then one of praise, a character for each feature.
 */
export function openDecoder(text: string): Result<DecoderModel, string> {
  const end = text.indexOf('\n')
  const head = readHead(text.slice(0, Math.max(0, end)))
  if (head === null) return fail('The first line of the decoder is not what this version of Skillmap reads.')
  const ofPraise = text.length - head.features - 1
  const ofSkills = text.lastIndexOf('\n', ofPraise - 2) + 1
  const features = fromFrontCoded(text, end + 1, ofSkills - 1, head.features)
  const count = head.skillFeatures * head.classes.length
  const weights = fromRunCoded(text, ofSkills, ofPraise - 1, count)
  if (features === null || text[ofPraise - 1] !== '\n' || weights === null || !text.endsWith('\n'))
    return fail('The decoder is broken or cut short.')
  const praiseWeights = new Int8Array(head.features)
  for (let at = 0; at < head.features; at += 1) praiseWeights[at] = text.charCodeAt(ofPraise + at) - MIDDLE
  return succeed({ head, features, weights, praiseWeights })
}

function readHead(line: string): DecoderHead | null {
  try {
    const head = JSON.parse(line) as DecoderHead
    return head.format === 3 && head.bias.length === head.classes.length && head.features >= 0 ? head : null
  } catch {
    return null
  }
}
