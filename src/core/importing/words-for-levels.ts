// Finds the words that stand for levels in a source, and their order.
import type { Fact } from './fact.ts'
import { isLevelWord, levelOf, orderLevelWords, saysNothing } from './level-words.ts'
import { keyOf, nameFrom } from './naming.ts'

/** More different words than this are notes, not a scale. */
const MOST_WORDS = 12
const LONGEST_WORD = 40
const NO_WORDS: ReadonlyMap<string, number> = new Map()

/** Lowest first; empty where levels are numbers. Words without a known order keep the one of the source. */
export function levelWordsIn(facts: Fact[]): string[] {
  const words = new Map<string, string>()
  for (const { level } of facts) {
    if (level === undefined || level.length > LONGEST_WORD || words.size > MOST_WORDS) continue
    if (saysNothing(level) || levelOf(level, NO_WORDS) !== undefined) continue
    if (!words.has(keyOf(level))) words.set(keyOf(level), nameFrom(level))
  }
  if (words.size > MOST_WORDS) return []
  const found = [...words.values()]
  return found.every((word) => !isLevelWord(word)) ? found : orderLevelWords(found)
}
