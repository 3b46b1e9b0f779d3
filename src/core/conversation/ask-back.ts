// Questions to ask back about what was missed lately, from the framework's phrases.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { HeardWords } from '../packet/arrange-packet.ts'
import { inSentence } from '../planning/plain-words.ts'
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
    const ask = nearestPhrase(skill.phrases, text)?.ask ?? askAny(inSentence(skill.name, framework.language))
    asks.set(skill.id, { about: `feedback/${id}`, skill: skill.name, text: ask })
  }
  return [...asks.values()].slice(0, MOST_ASKS)
}

function askAny(skill: string): string {
  return `When did you last miss something in my ${skill}, and what would you have wanted to see instead?`
}

/** The phrase that shares most of its longer words with what was said; none where they share none. */
function nearestPhrase<Known extends { text: string }>(
  phrases: readonly Known[],
  said: string,
): Known | null {
  const here = longWords(said)
  let best: Known | null = null
  let most = 0
  for (const phrase of phrases) {
    const own = longWords(phrase.text)
    const shared = [...own].filter((word) => here.has(word)).length / Math.max(own.size, 1)
    if (shared > most) [best, most] = [phrase, shared]
  }
  return best
}

function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
}
