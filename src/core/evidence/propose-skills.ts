// Which skills an entry may show, judged by its words. A proposal: the person decides.

import type { Framework } from '../framework/framework.ts'
import { rankedEntries } from '../search/search-index.ts'

const MOST_PROPOSED = 3
/** Of the best one's score: what is further off is about other words. Judgement, from a dozen entries. */
const NEAR_ENOUGH = 0.45

/** Ids of at most three skills, nearest first; none where no word says anything. */
export function proposeSkills(framework: Framework, text: string): string[] {
  const scores = new Map<string, number>()
  for (const { entry, score } of rankedEntries(framework, text, ['skill', 'phrase', 'behaviour'])) {
    const { found } = entry
    if (found.kind !== 'skill' && found.kind !== 'phrase' && found.kind !== 'behaviour') continue
    const { id } = found.skill
    // Several sentences of one skill say more than one, and less than their sum.
    const best = scores.get(id)
    scores.set(id, best === undefined ? score : best + score / 8)
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a)
  const top = ranked[0]?.[1] ?? 0
  return ranked
    .filter(([, score]) => score >= NEAR_ENOUGH * top)
    .slice(0, MOST_PROPOSED)
    .map(([id]) => id)
}
