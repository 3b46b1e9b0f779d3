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

/**
 * Words that stand in names of skills and never in names of people. Endings alone would not do: Turing, Florence and
 * Felicity are people.
 */
const SKILL_WORD = new RegExp(
  `\\b(\\w+(tion|ment|ship|ness|bility|ics|ogy|ture|acy)|${[
    'accountability adaptability agile analysis api architecture aws business care cloud coaching code coding',
    'communicating compliance computing craft culture customer data debugging delivering delivery design devops docker',
    'domain empathy engineering estimating excellence feedback git giving governance growth hiring impact influence',
    'initiative intelligence interviewing java javascript learning linux listening making managing mentoring modelling',
    'modeling monitoring networking onboarding ops ownership people performance planning prioritising prioritizing',
    'problem process product programming project python quality reading refactoring resilience review reviews science',
    'scope script scripting security skill skills software solving speaking speed sql stack strategy system systems',
    'teaching team teamwork technical technology test testing tests thinking tool tools trust typescript web working',
    'writing',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\b`,
  'iu',
)
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
function isPerson(value: string): boolean {
  return EMAIL.test(value) || (PERSON.test(value) && !isTitle(value) && !SKILL_WORD.test(value))
}

/** Whether a heading names a level: "Level 2", "3 - Expert", "Intermediate". */
export function isLevelHeading(heading: string): boolean {
  return isLevelWord(heading) || splitLevelHeading(heading) !== undefined
}
