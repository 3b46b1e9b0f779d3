// Which texts hold which words: a list of texts for each word, and nothing about how well they fit.

import { nearestWord } from '../framework/nearest-word.ts'

export interface WordIndex {
  /** `text` is a small whole number, from 0, that is not there yet. */
  add(text: number, words: readonly string[]): void
  remove(text: number): void
  /**
   * Tells of each text whether it holds all of the words, each by its beginning. A word that no text begins with is
   * taken for the nearest one. It holds until something is added or removed.
   */
  find(words: readonly string[]): (text: number) => boolean
}

/** Shorter words are never taken for another: one slip in four letters is another word. */
const SHORTEST_FORGIVEN = 5
/** A single letter begins nearly everything; it is found as a word of its own. */
const SHORTEST_BEGINNING = 2

/**
 * Ten thousand texts are searched in a few milliseconds, also for words that most of them hold: an index that ranks
 * took ten times as long, and the newest day comes first anyhow.
 */
export function wordIndex(): WordIndex {
  const textsOf = new Map<string, Set<number>>()
  const wordsOf = new Map<number, ReadonlySet<string>>()
  const order = sortedWords(() => textsOf.keys())
  let highest = -1
  const beginningWith = (word: string): Set<number>[] => {
    const words = word.length < SHORTEST_BEGINNING ? [word] : order.beginningWith(word)
    return words.map((known) => textsOf.get(known)).filter((texts) => texts !== undefined)
  }
  const holding = (word: string): Set<number>[] => {
    const found = beginningWith(word)
    if (found.length > 0 || word.length < SHORTEST_FORGIVEN) return found
    const nearest = nearestWord(word, textsOf.keys())
    return nearest === undefined ? found : beginningWith(nearest)
  }
  return {
    add(text, words) {
      const own = new Set(words)
      wordsOf.set(text, own)
      highest = Math.max(highest, text)
      for (const word of own) {
        const texts = textsOf.get(word)
        if (texts !== undefined) texts.add(text)
        else {
          textsOf.set(word, new Set([text]))
          order.add(word)
        }
      }
    },
    remove(text) {
      for (const word of wordsOf.get(text) ?? []) {
        const texts = textsOf.get(word)
        texts?.delete(text)
        if (texts?.size !== 0) continue
        textsOf.delete(word)
        order.remove(word)
      }
      wordsOf.delete(text)
    },
    find(words) {
      // How many of the words each text holds, counted in their order: whoever misses one is passed over from then on.
      const held = new Uint16Array(highest + 1)
      words.forEach((word, before) => {
        for (const texts of holding(word))
          for (const text of texts) if (held[text] === before) held[text] = before + 1
      })
      return (text) => held[text] === words.length
    },
  }
}

/** Words in the order of their letters, so that those with one beginning stand together. Put in order when first asked. */
function sortedWords(all: () => Iterable<string>) {
  let sorted: string[] | null = null
  /** Where the first word stands that does not come before this one. */
  const placeOf = (words: readonly string[], word: string): number => {
    let from = 0
    let to = words.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((words[middle] as string) < word) from = middle + 1
      else to = middle
    }
    return from
  }
  return {
    add(word: string) {
      sorted?.splice(placeOf(sorted, word), 0, word)
    },
    remove(word: string) {
      sorted?.splice(placeOf(sorted, word), 1)
    },
    beginningWith(beginning: string): string[] {
      sorted ??= [...all()].sort()
      const from = placeOf(sorted, beginning)
      let to = from
      while (sorted[to]?.startsWith(beginning)) to += 1
      return sorted.slice(from, to)
    },
  }
}
