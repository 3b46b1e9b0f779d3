// Trains the decoder: a linear model over words and pieces of words, from labelled sentences and the framework's text.

import { type FeatureKind, featureKind, type SentenceFeatures, sentenceFeatures } from './decoder-features.ts'
import { NO_SKILL, TOO_VAGUE } from './decoder-model.ts'
import type { FrameworkSentence } from './framework-sentences.ts'
import type { LabelledSentence, Polarity } from './labelled-sentence.ts'
import { isOfPraiseOnly, praiseFeatures } from './praise-features.ts'
import { jointSides, turningSides } from './split-clauses.ts'
import { type Example, type Softmax, trainSoftmax } from './train-softmax.ts'

export interface TrainOptions {
  passes: number
  averaged: number
  step: number
  ridge: number
  smoothing: number
  /** A feature of each kind is kept if it stands in so many sentences. */
  fewest: Record<FeatureKind, number>
  /** How much one side of a sentence that turns counts, beside a whole sentence. */
  clauseWeight: number
  /** How much the framework's text counts for telling praise from criticism, beside what somebody said. */
  writtenPolarity: number
  /** Telling praise from criticism, where it differs. */
  praise: {
    ridge: number
    /** What only praise looks at is kept if it stands in so many sentences. */
    fewest: number
    /** From 0, praise is as rare as it was in the sentences, to 1, praise and criticism weigh alike beforehand. */
    balance: number
  }
  seed: number
}

/** Chosen on the writers e and g, read by a model of the others that nothing is kept apart for. */
export const TRAIN_OPTIONS: TrainOptions = {
  passes: 12,
  averaged: 8,
  step: 0.3,
  ridge: 3e-3,
  smoothing: 0.05,
  fewest: { word: 2, pair: 3, skip: 4, piece: 6, form: 1 },
  clauseWeight: 0.7,
  writtenPolarity: 0.5,
  praise: { ridge: 6e-3, fewest: 5, balance: 0.75 },
  seed: 1,
}

export interface TrainedDecoder {
  /** Skill ids, then what is about none and what is too vague. */
  classes: string[]
  /** Names in the order of their weights, which is that of the alphabet. */
  features: Map<string, number>
  /** The first so many speak for skills; the others, for praise or criticism alone. */
  skillFeatures: number
  /** The mean value of each feature over all examples of skills, and over those of praise and criticism. */
  means: Float64Array
  praiseMeans: Float64Array
  skills: Softmax
  /** Classes: gap, strength. */
  polarity: Softmax
}

export const POLARITIES = ['gap', 'strength'] as const

/** Something that the decoder learns from, whoever wrote it. */
interface Lesson {
  text: string
  /** Names of classes. */
  classes: string[]
  weight: number
  polarity: readonly Polarity[]
  polarityWeight: number
}

export function trainDecoder(
  corpus: readonly LabelledSentence[],
  texts: readonly FrameworkSentence[],
  skillIds: readonly string[],
  options: TrainOptions = TRAIN_OPTIONS,
): TrainedDecoder {
  const classes = [...skillIds, NO_SKILL, TOO_VAGUE]
  const lessons = [
    ...corpus.map(saidLesson),
    ...texts.map((text) => writtenLesson(text, options)),
    ...corpus.flatMap((sentence) => clauseLessons(sentence, options)),
  ]
  const read = lessons.map(({ text }) => sentenceFeatures(text))
  const ofSkills = commonFeatures(read, options.fewest)
  const known = read.map((one) => knownFeatures(one, ofSkills))
  const index = new Map(classes.map((name, at) => [name, at]))
  const examples = lessons.map((lesson, at) =>
    exampleOf(known[at] as Known, lesson.classes, lesson.weight, (name) => index.get(name)),
  )
  const shape = { ...options, features: ofSkills.size, classes: classes.length }
  return {
    classes,
    skillFeatures: ofSkills.size,
    means: meansOf(known, ofSkills.size),
    skills: trainSoftmax(examples, shape),
    ...trainPraise(lessons, read, ofSkills, options),
  }
}

