// Fits a linear softmax over sparse features: deterministic, by averaged stochastic gradients with AdaGrad steps.

import { seededRandom } from '../measurement/seeded-random.ts'

/** One example: features by index with values, a share for each class it belongs to (sum 1), and its own weight. */
export interface Example {
  features: Int32Array
  values: Float64Array
  classes: readonly number[]
  shares: readonly number[]
  weight: number
}

export interface SoftmaxOptions {
  features: number
  classes: number
  passes: number
  /** Step of AdaGrad. */
  step: number
  /** Strength of the squared penalty on each weight, per example. */
  ridge: number
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
  const weights = new Float32Array(features * classes)
  const squares = new Float32Array(features * classes).fill(1e-6)
  const bias = new Float64Array(classes)
  const biasSquares = new Float64Array(classes).fill(1e-6)
  const random = seededRandom(options.seed)
  const order = examples.map((_, index) => index)
  const model: Softmax = { classes, weights, bias }
  const scores = new Float64Array(classes)
  for (let pass = 0; pass < options.passes; pass += 1) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index] as Example
      scoreInto(model, example.features, example.values, scores)
      softmaxInPlace(scores)
      example.classes.forEach((one, at) => {
        scores[one] = (scores[one] as number) - (example.shares[at] as number)
      })
      for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] as number) * example.weight
      descend(model, squares, biasSquares, example, scores, options)
    }
  }
  return model
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
export function scoreInto(
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
