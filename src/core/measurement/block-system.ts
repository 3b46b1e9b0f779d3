// The shape of a crossed model: rows in groups (people), unknowns inside a group, and unknowns shared by all groups.

/**
 * Each row's number is the sum of one *absorbed* unknown of its group (a diagonal or chained block, eliminated
 * first), some *dense* unknowns of its group (eliminated second, by a small Cholesky factor) and some *shared*
 * unknowns. In the measurement of people: a group is a person, absorbed is person-by-skill, dense are person,
 * domain and halo, shared are leniency and the skills' means. Unknowns have mean 0: known means go into offsets.
 */
export interface BlockSystem {
  groups: number
  /** Rows of group g are rowStart[g] to rowStart[g + 1] − 1, in the order of their absorbed unknown. */
  rowStart: Int32Array
  /** How many dense and how many shared columns a row has besides its absorbed one. */
  dense: number
  shared: number
  /**
   * Row by row 1 + dense + shared indices: absorbed and dense within the group, shared overall. −1 where the row
   * has none; the absorbed one is never missing.
   */
  columns: Int32Array
  /** The first dense unknown of every group belongs to all of its rows without being listed. */
  denseIntercept: boolean
  /** Absorbed unknowns of group g are absorbedStart[g] to absorbedStart[g + 1] − 1. */
  absorbedStart: Int32Array
  /** Prior variance; of a linked unknown the variance of its step away from the one before it (a random walk). */
  absorbedVariance: Float64Array
  absorbedLinked: Uint8Array
  denseStart: Int32Array
  denseVariance: Float64Array
  denseLinked: Uint8Array
  sharedCount: number
  /** Infinite where nothing is assumed beforehand (a fixed effect). */
  sharedVariance: Float64Array
  /** Shared unknowns from–to have, besides their own variance, a common part with this variance; 0 for none. */
  tie: { from: number; to: number; variance: number }
}

export function rowCount(system: BlockSystem): number {
  return system.rowStart[system.groups] ?? 0
}

/** Numbers from one row to the next in `columns`. */
export function strideOf(system: BlockSystem): number {
  return 1 + system.dense + system.shared
}

/** What the tie takes from each entry of the shared prior precision among tied unknowns (Sherman–Morrison). */
export function tiePrecision(system: BlockSystem): number {
  const { from, to, variance } = system.tie
  if (variance === 0 || to <= from) return 0
  const own = system.sharedVariance[from] ?? 1
  return variance / (own * own) / (1 + ((to - from) * variance) / own)
}

/** One number for each row; single precision where there are millions and a rating is only worth so much. */
export type RowNumbers = Float64Array | Float32Array
