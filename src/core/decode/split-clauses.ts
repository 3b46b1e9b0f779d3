// Parts a sentence where it turns ("great designs, but nobody hears of them"), so that each side is read for itself.

import type { Sentence } from './split-sentences.ts'

/** A turn stands after a comma, a dash or a semicolon, or is a word that turns wherever it stands. */
const TURNS =
  /(?:[,;–—-]\s*|\s)(?:but|although|though|however|whereas|except(?: that)?|even though|yet(?=\s+(?:he|she|they|you|i|we|it|nobody|no one|the|his|her|their|your|my)\b))\s+|;\s+/giu
/** Fewer words than these tell nothing by themselves. */
const FEWEST_WORDS = 3

/** One clause where nothing turns. Clauses as they stand in the text, with the place of each in it. */
export function splitClauses({ text, start }: Sentence): Sentence[] {
  const cuts = [...text.matchAll(TURNS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const clauses: Sentence[] = []
  let begin = 0
  for (const { from, to } of cuts) {
    if (wordsIn(text.slice(begin, from)) < FEWEST_WORDS || wordsIn(text.slice(to)) < FEWEST_WORDS) continue
    clauses.push({ text: text.slice(begin, from), start: start + begin })
    begin = to
  }
  clauses.push({ text: text.slice(begin), start: start + begin })
  return clauses
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0
}
