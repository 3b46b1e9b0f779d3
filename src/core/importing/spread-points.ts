// Spreads a sum of points over tracks, the lowest track first.

export interface SpreadTitle {
  name: string
  /** The least sum of points that the title asks for. */
  points: number
}

/**
 * The milestone of each of `tracks` tracks, so that their points reach `wanted` and no two differ by more than one
 * milestone. `points[m]` is what milestone m is worth; at the top of all tracks it stops.
 */
export function spreadPoints(wanted: number, points: number[], tracks: number): number[] {
  const levels = Array.from({ length: tracks }, () => 0)
  let sum = 0
  for (let milestone = 1; milestone < points.length; milestone++) {
    const step = (points[milestone] ?? 0) - (points[milestone - 1] ?? 0)
    for (let track = 0; track < tracks; track++) {
      if (sum >= wanted) return levels
      levels[track] = milestone
      sum += step
    }
  }
  return levels
}
