// The sentences beside a readiness with its uncertainty: what it says, and what it does not.

import { capitalise, inSentence, numberWord, percent } from './plain-words.ts'
import type { ReadinessRange } from './readiness-range.ts'

/** A must-have is "likely met" from this chance on. */
const LIKELY = 0.75

/** "likely": what a chance from 0 to 1 is called. */
export function chanceWord(chance: number): string {
  if (chance >= 0.9) return 'very likely'
  if (chance >= LIKELY) return 'likely'
  if (chance > 1 - LIKELY) return 'about as likely as not'
  return chance > 0.1 ? 'unlikely' : 'very unlikely'
}

/** "About 63% of what the role asks is covered; between 58% and 68% would fit what is known." and more. */
export function rangeWords(range: Omit<ReadinessRange, 'words'>, language: string): string[] {
  if (range.coverage === null) return ['This role asks for nothing that the framework describes.']
  return [
    coverageSentence(range),
    ...mustHaveSentences(range, language),
    ...missingSentence(range),
    'This is about skills only and not the chance of a promotion: whether there is a seat, when, and who decides is not in these figures.',
  ]
}

function coverageSentence({ coverage, low, high }: Omit<ReadinessRange, 'words'>): string {
  const [middle, from, to] = [percent(coverage ?? 0), percent(low ?? 0), percent(high ?? 0)]
  if (from === to) return `${middle} of what the role asks is covered.`
  return `About ${middle} of what the role asks is covered; anything between ${from} and ${to} would fit what is known.`
}

function mustHaveSentences(range: Omit<ReadinessRange, 'words'>, language: string): string[] {
  const blocking = range.mustHaves.filter((mustHave) => !mustHave.gated)
  if (blocking.length === 0 || range.weakest === null) return []
  const likely = blocking.filter((mustHave) => mustHave.chance >= LIKELY).length
  const head = `${capitalise(howMany(likely, blocking.length))} likely met`
  const together =
    blocking.length < 2
      ? []
      : [`That all of them are met at once is ${chanceWord(range.mustHavesChance)} today.`]
  if (likely === blocking.length) return [`${head}.`, ...together]
  return [`${head}; the weakest link is ${inSentence(range.weakest.name, language)}.`, ...together]
}

/** "none of the five must-haves is", "one of five must-haves is", "three of five must-haves are". */
function howMany(likely: number, all: number): string {
  if (all === 1) return likely === 1 ? 'the one must-have is' : 'the one must-have is not'
  if (likely === 0) return `none of the ${numberWord(all)} must-haves is`
  return `${numberWord(likely)} of ${numberWord(all)} must-haves ${likely === 1 ? 'is' : 'are'}`
}

function missingSentence({ missing, low, high }: Omit<ReadinessRange, 'words'>): string[] {
  if (missing.gap + missing.measurement === 0 || low === high) return []
  if (missing.measurement < 0.1) return ['What is missing is nearly all a real gap: practice would close it.']
  if (missing.gap < 0.1) {
    return ['What seems to be missing is mostly uncertainty: more ratings would tell before any practice.']
  }
  return [
    `About ${percent(missing.gap)} of what is missing is a real gap; for the rest, more ratings would tell whether it is one.`,
  ]
}
