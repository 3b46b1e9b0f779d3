// What the values of a column, or a list of headings, look like: levels, titles, names of people, dates, sentences.

import { isLevelWord, levelOf, saysNothing, splitLevelHeading } from './level-words.ts'
import { keyOf } from './naming.ts'
import { readDay } from './read-day.ts'
import { isTitle } from './seniority.ts'

/** All shares are of the values that are not empty, 0 to 1. */
export interface Profile {
  count: number
  distinct: number
  levels: number
  titles: number
  people: number
  dates: number
  sentences: number
  /** Share of rows that have a value. */
  filled: number
}

const NO_WORDS: ReadonlyMap<string, number> = new Map()
const SENTENCE = 25

/** Words that stand in names of skills and never in names of people. */
const SKILL_WORD =
  /\b(\w+(ing|tion|ment|ship|ness|ity|ance|ence|ics|ogy|ture|acy)|design|code|quality|test|tests|ops|devops|data|cloud|system|systems|software|web|api|security|script|typescript|javascript|python|java|git|sql|linux|aws|docker|product|project|team|people|process|technical|technology|business|customer|impact|craft|work|feedback|strategy|scope|trust|care|skill|skills|delivery|growth|agile|debug|review|reviews|domain|tools?|stack|speed)\b/iu
const PERSON = /^\p{Lu}[\p{L}'’.-]*(?:,? \p{Lu}[\p{L}'’.-]*){1,3}$/u
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function profileOf(values: string[]): Profile {
  const own = values.filter((value) => value !== '')
  const share = (test: (value: string) => boolean) =>
    own.length === 0 ? 0 : own.filter(test).length / own.length
  const spoken = own.filter((value) => !saysNothing(value))
  return {
    count: own.length,
    distinct: new Set(own.map(keyOf)).size,
    levels: spoken.length === 0 ? 0 : spoken.filter(isLevel).length / spoken.length,
    titles: share(isTitle),
    people: share(isPerson),
    dates: share((value) => readDay(value) !== undefined),
    sentences: share(isSentence),
    filled: values.length === 0 ? 0 : own.length / values.length,
  }
}

function isLevel(value: string): boolean {
  return isLevelWord(value) || levelOf(value, NO_WORDS) !== undefined
}

export function isSentence(value: string): boolean {
  return value.length > SENTENCE || value.includes('\n') || value.split(' ').length > 4
}

/** Two to four capitalised words, or an address; titles and words of skills speak against it. */
export function isPerson(value: string): boolean {
  return EMAIL.test(value) || (PERSON.test(value) && !isTitle(value) && !SKILL_WORD.test(value))
}

/** Whether a heading names a level: "Level 2", "3 - Expert", "Intermediate". */
export function isLevelHeading(heading: string): boolean {
  return isLevelWord(heading) || splitLevelHeading(heading) !== undefined
}
