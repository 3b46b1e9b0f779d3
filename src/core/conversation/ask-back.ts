// Questions to ask back about what was missed lately, from the framework's phrases.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { HeardWords } from '../packet/arrange-packet.ts'
import { inSentence } from '../planning/plain-words.ts'
import { searchTerms, wordsOf } from '../search/search-terms.ts'
import type { AskBack } from './brief.ts'
import type { LookBack } from './collect-lines.ts'

/** More questions than these are not asked in one talk. */
const MOST_ASKS = 4

/** The latest first; one for each skill. Praise needs no question. */
export function asksBack(
  framework: Framework,
  heard: readonly HeardWords[],
  { since, until }: LookBack,
): AskBack[] {
  const asks = new Map<string, AskBack>()
  const latestFirst = heard.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  for (const { id, text, polarity, on, skills } of latestFirst) {
    const skill = findSkill(framework, skills[0] ?? '')
    if (polarity === 'strength' || on < since || on > until || !skill || skill.private) continue
    if (asks.has(skill.id)) continue
    const ask =
      nearestPhrase(framework, skill.phrases, text)?.ask ?? askAny(inSentence(skill.name, framework.language))
    asks.set(skill.id, { about: `feedback/${id}`, skill: skill.name, text: ask })
  }
  return [...asks.values()].slice(0, MOST_ASKS)
}

function askAny(skill: string): string {
  return `When did you last miss something in my ${skill}, and what would you have wanted to see instead?`
}

/** Of the words of a phrase that carry meaning, so many are in what was said. Fewer are shared by chance. */
const MOST_OF_IT = 0.6

/** The phrase of which most was said; none where none was: a plain question is better than one about something else. */
function nearestPhrase<Known extends { text: string }>(
  framework: Framework,
  phrases: readonly Known[],
  said: string,
): Known | null {
  const here = meaningOf(framework, said)
  let best: Known | null = null
  let most = MOST_OF_IT
  for (const phrase of phrases) {
    const own = meaningOf(framework, phrase.text)
    const shared = [...own].filter((word) => here.has(word)).length / Math.max(own.size, 1)
    if (shared >= most && shared > 0 && (best === null || shared > most)) [best, most] = [phrase, shared]
  }
  return best
}

/** The stems of its words, without those that carry no meaning. */
function meaningOf({ language }: Framework, text: string): Set<string> {
  return new Set(wordsOf(text).flatMap((word) => searchTerms(word, language).slice(0, 1)))
}
