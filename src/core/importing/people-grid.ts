// Ratings of people as the grid that an import reads: a row for each person, day and rater, a column for each skill.

import { shown } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { nearestWord } from '../framework/nearest-word.ts'
import type { ImportedRating, Loss } from './import-source.ts'
import { keyOf, oneLine } from './naming.ts'

type GridRating = Omit<ImportedRating, 'place'>

/** Rows of cells with headings first, in the order of the ratings; columns for the day and the rater only where there are any. */
export function writePeopleGrid(ratings: GridRating[]): string[][] {
  const skills = new Map(ratings.map(({ skill }) => [keyOf(skill), skill]))
  const hasDay = ratings.some(({ ratedOn }) => ratedOn !== undefined)
  const hasRater = ratings.some(({ ratedBy }) => ratedBy !== undefined)
  const headings = ['Person', ...(hasDay ? ['Rated on'] : []), ...(hasRater ? ['Rated by'] : [])]
  const rows = groupedBy(ratings, ({ person, ratedOn, ratedBy }) =>
    JSON.stringify([person, ratedOn ?? null, ratedBy ?? null]),
  )
  return [
    [...headings, ...skills.values()].map(safeCell),
    ...[...rows.values()].map((own) => rowOf(own, [...skills.keys()], hasDay, hasRater)),
  ]
}

function rowOf(own: GridRating[], skills: string[], hasDay: boolean, hasRater: boolean): string[] {
  const [first] = own
  const levels = new Map(
    own.map(({ skill, level, approaching }) => [keyOf(skill), `${level}${approaching === true ? '+' : ''}`]),
  )
  const about = [
    first?.person ?? '',
    ...(hasDay ? [first?.ratedOn ?? ''] : []),
    ...(hasRater ? [first?.ratedBy ?? ''] : []),
  ]
  return [...about.map(safeCell), ...skills.map((skill) => levels.get(skill) ?? '')]
}

/** A grid as comma-separated text with Windows line ends (RFC 4180). */
export function writeGridCsv(rows: string[][]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Spreadsheets run what begins with one of these signs as a formula; an apostrophe in front keeps it a text. */
export function safeCell(text: string): string {
  const words = oneLine(text)
  return /^[=+\-@]/.test(words) ? `'${words}` : words
}

function csvCell(text: string): string {
  return /[",\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export interface MatchedRatings {
  ratings: (ImportedRating & { skillId: string })[]
  losses: Loss[]
}

/**
 * Finds the skills of a framework by name or id; what it does not have, or has no such level, is told. `chosen` corrects
 * that by names of the source: the id of a skill, or nothing to leave it out. Private skills are never taken.
 */
export function matchRatings(
  ratings: ImportedRating[],
  framework: Framework,
  chosen: Readonly<Record<string, string>> = {},
): MatchedRatings {
  const byName = new Map(framework.skills.map(({ id, name }) => [keyOf(name), id]))
  const losses: Loss[] = []
  const top = topLevel(framework)
  const matched = ratings.flatMap((rating) => {
    const { place, level, skill } = rating
    const known = byName.get(keyOf(skill)) ?? findSkill(framework, skill)?.id
    const corrected = Object.hasOwn(chosen, skill) ? chosen[skill] : undefined
    const skillId = corrected === '' ? '' : (findSkill(framework, corrected ?? '')?.id ?? known)
    const what = `Level ${level} in ${shown(skill)} of ${shown(rating.person)}`
    if (skillId === '') losses.push({ place, what, why: 'You left this skill out.' })
    else if (skillId === undefined)
      losses.push({ place, what, why: `${framework.name} has no such skill.${hint(skill, framework)}` })
    else if (findSkill(framework, skillId)?.private)
      losses.push({ place, what, why: 'This skill is only rated by its owner.' })
    else if (level > top) losses.push({ place, what, why: `The scale of ${framework.name} ends at ${top}.` })
    else return [{ ...rating, skillId }]
    return []
  })
  return { ratings: matched, losses }
}

function hint(skill: string, framework: Framework): string {
  const nearest = nearestWord(
    skill,
    framework.skills.map(({ name }) => name),
  )
  return nearest === undefined ? '' : ` Did they mean "${nearest}"?`
}
