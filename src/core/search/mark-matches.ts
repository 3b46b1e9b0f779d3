// Parts a text into what matched a search and what did not, so that the matched words can be marked.
import { searchTerms } from './search-terms.ts'

export interface MarkedPart {
  text: string
  matched: boolean
}

/** Letters and apostrophes of one word, or everything between two. */
const WORDS_AND_REST = /[\p{L}\p{N}\p{M}'’]+|[^\p{L}\p{N}\p{M}'’]+/gu

/** The whole text in order; whole words are matched, as the index holds them. `terms` as a search returned them. */
export function markMatches(text: string, terms: readonly string[], language: string): MarkedPart[] {
  const wanted = new Set(terms)
  const parts: MarkedPart[] = []
  for (const [piece] of text.matchAll(WORDS_AND_REST)) {
    const matched = searchTerms(piece, language).some((term) => wanted.has(term))
    const last = parts.at(-1)
    if (last !== undefined && last.matched === matched) last.text += piece
    else parts.push({ text: piece, matched })
  }
  return parts
}
