// Turns facts about people into ratings, and tells what of them is none.
import { shown } from '../framework/describe-issue.ts'
import type { Fact } from './fact.ts'
import type { ImportedRating, Loss } from './import-source.ts'
import { type LevelCell, levelOf, saysNothing } from './level-words.ts'
import { nameFrom, oneLine, remembered } from './naming.ts'
import { readDay } from './read-day.ts'

export function ratingsFromFacts(
  facts: Fact[],
  words: ReadonlyMap<string, number>,
  losses: Loss[],
): ImportedRating[] {
  const roles = new Map<string, Fact>()
  const ratings: ImportedRating[] = []
  const levelIn = remembered((cell) => levelOf(cell, words))
  const nameIn = remembered((name) => unescaped(nameFrom(name)))
  for (const fact of facts) {
    const { person, skill, level, role, place } = fact
    if (person === undefined) continue
    if (role !== undefined && !roles.has(person)) roles.set(person, fact)
    if (skill === undefined || level === undefined) continue
    const read = levelIn(level)
    if (read === undefined) {
      if (!saysNothing(level)) losses.push({ place, what: shown(level), why: 'It is not known as a level.' })
      continue
    }
    const rating: ImportedRating = { person: nameIn(person), skill: nameIn(skill), level: read.level, place }
    if (fact.date !== undefined) addDay(rating, fact.date, losses)
    if (fact.rater !== undefined) rating.ratedBy = nameIn(fact.rater)
    if (read.lost?.trim() === '+') rating.approaching = true
    loseRest(fact, read, losses)
    ratings.push(rating)
  }
  const first = [...roles.values()][0]
  if (first !== undefined)
    losses.push({
      place: first.place,
      what: `The roles of ${roles.size} ${roles.size === 1 ? 'person' : 'people'}, such as "${shown(first.role ?? '')}"`,
      why: 'A rating does not carry the role of the person.',
    })
  return ratings
}

/** What a cell says besides a whole level. */
function loseRest({ level = '', text, place }: Fact, read: LevelCell, losses: Loss[]): void {
  if (read.lost !== undefined && read.lost.trim() !== '+') {
    const what = `"${shown(read.lost.trim())}" of "${shown(level)}"`
    losses.push({ place, what, why: `Levels are whole numbers; ${read.level} is taken.` })
  }
  if (text !== undefined)
    losses.push({ place, what: shown(text), why: 'A rating is brought without its note.' })
}

function addDay(rating: ImportedRating, date: string, losses: Loss[]): void {
  const text = oneLine(date)
  if (text === '') return
  const { place } = rating
  const read = readDay(text)
  if (read === undefined)
    losses.push({ place, what: `The date "${shown(text)}"`, why: 'It is not a day such as 2026-03-31.' })
  else {
    rating.ratedOn = read.day
    if (read.ambiguous)
      losses.push({
        place,
        what: `The order of day and month in "${shown(text)}"`,
        why: `It is read as ${read.day}.`,
      })
  }
}

/** A sign that keeps spreadsheets from running a text as a formula is not part of the name. */
function unescaped(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '')
}
