// Cholesky factor, solution and inverse of one large symmetric positive definite matrix.

/** Columns taken together; four rows by four columns are held in registers. */
const BLOCK = 48

/**
 * Lower Cholesky factor in place, of a size × size matrix stored row by row of which only the lower triangle is
 * read. Everything is a dot product of two rows, so memory is read in order. False where a pivot is not positive.
 */
export function factoriseDense(a: Float64Array, size: number): boolean {
  for (let j0 = 0; j0 < size; j0 += BLOCK) {
    const j1 = Math.min(size, j0 + BLOCK)
    for (let j = j0; j < j1; j += 4) subtractProducts(a, size, j, Math.min(j + 4, j1), j, j1, j0)
    if (!factoriseCorner(a, size, j0, j1)) return false
    for (let i = j1; i < size; i += 4) {
      const end = Math.min(i + 4, size)
      for (let j = j0; j < j1; j += 4) tile(a, size, i, end, j, Math.min(j + 4, j1), j0)
      for (let row = i; row < end; row += 1) solveRow(a, size, row, j0, j1)
    }
  }
  return true
}

/** The diagonal block below and at rows `i0`: subtracts the products of the columns before `depth`. */
function subtractProducts(
  a: Float64Array,
  size: number,
  j0: number,
  j1: number,
  i0: number,
  i1: number,
  depth: number,
): void {
  for (let i = i0; i < i1; i += 4) tile(a, size, i, Math.min(i + 4, i1), j0, j1, depth)
}

/** a[i][j] −= Σ_{k < depth} a[i][k] a[j][k] for up to four rows i and four rows j. */
function tile(
  a: Float64Array,
  size: number,
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  depth: number,
): void {
  if (i1 - i0 === 4 && j1 - j0 === 4) {
    fullTile(a, size, i0, j0, depth)
    return
  }
  for (let i = i0; i < i1; i += 1) {
    for (let j = j0; j < j1; j += 1) {
      a[i * size + j] = (a[i * size + j] as number) - dot(a, i * size, a, j * size, 0, depth)
    }
  }
}

function fullTile(a: Float64Array, size: number, i0: number, j0: number, depth: number): void {
  const p0 = i0 * size
  const p1 = p0 + size
  const p2 = p1 + size
  const p3 = p2 + size
  const q0 = j0 * size
  const q1 = q0 + size
  const q2 = q1 + size
  const q3 = q2 + size
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0]
  let [s20, s21, s22, s23, s30, s31, s32, s33] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = 0; k < depth; k += 1) {
    const x0 = a[p0 + k] as number
    const x1 = a[p1 + k] as number
    const x2 = a[p2 + k] as number
    const x3 = a[p3 + k] as number
    const y0 = a[q0 + k] as number
    const y1 = a[q1 + k] as number
    const y2 = a[q2 + k] as number
    const y3 = a[q3 + k] as number
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  subtractFour(a, p0 + j0, s00, s01, s02, s03)
  subtractFour(a, p1 + j0, s10, s11, s12, s13)
  subtractFour(a, p2 + j0, s20, s21, s22, s23)
  subtractFour(a, p3 + j0, s30, s31, s32, s33)
}

function subtractFour(a: Float64Array, at: number, x: number, y: number, z: number, w: number): void {
  a[at] = (a[at] as number) - x
  a[at + 1] = (a[at + 1] as number) - y
  a[at + 2] = (a[at + 2] as number) - z
  a[at + 3] = (a[at + 3] as number) - w
}

function dot(a: Float64Array, p: number, b: Float64Array, q: number, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k += 1) sum += (a[p + k] as number) * (b[q + k] as number)
  return sum
}

function factoriseCorner(a: Float64Array, size: number, j0: number, j1: number): boolean {
  for (let i = j0; i < j1; i += 1) {
    solveRow(a, size, i, j0, i)
    const pivot = (a[i * size + i] as number) - dot(a, i * size, a, i * size, j0, i)
    if (!(pivot > 0)) return false
    a[i * size + i] = Math.sqrt(pivot)
  }
  return true
}

/** Row i against the finished corner j0–j1. */
function solveRow(a: Float64Array, size: number, i: number, j0: number, j1: number): void {
  const p = i * size
  for (let j = j0; j < j1; j += 1) {
    const q = j * size
    a[p + j] = ((a[p + j] as number) - dot(a, p, a, q, j0, j)) / (a[q + j] as number)
  }
}

/** L L' x = b in place. */
export function solveDense(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    x[i] = ((x[i] as number) - dot(factor, i * size, x, 0, 0, i)) / (factor[i * size + i] as number)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const value = (x[i] as number) / (factor[i * size + i] as number)
    x[i] = value
    for (let j = 0; j < i; j += 1) x[j] = (x[j] as number) - (factor[i * size + j] as number) * value
  }
}

