// Finds entries of evidence by their words, by skill, by person and by time, in memory.

import { searchTerms, wordsOf } from '../search/search-terms.ts'
import { type Evidence, newestFirst } from './evidence.ts'
import { wordIndex } from './word-index.ts'

export interface EvidenceAsked {
  /** Words that all have to be in it, by their beginning; '' asks for none. */
  text?: string
  skill?: string
  /** A name as it is credited, whatever its case. */
  person?: string
  /** Days, both included. */
  from?: string
  until?: string
}

export interface NamedInEvidence {
  skills: string[]
  people: string[]
  years: string[]
}

export interface EvidenceIndex {
  /** Adds an entry, or puts it in the place of its earlier revision. */
  put(entry: Evidence): void
  remove(id: string): void
  /** The revision that is held of an entry. */
  revisionOf(id: string): string | undefined
  ids(): string[]
  /** The newest day first, and of one day what was written last. */
  find(asked: EvidenceAsked): Evidence[]
  /** What the entries name: skills by id, people by name, years newest first. */
  named(): NamedInEvidence
  /** Whether an entry came from this origin. */
  hasOrigin(origin: string): boolean
}

const LONGEST_SEARCH = 300
/** Scripts that part no words: each sign is one. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const EACH_SIGN = new RegExp(`(${UNPARTED.source})`, 'u')

/** An entry, and the number by which the words know it: it stays the same when the entry is changed. */
interface Held {
  entry: Evidence
  text: number
}

export function evidenceIndex(): EvidenceIndex {
  const held = new Map<string, Held>()
  // Made anew when it is asked for after a change: one edit does not sort ten thousand entries.
  let inOrder: Held[] | null = null
  let names: NamedInEvidence | null = null
  let next = 0
  const changed = () => {
    inOrder = null
    names = null
  }
  const entries = () => Array.from(held.values(), ({ entry }) => entry)
  const index = wordIndex()
  const termsOf = termReader()
  const matching = (text: string): ((text: number) => boolean) | null => {
    const words = [...new Set(termsOf(text.slice(0, LONGEST_SEARCH)))]
    return words.length === 0 ? null : index.find(words)
  }
  return {
    put(entry) {
      changed()
      const text = held.get(entry.id)?.text ?? next++
      index.remove(text)
      held.set(entry.id, { entry, text })
      index.add(text, termsOf(textOf(entry)))
    },
    remove(id) {
      changed()
      const gone = held.get(id)
      if (gone !== undefined) index.remove(gone.text)
      held.delete(id)
    },
    revisionOf: (id) => held.get(id)?.entry.revisionId,
    ids: () => [...held.keys()],
    find(asked) {
      inOrder ??= [...held.values()].sort((a, b) => newestFirst(a.entry, b.entry))
      const holds = matching(asked.text ?? '')
      const found: Evidence[] = []
      for (const { entry, text } of inOrder)
        if ((holds === null || holds(text)) && fits(entry, asked)) found.push(entry)
      return found
    },
    named: () => (names ??= namedIn(entries())),
    hasOrigin: (origin) =>
      entries().some(({ source }) => source.kind === 'captured' && source.origin === origin),
  }
}

const byName = new Intl.Collator('en')

function namedIn(entries: readonly Evidence[]): NamedInEvidence {
  const skills = new Set<string>()
  const people = new Set<string>()
  const years = new Set<string>()
  for (const entry of entries) {
    for (const { skill } of entry.skills) skills.add(skill)
    for (const { name } of entry.credit) people.add(name)
    years.add(entry.happenedOn.slice(0, 4))
  }
  return {
    skills: [...skills].sort(),
    people: [...people].sort(byName.compare),
    years: [...years].sort().reverse(),
  }
}

/** All that somebody may remember of an entry. */
function textOf({ text, credit, skills, links }: Evidence): string {
  return [text, ...credit.map(({ name }) => name), ...skills.map(({ note }) => note), ...links].join('\n')
}

/**
 * Reads every word without case and accents, the small ones too: what somebody wrote is found as they wrote it. Most
 * words come again in the next entry, so what each is found by is worked out once.
 */
function termReader(): (text: string) => string[] {
  const known = new Map<string, string[]>()
  const termsOfWord = (word: string): string[] => {
    const found = known.get(word)
    if (found !== undefined) return found
    const parts = UNPARTED.test(word) ? word.split(EACH_SIGN) : [word]
    const terms = parts.flatMap((part) => searchTerms(part, ''))
    known.set(word, terms)
    return terms
  }
  return (text) => wordsOf(text).flatMap(termsOfWord)
}

function fits(entry: Evidence, { skill, person, from, until }: EvidenceAsked): boolean {
  return (
    (from === undefined || entry.happenedOn >= from) &&
    (until === undefined || entry.happenedOn <= until) &&
    (skill === undefined || entry.skills.some((one) => one.skill === skill)) &&
    (person === undefined || entry.credit.some(({ name }) => sameName(name, person)))
  )
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
