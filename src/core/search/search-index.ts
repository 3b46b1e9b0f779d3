// One index over a framework, one ranking for everybody who searches in it.
import MiniSearch from 'minisearch'
import type { Framework } from '../framework/framework.ts'
import {
  BETWEEN_NAMES,
  type Entry,
  type EntryFields,
  type FoundKind,
  searchEntries,
} from './search-entries.ts'
import { searchTerms, wordsOf } from './search-terms.ts'

export interface RankedEntry {
  entry: Entry
  /** Higher is nearer; comparable within one search only. */
  score: number
  /** Terms of the entry that matched, as `searchTerms` gives them: for marking them in a text. */
  terms: string[]
  /** The fields in which they stand. */
  fields: (keyof EntryFields)[]
  /** How many of the words that were searched for it holds. */
  words: number
}

/** Words shorter than this are searched as they are: one slip in three letters is another word. */
const SHORTEST_FORGIVEN = 4
const LONGEST_SEARCH = 300
const FIELDS: readonly (keyof EntryFields)[] = ['name', 'also', 'said', 'means', 'text']

/** Judgement: what people mean by a word is mostly a skill or a role, and seldom one of many behaviours or moves. */
const KIND_FACTORS: Record<FoundKind, number> = {
  skill: 1.6,
  role: 1.5,
  path: 1.2,
  phrase: 1,
  term: 0.9,
  move: 0.6,
  behaviour: 0.6,
}
/** For an entry whose name, or whose sentence, is what was typed, no more and no less. */
const EXACT = 3

/**
 * All entries that hold a word of the text, nearest first. Finds words by their beginning, passes over words that
 * carry no meaning, and forgives one slip in four or five letters in a word that stands nowhere.
 */
export function rankedEntries(
  framework: Framework,
  text: string,
  kinds?: readonly FoundKind[],
): RankedEntry[] {
  const wanted = wordsOf(text.slice(0, LONGEST_SEARCH))
  const { index, entries, terms } = indexOf(framework)
  const words = formsOf(wanted, framework.language).map((forms) => nearestForms(terms, forms))
  const unknown = new Set(words.filter((word) => !word.some((term) => isKnown(terms, term))).flat())
  const results = index.search([...new Set(words.flat())].join(' '), {
    filter: ({ id }) => kinds === undefined || kinds.includes(entries[Number(id)]?.found.kind ?? 'term'),
    fuzzy: (term) => (unknown.has(term) && term.length >= SHORTEST_FORGIVEN ? 0.25 : false),
  })
  const whole = nameKey(wanted)
  return results
    .flatMap((result): RankedEntry[] => {
      const entry = entries[Number(result.id)]
      if (entry === undefined) return []
      const names = [entry.fields.name, entry.fields.said, ...entry.fields.also.split(BETWEEN_NAMES)]
      const isExact = names.some((name) => nameKey(wordsOf(name)) === whole)
      return [
        {
          entry,
          score: result.score * (isExact ? EXACT : 1),
          terms: result.terms,
          fields: [...new Set(Object.values(result.match).flat())] as (keyof EntryFields)[],
          words: words.filter((word) => word.some((term) => result.queryTerms.includes(term))).length,
        },
      ]
    })
    .sort((a, b) => b.score - a.score)
}

/** Words without a meaning count only where nothing else was typed. */
function formsOf(words: readonly string[], language: string): string[][] {
  const full = words.map((word) => searchTerms(word, language)).filter((forms) => forms.length > 0)
  return full.length > 0 ? full : words.map((word) => searchTerms(word, language, true))
}

/** The stem where anything has it; the word as typed as well where nothing has, because it may be half typed. */
function nearestForms(terms: ReadonlySet<string>, forms: string[]): string[] {
  return forms.length > 1 && isKnown(terms, forms[0] ?? '') ? forms.slice(0, 1) : forms
}

/** Whether any indexed word is this one, or begins with it. */
function isKnown(terms: ReadonlySet<string>, word: string): boolean {
  for (const term of terms) if (term.startsWith(word)) return true
  return false
}

function nameKey(words: readonly string[]): string {
  return words.join(' ').toLowerCase()
}

interface EntryIndex {
  index: MiniSearch<{ id: number; entry: Entry }>
  entries: Entry[]
  /** Every term that the index holds. */
  terms: Set<string>
}

/** A framework never changes once read, so its index is made once and goes when the framework goes. */
const indexes = new WeakMap<Framework, EntryIndex>()

function indexOf(framework: Framework): EntryIndex {
  const known = indexes.get(framework)
  if (known !== undefined) return known
  const made = makeIndex(framework)
  indexes.set(framework, made)
  return made
}

function makeIndex(framework: Framework): EntryIndex {
  const entries = searchEntries(framework)
  const terms = new Set<string>()
  const index = new MiniSearch<{ id: number; entry: Entry }>({
    fields: [...FIELDS],
    extractField: (document, field) =>
      field === 'id' ? String(document.id) : document.entry.fields[field as keyof EntryFields],
    tokenize: wordsOf,
    processTerm: (word, field) => {
      const found = searchTerms(word, framework.language, field === 'name')
      for (const term of found) terms.add(term)
      return found
    },
    searchOptions: {
      // The terms of a search are made before it, by the same functions.
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      boost: { said: 3, name: 2, also: 1.5, means: 1, text: 0.7 },
      boostDocument: (id) => KIND_FACTORS[entries[Number(id)]?.found.kind ?? 'term'],
      prefix: (term) => term.length >= 3,
      weights: { prefix: 0.5, fuzzy: 0.35 },
    },
  })
  index.addAll(entries.map((entry, id) => ({ id, entry })))
  return { index, entries, terms }
}
