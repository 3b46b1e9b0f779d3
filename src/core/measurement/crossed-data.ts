// Crossed data of any kind (judges by bottles, students by lecturers) as a block system.

import type { BlockSystem } from './block-system.ts'

/** A factor whose levels are drawn from a population, with one index per row. */
export interface CrossedFactor {
  name: string
  levels: string[]
  index: Int32Array
}

export interface CrossedData {
  random: CrossedFactor[]
  /**
   * Coded as differences from each factor's first level, beside one intercept. Other codings (R's ordered factors)
   * shift the REML criterion by a constant and change no estimate of a variance.
   */
  fixed: CrossedFactor[]
}

/**
 * A factor from a column of names; from several columns, every combination that occurs. Levels are sorted, as
 * numbers where all of them are.
 */
export function crossedFactor(name: string, columns: readonly (readonly string[])[]): CrossedFactor {
  const [first = []] = columns
  const values = first.map((_, row) => columns.map((column) => column[row]).join(':'))
  const isNumeric = values.every((value) => value !== '' && Number.isFinite(Number(value)))
  const distinct = [...new Set(values)]
  const levels = isNumeric ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort()
  const place = new Map(levels.map((level, i) => [level, i]))
  return { name, levels, index: Int32Array.from(values, (value) => place.get(value) as number) }
}

/** Where each unknown of the system comes from: its factor among `random`, and its level there. */
export interface CrossedSystem {
  system: BlockSystem
  /** The original row of each of the system's rows. */
  order: Int32Array
  absorbedFactor: Int32Array
  absorbedLevel: Int32Array
  denseFactor: Int32Array
  denseLevel: Int32Array
  /** −1 for fixed effects, which come last. */
  sharedFactor: Int32Array
  sharedLevel: Int32Array
  fixedNames: string[]
}

/** Shared unknowns are solved densely: a matrix of this size takes half a gigabyte and about a minute. */
export const MOST_SHARED = 8000

/**
 * Chooses the factor whose nested factors leave the fewest unknowns to share (for students by lecturers, the
 * students), makes its levels the groups and sorts the rows. Prior variances are 1 until a fit sets them.
 */
export function arrangeCrossed(data: CrossedData, rows: number, withFixed = true): CrossedSystem {
  const grouping = chooseGrouping(data.random)
  const nested = data.random.map((factor) => isNested(factor, grouping))
  const inside = data.random.map((_, f) => f).filter((f) => nested[f] && data.random[f] !== grouping)
  const own = data.random.indexOf(grouping)
  const absorbed = inside.toSorted((a, b) => levelsOf(data, b) - levelsOf(data, a) || a - b)[0] ?? own
  const dense = inside.filter((f) => f !== absorbed)
  const hasIntercept = absorbed !== own
  const shared = data.random.map((_, f) => f).filter((f) => !nested[f])
  return fill(withFixed ? data : { ...data, fixed: [] }, rows, {
    grouping,
    own,
    absorbed,
    dense,
    shared,
    hasIntercept,
    withFixed,
  })
}

interface Arrangement {
  grouping: CrossedFactor
  own: number
  absorbed: number
  dense: number[]
  shared: number[]
  hasIntercept: boolean
  withFixed: boolean
}

function levelsOf(data: CrossedData, factor: number): number {
  return data.random[factor]?.levels.length ?? 0
}

function chooseGrouping(random: readonly CrossedFactor[]): CrossedFactor {
  const [first] = random
  if (!first) throw new Error('A crossed model needs at least one factor.')
  const inside = (grouping: CrossedFactor) =>
    random.reduce((sum, factor) => sum + (isNested(factor, grouping) ? factor.levels.length : 0), 0)
  return random.reduce((best, factor) => (inside(factor) > inside(best) ? factor : best), first)
}

/** True where each level of `factor` occurs with one level of `grouping` only. */
function isNested(factor: CrossedFactor, grouping: CrossedFactor): boolean {
  const seen = new Int32Array(factor.levels.length).fill(-1)
  for (const [row, level] of factor.index.entries()) {
    const group = grouping.index[row] as number
    if (seen[level] === -1) seen[level] = group
    else if (seen[level] !== group) return false
  }
  return true
}

