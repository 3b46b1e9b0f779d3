// Decides whether a sentence says two things, and which side is praise: "great designs, but nobody hears of them".

import type { Polarity } from './labelled-sentence.ts'
import { jointSides, type Sides, turningSides } from './split-clauses.ts'
import type { Sentence } from './split-sentences.ts'

/** A skill with how likely it is, 0 to 1. */
export interface LikelySkill {
  /** Skill id of the framework that was given. */
  skill: string
  /** Of sentences that are told to be 0.7 likely, about 7 of 10 are about that skill. */
  confidence: number
}

/** What is made of one side before the other is looked at. */
export interface SideReading {
  /** The likeliest skill; null where the side is about none or too vague. */
  skill: string | null
  confidence: number
  /** How likely it is praise rather than criticism, 0 to 1. */
  praise: number
}

/** Enough for "great designs". */
const FEWEST_WORDS_AT_TURN = 2
/** At a word that turns, both sides are at least so sure of their skill. */
const SURE_AT_TURN = 0.25
/** At a comma or an "and", which mostly part nothing: so sure, */
const SURE_AT_JOINT = 0.4
/** both skills so likely in the whole sentence, */
const LIKELY_IN_WHOLE = 0.1
/** and one side so much more of a praise. All four chosen on the writers e and g. */
const PRAISE_APART = 0.35
/** More places than these are not tried: each costs the reading of two sides. */
const MOST_PLACES = 4
/** How often writers of two-sided sentences praised and criticised: praise first, last, neither, both. */
const PRAISED: readonly [Polarity, Polarity, number][] = [
  ['strength', 'gap', 0.68],
  ['gap', 'strength', 0.24],
  ['gap', 'gap', 0.06],
  ['strength', 'strength', 0.02],
]

/** The two sides of a sentence that says two things, surely enough; null where it says one. */
export function findSides(
  sentence: Sentence,
  read: (side: Sentence) => SideReading,
  inWhole: readonly LikelySkill[],
): Sides | null {
  const turning = turningSides(sentence, FEWEST_WORDS_AT_TURN).slice(0, MOST_PLACES)
  const turn = turning.find(([one, other]) => differ(read(one), read(other), SURE_AT_TURN))
  if (turn !== undefined) return turn
  const likelyInWhole = new Map(inWhole.map(({ skill, confidence }) => [skill, confidence]))
  // Most sentences are about one skill, and their sides need not be read.
  if (inWhole.filter(({ confidence }) => confidence >= LIKELY_IN_WHOLE).length < 2) return null
  let best: Sides | null = null
  let likeliest = LIKELY_IN_WHOLE
  for (const sides of jointSides(sentence).slice(0, MOST_PLACES)) {
    const [first, second] = [read(sides[0]), read(sides[1])]
    if (!differ(first, second, SURE_AT_JOINT) || Math.abs(first.praise - second.praise) < PRAISE_APART)
      continue
    const likely = Math.min(...[first, second].map(({ skill }) => likelyInWhole.get(skill ?? '') ?? 0))
    if (likely >= likeliest) [best, likeliest] = [sides, likely]
  }
  return best
}

function differ(one: SideReading, other: SideReading, sure: number): boolean {
  if (one.skill === null || other.skill === null || one.skill === other.skill) return false
  return Math.min(one.confidence, other.confidence) >= sure
}

/** Praise and criticism of both sides together: a side that says little by itself is told by the other. */
export function sidePolarities(first: number, second: number): [Polarity, Polarity] {
  const chance = (praise: number, polarity: Polarity) => (polarity === 'strength' ? praise : 1 - praise)
  const weighed = PRAISED.map(([one, other, usual]) => ({
    polarities: [one, other] as [Polarity, Polarity],
    chance: usual * chance(first, one) * chance(second, other),
  }))
  return weighed.reduce((best, next) => (next.chance > best.chance ? next : best)).polarities
}
