// Which texts hold which words: a list of texts for each word, and nothing about how well they fit.

import { nearestWord } from '../framework/nearest-word.ts'

export interface WordIndex {
  /** `key` must not be there yet. */
  add(key: string, words: readonly string[]): void
  remove(key: string): void
  /** The texts that hold all of the words, each by its beginning. A word that no text begins with is taken for the nearest one. */
  find(words: readonly string[]): Set<string>
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
  const textsOf = new Map<string, Set<string>>()
  const wordsOf = new Map<string, ReadonlySet<string>>()
  const beginningWith = (word: string): Set<string>[] => {
    const own = textsOf.get(word)
    if (word.length < SHORTEST_BEGINNING) return own === undefined ? [] : [own]
    return [...textsOf].filter(([known]) => known.startsWith(word)).map(([, texts]) => texts)
  }
  const holding = (word: string): Set<string> => {
    const found = beginningWith(word)
    const nearest =
      found.length === 0 && word.length >= SHORTEST_FORGIVEN ? nearestWord(word, textsOf.keys()) : undefined
    const lists = nearest === undefined ? found : beginningWith(nearest)
    if (lists.length === 1) return lists[0] as Set<string>
    const all = new Set<string>()
    for (const texts of lists) for (const key of texts) all.add(key)
    return all
  }
  return {
    add(key, words) {
      const own = new Set(words)
      wordsOf.set(key, own)
      for (const word of own) {
        const texts = textsOf.get(word)
        if (texts === undefined) textsOf.set(word, new Set([key]))
        else texts.add(key)
      }
    },
    remove(key) {
      for (const word of wordsOf.get(key) ?? []) {
        const texts = textsOf.get(word)
        texts?.delete(key)
        if (texts?.size === 0) textsOf.delete(word)
      }
      wordsOf.delete(key)
    },
    find(words) {
      const [fewest, ...others] = words.map(holding).sort((a, b) => a.size - b.size)
      return new Set([...(fewest ?? [])].filter((key) => others.every((texts) => texts.has(key))))
    },
  }
}
