// One search over a whole framework and the program's own words: what was found, gathered by kind, nearest kind first.
import type { Framework } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { markMatches } from './mark-matches.ts'
import { BETWEEN_NAMES, type Entry, type EntryFields, type Found, type FoundKind } from './search-entries.ts'
import { type RankedEntry, rankedEntries } from './search-index.ts'

export interface SearchHit {
  found: Found
  /** Higher is nearer; comparable within one search only. */
  score: number
  /** For `markMatches`. */
  terms: string[]
  /** The fields in which the words stand. */
  fields: (keyof EntryFields)[]
  /** The other name under which it was found, where its own did not match. */
  alias: string | undefined
}

export interface SearchGroup {
  kind: FoundKind
  /** Nearest first, at most as many as asked for. */
  hits: SearchHit[]
  /** How many there are in all. */
  count: number
}

export interface SearchAnswer {
  /** The kind with the nearest hit first. Empty where nothing matches. */
  groups: SearchGroup[]
  count: number
}

/** What is this much further away than the nearest is left out: it shares a common word and no more. */
const FURTHEST = 0.03

/**
 * At most `most` hits of each kind; an empty search finds nothing. Where something holds all the words, only what
 * does is given; else what holds the most of them.
 */
export function searchFramework(framework: Framework, text: string, most = 5): SearchAnswer {
  const ranked = rankedEntries(framework, text)
  const mostWords = Math.max(0, ...ranked.map((one) => one.words))
  const fullest = ranked.filter((one) => one.words === mostWords)
  const least = (fullest[0]?.score ?? 0) * FURTHEST
  const near = fullest.filter((one) => one.score >= least)
  const groups = [...groupedBy(near, (one) => one.entry.found.kind)].map(
    ([kind, ofKind]): SearchGroup => ({
      kind,
      hits: ofKind.slice(0, most).map((one) => hitOf(one, framework.language)),
      count: ofKind.length,
    }),
  )
  return { groups, count: near.length }
}

function hitOf({ entry, score, terms, fields }: RankedEntry, language: string): SearchHit {
  const alias =
    fields.includes('also') && !fields.includes('name') ? aliasOf(entry, terms, language) : undefined
  return { found: entry.found, score, terms, fields, alias }
}

function aliasOf(entry: Entry, terms: readonly string[], language: string): string | undefined {
  const matches = (name: string) => markMatches(name, terms, language).filter((part) => part.matched).length
  const names = entry.fields.also.split(BETWEEN_NAMES)
  return names.toSorted((a, b) => matches(b) - matches(a))[0]
}
