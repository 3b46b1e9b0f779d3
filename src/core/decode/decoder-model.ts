// The trained decoder as it is kept in a file: a line of settings, then one line for each feature, readable as text.

import { fail, type Result, succeed } from '../result.ts'

/** What is not about one of the skills. */
export const NO_SKILL = '(none)'
export const TOO_VAGUE = '(vague)'
export const POLARITIES = ['gap', 'strength', 'none'] as const

/** The first line of the file. */
export interface DecoderHead {
  format: 1
  /** BCP 47; sentences of other languages are not judged. */
  language: string
  /** SHA-256 of everything that it learned from. */
  stamp: string
  /** Skill ids of the built-in framework, then `(none)` and `(vague)`. */
  classes: string[]
  bias: number[]
  polarityBias: number[]
  /** The size of a step, as a share of the root mean square of all weights. */
  coarseness: number
  /** One step of a weight, for skills and for praise. */
  step: number
  polarityStep: number
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
  /** Feature by feature, one weight for each of `POLARITIES`, in steps. */
  polarityWeights: Int8Array
}

/** Weights are written as one character each, from `!` (the least) over `P` (nothing) to `~` (the most). */
export const MIDDLE = 80
export const MOST_STEPS = 46

/** The failure names what does not fit. Weights of one feature: classes first, then `POLARITIES`. */
export function openDecoder(text: string): Result<DecoderModel, string> {
  const end = text.indexOf('\n')
  const head = readHead(text.slice(0, Math.max(0, end)))
  if (head === null) return fail('The first line of the decoder is not what this version of Skillmap reads.')
  const across = head.classes.length + POLARITIES.length
  const lines = text.slice(end + 1).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const features = new Map<string, number>()
  const weights = new Int8Array(lines.length * head.classes.length)
  const polarityWeights = new Int8Array(lines.length * POLARITIES.length)
  for (const [at, line] of lines.entries()) {
    const from = line.length - across
    if (from < 2 || line[from - 1] !== '\t') return fail(`Line ${at + 2} of the decoder is broken.`)
    features.set(line.slice(0, from - 1), at)
    for (let c = 0; c < head.classes.length; c += 1)
      weights[at * head.classes.length + c] = line.charCodeAt(from + c) - MIDDLE
    for (let c = 0; c < POLARITIES.length; c += 1)
      polarityWeights[at * POLARITIES.length + c] = line.charCodeAt(from + head.classes.length + c) - MIDDLE
  }
  return succeed({ head, features, weights, polarityWeights })
}

function readHead(line: string): DecoderHead | null {
  try {
    const head = JSON.parse(line) as DecoderHead
    return head.format === 1 && head.bias.length === head.classes.length ? head : null
  } catch {
    return null
  }
}
