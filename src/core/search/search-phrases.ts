// Finds the skill behind what somebody was told: "be more visible" and the like.
import type { Framework, Phrase, Skill } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { rankedEntries } from './search-index.ts'

export interface PhraseHit {
  skill: Skill
  /** Absent where the words were found in the skill's name or definition only. */
  phrase: Phrase | undefined
  /** Higher is nearer; comparable within one search only. 0 for the list that an empty search gives. */
  score: number
}

const MOST_HITS = 30
const SKILLS_PER_GROUP_UNASKED = 2

/**
 * The best phrase of every matching skill, best first, then the further phrases of the same skills. An empty search
 * gives a few phrases of each group, in the framework's order.
 */
export function searchPhrases(framework: Framework, text: string): PhraseHit[] {
  if (text.trim() === '') return wellKnown(framework)
  const found = rankedEntries(framework, text, ['skill', 'phrase']).flatMap(
    ({ entry, score }): PhraseHit[] => {
      const { found: one } = entry
      if (one.kind === 'phrase') return [{ skill: one.skill, phrase: one.phrase, score }]
      return one.kind === 'skill' ? [{ skill: one.skill, phrase: undefined, score }] : []
    },
  )
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