/** The whole inverse of L L', both triangles. */
export function invertDense(factor: Float64Array, size: number): Float64Array {
  const columns = invertFactor(factor, size)
  const inverse = new Float64Array(size * size)
  for (let i = 0; i < size; i += 4) {
    const iEnd = Math.min(i + 4, size)
    for (let j = 0; j <= i; j += 4) {
      const jEnd = Math.min(j + 4, size)
      if (iEnd - i === 4 && jEnd - j === 4) {
        productTile(columns, inverse, size, i, j)
      } else {
        for (let p = i; p < iEnd; p += 1) {
          for (let q = j; q < jEnd; q += 1) {
            inverse[p * size + q] = dot(columns, p * size, columns, q * size, Math.max(p, q), size)
          }
        }
      }
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) inverse[i * size + j] = inverse[j * size + i] as number
  }
  return inverse
}

/** Row j holds column j of L⁻¹, so that both this and the product read rows in order. */
function invertFactor(factor: Float64Array, size: number): Float64Array {
  const columns = new Float64Array(size * size)
  for (let j0 = 0; j0 < size; j0 += 4) {
    const j1 = Math.min(j0 + 4, size)
    for (let j = j0; j < j1; j += 1) columns[j * size + j] = 1 / (factor[j * size + j] as number)
    for (let k0 = j0; k0 < size; k0 += 4) {
      const k1 = Math.min(k0 + 4, size)
      if (j1 - j0 === 4 && k1 - k0 === 4 && k0 > j0) inverseTile(factor, columns, size, j0, k0)
      for (let k = k0; k < k1; k += 1) {
        for (let j = j0; j < Math.min(j1, k); j += 1) {
          const isFull = j1 - j0 === 4 && k1 - k0 === 4 && k0 > j0
          const from = isFull ? k0 : j
          const start = isFull ? (columns[j * size + k] as number) : 0
          const sum = start + dot(factor, k * size, columns, j * size, from, k)
          columns[j * size + k] = -sum / (factor[k * size + k] as number)
        }
      }
    }
  }
  return columns
}

/** columns[j][k] = Σ_{j0 ≤ m < k0} L[k][m] columns[j][m] for four j and four k: the part before the corner. */
function inverseTile(
  factor: Float64Array,
  columns: Float64Array,
  size: number,
  j0: number,
  k0: number,
): void {
  const p0 = k0 * size
  const p1 = p0 + size
  const p2 = p1 + size
  const p3 = p2 + size
  for (let half = 0; half < 4; half += 2) {
    const q0 = (j0 + half) * size
    const q1 = q0 + size
    let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let m = j0; m < k0; m += 1) {
      const y0 = columns[q0 + m] as number
      const y1 = columns[q1 + m] as number
      const x0 = factor[p0 + m] as number
      const x1 = factor[p1 + m] as number
      const x2 = factor[p2 + m] as number
      const x3 = factor[p3 + m] as number
      s0 += x0 * y0
      s1 += x1 * y0
      s2 += x2 * y0
      s3 += x3 * y0
      t0 += x0 * y1
      t1 += x1 * y1
      t2 += x2 * y1
      t3 += x3 * y1
    }
    columns[q0 + k0] = s0
    columns[q0 + k0 + 1] = s1
    columns[q0 + k0 + 2] = s2
    columns[q0 + k0 + 3] = s3
    columns[q1 + k0] = t0
    columns[q1 + k0 + 1] = t1
    columns[q1 + k0 + 2] = t2
    columns[q1 + k0 + 3] = t3
  }
}

/** inverse[i][j] = Σ_k columns[i][k] columns[j][k] over the k where both are filled, for four i and four j ≤ i. */
function productTile(
  columns: Float64Array,
  inverse: Float64Array,
  size: number,
  i0: number,
  j0: number,
): void {
  for (let half = 0; half < 4; half += 2) {
    const p0 = (i0 + half) * size
    const p1 = p0 + size
    const q0 = j0 * size
    const q1 = q0 + size
    const q2 = q1 + size
    const q3 = q2 + size
    let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0]
    // Rows start with zeros before their diagonal, so one common start is right for all four.
    for (let k = i0; k < size; k += 1) {
      const x0 = columns[p0 + k] as number
      const x1 = columns[p1 + k] as number
      const y0 = columns[q0 + k] as number
      const y1 = columns[q1 + k] as number
      const y2 = columns[q2 + k] as number
      const y3 = columns[q3 + k] as number
      s0 += x0 * y0
      s1 += x0 * y1
      s2 += x0 * y2
      s3 += x0 * y3
      t0 += x1 * y0
      t1 += x1 * y1
      t2 += x1 * y2
      t3 += x1 * y3
    }
    inverse[p0 + j0] = s0
    inverse[p0 + j0 + 1] = s1
    inverse[p0 + j0 + 2] = s2
    inverse[p0 + j0 + 3] = s3
    inverse[p1 + j0] = t0
    inverse[p1 + j0 + 1] = t1
    inverse[p1 + j0 + 2] = t2
    inverse[p1 + j0 + 3] = t3
  }
}
