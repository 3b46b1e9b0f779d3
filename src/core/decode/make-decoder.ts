// From the corpus and the built-in framework to the decoder that Skillmap comes with, and what it was made from.

import type { Framework } from '../framework/framework.ts'
import { sentenceFeatures } from './decoder-features.ts'
import { type FrameworkSentence, frameworkSentences } from './framework-sentences.ts'
import { type LabelledSentence, withoutOverlap, writerOf } from './labelled-sentence.ts'
import { packDecoder } from './pack-decoder.ts'
import { praiseFeatures } from './praise-features.ts'
import { TRAIN_OPTIONS, trainDecoder } from './train-decoder.ts'

/** Writers by whom the reader is judged. */
export const JUDGED_BY: readonly string[] = ['f', 'k', 'l']
/** A further one, by the hand that wrote the last of those it learns from, before any of its figures was seen. */
export const JUDGED_BESIDE: readonly string[] = ['z']
/** Nothing is chosen on them and nothing is learned from them. */
export const KEPT_APART: readonly string[] = [...JUDGED_BY, ...JUDGED_BESIDE]

/**
 * Chosen on the writers e and g, read by a model of the others. `refuseFrom` by a rule: the least, in steps of 0.05, at
 * which at most 2 % of their sentences about a skill are refused. `coarseness`: the finest that fits into 600 kB.
 */
const PACK_OPTIONS = {
  surer: 3.1,
  refuseFrom: 0.55,
  coarseness: 1.1,
  praiseCoarseness: 0.2,
}

export interface DecoderSource {
  language: string
  skillIds: string[]
  training: LabelledSentence[]
  texts: FrameworkSentence[]
}

/** Everything that the decoder learns from, without what is nearly in a test sentence. */
export function decoderSource(
  corpus: readonly LabelledSentence[],
  framework: Framework,
  idioms: readonly FrameworkSentence[],
  apart: readonly string[] = KEPT_APART,
): DecoderSource {
  const test = corpus.filter((sentence) => apart.includes(writerOf(sentence)))
  const others = corpus.filter((sentence) => !apart.includes(writerOf(sentence)))
  return {
    language: framework.language,
    skillIds: framework.skills.map(({ id }) => id),
    training: withoutOverlap(others, test),
    texts: [...frameworkSentences(framework), ...idioms],
  }
}

/** One in so many sentences shows how features are made; all of them would take seconds. */
const PROBE_EVERY = 60

/** A text that changes when anything changes that the decoder depends on; its SHA-256 is the decoder's stamp. */
export function sourceText(source: DecoderSource): string {
  const probes = source.training
    .filter((_, at) => at % PROBE_EVERY === 0)
    .map(({ text }) => {
      const { features, words } = sentenceFeatures(text)
      const values = [...features].map(([name, { value }]): [string, number] => [name, value])
      return [...values, ...praiseFeatures(text, words)].map(([name, value]) => [name, value.toFixed(6)])
    })
  return JSON.stringify([source, TRAIN_OPTIONS, PACK_OPTIONS, probes])
}

/** The text of the decoder's file. Takes minutes. */
export function makeDecoder({ language, skillIds, training, texts }: DecoderSource, stamp: string): string {
  return packDecoder(trainDecoder(training, texts, skillIds), { ...PACK_OPTIONS, language, stamp })
}
