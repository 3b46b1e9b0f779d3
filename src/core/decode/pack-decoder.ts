// Makes a trained decoder small: features in alphabetical order, then their weights in coarse steps, most of them nothing.

import { type DecoderHead, MIDDLE } from './decoder-model.ts'
import { frontCoded } from './front-coding.ts'
import { MOST, runCoded } from './run-coding.ts'
import { POLARITIES, type TrainedDecoder } from './train-decoder.ts'
import type { Softmax } from './train-softmax.ts'

export interface PackOptions {
  language: string
  stamp: string
  surer: number
  refuseFrom: number
  /** The size of one step, as a share of the root mean square of all weights. */
  coarseness: number
  praiseCoarseness: number
}

/** The text that `openDecoder` reads. The same decoder and options give the same text. */
export function packDecoder(trained: TrainedDecoder, options: PackOptions): string {
  const skills = inSteps(centred(trained.skills), trained.means, options.coarseness)
  const praise = inSteps(leadOfPraise(trained.polarity), trained.praiseMeans, options.praiseCoarseness)
  const head: DecoderHead = {
    format: 3,
    language: options.language,
    stamp: options.stamp,
    classes: trained.classes,
    features: trained.features.size,
    skillFeatures: trained.skillFeatures,
    bias: skills.bias,
    praiseBias: praise.bias[0] as number,
    coarseness: options.coarseness,
    step: skills.step,
    praiseStep: praise.step,
    surer: options.surer,
    refuseFrom: options.refuseFrom,
  }
  const ofPraise = [...praise.steps].map((step) => String.fromCharCode(step + MIDDLE)).join('')
  const names = frontCoded([...trained.features.keys()])
  return `${[JSON.stringify(head), ...names, runCoded(skills.steps), ofPraise].join('\n')}\n`
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
    return Math.max(-MOST, Math.min(MOST, count))
  })
  const mended = Float64Array.from(bias)
  for (let at = 0; at < weights.length; at += 1) {
    const lost = (weights[at] as number) - step * (steps[at] as number)
    const c = at % classes
    mended[c] = (mended[c] as number) + lost * (means[Math.floor(at / classes)] as number)
  }
  return { step, steps, bias: [...mended].map(rounded) }
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
