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
  for (const [level, count] of countLevels(facts)) {
    if (saysNothing(level)) continue
    if (levelOf(level, NO_WORDS) !== undefined) numbers += count
    else if (level.length <= LONGEST_WORD) {
      if (!isLevelWord(level)) unknown += count
      if (!words.has(keyOf(level)) && words.size <= MOST_WORDS) words.set(keyOf(level), nameFrom(level))
    }
  }
  const found = [...words.values()].filter((word) => isLevelWord(word) || unknown > numbers)
  if (found.length > MOST_WORDS) return []
  return found.every((word) => !isLevelWord(word)) ? found : orderLevelWords(found)
}

/** In the order of first appearance: a grid says the same few things a hundred thousand times. */
function countLevels(facts: Fact[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { level } of facts) if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}
