// Where the search for variance components starts.

import type { CrossedData } from './crossed-data.ts'

/**
 * From each factor alone: the variance between its levels' means, less what noise explains (one-way analysis of
 * variance), together at most 70 % of all. The residual comes last. `y` is in the order `order` of the rows.
 */
export function startingVariances(data: CrossedData, order: Int32Array, y: Float64Array): Float64Array {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const squares = y.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const total = squares / y.length
  const between = data.random.map((factor) => {
    const found = betweenLevels(factor.index, factor.levels.length, { order, y, mean, squares })
    return Math.max(found, 0.02 * total)
  })
  const explained = between.reduce((sum, value) => sum + value, 0)
  const scale = explained > 0.7 * total ? (0.7 * total) / explained : 1
  return Float64Array.from([
    ...between.map((value) => scale * value),
    Math.max(total - explained, 0.3 * total),
  ])
}

interface Rows {
  order: Int32Array
  y: Float64Array
  mean: number
  /** Sum of squares around the mean. */
  squares: number
}

function betweenLevels(index: Int32Array, levels: number, { order, y, mean, squares }: Rows): number {
  const [counts, sums] = [new Float64Array(levels), new Float64Array(levels)]
  for (const [at, row] of order.entries()) {
    const level = index[row] as number
    counts[level] = (counts[level] as number) + 1
    sums[level] = (sums[level] as number) + (y[at] as number) - mean
  }
  let [among, sizes] = [0, 0]
  for (let level = 0; level < levels; level += 1) {
    const count = counts[level] as number
    if (count === 0) continue
    among += (sums[level] as number) ** 2 / count
    sizes += count * count
  }
  const rows = y.length
  const noise = (squares - among) / Math.max(1, rows - levels)
  return (among - (levels - 1) * noise) / Math.max(1, rows - sizes / rows)
}
