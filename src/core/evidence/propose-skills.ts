// Which skills an entry may show, judged by its words. A proposal: the person decides.

import type { Framework } from '../framework/framework.ts'
import { rankedEntries } from '../search/search-index.ts'
import { likelySkills, type SentenceRead } from './likely-skills.ts'

export const MOST_PROPOSED = 3
/**
 * Nothing is proposed where the likeliest is not so likely, and beside it what is so likely. By a rule: of the pairs from
 * 0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5 and 0.6, and from 0.08, 0.1, 0.12, 0.15, 0.18, 0.2 and 0.25, with
 * which at most 35 % of the proposals on a.jsonl, c.jsonl and d.jsonl of corpus/entries are wrong, the one with which
 * most entries have a right one; then the one with fewest wrong.
 */
const FIRST_FROM = 0.35
const PROPOSED_FROM = 0.12
/** Of the best one's score: what is further off is about other words. Judgement, from a dozen entries. */
const NEAR_ENOUGH = 0.45

/**
 * Ids of at most three skills, the likeliest first. `sentences`: the entry as the reader of feedback reads it, which
 * knows what people do as well as what they are told; null where there is no reader. The search steps in where the
 * reader could not judge any of it, and nowhere else: beside a reading it is mostly wrong (corpus/entries).
 */
export function proposeSkills(
  framework: Framework,
  text: string,
  sentences: readonly SentenceRead[] | null,
): string[] {
  const likely = likelySkills(sentences ?? [], PROPOSED_FROM)
  if (likely.size > 0)
    return Math.max(...likely.values()) < FIRST_FROM ? [] : [...likely.keys()].slice(0, MOST_PROPOSED)
  const isAboutNone = sentences?.every(({ kind }) => kind === 'none') ?? false
  return isAboutNone ? [] : searchSkills(framework, text)
}

/** By shared words; none where no word says anything. */
export function searchSkills(framework: Framework, text: string): string[] {
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
