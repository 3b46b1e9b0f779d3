// Turns facts about people into ratings, and tells what of them is none.
import { shown } from '../framework/describe-issue.ts'
import type { Fact } from './fact.ts'
import type { ImportedRating, Loss } from './import-source.ts'
import { levelOf, saysNothing } from './level-words.ts'
import { nameFrom, oneLine } from './naming.ts'
import { readDay } from './read-day.ts'

export function ratingsFromFacts(
  facts: Fact[],
  words: ReadonlyMap<string, number>,
  losses: Loss[],
): ImportedRating[] {
  const roles = new Map<string, Fact>()
  const ratings = facts.flatMap((fact): ImportedRating[] => {
    const { person, skill, level, role, place } = fact
    if (person === undefined) return []
    if (role !== undefined && !roles.has(person)) roles.set(person, fact)
    if (skill === undefined || level === undefined) return []
    const lose = (what: string, why: string) => void losses.push({ place, what, why })
    const read = levelOf(level, words)
    if (read === undefined) {
      if (!saysNothing(level)) lose(shown(level), 'It is not known as a level.')
      return []
    }
    if (read.lost !== undefined)
      lose(
        `"${shown(read.lost.trim())}" of "${shown(level)}"`,
        `Levels are whole numbers; ${read.level} is taken.`,
      )
    if (fact.text !== undefined) lose(shown(fact.text), 'A rating is brought without its note.')
    const ratedOn = dayOf(fact, lose)
    return [
      {
        person: unescaped(nameFrom(person)),
        skill: unescaped(nameFrom(skill)),
        level: read.level,
        ...(ratedOn === undefined ? {} : { ratedOn }),
        ...(fact.rater === undefined ? {} : { ratedBy: unescaped(nameFrom(fact.rater)) }),
        place,
      },
    ]
  })
  const first = [...roles.values()][0]
  if (first !== undefined)
    losses.push({
      place: first.place,
      what: `The roles of ${roles.size} ${roles.size === 1 ? 'person' : 'people'}, such as "${shown(first.role ?? '')}"`,
      why: 'A rating does not carry the role of the person.',
    })
  return ratings
}

function dayOf({ date = '' }: Fact, lose: (what: string, why: string) => void): string | undefined {
  const text = oneLine(date)
  if (text === '') return undefined
  const read = readDay(text)
  if (read === undefined) lose(`The date "${shown(text)}"`, 'It is not a day such as 2026-03-31.')
  else if (read.ambiguous)
    lose(`The order of day and month in "${shown(text)}"`, `It is read as ${read.day}.`)
  return read?.day
}

/** A sign that keeps spreadsheets from running a text as a formula is not part of the name. */
function unescaped(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '')
}
