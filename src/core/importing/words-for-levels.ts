// Finds the words that stand for levels in a source, and their order.
import type { Fact } from './fact.ts'
import { isLevelWord, levelOf, orderLevelWords, saysNothing } from './level-words.ts'
import { keyOf, nameFrom } from './naming.ts'

/** More different words than this are notes, not a scale. */
const MOST_WORDS = 12
const LONGEST_WORD = 40
const NO_WORDS: ReadonlyMap<string, number> = new Map()

/**
 * Lowest first; empty where levels are numbers. Words without a known order keep the one of the source; where most
 * levels are numbers, a word that nobody knows is a note and no level.
 */
export function levelWordsIn(facts: Fact[]): string[] {
  const words = new Map<string, string>()
  let unknown = 0
  let numbers = 0
  for (const { level } of facts) {
    if (level === undefined || saysNothing(level)) continue
    if (levelOf(level, NO_WORDS) !== undefined) numbers++
    else if (level.length <= LONGEST_WORD) {
      if (!isLevelWord(level)) unknown++
      if (!words.has(keyOf(level)) && words.size <= MOST_WORDS) words.set(keyOf(level), nameFrom(level))
    }
  }
  const found = [...words.values()].filter((word) => isLevelWord(word) || unknown > numbers)
  if (found.length > MOST_WORDS) return []
  return found.every((word) => !isLevelWord(word)) ? found : orderLevelWords(found)
}
