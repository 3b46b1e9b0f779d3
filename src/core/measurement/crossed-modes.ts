// The conditional mode and its SD for every level of every factor of a crossed fit.

import type { RowNumbers } from './block-system.ts'
import type { CrossedSystem } from './crossed-data.ts'
import type { LocalBlocks } from './local-blocks.ts'
import { eachLocalVariance } from './local-covariance.ts'
import type { Unknowns } from './shared-part.ts'

/** By level of one factor. */
export interface FactorModes {
  mean: Float64Array
  sd: Float64Array
}

interface Uncertainty {
  blocks: LocalBlocks
  weights: RowNumbers
  /** Covariance of the first `size` shared unknowns; those beyond are taken as known. */
  matrix: Float64Array
  size: number
}

export function crossedModes(
  crossed: CrossedSystem,
  levels: readonly number[],
  x: Unknowns,
  { blocks, weights, matrix, size }: Uncertainty,
): FactorModes[] {
  const modes = levels.map((count) => ({ mean: new Float64Array(count), sd: new Float64Array(count) }))
  const put = (f: number, level: number, mean: number, variance: number) => {
    const mode = modes[f]
    if (!mode) return
    mode.mean[level] = mean
    mode.sd[level] = Math.sqrt(Math.max(0, variance))
  }
  for (let i = 0; i < size; i += 1) {
    const [f, level] = [crossed.sharedFactor[i] as number, crossed.sharedLevel[i] as number]
    put(f, level, x.shared[i] as number, matrix[i * size + i] as number)
  }
  eachLocalVariance(blocks, weights, matrix, size, (isAbsorbed, unknown, variance) => {
    const f = (isAbsorbed ? crossed.absorbedFactor[unknown] : crossed.denseFactor[unknown]) as number
    const level = (isAbsorbed ? crossed.absorbedLevel[unknown] : crossed.denseLevel[unknown]) as number
    put(f, level, (isAbsorbed ? x.absorbed[unknown] : x.dense[unknown]) as number, variance)
  })
  return modes
}
