// Eliminates the unknowns inside each group, so that only the shared ones are left to solve together.

import { type BlockSystem, type RowNumbers, strideOf } from './block-system.ts'

/**
 * Factors of every group's own block: pivots of the absorbed unknowns (a tridiagonal elimination where they form
 * a chain) and a packed lower Cholesky factor of the dense ones after that. All arrays are allocated once.
 */
export class LocalBlocks {
  readonly system: BlockSystem
  readonly pivot: Float64Array
  /** What a chained unknown takes over from the one before it; 0 for all others. */
  readonly carry: Float64Array
  readonly factors: Float64Array
  /** Where each group's factor starts. */
  readonly factorStart: Float64Array
  /** Shared unknowns that the group in hand touches, and its complement on them (lower, row by row). */
  touched: Int32Array
  touchedCount = 0
  complement: Float64Array
  /** Of the group last solved: by row, the sum of its dense unknowns in the solution. */
  readonly denseSum: Float64Array
  private work: Float64Array
  private row: Float64Array
  private marked: Uint8Array
  private readonly place: Int32Array
  private readonly inRow: Int32Array
  private listed: Int32Array

  constructor(system: BlockSystem) {
    this.system = system
    const absorbed = system.absorbedStart[system.groups] ?? 0
    this.pivot = new Float64Array(absorbed)
    // Without waves nothing is chained, and in a large organisation an array of zeros would be worth its memory.
    this.carry = new Float64Array(system.absorbedLinked.includes(1) ? absorbed : 0)
    this.factorStart = new Float64Array(system.groups + 1)
    for (let g = 0; g < system.groups; g += 1) {
      const size = denseCount(system, g)
      this.factorStart[g + 1] = (this.factorStart[g] as number) + (size * (size + 1)) / 2
    }
    let rows = 0
    for (let g = 0; g < system.groups; g += 1) {
      rows = Math.max(rows, (system.rowStart[g + 1] as number) - (system.rowStart[g] as number))
    }
    this.denseSum = new Float64Array(rows)
    this.factors = new Float64Array(this.factorStart[system.groups] as number)
    this.touched = new Int32Array(16)
    this.complement = new Float64Array(0)
    this.work = new Float64Array(0)
    this.row = new Float64Array(0)
    this.marked = new Uint8Array(0)
    this.listed = new Int32Array(0)
    this.place = new Int32Array(system.sharedCount).fill(-1)
    this.inRow = new Int32Array(2 + system.dense + system.shared)
  }

  /** Factorises all groups for these row weights (1 ÷ variance of the row's noise). */
  factorise(weights: RowNumbers): void {
    for (let g = 0; g < this.system.groups; g += 1) this.eliminate(g, weights, false)
  }

  /**
   * Factorises one group. With `complement`, also fills `touched` and what the group adds to the shared block:
   * A_ss − A_sl A_ll⁻¹ A_ls, without any prior of the shared unknowns.
   */
  eliminate(g: number, weights: RowNumbers, complement: boolean): void {
    const { system } = this
    const dense = denseCount(system, g)
    this.touchedCount = 0
    if (complement) this.findTouched(g)
    const size = dense + this.touchedCount
    this.makeRoom(size)
    const { work } = this
    work.fill(0, 0, size * size)
    this.addDensePrior(g, size)
    this.absorb(g, weights, dense, size, complement)
    eliminateLeading(work, size, dense, g)
    let at = this.factorStart[g] as number
    for (let i = 0; i < dense; i += 1) {
      for (let j = 0; j <= i; j += 1, at += 1) this.factors[at] = work[i * size + j] as number
    }
    if (complement) this.keepComplement(dense, size)
  }

  private findTouched(g: number): void {
    const { system, place } = this
    const stride = strideOf(system)
    const first = 1 + system.dense
    const end = system.rowStart[g + 1] as number
    for (let n = system.rowStart[g] as number; n < end; n += 1) {
      for (let j = first; j < stride; j += 1) {
        const column = system.columns[n * stride + j] as number
        if (column < 0 || (place[column] as number) >= 0) continue
        if (this.touchedCount === this.touched.length) {
          const larger = new Int32Array(2 * this.touched.length)
          larger.set(this.touched)
          this.touched = larger
        }
        place[column] = this.touchedCount
        this.touched[this.touchedCount] = column
        this.touchedCount += 1
      }
    }
  }

  private makeRoom(size: number): void {
    if (this.work.length < size * size) this.work = new Float64Array(size * size)
    if (this.row.length < size) {
      this.row = new Float64Array(size)
      this.marked = new Uint8Array(size)
      this.listed = new Int32Array(size)
    }
  }

