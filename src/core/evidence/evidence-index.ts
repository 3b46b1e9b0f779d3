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

export function evidenceIndex(): EvidenceIndex {
  const entries = new Map<string, Evidence>()
  // Made anew when it is asked for after a change: one edit does not sort ten thousand entries.
  let inOrder: Evidence[] | null = null
  let names: NamedInEvidence | null = null
  const changed = () => {
    inOrder = null
    names = null
  }
  const index = wordIndex()
  const matching = (text: string): Set<string> | null => {
    const words = [...new Set(termsOf(text.slice(0, LONGEST_SEARCH)))]
    return words.length === 0 ? null : index.find(words)
  }
  return {
    put(entry) {
      changed()
      index.remove(entry.id)
      entries.set(entry.id, entry)
      index.add(entry.id, termsOf(textOf(entry)))
    },
    remove(id) {
      changed()
      entries.delete(id)
      index.remove(id)
    },
    revisionOf: (id) => entries.get(id)?.revisionId,
    ids: () => [...entries.keys()],
    find(asked) {
      inOrder ??= [...entries.values()].sort(newestFirst)
      const found = matching(asked.text ?? '')
      return inOrder.filter((entry) => (found === null || found.has(entry.id)) && fits(entry, asked))
    },
    named: () => (names ??= namedIn([...entries.values()])),
    hasOrigin: (origin) =>
      [...entries.values()].some(({ source }) => source.kind === 'captured' && source.origin === origin),
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

/** Every word without case and accents, the small ones too: what somebody wrote is found as they wrote it. */
function termsOf(text: string): string[] {
  return wordsOf(text)
    .flatMap((word) => (UNPARTED.test(word) ? word.split(EACH_SIGN) : [word]))
    .flatMap((word) => searchTerms(word, ''))
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
