// Minimises a smooth function of a few parameters.

export interface Minimum {
  at: Float64Array
  value: number
  /** Gradient at `at`. */
  gradient: Float64Array
  iterations: number
  stoppedEarly: boolean
}

/** Step of the central differences, for parameters of about unit size. */
const STEP = 1e-4

export function centralGradient(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  const probe = at.slice()
  return at.map((value, i) => {
    probe[i] = value + STEP
    const above = f(probe)
    probe[i] = value - STEP
    const below = f(probe)
    probe[i] = value
    return (above - below) / (2 * STEP)
  })
}

/**
 * BFGS with central differences and a halving line search. Infinite values of `f` are walls. Ends when the predicted
 * gain is below `enough`.
 */
export function minimise(
  f: (at: Float64Array) => number,
  start: Float64Array,
  enough = 1e-9,
  mostIterations = 200,
): Minimum {
  const size = start.length
  let at: Float64Array = start.slice()
  let value = f(at)
  let gradient = centralGradient(f, at)
  let inverse = identity(size)
  let iterations = 0
  let isFresh = true
  while (iterations < mostIterations) {
    iterations += 1
    const direction = multiply(inverse, gradient).map((x) => -x)
    const slope = direction.reduce((sum, x, i) => sum + x * (gradient[i] as number), 0)
    if (-slope < enough) return { at, value, gradient, iterations, stoppedEarly: false }
    const next = lineSearch(f, at, value, direction, slope)
    if (next === null) {
      // The curvature misled: once more along the gradient, else this is as low as differences can tell.
      if (isFresh) return { at, value, gradient, iterations, stoppedEarly: -slope > 1e-4 }
      inverse = identity(size)
      isFresh = true
      continue
    }
    const nextGradient = centralGradient(f, next.at)
    inverse = update(inverse, next.at, at, nextGradient, gradient)
    isFresh = false
    at = next.at
    value = next.value
    gradient = nextGradient
  }
  return { at, value, gradient, iterations, stoppedEarly: true }
}

function lineSearch(
  f: (at: Float64Array) => number,
  at: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
): { at: Float64Array; value: number } | null {
  const longest = direction.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  let scale = Math.min(1, 2 / longest)
  for (let tries = 0; tries < 40; tries += 1, scale /= 2) {
    const next = at.map((x, i) => x + scale * (direction[i] as number))
    const there = f(next)
    if (there <= value + 1e-4 * scale * slope) return { at: next, value: there }
  }
  return null
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
  )
}

function multiply(matrix: readonly Float64Array[], v: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => row.reduce((sum, x, j) => sum + x * (v[j] as number), 0))
}

/** The inverse form of the BFGS update; left out where curvature along the step is not positive. */
function update(
  inverse: Float64Array[],
  next: Float64Array,
  at: Float64Array,
  nextGradient: Float64Array,
  gradient: Float64Array,
): Float64Array[] {
  const s = next.map((x, i) => x - (at[i] as number))
  const y = nextGradient.map((x, i) => x - (gradient[i] as number))
  const sy = s.reduce((sum, x, i) => sum + x * (y[i] as number), 0)
  if (!(sy > 1e-12)) return inverse
  const hy = multiply(inverse, y)
  const yhy = y.reduce((sum, x, i) => sum + x * (hy[i] as number), 0)
  return inverse.map((row, i) =>
    row.map(
      (x, j) =>
        x +
        ((1 + yhy / sy) * (s[i] as number) * (s[j] as number)) / sy -
        ((hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)) / sy,
    ),
  )
}