function fill(data: CrossedData, rows: number, plan: Arrangement): CrossedSystem {
  const groups = plan.grouping.levels.length
  const absorbedIndex = (data.random[plan.absorbed] as CrossedFactor).index
  const order = sortRows(plan.grouping.index, absorbedIndex, rows)
  const fixedColumns = plan.withFixed ? 1 + data.fixed.length : 0
  const stride = 1 + plan.dense.length + plan.shared.length + fixedColumns
  const columns = new Int32Array(rows * stride)
  const absorbed = new LocalNumbers(groups)
  const dense = new LocalNumbers(groups)
  const rowStart = new Int32Array(groups + 1)
  let at = 0
  for (let g = 0; g < groups; g += 1) {
    absorbed.begin()
    dense.begin()
    if (plan.hasIntercept) dense.numberFor(plan.own, g)
    for (; at < rows && plan.grouping.index[order[at] as number] === g; at += 1) {
      const row = order[at] as number
      let column = at * stride
      columns[column] = absorbed.numberFor(plan.absorbed, absorbedIndex[row] as number)
      for (const f of plan.dense) {
        column += 1
        columns[column] = dense.numberFor(f, (data.random[f] as CrossedFactor).index[row] as number)
      }
    }
    rowStart[g + 1] = at
    absorbed.end(g)
    dense.end(g)
  }
  const shape = sharedShape(data, plan)
  fillShared(columns, order, data, plan, { stride, ...shape })
  const system: BlockSystem = {
    groups,
    rowStart,
    dense: plan.dense.length,
    shared: stride - 1 - plan.dense.length,
    columns,
    denseIntercept: plan.hasIntercept,
    absorbedStart: absorbed.start,
    absorbedVariance: new Float64Array(absorbed.factors.length).fill(1),
    absorbedLinked: new Uint8Array(absorbed.factors.length),
    denseStart: dense.start,
    denseVariance: new Float64Array(dense.factors.length).fill(1),
    denseLinked: new Uint8Array(dense.factors.length),
    sharedCount: shape.factors.length,
    sharedVariance: Float64Array.from(shape.factors, (f) => (f < 0 ? Number.POSITIVE_INFINITY : 1)),
    tie: { from: 0, to: 0, variance: 0 },
  }
  return {
    system,
    order,
    absorbedFactor: Int32Array.from(absorbed.factors),
    absorbedLevel: Int32Array.from(absorbed.levels),
    denseFactor: Int32Array.from(dense.factors),
    denseLevel: Int32Array.from(dense.levels),
    sharedFactor: Int32Array.from(shape.factors),
    sharedLevel: Int32Array.from(shape.levels),
    fixedNames: shape.fixedNames,
  }
}

/** Numbers the unknowns of one group after the other, in order of appearance. */
class LocalNumbers {
  readonly start: Int32Array
  readonly factors: number[] = []
  readonly levels: number[] = []
  private first = 0
  private readonly known = new Map<number, Map<number, number>>()

  constructor(groups: number) {
    this.start = new Int32Array(groups + 1)
  }

  begin(): void {
    this.first = this.factors.length
    this.known.clear()
  }

  numberFor(factor: number, level: number): number {
    const ofFactor = this.known.get(factor) ?? new Map<number, number>()
    this.known.set(factor, ofFactor)
    const known = ofFactor.get(level)
    if (known !== undefined) return known
    const number = this.factors.length - this.first
    ofFactor.set(level, number)
    this.factors.push(factor)
    this.levels.push(level)
    return number
  }

  end(group: number): void {
    this.start[group + 1] = this.factors.length
  }
}

function sharedShape(data: CrossedData, plan: Arrangement) {
  const factors: number[] = []
  const levels: number[] = []
  const starts: number[] = []
  for (const f of plan.shared) {
    starts.push(factors.length)
    for (let level = 0; level < levelsOf(data, f); level += 1) {
      factors.push(f)
      levels.push(level)
    }
  }
  const fixedNames = plan.withFixed ? ['(intercept)'] : []
  const fixedAt = factors.length
  const fixedStarts: number[] = []
  for (const factor of data.fixed) {
    // The first level has no column: it is what the intercept means.
    fixedStarts.push(fixedAt + fixedNames.length - 1)
    fixedNames.push(...factor.levels.slice(1).map((level) => `${factor.name} ${level}`))
  }
  for (let i = 0; i < fixedNames.length; i += 1) {
    factors.push(-1)
    levels.push(i)
  }
  return { factors, levels, starts, fixedNames, fixedAt, fixedStarts }
}

function fillShared(
  columns: Int32Array,
  order: Int32Array,
  data: CrossedData,
  plan: Arrangement,
  shape: { stride: number; starts: number[]; fixedAt: number; fixedStarts: number[] },
): void {
  for (const [at, row] of order.entries()) {
    let column = at * shape.stride + 1 + plan.dense.length
    for (const [i, f] of plan.shared.entries()) {
      const level = (data.random[f] as CrossedFactor).index[row] as number
      columns[column] = (shape.starts[i] as number) + level
      column += 1
    }
    if (!plan.withFixed) continue
    columns[column] = shape.fixedAt
    for (const [i, factor] of data.fixed.entries()) {
      const level = factor.index[row] as number
      columns[column + 1 + i] = level === 0 ? -1 : (shape.fixedStarts[i] as number) + level
    }
  }
}

/** Row numbers by group, then by absorbed level, then by row. */
function sortRows(group: Int32Array, absorbed: Int32Array, rows: number): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, row) => row)
  return order.sort(
    (a, b) =>
      (group[a] as number) - (group[b] as number) ||
      (absorbed[a] as number) - (absorbed[b] as number) ||
      a - b,
  )
}
