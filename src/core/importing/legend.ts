// Finds a legend of levels in words beside a table, such as "1 = learning, 2 = working, 3 = strong".
import { HIGHEST_LEVEL } from './level-words.ts'
import { oneLine } from './naming.ts'

const FEWEST = 3
const LONGEST_NAME = 40
const ENTRY =
  /(?:^|[\s(*:,;.|/-])(\d{1,2})\s*[=:–—-]\s*(\p{L}[^=;,|\n]*?)(?=\s*(?:[;,|\n.)]|$|[\s/]\d{1,2}\s*[=:–—-]))/gu

/** From levels to their names; undefined unless at least three levels follow each other and nothing else is said. */
export function legendIn(text: string): Map<number, string> | undefined {
  const names = new Map<number, string>()
  for (const [, number, words] of text.matchAll(ENTRY)) {
    const [level, name] = [Number(number), oneLine(words ?? '')]
    if (level > HIGHEST_LEVEL || name.length > LONGEST_NAME || names.has(level)) return undefined
    names.set(level, name)
  }
  const levels = [...names.keys()]
  const isRow = levels.every((level, index) => index === 0 || level === (levels[index - 1] ?? 0) + 1)
  return names.size >= FEWEST && isRow ? names : undefined
}
