// The ratings of a whole organisation as columns of numbers, with names kept apart.

/** Kinds of rows; a sealed row is one value of a sealed confidential round. */
export const SELF = 0
export const MANAGER = 1
export const OTHER = 2
export const SEALED = 3

/** Places of evidence qualities in the column `evidence`. */
export const EVIDENCE_ORDER = ['usual', 'linked', 'saw-little'] as const

export interface RatingColumns {
  people: number
  /** Raters other than the person themselves. */
  raters: number
  topLevel: number
  /** Domain of each skill; its length is the number of skills. */
  domainOf: Int32Array
  /** Days since 1970 of each wave, ascending. One entry where all was said at the same time. */
  waveDays: Float64Array
  person: Int32Array
  skill: Uint16Array
  /** Rater of a row; of a sealed row the index of its round; −1 for self-ratings. */
  rater: Int32Array
  kind: Uint8Array
  /** `ratingCode` of the level; of no meaning in sealed rows. */
  code: Uint8Array
  evidence: Uint8Array
  /** Absent where there is one wave. */
  wave?: Uint16Array
  /** Sealed rounds, where there are any: by row the value and its own variance, by round the shared variance. */
  sealed?: { value: Float64Array; variance: Float64Array; shared: Float64Array }
}

export type ColumnsFailure =
  | { kind: 'no-ratings' }
  | { kind: 'level-outside-scale'; row: number }
  | {
      kind: 'unknown-number'
      column: 'person' | 'skill' | 'rater' | 'kind' | 'evidence' | 'wave'
      row: number
    }
  | { kind: 'sealed-not-a-number'; row: number }

/** The first thing that is wrong with the columns, or null. */
export function checkColumns(columns: RatingColumns): ColumnsFailure | null {
  const { person, skill, rater, kind, code, evidence, wave, sealed } = columns
  if (person.length === 0) return { kind: 'no-ratings' }
  const [skills, codes, waves] = [columns.domainOf.length, 2 * columns.topLevel + 1, columns.waveDays.length]
  for (let row = 0; row < person.length; row += 1) {
    const [p, r, k] = [person[row] as number, rater[row] as number, kind[row] as number]
    if (!(p >= 0 && p < columns.people)) return { kind: 'unknown-number', column: 'person', row }
    if ((skill[row] as number) >= skills) return { kind: 'unknown-number', column: 'skill', row }
    if (k > SEALED || (k === SEALED && !sealed)) return { kind: 'unknown-number', column: 'kind', row }
    const most = k === SEALED ? (sealed?.shared.length ?? 0) : columns.raters
    if (k !== SELF && !(r >= 0 && r < most)) return { kind: 'unknown-number', column: 'rater', row }
    if ((evidence[row] as number) >= EVIDENCE_ORDER.length) {
      return { kind: 'unknown-number', column: 'evidence', row }
    }
    if (wave && (wave[row] as number) >= waves) return { kind: 'unknown-number', column: 'wave', row }
    if (k === SEALED) {
      const [value, own] = [sealed?.value[row] as number, sealed?.variance[row] as number]
      if (!Number.isFinite(value) || !(own > 0)) return { kind: 'sealed-not-a-number', row }
    } else if ((code[row] as number) >= codes) return { kind: 'level-outside-scale', row }
  }
  return null
}

/**
 * For each person the number of the network they belong to, from 0. People are in one network where a chain of
 * shared raters joins them; between networks, nothing tells strict raters from low levels, and levels must not be
 * compared. Self-ratings and sealed rounds join nobody.
 */
export function connectedNetworks(columns: RatingColumns): Int32Array {
  const { people, person, rater, kind } = columns
  const parent = Int32Array.from({ length: people + columns.raters }, (_, i) => i)
  const rootOf = (start: number): number => {
    let at = start
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (let row = 0; row < person.length; row += 1) {
    if (kind[row] === SELF || kind[row] === SEALED) continue
    const [a, b] = [rootOf(person[row] as number), rootOf(people + (rater[row] as number))]
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: people }, (_, p) => {
    const root = rootOf(p)
    const known = numbers.get(root) ?? numbers.size
    numbers.set(root, known)
    return known
  })
}
