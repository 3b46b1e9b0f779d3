// Makes a trained decoder small: features in alphabetical order, then a line for each class with one character for each weight.

import { type DecoderHead, MIDDLE, MOST_STEPS } from './decoder-model.ts'
import { frontCoded } from './front-coding.ts'
import { POLARITIES, type TrainedDecoder } from './train-decoder.ts'
import type { Softmax } from './train-softmax.ts'

export interface PackOptions {
  language: string
  stamp: string
  surer: number
  refuseFrom: number
  /** Added to the score of praise: feedback that was written down is mostly criticism, so praise needs less proof. */
  towardsPraise: number
  /** The size of one step, as a share of the root mean square of all weights. */
  coarseness: number
  praiseCoarseness: number
}

/** The text that `openDecoder` reads. The same decoder and options give the same text. */
export function packDecoder(trained: TrainedDecoder, options: PackOptions): string {
  const skills = inSteps(centred(trained.skills), trained.means, options.coarseness)
  const praise = inSteps(leadOfPraise(trained.polarity), trained.means, options.praiseCoarseness)
  const head: DecoderHead = {
    format: 1,
    language: options.language,
    stamp: options.stamp,
    classes: trained.classes,
    features: trained.features.size,
    bias: skills.bias,
    praiseBias: rounded((praise.bias[0] as number) + options.towardsPraise),
    coarseness: options.coarseness,
    step: skills.step,
    praiseStep: praise.step,
    surer: options.surer,
    refuseFrom: options.refuseFrom,
  }
  const names = [...trained.features.keys()].sort()
  const places = names.map((name) => trained.features.get(name) as number)
  const lines = [
    ...trained.classes.map((_, c) => written(skills.steps, places, trained.classes.length, c)),
    written(praise.steps, places, 1, 0),
  ]
  return `${[JSON.stringify(head), ...frontCoded(names), ...lines].join('\n')}\n`
}

/** Without the median over the classes: it changes no chance, and most weights are then near nothing. */
function centred({ weights, classes, bias }: Softmax): Softmax {
  const without = Float32Array.from(weights)
  for (let from = 0; from < without.length; from += classes) {
    const row = without.subarray(from, from + classes)
    const middle = row.toSorted()[Math.floor(classes / 2)] as number
    for (let c = 0; c < classes; c += 1) row[c] = (row[c] as number) - middle
  }
  return { weights: without, classes, bias }
}

/** Of two classes only the difference counts. */
function leadOfPraise({ weights, bias }: Softmax): Softmax {
  const gap = POLARITIES.indexOf('gap')
  const praise = POLARITIES.indexOf('strength')
  const lead = Float32Array.from(
    { length: weights.length / POLARITIES.length },
    (_, at) =>
      (weights[at * POLARITIES.length + praise] as number) -
      (weights[at * POLARITIES.length + gap] as number),
  )
  return {
    classes: 1,
    weights: lead,
    bias: Float64Array.of((bias[praise] as number) - (bias[gap] as number)),
  }
}

/** What rounding takes from the mean score of a class goes into its bias. */
function inSteps({ weights, classes, bias }: Softmax, means: Float64Array, coarseness: number) {
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const step = rounded(coarseness * Math.sqrt(squares / Math.max(1, weights.length))) || 1
  const steps = Float64Array.from(weights, (weight) => {
    const count = Math.round(weight / step)
    return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, count))
  })
  const mended = Float64Array.from(bias)
  for (let at = 0; at < weights.length; at += 1) {
    const lost = (weights[at] as number) - step * (steps[at] as number)
    const c = at % classes
    mended[c] = (mended[c] as number) + lost * (means[Math.floor(at / classes)] as number)
  }
  return { step, steps, bias: [...mended].map(rounded) }
}

/** The weights of one class, one character for each feature. */
function written(steps: Float64Array, places: readonly number[], classes: number, c: number): string {
  return places.map((place) => String.fromCharCode((steps[place * classes + c] as number) + MIDDLE)).join('')
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
