// Finds which text of an old version became which text of a new one, where no id says it.

import { wordsOf } from './compare-wording.ts'

export interface TextItem {
  /** Unique among its side. */
  key: string
  text: string
}

export interface TextMatch {
  before: string
  after: string
  /** 0 to 1: how alike the words are (cosine of word weights); 1 for the same words. */
  confidence: number
}

/** Below this, two texts are two texts: fewer than about two thirds of the telling words agree. */
const LEAST_CONFIDENCE = 0.6

/** Candidates are found by a text's rarest words only, and by no word that so many texts share. */
const TELLING_WORDS = 10
const MOST_SHARED = 48
const CANDIDATES = 6

/**
 * Each text is matched at most once, the surest pairs first; ties go by the order given. Linear in the number of
 * texts: only texts that share a rare word are ever compared.
 */
export function matchTexts(
  before: readonly TextItem[],
  after: readonly TextItem[],
  least = LEAST_CONFIDENCE,
): TextMatch[] {
  const [old, fresh] = [before.map(readText), after.map(readText)]
  const exact = matchEqual(old, fresh)
  const [goneKeys, newKeys] = [
    new Set(exact.map((one) => one.before)),
    new Set(exact.map((one) => one.after)),
  ]
  const left = old.filter((item) => !goneKeys.has(item.key))
  const right = fresh.filter((item) => !newKeys.has(item.key))
  return [...exact, ...matchAlike(left, right, least)]
}

/** A text whose words were read, once for all that is asked of them. */
interface ReadText {
  key: string
  words: readonly string[]
  /** All of them in one. */
  line: string
}

function readText({ key, text }: TextItem): ReadText {
  const words = wordsOf(text)
  return { key, words, line: words.join(' ') }
}

function matchEqual(before: readonly ReadText[], after: readonly ReadText[]): TextMatch[] {
  const waiting = new Map<string, string[]>()
  for (const { key, line } of after) {
    if (line === '') continue
    const keys = waiting.get(line)
    if (keys === undefined) waiting.set(line, [key])
    else keys.push(key)
  }
  return before.flatMap(({ key, line }) => {
    const found = waiting.get(line)?.shift()
    return found === undefined ? [] : [{ before: key, after: found, confidence: 1 }]
  })
}

/** The weights of a text's words: its vector, and the vector's length. */
interface Weighed {
  key: string
  weights: Map<number, number>
  length: number
}

function matchAlike(before: readonly ReadText[], after: readonly ReadText[], least: number): TextMatch[] {
  if (before.length === 0 || after.length === 0) return []
  const { left, right, shared } = weigh(before, after)
  const postings = postingsOf(right)
  const pairs = left.flatMap((item, index) =>
    candidatesFor(item, postings, shared, right.length)
      .map((place) => ({ index, place, confidence: cosine(item, right[place]) }))
      .filter((pair) => pair.confidence >= least),
  )
  pairs.sort((a, b) => b.confidence - a.confidence || a.index - b.index || a.place - b.place)
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()]
  return pairs.flatMap(({ index, place, confidence }) => {
    if (usedLeft.has(index) || usedRight.has(place)) return []
    usedLeft.add(index)
    usedRight.add(place)
    return [{ before: left[index]?.key ?? '', after: right[place]?.key ?? '', confidence }]
  })
}

/** Rare words weigh more (inverse document frequency, Spärck Jones 1972); a word said twice weighs √2 times as much. */
function weigh(before: readonly ReadText[], after: readonly ReadText[]) {
  const numbers = new Map<string, number>()
  const shared: number[] = []
  const counted = [...before, ...after].map(({ key, words }) => {
    const counts = new Map<number, number>()
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const number of counts.keys()) shared[number] = (shared[number] ?? 0) + 1
    return { key, counts }
  })
  const weighed = counted.map(({ key, counts }): Weighed => {
    const weights = new Map<number, number>()
    let squares = 0
    for (const [number, count] of counts) {
      const weight = Math.sqrt(count) * Math.log(1 + counted.length / (shared[number] ?? 1))
      weights.set(number, weight)
      squares += weight * weight
    }
    return { key, weights, length: Math.sqrt(squares) }
  })
  return { left: weighed.slice(0, before.length), right: weighed.slice(before.length), shared }
}

function postingsOf(items: readonly Weighed[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  items.forEach((item, place) => {
    for (const number of item.weights.keys()) {
      const list = postings.get(number)
      if (list === undefined) postings.set(number, [place])
      else list.push(place)
    }
  })
  return postings
}

function candidatesFor(
  item: Weighed,
  postings: Map<number, number[]>,
  shared: readonly number[],
  size: number,
): number[] {
  const telling = [...item.weights.keys()]
    .filter((number) => {
      const places = postings.get(number)?.length ?? 0
      return places > 0 && (places <= MOST_SHARED || size <= MOST_SHARED)
    })
    .sort((a, b) => (shared[a] ?? 0) - (shared[b] ?? 0) || a - b)
    .slice(0, TELLING_WORDS)
  const sums = new Map<number, number>()
  for (const number of telling)
    for (const place of postings.get(number) ?? [])
      sums.set(place, (sums.get(place) ?? 0) + (item.weights.get(number) ?? 0))
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([place]) => place)
}

function cosine(one: Weighed, other: Weighed | undefined): number {
  if (other === undefined || one.length === 0 || other.length === 0) return 0
  let sum = 0
  for (const [number, weight] of one.weights) sum += weight * (other.weights.get(number) ?? 0)
  return sum / (one.length * other.length)
}
