// Numbers and names as they read inside an English sentence.

import type { Weight } from '../framework/framework.ts'

const SMALL_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Letters whose spoken name begins with a vowel: an SRE, but a VP. */
const SPOKEN_WITH_VOWEL = /^[AEFHILMNORSX]/
const WEIGHT_WORDS: Record<Weight, string> = {
  0: 'Not expected',
  1: 'Helpful',
  2: 'Important',
  3: 'Critical',
}

/** `0` → "no", `7` → "seven", `13` → "13". Negative numbers keep their sign as digits. */
export function numberWord(count: number): string {
  return SMALL_NUMBERS[count] ?? String(count)
}

/** The same where nothing follows it: `0` → "none". */
export function numberAlone(count: number): string {
  return count === 0 ? 'none' : numberWord(count)
}

/** `counted(1, 'gap')` → "one gap"; `counted(0, 'gap')` → "no gap"; otherwise the plural. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWord(count)} ${count === 0 || count === 1 ? singular : plural}`
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/**
 * A name as it stands in the middle of a sentence: "Staff engineer" → "staff engineer", while "VP of
 * engineering" and names in languages other than English keep their capitals.
 */
export function inSentence(name: string, language = 'en'): string {
  const firstWord = name.split(/\s/)[0] ?? ''
  const isAcronym = firstWord.length === 1 || /[A-Z]/.test(firstWord.slice(1))
  return !language.startsWith('en') || isAcronym ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** "a staff engineer", "an engineering manager", "an SRE", "a VP of engineering". */
export function withArticle(name: string): string {
  const firstWord = name.split(/[\s-]/)[0] ?? ''
  const isAcronym = firstWord.length > 1 && firstWord === firstWord.toUpperCase()
  const vowel = isAcronym
    ? SPOKEN_WITH_VOWEL.test(firstWord)
    : /^[aeiou]/i.test(firstWord) && !/^(uni|us[aeiou]|eu|one)/i.test(firstWord)
  return `${vowel ? 'an' : 'a'} ${name}`
}

/** 0 not expected, 1 helpful, 2 important, 3 critical. */
export function weightWord(weight: Weight): string {
  return WEIGHT_WORDS[weight]
}

/**
 * A share as whole percent; exact halves go to the even neighbour, as in the reference tables (5 of 40 is 12,
 * not 13), so that a share and its complement never both round up.
 */
export function wholePercent(share: number): number {
  const exact = withoutNoise(share * 100)
  const below = Math.floor(exact)
  const isHalf = exact - below === 0.5
  return isHalf ? below + (below % 2) : Math.round(exact)
}

/** "63%". */
export function percent(share: number): string {
  return `${wholePercent(share)}%`
}

/** Scores and weeks with at most one decimal, without a trailing zero hidden: 7.8, 6.0, 21. */
export function oneDecimal(value: number): string {
  return value.toFixed(1)
}

/** Removes the noise of binary fractions, so that equal scores compare as equal. */
export function withoutNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
