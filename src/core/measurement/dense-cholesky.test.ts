// The large factor: products lead back to the matrix, whatever its size.

import { expect, test } from 'vitest'
import { factoriseDense, invertDense, solveDense } from './dense-cholesky.ts'
import { seededRandom } from './seeded-random.ts'

/** A'A + size·I of random numbers. */
function positiveDefinite(size: number): Float64Array {
  const random = seededRandom(size)
  const root = Float64Array.from({ length: size * size }, () => random() - 0.5)
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let sum = i === j ? 1 : 0
      for (let k = 0; k < size; k += 1) sum += (root[i * size + k] as number) * (root[j * size + k] as number)
      matrix[i * size + j] = sum
    }
  }
  return matrix
}

const sizes = [1, 2, 3, 4, 5, 7, 8, 47, 48, 49, 97, 130]

test.each(sizes)('a factor of %i rows solves and inverts', (size) => {
  const matrix = positiveDefinite(size)
  const factor = matrix.slice()
  expect(factoriseDense(factor, size)).toBe(true)
  const wanted = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1))
  const right = wanted.map((_, i) =>
    wanted.reduce((sum, x, j) => sum + (matrix[i * size + j] as number) * x, 0),
  )
  solveDense(factor, size, right)
  for (const [i, value] of right.entries()) expect(value).toBeCloseTo(wanted[i] as number, 8)
  const inverse = invertDense(factor, size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let sum = 0
      for (let k = 0; k < size; k += 1)
        sum += (matrix[i * size + k] as number) * (inverse[k * size + j] as number)
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 8)
    }
  }
})

test('a matrix that is not positive definite is refused, not turned into numbers that are none', () => {
  expect(factoriseDense(new Float64Array([1, 2, 2, 1]), 2)).toBe(false)
  expect(factoriseDense(new Float64Array([Number.NaN]), 1)).toBe(false)
})
