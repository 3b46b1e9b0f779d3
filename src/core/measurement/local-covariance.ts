// How uncertain the unknowns inside each group are, what the shared ones add included.

import { type RowNumbers, strideOf } from './block-system.ts'
import { absorbedCount, denseCount, type LocalBlocks } from './local-blocks.ts'

/**
 * Variances of the unknowns of one group after the other: the diagonal of A_ll⁻¹ + F C F' with F = A_ll⁻¹ A_ls,
 * where C (size × size, both triangles) is the covariance of the shared unknowns. Shared unknowns at `size` or
 * beyond are taken as known.
 */
class LocalVariances {
  /** Of the group in hand: absorbed unknowns first, then dense ones. */
  values = new Float64Array(0)
  count = 0
  private readonly blocks: LocalBlocks
  private readonly place: Int32Array
  private touched = new Int32Array(16)
  private reach = new Float64Array(0)
  private inner = new Float64Array(0)

  constructor(blocks: LocalBlocks) {
    this.blocks = blocks
    this.place = new Int32Array(blocks.system.sharedCount).fill(-1)
  }

  compute(g: number, weights: RowNumbers, covariance: Float64Array, size: number): void {
    const { system } = this.blocks
    const absorbed = absorbedCount(system, g)
    this.count = absorbed + denseCount(system, g)
    if (this.values.length < this.count) this.values = new Float64Array(2 * this.count)
    this.innerVariances(g, weights, absorbed)
    const touched = this.fillReach(g, weights, size, absorbed)
    this.gather(covariance, size, touched)
    for (let i = 0; i < this.count; i += 1) {
      let sum = this.values[i] as number
      for (let a = 0; a < touched; a += 1) {
        const left = this.reach[a * this.count + i] as number
        if (left === 0) continue
        let product = 0
        for (let b = 0; b < touched; b += 1) {
          product += (this.inner[a * touched + b] as number) * (this.reach[b * this.count + i] as number)
        }
        sum += left * product
      }
      this.values[i] = sum
    }
  }

  /** The diagonal of A_ll⁻¹, by one solution for each unknown. */
  private innerVariances(g: number, weights: RowNumbers, absorbedSize: number): void {
    const absorbed = new Float64Array(absorbedSize)
    const dense = new Float64Array(this.count - absorbedSize)
    for (let i = 0; i < this.count; i += 1) {
      absorbed.fill(0)
      dense.fill(0)
      const isAbsorbed = i < absorbedSize
      if (isAbsorbed) absorbed[i] = 1
      else dense[i - absorbedSize] = 1
      this.blocks.solve(g, weights, absorbed, dense)
      this.values[i] = (isAbsorbed ? absorbed[i] : dense[i - absorbedSize]) as number
    }
  }

  /** F: how the group's unknowns answer to each shared unknown that its rows touch. How many those are. */
  private fillReach(g: number, weights: RowNumbers, size: number, absorbed: number): number {
    const touched = this.findTouched(g, size)
    if (this.reach.length < touched * this.count) this.reach = new Float64Array(2 * touched * this.count)
    this.reach.fill(0, 0, touched * this.count)
    const { system } = this.blocks
    const stride = strideOf(system)
    for (let n = system.rowStart[g] as number; n < (system.rowStart[g + 1] as number); n += 1) {
      for (let j = 1 + system.dense; j < stride; j += 1) {
        const column = system.columns[n * stride + j] as number
        if (column >= 0 && column < size)
          this.addRow(n, weights[n] as number, this.place[column] as number, absorbed)
      }
    }
    for (let a = 0; a < touched; a += 1) {
      this.place[this.touched[a] as number] = -1
      const start = a * this.count
      this.blocks.solve(
        g,
        weights,
        this.reach.subarray(start, start + absorbed),
        this.reach.subarray(start + absorbed, start + this.count),
      )
    }
    return touched
  }

  private findTouched(g: number, size: number): number {
    const { system } = this.blocks
    const stride = strideOf(system)
    let count = 0
    for (let n = system.rowStart[g] as number; n < (system.rowStart[g + 1] as number); n += 1) {
      for (let j = 1 + system.dense; j < stride; j += 1) {
        const column = system.columns[n * stride + j] as number
        if (column < 0 || column >= size || (this.place[column] as number) >= 0) continue
        if (count === this.touched.length) {
          const larger = new Int32Array(2 * count)
          larger.set(this.touched)
          this.touched = larger
        }
        this.place[column] = count
        this.touched[count] = column
        count += 1
      }
    }
    return count
  }

  private addRow(n: number, weight: number, place: number, absorbed: number): void {
    const { system } = this.blocks
    const base = n * strideOf(system)
    const start = place * this.count
    const cell = start + (system.columns[base] as number)
    this.reach[cell] = (this.reach[cell] as number) + weight
    const dense = start + absorbed
    if (system.denseIntercept) this.reach[dense] = (this.reach[dense] as number) + weight
    for (let j = 1; j <= system.dense; j += 1) {
      const column = system.columns[base + j] as number
      if (column >= 0) this.reach[dense + column] = (this.reach[dense + column] as number) + weight
    }
  }

  /** The covariance among the touched, close together in memory. */
  private gather(covariance: Float64Array, size: number, touched: number): void {
    if (this.inner.length < touched * touched) this.inner = new Float64Array(2 * touched * touched)
    for (let a = 0; a < touched; a += 1) {
      const row = (this.touched[a] as number) * size
      for (let b = 0; b < touched; b += 1) {
        this.inner[a * touched + b] = covariance[row + (this.touched[b] as number)] as number
      }
    }
  }
}

/** Calls `take` with the variance of every unknown of every group. */
export function eachLocalVariance(
  blocks: LocalBlocks,
  weights: RowNumbers,
  covariance: Float64Array,
  size: number,
  take: (isAbsorbed: boolean, unknown: number, variance: number) => void,
): void {
  const { system } = blocks
  const variances = new LocalVariances(blocks)
  for (let g = 0; g < system.groups; g += 1) {
    variances.compute(g, weights, covariance, size)
    const absorbed = absorbedCount(system, g)
    for (let i = 0; i < variances.count; i += 1) {
      const start =
        i < absorbed ? (system.absorbedStart[g] as number) : (system.denseStart[g] as number) - absorbed
      take(i < absorbed, start + i, variances.values[i] as number)
    }
  }
}
