// Trains the decoder: a linear model over words and pieces of words, from labelled sentences and the framework's text.

import { type SentenceFeatures, sentenceFeatures } from './decoder-features.ts'
import { NO_SKILL, POLARITIES, TOO_VAGUE } from './decoder-model.ts'
import type { FrameworkSentence } from './framework-sentences.ts'
import type { LabelledSentence } from './labelled-sentence.ts'
import { type Example, type Softmax, trainSoftmax } from './train-softmax.ts'

export interface TrainOptions {
  passes: number
  step: number
  ridge: number
  /** A feature is kept if it stands in so many sentences. */
  fewest: number
  seed: number
}

/** Chosen on one writer by a model of eight others. */
export const TRAIN_OPTIONS: TrainOptions = { passes: 20, step: 0.25, ridge: 6e-4, fewest: 8, seed: 1 }

export interface TrainedDecoder {
  /** Skill ids, then what is about none and what is too vague. */
  classes: string[]
  /** Names in the order of their weights. */
  features: Map<string, number>
  skills: Softmax
  /** Classes: gap, strength, none. */
  polarity: Softmax
}

export function trainDecoder(
  corpus: readonly LabelledSentence[],
  texts: readonly FrameworkSentence[],
  skillIds: readonly string[],
  options: TrainOptions = TRAIN_OPTIONS,
): TrainedDecoder {
  const classes = [...skillIds, NO_SKILL, TOO_VAGUE]
  const said = corpus.map((sentence) => sentenceFeatures(sentence.text))
  const written = texts.map(({ text }) => sentenceFeatures(text))
  const features = commonFeatures([...said, ...written], options.fewest)
  const index = new Map(classes.map((name, at) => [name, at]))
  const examples = [
    ...said.map((one, at) => skillExample(one, features, corpus[at] as LabelledSentence, index)),
    ...written.map((one, at) => writtenExample(one, features, texts[at] as FrameworkSentence, index)),
  ]
  const skills = trainSoftmax(examples, { ...options, features: features.size, classes: classes.length })
  const polar = said.map((one, at) => polarityExample(one, features, corpus[at] as LabelledSentence))
  const polarity = trainSoftmax(polar, { ...options, features: features.size, classes: POLARITIES.length })
  return { classes, features, skills, polarity }
}

function commonFeatures(all: readonly SentenceFeatures[], fewest: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of all) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= fewest).map(([name]) => name)
  return new Map(kept.sort().map((name, at) => [name, at]))
}

/** Only features that the model knows, in the model's numbers. */
function knownFeatures(
  { features }: SentenceFeatures,
  known: ReadonlyMap<string, number>,
): Pick<Example, 'features' | 'values'> {
  const there = [...features].filter(([name]) => known.has(name))
  return {
    features: Int32Array.from(there, ([name]) => known.get(name) as number),
    values: Float64Array.from(there, ([, { value }]) => value),
  }
}

function skillExample(
  one: SentenceFeatures,
  known: ReadonlyMap<string, number>,
  { skills, kind }: LabelledSentence,
  index: ReadonlyMap<string, number>,
): Example {
  const names = skills.length > 0 ? skills : [kind === 'vague' ? TOO_VAGUE : NO_SKILL]
  const classes = names.flatMap((name) => index.get(name) ?? [])
  return { ...knownFeatures(one, known), classes, shares: classes.map(() => 1 / classes.length), weight: 1 }
}

function writtenExample(
  one: SentenceFeatures,
  known: ReadonlyMap<string, number>,
  { skill, weight }: FrameworkSentence,
  index: ReadonlyMap<string, number>,
): Example {
  return { ...knownFeatures(one, known), classes: [index.get(skill) as number], shares: [1], weight }
}

function polarityExample(
  one: SentenceFeatures,
  known: ReadonlyMap<string, number>,
  { polarity }: LabelledSentence,
): Example {
  const classes = [...new Set(polarity)]
  const shares = classes.map((name) => polarity.filter((other) => other === name).length / polarity.length)
  return {
    ...knownFeatures(one, known),
    classes: classes.map((name) => POLARITIES.indexOf(name)),
    shares,
    weight: 1,
  }
}
