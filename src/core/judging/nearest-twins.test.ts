// Twins are found without comparing every pair, and are the same as if every pair had been compared.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestEarlierTwins, nearestTwins } from './nearest-twins.ts'
import { cosine, type Terms, termsFrom, vectorOf, weighTerms } from './similarity.ts'

const anyText = fc
  .array(fc.constantFrom(...'a b c d e f g h i j k l m n o p'.split(' ')), { maxLength: 9 })
  .map(termsFrom)
const anyTexts = fc.array(anyText, { maxLength: 30 })
const anyThreshold = fc.constantFrom(0.2, 0.4, 0.55, 0.8, 1)

const fewTerms = (a: Terms, b: Terms) => Math.min(a.list.length, b.list.length) < 4

/** Compares every pair, with no index. */
function everyPair(texts: Terms[], threshold: number): number[][] {
  const weights = weighTerms(texts)
  const vectors = texts.map((text) => vectorOf(text, weights))
  return texts.map((text, at) =>
    texts.map((other, index) => {
      const [a, b] = [vectors[at], vectors[index]]
      if (index === at || text.signature === '' || other.signature === '' || !a || !b) return 0
      const similarity = text.signature === other.signature ? 1 : cosine(a, b)
      return similarity >= (fewTerms(text, other) ? 1 : threshold) - 1e-9 ? similarity : 0
    }),
  )
}

test('the nearest earlier text is the one that comparing every pair finds', () => {
  fc.assert(
    fc.property(anyTexts, anyThreshold, (texts, threshold) => {
      const pairs = everyPair(texts, threshold)
      const twins = nearestEarlierTwins(texts, weighTerms(texts), threshold)
      for (const [at, twin] of twins.entries()) {
        const best = Math.max(0, ...(pairs[at] ?? []).slice(0, at))
        expect(twin?.similarity ?? 0).toBeCloseTo(best, 6)
        if (twin) expect(pairs[at]?.[twin.index]).toBeCloseTo(best, 6)
      }
    }),
  )
})

test('whoever has a twin is a twin: both ways, at least as near', () => {
  fc.assert(
    fc.property(anyTexts, anyThreshold, (texts, threshold) => {
      const twins = nearestTwins([...texts.keys()], texts, weighTerms(texts), threshold)
      for (const twin of twins) {
        if (twin === undefined) continue
        expect(twins[twin.index]?.similarity ?? 0).toBeGreaterThanOrEqual(twin.similarity - 1e-6)
      }
    }),
  )
})

test('a text that stands twice is always found, however strict the threshold', () => {
  fc.assert(
    fc.property(anyTexts, anyText, anyThreshold, (texts, copied, threshold) => {
      fc.pre(copied.signature !== '')
      const all = [copied, ...texts, copied]
      expect(nearestEarlierTwins(all, weighTerms(all), threshold).at(-1)).toEqual({ index: 0, similarity: 1 })
    }),
  )
})

test('only the second of two twins names the first', () => {
  const texts = ['weigh flour for each batch', 'sweep the floor at noon', 'for each batch weigh flour'].map(
    (text) => termsFrom(text.split(' ')),
  )
  expect(nearestEarlierTwins(texts, weighTerms(texts), 0.55)).toEqual([
    undefined,
    undefined,
    { index: 0, similarity: 1 },
  ])
})

test('three words that differ in one are no twins, for each says little', () => {
  const texts = ['turns the loaves', 'turns the dough'].map((text) => termsFrom(text.split(' ')))
  expect(nearestEarlierTwins(texts, weighTerms(texts), 0.2)).toEqual([undefined, undefined])
})