/** Learned from what says praise or criticism; the features of skills keep their numbers, and its own come after them. */
function trainPraise(
  lessons: readonly Lesson[],
  read: readonly SentenceFeatures[],
  ofSkills: ReadonlyMap<string, number>,
  options: TrainOptions,
): Pick<TrainedDecoder, 'features' | 'praiseMeans' | 'polarity'> {
  const polar = lessons.flatMap((lesson, at) => {
    const said = lesson.polarity.filter((one) => one !== 'none')
    if (said.length === 0) return []
    const { words, features } = read[at] as SentenceFeatures
    const values = [...features].map(([name, { value }]): [string, number] => [name, value])
    return [{ lesson, said, values: new Map([...values, ...praiseFeatures(lesson.text, words)]) }]
  })
  const names = [...ofSkills.keys(), ...commonPraise(polar, options.praise.fewest)]
  const features = new Map(names.map((name, at) => [name, at]))
  const place = (name: (typeof POLARITIES)[number]) => POLARITIES.indexOf(name)
  const heft = balanced(polar, options.praise.balance)
  const examples = polar.map(({ lesson, said, values }) => {
    const weight = said.reduce((sum, one) => sum + heft[one], 0) / said.length
    return exampleOf(knownValues(values, features), said, lesson.polarityWeight * weight, place)
  })
  const { ridge } = options.praise
  return {
    features,
    praiseMeans: meansOf(examples, features.size),
    polarity: trainSoftmax(examples, {
      ...options,
      ridge,
      features: features.size,
      classes: POLARITIES.length,
    }),
  }
}

type Said = (typeof POLARITIES)[number]

/** How much one of either counts, so that the rarer does not go under. */
function balanced(
  polar: readonly { lesson: Lesson; said: readonly Said[] }[],
  balance: number,
): Record<Said, number> {
  const there = { gap: 0, strength: 0 }
  for (const { lesson, said } of polar)
    for (const one of said) there[one] += lesson.polarityWeight / said.length
  const half = (there.gap + there.strength) / 2
  return { gap: (half / there.gap) ** balance, strength: (half / there.strength) ** balance }
}

/** What only praise looks at: frequent enough, or a tone, of which there are few. */
function commonPraise(polar: readonly { values: ReadonlyMap<string, number> }[], fewest: number): string[] {
  const counts = new Map<string, number>()
  for (const { values } of polar) {
    for (const name of values.keys()) if (isOfPraiseOnly(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const kept = [...counts].filter(([name, count]) => count >= fewest || name.startsWith('z:'))
  return kept.map(([name]) => name).sort()
}

function saidLesson({ text, skills, kind, polarity }: LabelledSentence): Lesson {
  const classes = skills.length > 0 ? skills : [kind === 'vague' ? TOO_VAGUE : NO_SKILL]
  return { text, classes, weight: 1, polarity, polarityWeight: 1 }
}

function writtenLesson(
  { text, skill, polarity, weight }: FrameworkSentence,
  { writtenPolarity }: TrainOptions,
): Lesson {
  const said = polarity === null ? [] : [polarity]
  return { text, classes: [skill], weight, polarity: said, polarityWeight: writtenPolarity }
}

/**
 * Writers name the skills of a mixed sentence in its order, mostly: each side is a lesson of its own, where it is clear
 * where one ends and the other begins.
 */
function clauseLessons(
  { text, skills, polarity }: LabelledSentence,
  { clauseWeight: weight }: TrainOptions,
): Lesson[] {
  if (skills.length !== 2) return []
  const turns = turningSides({ text, start: 0 })
  const places = turns.length > 0 ? turns : jointSides({ text, start: 0 })
  if (places.length !== 1) return []
  return (places[0] ?? []).map((clause, at) => ({
    text: clause.text,
    classes: skills.slice(at, at + 1),
    weight,
    polarity: polarity.slice(at, at + 1),
    polarityWeight: weight,
  }))
}

function commonFeatures(
  all: readonly SentenceFeatures[],
  fewest: TrainOptions['fewest'],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of all) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const kept = [...counts].filter(([name, count]) => count >= fewest[featureKind(name)])
  return new Map(
    kept
      .map(([name]) => name)
      .sort()
      .map((name, at) => [name, at]),
  )
}

type Known = Pick<Example, 'features' | 'values'>

/** Only features that are kept, by their numbers. */
function knownFeatures({ features }: SentenceFeatures, kept: ReadonlyMap<string, number>): Known {
  return knownValues(new Map([...features].map(([name, { value }]) => [name, value])), kept)
}

function knownValues(values: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): Known {
  const there = [...values].filter(([name]) => kept.has(name))
  return {
    features: Int32Array.from(there, ([name]) => kept.get(name) as number),
    values: Float32Array.from(there, ([, value]) => value),
  }
}

function exampleOf<Name extends string>(
  known: Known,
  names: readonly Name[],
  weight: number,
  numberOf: (name: Name) => number | undefined,
): Example {
  const classes = [...new Set(names)].flatMap((name) => numberOf(name) ?? [])
  const shares = [...new Set(names)].map(
    (name) => names.filter((other) => other === name).length / names.length,
  )
  return { ...known, classes, shares, weight }
}

function meansOf(known: readonly Known[], count: number): Float64Array {
  const means = new Float64Array(count)
  for (const { features, values } of known) {
    features.forEach((feature, k) => {
      means[feature] = (means[feature] as number) + (values[k] as number) / known.length
    })
  }
  return means
}
