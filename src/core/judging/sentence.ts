// The sentences that are judged, and their words.
import { stemmer } from 'stemmer'
import type { Framework, Skill, Statement } from '../framework/framework.ts'
import { type Terms, termsFrom } from './similarity.ts'

export type SentencePart = 'behaviour' | 'practice'

/** A behaviour or a practice with where it stands. */
export interface Sentence {
  skill: Skill
  level: number
  part: SentencePart
  statement: Statement
}

/** The behaviours and practices of a skill, in level order. */
export function sentencesOf(skill: Skill): Sentence[] {
  return skill.anchors.flatMap(({ level, behaviours, practices }) => [
    ...behaviours.map((statement) => ({ skill, level, part: 'behaviour' as const, statement })),
    ...practices.map((statement) => ({ skill, level, part: 'practice' as const, statement })),
  ])
}

export function isEnglish(framework: Pick<Framework, 'language'>): boolean {
  return /^en\b/i.test(framework.language)
}

/** Languages that are written without spaces between words: a word cannot be counted there. */
export function writesWords(framework: Pick<Framework, 'language'>): boolean {
  return !/^(zh|ja|th|lo|km|my)\b/i.test(framework.language)
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-‐‑][\p{L}\p{M}\p{N}]+)*/gu
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u

/** In lower case, hyphenated words as one, with plain apostrophes. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(WORD) ?? []
}

/** By language, kept as long as the sentence itself: an editor judges the same sentences again and again. */
const prepared = { english: new WeakMap<Statement, Terms>(), other: new WeakMap<Statement, Terms>() }

/**
 * What sentences are compared by: their words, in English without the endings (Porter's stemmer). A script without
 * spaces is cut into pairs of letters.
 */
export function termsOf(statement: Statement, english: boolean): Terms {
  const kept = english ? prepared.english : prepared.other
  const known = kept.get(statement)
  if (known !== undefined) return known
  const terms = termsFrom(wordsOf(statement.text).flatMap((word) => termsOfWord(word, english)))
  kept.set(statement, terms)
  return terms
}

function termsOfWord(word: string, english: boolean): string[] {
  if (UNSPACED.test(word)) return lettersInPairs([...word])
  return word.split(/[-‐‑]/).map((part) => (english ? stemmer(part.replace(/'s?$/, '')) : part))
}

function lettersInPairs(letters: string[]): string[] {
  return letters.length < 2
    ? [letters.join('')]
    : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
