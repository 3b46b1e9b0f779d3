// Fits a linear softmax over sparse features: deterministic, by averaged stochastic gradients with AdaGrad steps.

import { seededRandom } from '../measurement/seeded-random.ts'

/** One example: features by index with values, a share for each class it belongs to (sum 1), and its own weight. */
export interface Example {
  features: Int32Array
  values: Float32Array
  classes: readonly number[]
  shares: readonly number[]
  weight: number
}

export interface SoftmaxOptions {
  features: number
  classes: number
  passes: number
  /** The weights are the mean over the ends of so many last passes: the order of the examples then matters less. */
  averaged: number
  /** Step of AdaGrad. */
  step: number
  /** Strength of the squared penalty on each weight, per example. */
  ridge: number
  /** This share of an example belongs to all classes alike, so that no single one is taken for certain. */
  smoothing: number
  seed: number
}

export interface Softmax {
  classes: number
  /** Feature by feature, `classes` weights each. */
  weights: Float32Array
  bias: Float64Array
}

/** Duchi, Hazan & Singer 2011 (AdaGrad) on the cross-entropy, with the penalty applied to the features an example has. */
export function trainSoftmax(examples: readonly Example[], options: SoftmaxOptions): Softmax {
  const { features, classes } = options
  const model = emptySoftmax(features, classes)
  const mean = emptySoftmax(features, classes)
  const squares = new Float32Array(features * classes).fill(1e-6)
  const biasSquares = new Float64Array(classes).fill(1e-6)
  const random = seededRandom(options.seed)
  const order = examples.map((_, index) => index)
  const gradient = new Float64Array(classes)
  for (let pass = 0; pass < options.passes; pass += 1) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index] as Example
      gradientInto(model, example, options.smoothing, gradient)
      descend(model, squares, biasSquares, example, gradient, options)
    }
    if (pass >= options.passes - options.averaged) addInto(mean, model, 1 / options.averaged)
  }
  return mean
}

function emptySoftmax(features: number, classes: number): Softmax {
  return { classes, weights: new Float32Array(features * classes), bias: new Float64Array(classes) }
}

function addInto(mean: Softmax, { weights, bias }: Softmax, share: number): void {
  for (let at = 0; at < weights.length; at += 1)
    mean.weights[at] = (mean.weights[at] as number) + share * (weights[at] as number)
  for (let c = 0; c < bias.length; c += 1)
    mean.bias[c] = (mean.bias[c] as number) + share * (bias[c] as number)
}

/** By how much each class is thought likelier than it should be. */
function gradientInto(model: Softmax, example: Example, smoothing: number, gradient: Float64Array): void {
  scoreInto(model, example.features, example.values, gradient)
  softmaxInPlace(gradient)
  for (let c = 0; c < gradient.length; c += 1)
    gradient[c] = (gradient[c] as number) - smoothing / gradient.length
  example.classes.forEach((one, at) => {
    gradient[one] = (gradient[one] as number) - (1 - smoothing) * (example.shares[at] as number)
  })
  for (let c = 0; c < gradient.length; c += 1) gradient[c] = (gradient[c] as number) * example.weight
}

function descend(
  { weights, bias, classes }: Softmax,
  squares: Float32Array,
  biasSquares: Float64Array,
  example: Example,
  gradient: Float64Array,
  { step, ridge }: SoftmaxOptions,
): void {
  for (let c = 0; c < classes; c += 1) {
    const g = gradient[c] as number
    biasSquares[c] = (biasSquares[c] as number) + g * g
    bias[c] = (bias[c] as number) - (step * g) / Math.sqrt(biasSquares[c] as number)
  }
  for (let k = 0; k < example.features.length; k += 1) {
    const value = example.values[k] as number
    const from = (example.features[k] as number) * classes
    for (let c = 0; c < classes; c += 1) {
      const at = from + c
      const g = (gradient[c] as number) * value + ridge * (weights[at] as number)
      const square = (squares[at] as number) + g * g
      squares[at] = square
      weights[at] = (weights[at] as number) - (step * g) / Math.sqrt(square)
    }
  }
}

/** Adds up the weights of what is there; `scores` has one place for each class. */
function scoreInto(
  { weights, bias, classes }: Softmax,
  features: ArrayLike<number>,
  values: ArrayLike<number>,
  scores: Float64Array,
): void {
  scores.set(bias)
  for (let k = 0; k < features.length; k += 1) {
    const value = values[k] as number
    const from = (features[k] as number) * classes
    for (let c = 0; c < classes; c += 1)
      scores[c] = (scores[c] as number) + value * (weights[from + c] as number)
  }
}

/** Scores to shares that sum to 1, without overflow. */
export function softmaxInPlace(scores: Float64Array): void {
  let highest = -Infinity
  for (const score of scores) highest = Math.max(highest, score)
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    const one = Math.exp((scores[c] as number) - highest)
    scores[c] = one
    sum += one
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
}
