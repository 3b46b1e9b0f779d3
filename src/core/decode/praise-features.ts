// What only the telling of praise from criticism looks at: longer runs of words, how a sentence ends, and its tone.

import type { DecoderWord } from './decoder-words.ts'
import { BAD, GOOD, SPLENDID, THANKING, TROUBLE, UNEQUALLED, WANTING } from './tone-words.ts'

/**
 * `x:` a word of the last clause, `y:` a run of words or two words further apart, `z:` tone. In the alphabet they come
 * after everything that skills are told by, which is what the decoder's file counts on.
 */
const FIRST_OF_PRAISE = 'x:'

export function isOfPraiseOnly(name: string): boolean {
  return name >= FIRST_OF_PRAISE
}

/** An outright word of praise, not denied, in a short sentence that does not turn. */
export const OUTRIGHT = 'z:splendid, short'

const SHARE = 0.6
const CLAUSE_ENDS = /[,;:.!?()–—]/
const CLAUSE_WORDS = new Set(['and', 'but', 'so'])
const FEWEST_IN_CLAUSE = 3

/** Deterministic. Runs and endings have the Euclidean length `SHARE` each; tone counts as it is. */
export function praiseFeatures(sentence: string, words: readonly DecoderWord[]): Map<string, number> {
  if (words.length === 0) return new Map()
  const ending = words.slice(lastClause(sentence, words)).map(({ stem }) => `x:${stem}`)
  return new Map([...scaled(runs(words)), ...scaled(ending), ...tone(sentence, words)])
}

function scaled(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const length = Math.sqrt([...counts.values()].reduce((sum, count) => sum + count ** 2, 0))
  return new Map([...counts].map(([name, count]) => [name, (SHARE * count) / length]))
}

function runs(words: readonly DecoderWord[]): string[] {
  const stems = ['^', ...words.map(({ stem }) => stem), '$']
  const at = (place: number) => stems[place] as string
  const found = [`y:^ ${at(1)}`, `y:${at(stems.length - 2)} $`]
  for (let place = 0; place + 2 < stems.length; place += 1) {
    found.push(`y:${at(place)} ${at(place + 1)} ${at(place + 2)}`)
    if (place + 3 < stems.length) found.push(`y:${at(place)} … ${at(place + 3)}`)
  }
  return found
}

/** Where the last clause begins: what came of it is mostly told at the end. */
function lastClause(sentence: string, words: readonly DecoderWord[]): number {
  let from = 0
  for (let at = 1; at + FEWEST_IN_CLAUSE <= words.length; at += 1) {
    const before = words[at - 1] as DecoderWord
    const word = words[at] as DecoderWord
    const between = sentence.slice(before.start + before.text.length, word.start)
    if (CLAUSE_ENDS.test(between) || CLAUSE_WORDS.has(word.plain)) from = at
  }
  return from
}

/** How much each kind of tone counts. Judgement; what it says of praise is learned. */
const VALUE = { splendid: 1, good: 0.5, bad: 0.7, trouble: 0.5, too: 0.5, ends: 0.5, turn: 2 }
const WORDS_AT_END = 5
/** In a sentence so short that does not turn, a word of praise mostly is meant. */
const SHORT = 14
const TURNS = /\b(?:but|yet|however|although|though|except|only)\b/i
const NOT = new Set(['not', 'no', 'never', 'without', 'hardly', 'isnt', 'wasnt', 'arent'])

const TURNS_OF_PHRASE = [
  ['unequalled', UNEQUALLED],
  ['thanking', THANKING],
  ['wanting', WANTING],
] as const

function tone(sentence: string, words: readonly DecoderWord[]): Map<string, number> {
  const found = new Map<string, number>()
  const add = (name: string, value: number) => found.set(`z:${name}`, value)
  words.forEach(({ plain }, at) => {
    const not = isDenied(words, at) ? 'not ' : ''
    const isTooMuch = words[at - 1]?.plain === 'too'
    const isLast = at >= words.length - WORDS_AT_END
    const isGood = SPLENDID.has(plain) || GOOD.has(plain)
    if (SPLENDID.has(plain)) add(`${not}splendid`, VALUE.splendid)
    else if (isGood && !isTooMuch) add(`${not}good`, VALUE.good)
    if (BAD.has(plain)) add(`${not}bad`, VALUE.bad)
    if (TROUBLE.has(plain)) add(`${not}trouble`, VALUE.trouble)
    if (isTooMuch) add('too', VALUE.too)
    if (isLast && isGood) add(`ends ${not}good`, VALUE.ends)
    if (isLast && BAD.has(plain)) add(`ends ${not}bad`, VALUE.ends)
  })
  for (const [name, turns] of TURNS_OF_PHRASE)
    if (turns.some((turn) => turn.test(sentence))) add(name, VALUE.turn)
  if (words.length <= SHORT && !TURNS.test(sentence))
    for (const [name, value] of [...found]) found.set(`${name}, short`, value)
  return found
}

function isDenied(words: readonly DecoderWord[], at: number): boolean {
  return (words[at] as DecoderWord).negated || NOT.has(words[at - 1]?.plain ?? '')
}
