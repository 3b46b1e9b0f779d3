// Marks what makes feedback hard to use: words as they stand, and parts that are missing. It never forbids anything.

import { type FeedbackAim, type FeedbackParts, PART_NAMES, type PartName } from './feedback-parts.ts'
import type { LanguageFinding } from './language-checks.ts'
import { AN_OCCASION, MARK_PATTERNS, NOT_ALWAYS, wholePhrase } from './mark-patterns.ts'
import { MARK_RULES, type MarkRule } from './mark-rules.ts'

/** Words in one part, or something that a part lacks; then `from` and `to` are 0 and `words` is empty. */
export interface Mark {
  rule: MarkRule
  part: PartName
  /** UTF-16 units in that part; the end is behind the last one. */
  from: number
  to: number
  words: string
}

/** Words of a framework's own vague phrases, such as "be more visible", each with the skill that it is about. */
export interface KnownPhrase {
  skill: string
  text: string
}

export interface CheckOptions {
  aim: FeedbackAim
  /** Rules about words are for English; elsewhere only missing parts are marked. */
  english: boolean
  phrases: readonly KnownPhrase[]
  /** The language library is heavy, so that a page loads it later; until then those rules are silent. */
  checkLanguage: ((text: string) => LanguageFinding[]) | null
}

/** Above this a part is no longer something that one person says to another; words beyond are not looked at. */
export const LONGEST_PART = 4000
/** Below this many words a part has hardly begun, and nothing is said to be missing in it. */
const BEGUN = 3

const ORDER = Object.keys(MARK_RULES)

/**
 * All marks, in the order of the parts and of the text. Words that two rules mark are marked once, by the first rule
 * of MARK_RULES. Nothing is missing before anything was written.
 */
export function checkFeedback(parts: FeedbackParts, options: CheckOptions): Mark[] {
  const words = options.english ? PART_NAMES.flatMap((part) => markWords(part, parts[part], options)) : []
  return [...words, ...missingParts(parts, options)].sort(
    (a, b) => PART_NAMES.indexOf(a.part) - PART_NAMES.indexOf(b.part) || a.from - b.from,
  )
}

function markWords(part: PartName, whole: string, options: CheckOptions): Mark[] {
  const text = whole.slice(0, LONGEST_PART)
  const found = [
    ...byPatterns(part, text),
    ...byPhrases(part, text, options.phrases),
    ...(options.checkLanguage?.(text) ?? []).map((one) => markOf(one.rule, part, text, one.from, one.to)),
  ]
  return withoutOverlap(found.filter((mark) => isMeant(mark, text, options.aim)))
}

function markOf(rule: MarkRule, part: PartName, text: string, from: number, to: number): Mark {
  return { rule, part, from, to, words: text.slice(from, to) }
}

function byPatterns(part: PartName, text: string): Mark[] {
  return Object.entries(MARK_PATTERNS).flatMap(([rule, patterns]) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => {
        const [from, to] = match.indices?.groups?.words ?? [match.index, match.index + match[0].length]
        return markOf(rule as keyof typeof MARK_PATTERNS, part, text, from, to)
      }),
    ),
  )
}

/** Shorter ones stand in too many sentences that mean something else. */
const SHORTEST_PHRASE = 6

/** A framework's phrases count where they stand word for word: they are there because nobody knows what they mean. */
function byPhrases(part: PartName, text: string, phrases: readonly KnownPhrase[]): Mark[] {
  return phrases.flatMap((phrase) => {
    const wanted = phrase.text
      .toLocaleLowerCase('en')
      .replaceAll(/[.!?…"“”]+/g, '')
      .trim()
    if (wanted.length < SHORTEST_PHRASE) return []
    return [...text.matchAll(wholePhrase(wanted))].map(({ index, 0: found }) =>
      markOf('vague', part, text, index, index + found.length),
    )
  })
}

/** "Almost always" counts cases; in praise a kind word about the person is only vague where nothing else is said. */
function isMeant(mark: Mark, text: string, aim: FeedbackAim): boolean {
  // What somebody else said, or a rule says, is a fact here.
  if (isQuoted(mark, text)) return false
  if (mark.rule === 'vague' && aim === 'keep') return !saysMore(mark, text)
  return mark.rule !== 'always-never' || !isIn(NOT_ALWAYS, mark, text)
}

function isIn(pattern: RegExp, { from, to }: Mark, text: string): boolean {
  return [...text.matchAll(pattern)].some((one) => one.index <= from && to <= one.index + one[0].length)
}

const QUOTES = /“[^”]*”|"[^"]*"|«[^»]*»|„[^“]*“|`[^`]*`/g

function isQuoted(mark: Mark, text: string): boolean {
  return isIn(QUOTES, mark, text)
}

/** True where the sentence of a mark goes on for a while: "Great work on the rollout: the checklist …" says why. */
function saysMore(mark: Mark, text: string): boolean {
  const begin = Math.max(
    0,
    ...[...text.slice(0, mark.from).matchAll(/[.!?\n]\s/g)].map((one) => one.index + 1),
  )
  const rest = text.slice(mark.to)
  const end = mark.to + (/[.!?\n](?:\s|$)/.exec(rest)?.index ?? rest.length)
  return countWords(text.slice(begin, end)) - countWords(mark.words) >= 9
}

function withoutOverlap(marks: Mark[]): Mark[] {
  const byRank = [...marks].sort(
    (a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) || a.from - b.from || b.to - a.to,
  )
  const kept: Mark[] = []
  for (const mark of byRank) {
    if (!kept.some((other) => mark.from < other.to && other.from < mark.to)) kept.push(mark)
  }
  return kept
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0

function missingParts(parts: FeedbackParts, { aim, english }: CheckOptions): Mark[] {
  const isBegun = (part: PartName) => countWords(parts[part]) >= BEGUN
  if (!isBegun('behaviour') && !isBegun('situation')) return []
  const missing = (rule: MarkRule, part: PartName): Mark => ({ rule, part, from: 0, to: 0, words: '' })
  const told = `${parts.situation} ${parts.behaviour}`
  const hasOccasion = english ? told.match(AN_OCCASION) !== null : isBegun('situation')
  return [
    ...(hasOccasion ? [] : [missing('no-example', 'situation')]),
    ...(isBegun('impact') ? [] : [missing('no-impact', 'impact')]),
    ...(aim === 'keep' || isBegun('nextStep') ? [] : [missing('no-next-step', 'nextStep')]),
  ]
}
