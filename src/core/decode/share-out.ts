// Turns what the decoder says of its own skills into what it says of the skills of the framework at hand.

import type { Framework } from '../framework/framework.ts'
import { rankedEntries } from '../search/search-index.ts'
import type { DecoderModel } from './decoder-model.ts'
import type { SkillLink } from './link-skills.ts'

/**
 * For each class of the model, the framework's skills that take its chance over, with their parts. They sum to 1 at most:
 * where nothing but a weak link is there, some of the chance is nobody's.
 */
export type Takers = { skill: string; part: number }[][]

export function takersOf(model: DecoderModel, links: readonly SkillLink[]): Takers {
  return model.head.classes.map((known) => {
    const takers = links.flatMap(({ skill, known: linked }) => {
      const share = linked.find((one) => one.skill === known)?.share
      return share === undefined ? [] : [{ skill, part: share }]
    })
    const total = takers.reduce((sum, { part }) => sum + part, 0)
    return takers.map(({ skill, part }) => ({ skill, part: part / Math.max(1, total) }))
  })
}

/** Less than this goes to nobody without a search by words. */
const WORTH_A_SEARCH = 0.1

/** A chance for each skill of the framework. What no skill takes goes to those whose own words are in the sentence. */
export function shareOut(
  framework: Framework,
  takers: Takers,
  shares: ArrayLike<number>,
  refused: number,
  sentence: string,
): Map<string, number> {
  const out = new Map<string, number>()
  const give = (skill: string, part: number) => out.set(skill, (out.get(skill) ?? 0) + part)
  let taken = 0
  for (const [known, ofKnown] of takers.entries()) {
    const share = shares[known] as number
    for (const { skill, part } of ofKnown) {
      give(skill, share * part)
      taken += share * part
    }
  }
  const left = 1 - refused - taken
  if (left > WORTH_A_SEARCH)
    for (const [skill, part] of wordShares(framework, sentence)) give(skill, left * part)
  return out
}

/** BM25 over the framework's own names, definitions, phrases and behaviours, as shares. */
function wordShares(framework: Framework, sentence: string): Map<string, number> {
  const best = new Map<string, number>()
  for (const { entry, score } of rankedEntries(framework, sentence, ['skill', 'phrase', 'behaviour'])) {
    if (!('skill' in entry.found)) continue
    const { id } = entry.found.skill
    best.set(id, Math.max(best.get(id) ?? 0, score))
  }
  const total = [...best.values()].reduce((sum, score) => sum + score, 0)
  return new Map([...best].map(([id, score]) => [id, score / total]))
}
