// How much two texts say the same: the cosine of their words, where rare words count more than common ones.

/** A text by its terms, each once, in alphabetical order; `signature` is equal where the terms are. */
export interface Terms {
  list: readonly string[]
  signature: string
}

/** What a text is compared by: terms and their weights, scaled so that the sum of squares is 1. */
export interface TermVector {
  terms: readonly string[]
  weights: readonly number[]
}

/** How much each term counts; one that stands nowhere counts as one that stands once. */
export interface TermWeights {
  ofTerm: ReadonlyMap<string, number>
  ofUnknown: number
}

export function termsFrom(words: Iterable<string>): Terms {
  const list = [...new Set(words)].sort()
  return { list, signature: list.join(' ') }
}

/**
 * Inverse document frequencies, ln(1 + N / n): Spärck Jones, "A statistical interpretation of term specificity and
 * its application in retrieval", Journal of Documentation 28 (1972). Texts with the same terms are counted once, so
 * that a copied sentence does not make its own words common.
 */
export function weighTerms(documents: readonly Terms[]): TermWeights {
  const different = new Map(documents.map((terms) => [terms.signature, terms.list]))
  const counts = new Map<string, number>()
  for (const terms of different.values())
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weight = (count: number) => Math.log(1 + different.size / count)
  return {
    ofTerm: new Map([...counts].map(([term, count]) => [term, weight(count)])),
    ofUnknown: weight(1),
  }
}

export function vectorOf({ list }: Terms, weights: TermWeights): TermVector {
  const raw = list.map((term) => weights.ofTerm.get(term) ?? weights.ofUnknown)
  let squares = 0
  for (const weight of raw) squares += weight * weight
  const length = Math.sqrt(squares)
  return { terms: list, weights: raw.map((weight) => weight / length) }
}

/** From 0, no word in common, to 1, the same words. */
export function cosine(a: TermVector, b: TermVector): number {
  return cosineWith(weightsByTerm(a), b)
}

export function weightsByTerm({ terms, weights }: TermVector): Map<string, number> {
  return new Map(terms.map((term, at) => [term, weights[at] ?? 0]))
}

/** The same for one text against many, whose weights are looked up. */
export function cosineWith(ofA: ReadonlyMap<string, number>, b: TermVector): number {
  let sum = 0
  for (const [at, term] of b.terms.entries()) sum += (ofA.get(term) ?? 0) * (b.weights[at] ?? 0)
  return Math.min(1, sum)
}
