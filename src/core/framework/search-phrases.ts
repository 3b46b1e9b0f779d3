// Finds the skill behind what somebody was told: "be more visible" and the like.
import MiniSearch, { type SearchResult } from 'minisearch'
import type { Framework, Phrase, Skill } from './framework.ts'
import { groupedBy } from './grouped-by.ts'
import { searchTerm } from './search-terms.ts'

export interface PhraseHit {
  skill: Skill
  /** Absent where the words were found in the skill's name or definition only. */
  phrase: Phrase | undefined
  /** Higher is nearer; comparable within one search only. 0 for the list that an empty search gives. */
  score: number
}

interface Entry {
  id: number
  skill: Skill
  phrase: Phrase | undefined
}

const MOST_HITS = 30
const SKILLS_PER_GROUP_UNASKED = 2
/** Words shorter than this are searched as they are: one slip in three letters is another word. */
const SHORTEST_FORGIVEN = 4
const LONGEST_SEARCH = 300

/**
 * The best phrase of every matching skill, best first, then the further phrases of the same skills. Forgives one
 * slip in four or five letters, finds words by their beginning, and passes over words that carry no meaning. An empty search gives a few phrases of each group,
 * in the framework's order.
 */
export function searchPhrases(framework: Framework, text: string): PhraseHit[] {
  const wanted = text.slice(0, LONGEST_SEARCH).trim()
  if (wanted === '') return wellKnown(framework)
  const { index, entries } = indexOf(framework)
  const found = index.search(wanted).flatMap((result: SearchResult) => {
    const entry = entries[Number(result.id)]
    return entry === undefined ? [] : [{ skill: entry.skill, phrase: entry.phrase, score: result.score }]
  })
  const bySkill = [...groupedBy(found, (hit) => hit.skill.id).values()].map(phrasesFirst)
  const best = bySkill.flatMap((hits) => hits.slice(0, 1))
  const further = bySkill.flatMap((hits) => hits.slice(1).filter((hit) => hit.phrase !== undefined))
  return [...best, ...further.sort((a, b) => b.score - a.score)].slice(0, MOST_HITS)
}

/** A skill found by its name still shows a phrase of its own, if one matched as well. */
function phrasesFirst(hits: PhraseHit[]): PhraseHit[] {
  const [first] = hits
  const phrase = hits.find((hit) => hit.phrase !== undefined)
  if (first === undefined || phrase === undefined || first === phrase) return hits
  return [{ ...phrase, score: first.score }, ...hits.filter((hit) => hit !== phrase)]
}

/** The first phrase of the first skills of each group: a small sample of everything. */
function wellKnown(framework: Framework): PhraseHit[] {
  const withPhrases = framework.skills.filter((skill) => skill.phrases.length > 0)
  return [...groupedBy(withPhrases, (skill) => skill.group).values()].flatMap((skills) =>
    skills.slice(0, SKILLS_PER_GROUP_UNASKED).map((skill) => ({ skill, phrase: skill.phrases[0], score: 0 })),
  )
}

interface PhraseIndex {
  index: MiniSearch<Entry>
  entries: Entry[]
}

/** A framework never changes once read, so its index is made once and goes when the framework goes. */
const indexes = new WeakMap<Framework, PhraseIndex>()

function indexOf(framework: Framework): PhraseIndex {
  const known = indexes.get(framework)
  if (known !== undefined) return known
  const made = makeIndex(framework)
  indexes.set(framework, made)
  return made
}

function makeIndex(framework: Framework): PhraseIndex {
  const entries: Entry[] = []
  for (const skill of framework.skills) {
    for (const phrase of [undefined, ...skill.phrases]) entries.push({ id: entries.length, skill, phrase })
  }
  const index = new MiniSearch<Entry>({
    fields: ['phrase', 'means', 'name', 'definition'],
    extractField: (entry, field) => (field === 'id' ? String(entry.id) : fieldOf(entry, field)),
    processTerm: (term) => searchTerm(term, framework.language),
    searchOptions: {
      boost: { phrase: 3, name: 2, means: 1, definition: 0.7 },
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= SHORTEST_FORGIVEN ? 0.25 : false),
      weights: { prefix: 0.5, fuzzy: 0.35 },
    },
  })
  index.addAll(entries)
  return { index, entries }
}

/** Name and definition belong to the skill's own entry, so that a skill with many phrases gains nothing by them. */
function fieldOf({ skill, phrase }: Entry, field: string): string {
  if (field === 'phrase') return phrase?.text ?? ''
  if (field === 'means') return phrase?.means ?? ''
  if (phrase !== undefined) return ''
  return field === 'name' ? skill.name : skill.definition
}
