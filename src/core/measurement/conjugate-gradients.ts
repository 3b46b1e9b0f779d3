// Solves a large symmetric positive definite system that is only known by what it does to a vector.

export interface GradientsOutcome {
  passes: number
  /** False where the limit of passes came first. */
  reached: boolean
}

/**
 * Preconditioned conjugate gradients (Hestenes & Stiefel 1952) in place: `x` holds the start and then the solution.
 * Ends when the residual, measured by the preconditioner, has shrunk to `tolerance` of the right-hand side.
 */
export function conjugateGradients(
  apply: (v: Float64Array, out: Float64Array) => void,
  precondition: (v: Float64Array, out: Float64Array) => void,
  right: Float64Array,
  x: Float64Array,
  tolerance: number,
  mostPasses: number,
): GradientsOutcome {
  const size = right.length
  const [residual, direction, image, scaled] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  precondition(right, scaled)
  const goal = tolerance * tolerance * dot(right, scaled)
  apply(x, image)
  for (let i = 0; i < size; i += 1) residual[i] = (right[i] as number) - (image[i] as number)
  precondition(residual, scaled)
  direction.set(scaled)
  let norm = dot(residual, scaled)
  let passes = 0
  while (norm > goal && passes < mostPasses) {
    passes += 1
    apply(direction, image)
    const step = norm / dot(direction, image)
    for (let i = 0; i < size; i += 1) {
      x[i] = (x[i] as number) + step * (direction[i] as number)
      residual[i] = (residual[i] as number) - step * (image[i] as number)
    }
    precondition(residual, scaled)
    const next = dot(residual, scaled)
    const kept = next / norm
    for (let i = 0; i < size; i += 1) direction[i] = (scaled[i] as number) + kept * (direction[i] as number)
    norm = next
  }
  return { passes, reached: norm <= goal }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number)
  return sum
}
