// The unknowns that all groups share: their equations, assembled or applied group by group.

import { type BlockSystem, type RowNumbers, strideOf, tiePrecision } from './block-system.ts'
import { absorbedCount, denseCount, type LocalBlocks } from './local-blocks.ts'

/** Values of all unknowns of a system. */
export interface Unknowns {
  absorbed: Float64Array
  dense: Float64Array
  shared: Float64Array
}

export function zeroUnknowns(system: BlockSystem): Unknowns {
  return {
    absorbed: new Float64Array(system.absorbedStart[system.groups] ?? 0),
    dense: new Float64Array(system.denseStart[system.groups] ?? 0),
    shared: new Float64Array(system.sharedCount),
  }
}

/**
 * The shared block S = A_ss − A_sl A_ll⁻¹ A_ls with its prior, lower triangle of a dense matrix. Factorises every
 * group on the way.
 */
export function assembleShared(blocks: LocalBlocks, weights: RowNumbers): Float64Array {
  const { system } = blocks
  const size = system.sharedCount
  const matrix = new Float64Array(size * size)
  for (let g = 0; g < system.groups; g += 1) {
    blocks.eliminate(g, weights, true)
    const { touched, touchedCount, complement } = blocks
    for (let i = 0; i < touchedCount; i += 1) {
      const a = touched[i] as number
      for (let j = 0; j <= i; j += 1) {
        const b = touched[j] as number
        const at = a > b ? a * size + b : b * size + a
        matrix[at] = (matrix[at] as number) + (complement[i * touchedCount + j] as number)
      }
    }
  }
  for (let i = 0; i < size; i += 1) {
    matrix[i * size + i] = (matrix[i * size + i] as number) + 1 / (system.sharedVariance[i] as number)
  }
  const tied = tiePrecision(system)
  for (let i = system.tie.from; i < system.tie.to && tied > 0; i += 1) {
    for (let j = system.tie.from; j <= i; j += 1)
      matrix[i * size + j] = (matrix[i * size + j] as number) - tied
  }
  return matrix
}

/** Passes over the groups with the work space they need; one for each system. */
export class GroupPasses {
  private readonly blocks: LocalBlocks
  private readonly system: BlockSystem
  private readonly absorbed: Float64Array
  private readonly dense: Float64Array
  /** One weighted number for each row of the group in hand. */
  private readonly row: Float64Array

  constructor(blocks: LocalBlocks) {
    this.blocks = blocks
    this.system = blocks.system
    let [rows, absorbed, dense] = [0, 0, 0]
    for (let g = 0; g < this.system.groups; g += 1) {
      rows = Math.max(rows, (this.system.rowStart[g + 1] as number) - (this.system.rowStart[g] as number))
      absorbed = Math.max(absorbed, absorbedCount(this.system, g))
      dense = Math.max(dense, denseCount(this.system, g))
    }
    this.row = new Float64Array(rows)
    this.absorbed = new Float64Array(absorbed)
    this.dense = new Float64Array(dense)
  }

  /** out = S v, priors included, without ever forming S. */
  applyShared(weights: RowNumbers, v: Float64Array, out: Float64Array): void {
    const { system } = this
    for (let i = 0; i < v.length; i += 1) out[i] = (v[i] as number) / (system.sharedVariance[i] as number)
    const tied = tiePrecision(system)
    if (tied > 0) {
      let sum = 0
      for (let i = system.tie.from; i < system.tie.to; i += 1) sum += v[i] as number
      for (let i = system.tie.from; i < system.tie.to; i += 1) out[i] = (out[i] as number) - tied * sum
    }
    for (let g = 0; g < system.groups; g += 1) {
      this.loadShared(g, weights, v)
      this.reduce(g, weights, out)
    }
  }

  /** out += the shared right-hand side of rows whose weighted responses are `weighted`, groups taken out. */
  reduceRows(weights: RowNumbers, weighted: RowNumbers, out: Float64Array): void {
    for (let g = 0; g < this.system.groups; g += 1) this.reduceGroup(g, weights, weighted, out)
  }

  reduceGroup(g: number, weights: RowNumbers, weighted: RowNumbers, out: Float64Array): void {
    const { system, row } = this
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    for (let n = first; n < last; n += 1) row[n - first] = weighted[n] as number
    this.reduce(g, weights, out)
  }