  private addDensePrior(g: number, size: number): void {
    const { system, work } = this
    const start = system.denseStart[g] as number
    const end = system.denseStart[g + 1] as number
    for (let c = start; c < end; c += 1) {
      const i = c - start
      const precision = 1 / (system.denseVariance[c] as number)
      work[i * size + i] = (work[i * size + i] as number) + precision
      if (system.denseLinked[c] !== 1) continue
      work[(i - 1) * size + i - 1] = (work[(i - 1) * size + i - 1] as number) + precision
      work[i * size + i - 1] = (work[i * size + i - 1] as number) - precision
    }
  }

  /** Adds the rows to the block and takes the absorbed unknowns out of it, one after the other. */
  private absorb(g: number, weights: RowNumbers, dense: number, size: number, complement: boolean): void {
    const { system, work, row, marked, listed, inRow, pivot, carry } = this
    const { columns, absorbedVariance, absorbedLinked } = system
    const stride = strideOf(system)
    const used = complement ? stride : 1 + system.dense
    const start = system.absorbedStart[g] as number
    const end = system.absorbedStart[g + 1] as number
    const lastRow = system.rowStart[g + 1] as number
    let n = system.rowStart[g] as number
    let count = 0
    for (let c = start; c < end; c += 1) {
      const precision = 1 / (absorbedVariance[c] as number)
      let diagonal = precision
      if (absorbedLinked[c] === 1) {
        const passed = precision / (pivot[c - 1] as number)
        carry[c] = passed
        diagonal -= precision * passed
        for (let i = 0; i < count; i += 1) {
          const column = listed[i] as number
          row[column] = (row[column] as number) * passed
        }
      } else {
        if (carry.length > 0) carry[c] = 0
        this.clearRow(count)
        count = 0
      }
      if (c + 1 < end && absorbedLinked[c + 1] === 1) diagonal += 1 / (absorbedVariance[c + 1] as number)
      for (; n < lastRow && columns[n * stride] === c - start; n += 1) {
        const weight = weights[n] as number
        diagonal += weight
        let filled = 0
        if (system.denseIntercept) {
          inRow[0] = 0
          filled = 1
        }
        for (let j = 1; j < used; j += 1) {
          const column = columns[n * stride + j] as number
          if (column < 0) continue
          inRow[filled] = j <= system.dense ? column : dense + (this.place[column] as number)
          filled += 1
        }
        for (let i = 0; i < filled; i += 1) {
          const a = inRow[i] as number
          if (marked[a] === 0) {
            marked[a] = 1
            listed[count] = a
            count += 1
          }
          row[a] = (row[a] as number) + weight
          for (let j = 0; j <= i; j += 1) {
            const b = inRow[j] as number
            const at = a > b ? a * size + b : b * size + a
            work[at] = (work[at] as number) + weight
          }
        }
      }
      pivot[c] = diagonal
      for (let i = 0; i < count; i += 1) {
        const a = listed[i] as number
        const share = (row[a] as number) / diagonal
        for (let j = 0; j <= i; j += 1) {
          const b = listed[j] as number
          const at = a > b ? a * size + b : b * size + a
          work[at] = (work[at] as number) - share * (row[b] as number)
        }
      }
    }
    this.clearRow(count)
  }

