// Finds for each of many texts the most similar one before it, without comparing every pair.
import {
  cosineWith,
  type Terms,
  type TermVector,
  type TermWeights,
  vectorOf,
  weightsByTerm,
} from './similarity.ts'

export interface NearestTwin {
  /** Position of the other text. */
  index: number
  /** From the threshold to 1. */
  similarity: number
}

/** Sums of products of numbers below 1 may miss the threshold by rounding. */
const ROUNDING = 1e-9
/** So few words say little by sharing most of them ("Turns the loaves", "Turns the dough"): only equal ones are twins. */
const FEW_TERMS = 4

/**
 * For each text the most similar earlier one, where it is at least as similar as `threshold` (more than 0, at most 1);
 * of equals, the first. Exact: an inverted index that leaves out, of each text, the common words that cannot reach the
 * threshold alone (Bayardo, Ma & Srikant, "Scaling up all pairs similarity search", WWW 2007, All-Pairs-1).
 */
export function nearestEarlierTwins(
  documents: readonly Terms[],
  weights: TermWeights,
  threshold: number,
): (NearestTwin | undefined)[] {
  const vectors = documents.map((terms) => commonFirst(vectorOf(terms, weights)))
  const index = new TwinIndex(threshold, vectors)
  const firstOf = new Map<string, number>()
  return documents.map(({ signature }, position) => {
    const vector = vectors[position]
    if (signature === '' || vector === undefined) return undefined
    const same = firstOf.get(signature)
    if (same !== undefined) return { index: same, similarity: 1 }
    firstOf.set(signature, position)
    const found = index.nearest(vector)
    index.add(vector, position)
    return found
  })
}

/** The most similar of all other texts, before or behind it, for the few texts that are asked about. */
export function nearestTwins(
  asked: readonly number[],
  documents: readonly Terms[],
  weights: TermWeights,
  threshold: number,
): (NearestTwin | undefined)[] {
  const vectors = documents.map((terms) => vectorOf(terms, weights))
  return asked.map((position) => nearestOf(position, vectors, threshold))
}

function nearestOf(
  position: number,
  vectors: readonly TermVector[],
  threshold: number,
): NearestTwin | undefined {
  const own = vectors[position]
  if (own === undefined || own.terms.length === 0) return undefined
  const weights = weightsByTerm(own)
  let best: NearestTwin | undefined
  for (const [index, other] of vectors.entries()) {
    if (index === position || other.terms.length === 0) continue
    const similarity = cosineWith(weights, other)
    if (areTwins(own, other, similarity, threshold) && similarity > (best?.similarity ?? 0) + ROUNDING)
      best = { index, similarity }
  }
  return best
}

function areTwins(a: TermVector, b: TermVector, similarity: number, threshold: number): boolean {
  const few = Math.min(a.terms.length, b.terms.length) < FEW_TERMS
  return similarity >= (few ? 1 : threshold) - ROUNDING
}

/** Common terms first, so that the index can leave them out: their lists would be the long ones. */
function commonFirst({ terms, weights }: TermVector): TermVector {
  const order = [...terms.keys()].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))
  return { terms: order.map((at) => terms[at] ?? ''), weights: order.map((at) => weights[at] ?? 0) }
}

interface Entry {
  vector: TermVector
  position: number
  /** How many terms at its beginning are not in the lists. */
  left: number
}

class TwinIndex {
  private readonly threshold: number
  private readonly entries: Entry[] = []
  private readonly lists = new Map<string, { entry: number; weight: number }[]>()
  private readonly heaviest = new Map<string, number>()

  constructor(threshold: number, vectors: readonly TermVector[]) {
    this.threshold = threshold
    for (const { terms, weights } of vectors)
      for (const [at, term] of terms.entries())
        this.heaviest.set(term, Math.max(this.heaviest.get(term) ?? 0, weights[at] ?? 0))
  }

  add(vector: TermVector, position: number): void {
    const entry = this.entries.length
    let reachable = 0
    let left = 0
    for (const [at, term] of vector.terms.entries()) {
      const weight = vector.weights[at] ?? 0
      reachable += weight * (this.heaviest.get(term) ?? 0)
      if (reachable < this.threshold - ROUNDING) {
        left = at + 1
        continue
      }
      const list = this.lists.get(term)
      if (list === undefined) this.lists.set(term, [{ entry, weight }])
      else list.push({ entry, weight })
    }
    this.entries.push({ vector, position, left })
  }

  nearest(vector: TermVector): NearestTwin | undefined {
    const own = weightsByTerm(vector)
    let best: NearestTwin | undefined
    for (const [at, sum] of this.candidates(vector)) {
      const entry = this.entries[at]
      if (entry === undefined) continue
      const similarity = Math.min(1, sum + restOf(entry, own))
      if (!areTwins(vector, entry.vector, similarity, this.threshold)) continue
      const nearer = similarity - (best?.similarity ?? 0)
      const first = best === undefined || entry.position < best.index
      if (nearer > ROUNDING || (nearer > -ROUNDING && first)) best = { index: entry.position, similarity }
    }
    return best
  }

  /** What the lists alone contribute to the similarity with each earlier text that shares a listed term. */
  private candidates(vector: TermVector): Map<number, number> {
    const sums = new Map<number, number>()
    for (const [at, term] of vector.terms.entries()) {
      const own = vector.weights[at] ?? 0
      for (const { entry, weight } of this.lists.get(term) ?? [])
        sums.set(entry, (sums.get(entry) ?? 0) + own * weight)
    }
    return sums
  }
}

function restOf({ vector, left }: Entry, own: ReadonlyMap<string, number>): number {
  let sum = 0
  for (let at = 0; at < left; at++) sum += (vector.weights[at] ?? 0) * (own.get(vector.terms[at] ?? '') ?? 0)
  return sum
}
