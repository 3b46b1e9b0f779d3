// How uncertain the unknowns inside each group are, what the shared ones add included.

import { strideOf } from './block-system.ts'
import { absorbedCount, denseCount, type LocalBlocks } from './local-blocks.ts'

/**
 * Calls `take` with the variance of every unknown of every group: A_ll⁻¹ + F C F' with F = A_ll⁻¹ A_ls, where C
 * (size × size, both triangles) is the covariance of the shared unknowns. Columns of shared unknowns at `size` or
 * beyond are taken as known.
 */
export function eachLocalVariance(
  blocks: LocalBlocks,
  weights: Float64Array,
  covariance: Float64Array,
  size: number,
  take: (kind: 'absorbed' | 'dense', unknown: number, variance: number) => void,
): void {
  const { system } = blocks
  for (let g = 0; g < system.groups; g += 1) {
    const reach = reachOfShared(blocks, g, weights, size)
    const count = absorbedCount(system, g) + denseCount(system, g)
    const inner = innerVariances(blocks, g, weights)
    for (let i = 0; i < count; i += 1) {
      const variance = (inner[i] as number) + quadratic(reach, i, covariance, size)
      const isAbsorbed = i < absorbedCount(system, g)
      const unknown = isAbsorbed
        ? (system.absorbedStart[g] as number) + i
        : (system.denseStart[g] as number) + i - absorbedCount(system, g)
      take(isAbsorbed ? 'absorbed' : 'dense', unknown, variance)
    }
  }
}

interface Reach {
  columns: number[]
  /** By shared column touched, the group's response to it: absorbed unknowns, then dense ones. */
  responses: Float64Array[]
}

/** F column by column: how the group's unknowns answer to each shared unknown that its rows touch. */
function reachOfShared(blocks: LocalBlocks, g: number, weights: Float64Array, size: number): Reach {
  const { system } = blocks
  const stride = strideOf(system)
  const sides = new Map<number, { absorbed: Float64Array; dense: Float64Array }>()
  for (let n = system.rowStart[g] as number; n < (system.rowStart[g + 1] as number); n += 1) {
    for (let j = 1 + system.dense; j < stride; j += 1) {
      const column = system.columns[n * stride + j] as number
      if (column < 0 || column >= size) continue
      const side = sides.get(column) ?? emptySide(blocks, g)
      sides.set(column, side)
      addRow(blocks, n, weights[n] as number, side)
    }
  }
  const responses = [...sides.values()].map((side) => {
    blocks.solve(g, weights, side.absorbed, side.dense)
    const joined = new Float64Array(side.absorbed.length + side.dense.length)
    joined.set(side.absorbed)
    joined.set(side.dense, side.absorbed.length)
    return joined
  })
  return { columns: [...sides.keys()], responses }
}

function emptySide(blocks: LocalBlocks, g: number) {
  return {
    absorbed: new Float64Array(absorbedCount(blocks.system, g)),
    dense: new Float64Array(denseCount(blocks.system, g)),
  }
}

function addRow(
  blocks: LocalBlocks,
  n: number,
  weight: number,
  side: { absorbed: Float64Array; dense: Float64Array },
): void {
  const { system } = blocks
  const base = n * strideOf(system)
  const cell = system.columns[base] as number
  side.absorbed[cell] = (side.absorbed[cell] as number) + weight
  if (system.denseIntercept) side.dense[0] = (side.dense[0] as number) + weight
  for (let j = 1; j <= system.dense; j += 1) {
    const column = system.columns[base + j] as number
    if (column >= 0) side.dense[column] = (side.dense[column] as number) + weight
  }
}

/** The diagonal of A_ll⁻¹, by one solution for each unknown. */
function innerVariances(blocks: LocalBlocks, g: number, weights: Float64Array): Float64Array {
  const { absorbed, dense } = emptySide(blocks, g)
  const variances = new Float64Array(absorbed.length + dense.length)
  for (let i = 0; i < variances.length; i += 1) {
    absorbed.fill(0)
    dense.fill(0)
    const side = i < absorbed.length ? absorbed : dense
    const at = i < absorbed.length ? i : i - absorbed.length
    side[at] = 1
    blocks.solve(g, weights, absorbed, dense)
    variances[i] = side[at] as number
  }
  return variances
}

function quadratic(reach: Reach, unknown: number, covariance: Float64Array, size: number): number {
  let sum = 0
  for (let a = 0; a < reach.columns.length; a += 1) {
    const left = (reach.responses[a] as Float64Array)[unknown] as number
    if (left === 0) continue
    const row = (reach.columns[a] as number) * size
    let inner = 0
    for (let b = 0; b < reach.columns.length; b += 1) {
      inner +=
        (covariance[row + (reach.columns[b] as number)] as number) *
        ((reach.responses[b] as Float64Array)[unknown] as number)
    }
    sum += left * inner
  }
  return sum
}
