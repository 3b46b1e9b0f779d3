// Makes a trained decoder small: weights in steps of one size, one character each, features in alphabetical order.

import { type DecoderHead, MIDDLE, MOST_STEPS, POLARITIES } from './decoder-model.ts'
import type { TrainedDecoder } from './train-decoder.ts'
import type { Softmax } from './train-softmax.ts'

export interface PackOptions {
  language: string
  stamp: string
  surer: number
  refuseFrom: number
  /** The size of one step, as a share of the root mean square of all weights. */
  coarseness: number
}

/** The text that `openDecoder` reads. The same decoder and options give the same text. */
export function packDecoder(trained: TrainedDecoder, options: PackOptions): string {
  const skills = inSteps(trained.skills, trained.features.size, options.coarseness)
  const polarity = inSteps(trained.polarity, trained.features.size, options.coarseness / 4)
  const head: DecoderHead = {
    format: 1,
    language: options.language,
    stamp: options.stamp,
    classes: trained.classes,
    bias: [...trained.skills.bias].map(rounded),
    polarityBias: [...trained.polarity.bias].map(rounded),
    coarseness: options.coarseness,
    step: skills.step,
    polarityStep: polarity.step,
    surer: options.surer,
    refuseFrom: options.refuseFrom,
  }
  const names = [...trained.features.keys()].sort()
  const lines = names.map((name) => {
    const at = trained.features.get(name) as number
    return `${name}\t${written(skills.steps, at, trained.classes.length)}${written(polarity.steps, at, POLARITIES.length)}`
  })
  return `${[JSON.stringify(head), ...lines].join('\n')}\n`
}

/** The mean over the classes is taken off first: it changes no chance. */
function inSteps({ weights, classes }: Softmax, features: number, coarseness: number) {
  const centred = Float64Array.from(weights)
  let squares = 0
  for (let f = 0; f < features; f += 1) {
    const row = centred.subarray(f * classes, (f + 1) * classes)
    const mean = row.reduce((sum, weight) => sum + weight, 0) / classes
    for (let c = 0; c < classes; c += 1) {
      row[c] = (row[c] as number) - mean
      squares += (row[c] as number) ** 2
    }
  }
  const step = rounded(coarseness * Math.sqrt(squares / Math.max(1, centred.length))) || 1
  const steps = centred.map((weight) =>
    Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / step))),
  )
  return { step, steps }
}

function written(steps: Float64Array, feature: number, classes: number): string {
  return String.fromCharCode(
    ...steps.subarray(feature * classes, (feature + 1) * classes).map((one) => one + MIDDLE),
  )
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