  /** Fills the unknowns of every group, given the shared ones in `x`. */
  backSubstitute(weights: RowNumbers, weighted: RowNumbers, x: Unknowns): void {
    for (let g = 0; g < this.system.groups; g += 1) this.backSubstituteGroup(g, weights, weighted, x)
  }

  backSubstituteGroup(g: number, weights: RowNumbers, weighted: RowNumbers, x: Unknowns): void {
    const { system, row, absorbed, dense } = this
    this.loadShared(g, weights, x.shared)
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    for (let n = first; n < last; n += 1)
      row[n - first] = (weighted[n] as number) - (row[n - first] as number)
    this.solveRows(g, weights)
    const atAbsorbed = system.absorbedStart[g] as number
    const atDense = system.denseStart[g] as number
    for (let c = absorbedCount(system, g) - 1; c >= 0; c -= 1)
      x.absorbed[atAbsorbed + c] = absorbed[c] as number
    for (let c = denseCount(system, g) - 1; c >= 0; c -= 1) x.dense[atDense + c] = dense[c] as number
  }

  /** row = w · (Z_s v) for the rows of a group. */
  private loadShared(g: number, weights: RowNumbers, v: Float64Array): void {
    const { system, row } = this
    const { columns } = system
    const stride = strideOf(system)
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    for (let n = first; n < last; n += 1) {
      let sum = 0
      for (let j = 1 + system.dense; j < stride; j += 1) {
        const column = columns[n * stride + j] as number
        if (column >= 0) sum += v[column] as number
      }
      row[n - first] = (weights[n] as number) * sum
    }
  }

  /** out += Z_s' (row − W Z_l A_ll⁻¹ Z_l' row). */
  private reduce(g: number, weights: RowNumbers, out: Float64Array): void {
    const { system, row, absorbed } = this
    const { columns } = system
    const stride = strideOf(system)
    const firstShared = 1 + system.dense
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    this.solveRows(g, weights)
    const { denseSum } = this.blocks
    for (let n = first, base = first * stride; n < last; n += 1, base += stride) {
      const local = (absorbed[columns[base] as number] as number) + (denseSum[n - first] as number)
      const left = (row[n - first] as number) - (weights[n] as number) * local
      for (let j = firstShared; j < stride; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) out[column] = (out[column] as number) + left
      }
    }
  }

  /** absorbed, dense = A_ll⁻¹ Z_l' row. */
  private solveRows(g: number, weights: RowNumbers): void {
    const { system, row, absorbed, dense } = this
    const { columns } = system
    const stride = strideOf(system)
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    absorbed.fill(0, 0, absorbedCount(system, g))
    dense.fill(0, 0, denseCount(system, g))
    const listed = system.dense
    let all = 0
    for (let n = first, base = first * stride; n < last; n += 1, base += stride) {
      const value = row[n - first] as number
      all += value
      const cell = columns[base] as number
      absorbed[cell] = (absorbed[cell] as number) + value
      for (let j = 1; j <= listed; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) dense[column] = (dense[column] as number) + value
      }
    }
    if (system.denseIntercept) dense[0] = (dense[0] as number) + all
    this.blocks.solve(g, weights, absorbed, dense)
  }
}

/** eta = Z x, row by row. */
export function linearPart(system: BlockSystem, x: Unknowns, eta: RowNumbers): void {
  const { columns } = system
  const stride = strideOf(system)
  for (let g = 0; g < system.groups; g += 1) {
    const atAbsorbed = system.absorbedStart[g] as number
    const atDense = system.denseStart[g] as number
    const last = system.rowStart[g + 1] as number
    for (let n = system.rowStart[g] as number; n < last; n += 1) {
      const base = n * stride
      let sum = x.absorbed[atAbsorbed + (columns[base] as number)] as number
      if (system.denseIntercept) sum += x.dense[atDense] as number
      for (let j = 1; j <= system.dense; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) sum += x.dense[atDense + column] as number
      }
      for (let j = 1 + system.dense; j < stride; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) sum += x.shared[column] as number
      }
      eta[n] = sum
    }
  }
}