  private clearRow(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const column = this.listed[i] as number
      this.row[column] = 0
      this.marked[column] = 0
    }
  }

  private keepComplement(dense: number, size: number): void {
    const count = this.touchedCount
    if (this.complement.length < count * count) this.complement = new Float64Array(count * count)
    for (let i = 0; i < count; i += 1) {
      this.place[this.touched[i] as number] = -1
      for (let j = 0; j <= i; j += 1) {
        this.complement[i * count + j] = this.work[(dense + i) * size + dense + j] as number
      }
    }
  }

  /**
   * Solves one group's own block in place: `absorbed` and `dense` hold the right-hand side, from index 0, and
   * then the solution. The group must have been factorised with the same weights.
   */
  solve(g: number, weights: RowNumbers, absorbed: Float64Array, dense: Float64Array): void {
    const { system, factors } = this
    const { columns } = system
    const stride = strideOf(system)
    const first = system.rowStart[g] as number
    const last = system.rowStart[g + 1] as number
    const size = denseCount(system, g)
    const { denseSum } = this
    const isIntercept = system.denseIntercept
    const listed = system.dense
    if (size === 0) {
      denseSum.fill(0, 0, last - first)
      this.solveChain(g, absorbed)
      return
    }
    const reduced = this.copyOf(absorbed, g)
    this.solveChain(g, reduced)
    let all = 0
    for (let n = first, base = first * stride; n < last; n += 1, base += stride) {
      const part = (weights[n] as number) * (reduced[columns[base] as number] as number)
      all += part
      for (let j = 1; j <= listed; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) dense[column] = (dense[column] as number) - part
      }
    }
    if (isIntercept) dense[0] = (dense[0] as number) - all
    solvePacked(factors, this.factorStart[g] as number, size, dense)
    const general = isIntercept ? (dense[0] as number) : 0
    for (let n = first, base = first * stride; n < last; n += 1, base += stride) {
      let sum = general
      for (let j = 1; j <= listed; j += 1) {
        const column = columns[base + j] as number
        if (column >= 0) sum += dense[column] as number
      }
      denseSum[n - first] = sum
      const cell = columns[base] as number
      absorbed[cell] = (absorbed[cell] as number) - (weights[n] as number) * sum
    }
    this.solveChain(g, absorbed)
  }

  private scratch = new Float64Array(64)

  private copyOf(absorbed: Float64Array, g: number): Float64Array {
    const { absorbedStart } = this.system
    const count = (absorbedStart[g + 1] as number) - (absorbedStart[g] as number)
    if (this.scratch.length < count) this.scratch = new Float64Array(2 * count)
    for (let c = 0; c < count; c += 1) this.scratch[c] = absorbed[c] as number
    return this.scratch
  }

  /** The absorbed unknowns alone: forwards along each chain, then backwards. */
  private solveChain(g: number, values: Float64Array): void {
    const { pivot, carry } = this
    const start = this.system.absorbedStart[g] as number
    const count = (this.system.absorbedStart[g + 1] as number) - start
    if (carry.length === 0) {
      for (let c = 0; c < count; c += 1) values[c] = (values[c] as number) / (pivot[start + c] as number)
      return
    }
    for (let c = 1; c < count; c += 1) {
      const passed = carry[start + c] as number
      if (passed !== 0) values[c] = (values[c] as number) + passed * (values[c - 1] as number)
    }
    for (let c = count - 1; c >= 0; c -= 1) {
      const back = c + 1 < count ? (carry[start + c + 1] as number) * (values[c + 1] as number) : 0
      values[c] = (values[c] as number) / (pivot[start + c] as number) + back
    }
  }

  /** log det of all groups' own blocks. */
  logDeterminant(): number {
    let sum = 0
    for (let c = 0; c < this.pivot.length; c += 1) sum += Math.log(this.pivot[c] as number)
    for (let g = 0; g < this.system.groups; g += 1) {
      const size = denseCount(this.system, g)
      let at = this.factorStart[g] as number
      for (let i = 0; i < size; i += 1) {
        sum += 2 * Math.log(this.factors[at + i] as number)
        at += i + 1
      }
    }
    return sum
  }
}

export function denseCount(system: BlockSystem, g: number): number {
  return (system.denseStart[g + 1] as number) - (system.denseStart[g] as number)
}

export function absorbedCount(system: BlockSystem, g: number): number {
  return (system.absorbedStart[g + 1] as number) - (system.absorbedStart[g] as number)
}

/** Cholesky of the first `leading` columns in place (lower), and the complement of the rest. */
function eliminateLeading(work: Float64Array, size: number, leading: number, g: number): void {
  for (let k = 0; k < leading; k += 1) {
    const diagonal = work[k * size + k] as number
    if (!(diagonal > 0)) throw new Error(`The block of group ${g} is not positive definite.`)
    const root = Math.sqrt(diagonal)
    work[k * size + k] = root
    for (let i = k + 1; i < size; i += 1) work[i * size + k] = (work[i * size + k] as number) / root
    for (let i = k + 1; i < size; i += 1) {
      const factor = work[i * size + k] as number
      if (factor === 0) continue
      for (let j = k + 1; j <= i; j += 1) {
        work[i * size + j] = (work[i * size + j] as number) - factor * (work[j * size + k] as number)
      }
    }
  }
}

/** L L' x = b in place, L packed row by row from `start`. */
function solvePacked(factors: Float64Array, start: number, size: number, x: Float64Array): void {
  let at = start
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] as number
    for (let j = 0; j < i; j += 1) sum -= (factors[at + j] as number) * (x[j] as number)
    x[i] = sum / (factors[at + i] as number)
    at += i + 1
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    at -= i + 1
    const value = (x[i] as number) / (factors[at + i] as number)
    x[i] = value
    for (let j = 0; j < i; j += 1) x[j] = (x[j] as number) - (factors[at + j] as number) * value
  }
}
