// The words of a sentence as the decoder reads them: one spelling, stems, and whether they stand under a "not".

import { stemmer } from 'stemmer'
import { remembered } from './remember.ts'

export interface DecoderWord {
  /** As it stands in the sentence. */
  text: string
  /** Where it begins in the sentence, in UTF-16 units. */
  start: number
  /** Lower case, without accents and apostrophes, American spelling. */
  plain: string
  /** Without its ending (Porter's stemmer); of a name, a day or a number only what it is. */
  stem: string
  /** Most likely a name: nobody's name may speak for a skill. */
  isName: boolean
  /** Within reach of a "not", "never", "without" before it. */
  negated: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const NEGATIONS = new Set(
  `no not never none nobody nothing without hardly barely rarely seldom neither nor lacks lacking cannot cant dont
   doesnt didnt wont wouldnt isnt wasnt arent werent hasnt havent hadnt couldnt shouldnt aint stop stopped`.split(
    /\s+/,
  ),
)
/** A negation reaches so many words, and never beyond a clause. */
const REACH = 5
const CLAUSE_ENDS = /[,;:.!?()–—]|\s-\s/u
const CLAUSE_WORDS = new Set(['but', 'however', 'although', 'though', 'yet', 'because', 'while', 'and', 'so'])

/** Pairs of spellings of which the second is read; endings of whole words. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/([^aeo])is(e|es|ed|ing|er|ers)$/, '$1iz$2'],
  [/avour/, 'avor'],
  [/ehaviour/, 'ehavior'],
  [/olour/, 'olor'],
  [/abour/, 'abor'],
  [/onour/, 'onor'],
  [/umour/, 'umor'],
  [/([^aeiou])yse(s|d|r)?$/, '$1yze$2'],
  [/([aeiou])lling$/, '$1ling'],
  [/([aeiou])lled$/, '$1led'],
  [/programme(s?)$/, 'program$1'],
  [/centre(s?)$/, 'center$1'],
  [/defence/, 'defense'],
  [/licence/, 'license'],
  [/practise/, 'practice'],
  [/learnt$/, 'learned'],
]

const NAME = '@name'
const DAY = '@day'
const NUMBER = '@number'
/** Without "may" and "march", which are words as well. */
const DAYS = new Set(
  `january february april june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday`.split(/\s+/),
)
const NUMBERS = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty
   sixty seventy eighty ninety hundred thousand million`.split(/\s+/),
)
const CAPITALISED = /^\p{Lu}\p{Ll}/u
/** What stands before the first word of a sentence, or of a quotation. */
const SENTENCE_BEGINS = /[.!?:]["'”’)]*\s*["“‘(]*$|["“‘]$/u

/** Words in order. `plain` and `stem` hold for English; words of other languages keep their own spelling. */
export function decoderWords(sentence: string): DecoderWord[] {
  const words: DecoderWord[] = []
  const matches = [...sentence.matchAll(WORD)]
  // In a headline every word has a capital, and none is a name for it.
  const isHeadline = 2 * matches.filter(([word]) => CAPITALISED.test(word)).length > matches.length
  let reach = 0
  let end = 0
  for (const match of matches) {
    const { plain, stem: own } = spelled(match[0])
    if (CLAUSE_ENDS.test(sentence.slice(end, match.index)) || CLAUSE_WORDS.has(plain)) reach = 0
    const isName = !isHeadline && CAPITALISED.test(match[0]) && isAmidst(sentence, end, match.index, plain)
    const stem = isName ? NAME : own
    words.push({ text: match[0], start: match.index, plain, stem, isName, negated: reach > 0 })
    reach = NEGATIONS.has(plain) || /n['’]t$/i.test(match[0]) ? REACH : reach - 1
    end = match.index + match[0].length
  }
  return words
}

/** Whether a capital letter here cannot come from the beginning of a sentence, of a quotation, or from "I". */
function isAmidst(sentence: string, end: number, start: number, plain: string): boolean {
  if (end === 0 || ['im', 'ive', 'id', 'ill'].includes(plain) || DAYS.has(plain)) return false
  return !SENTENCE_BEGINS.test(sentence.slice(end, start))
}

const spelled = remembered((word) => {
  const plain = plainWord(word)
  return { plain, stem: stemOf(plain) }
})

function stemOf(plain: string): string {
  if (DAYS.has(plain)) return DAY
  return NUMBERS.has(plain) || /^\d/.test(plain) ? NUMBER : stemmer(plain)
}

function plainWord(word: string): string {
  const bare = word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), bare)
}
