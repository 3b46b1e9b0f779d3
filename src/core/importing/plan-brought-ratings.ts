// From ratings as a file has them to what is noted of whom, by whom and when; what is left out is told by place.

import type { RaterKind } from '../assessment/assessment.ts'
import { isDate } from '../assessment/is-date.ts'
import { isInTheFuture } from '../assessment/note-assessment.ts'
import { shown } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { type KeptPerson, LONGEST_NAME, myKindFor, type Relation } from '../person/kept-person.ts'
import type { ImportedRating, Loss } from './import-source.ts'
import { keyOf } from './naming.ts'
import { matchRatings } from './people-grid.ts'

/** Stands for me as a rater; no name of a file begins with a blank. */
export const ME = ' me'

/** Somebody a name of the file may stand for: `me`, somebody new, nobody, or the id of a kept person. */
export type Who = 'me' | 'new' | 'leave' | (string & {})

export interface BroughtChoices {
  /** Who said it where the file does not tell. */
  rater: 'me' | 'themselves' | 'unknown'
  /** ISO date on which it was said, where the file does not tell. */
  ratedOn: string
  /** By names of the file; the rest is matched by name. */
  people: Readonly<Record<string, Who>>
  /** Ids of skills by names of the file, empty to leave one out; the rest is matched by name. */
  skills: Readonly<Record<string, string>>
}

export interface BringingInto {
  framework: Framework
  me: { id: string; name: string | null }
  people: readonly KeptPerson[]
  /** ISO time: nothing was said later. */
  now: string
}

export interface PlannedPerson {
  /** As the file has it. */
  name: string
  who: Who
  /** Ratings about them in the file, before anything is left out. */
  ratings: number
}

export interface PlannedSkill {
  name: string
  /** Null where the framework has none. */
  skillId: string | null
  ratings: number
}

/** What one person said about another on one day. Names are those of the file. */
export interface PlannedNote {
  subject: string
  /** `ME`, a name of the file, or null where nobody knows. */
  rater: string | null
  raterKind: RaterKind
  ratedOn: string
  ratings: { skill: string; level: number; approaching: boolean }[]
}

/** None of the ratings leaves it open, some do, or all. */
type Asked = 'none' | 'some' | 'all'

export interface BroughtPlan {
  people: PlannedPerson[]
  skills: PlannedSkill[]
  /** Whether ratings do not say who gave them, and on which day. */
  asks: { rater: Asked; day: Asked }
  notes: PlannedNote[]
  losses: Loss[]
}

/** What new people of the file are to me. */
export function relationOfNew(choices: Pick<BroughtChoices, 'rater'>): Relation | null {
  return choices.rater === 'me' ? 'report' : null
}

/** Pure: the same in the browser, which shows it, and on the server, which keeps it. */
export function planBroughtRatings(
  ratings: readonly ImportedRating[],
  into: BringingInto,
  choices: BroughtChoices,
): BroughtPlan {
  const { ratings: matched, losses } = matchRatings([...ratings], into.framework, choices.skills)
  const whoIs = matcher(into, choices)
  const notes = new Map<string, Draft>()
  for (const rating of matched) {
    const named = nameBoth(rating, whoIs, into, choices)
    const problem = 'why' in named ? named.why : dayProblem(rating.ratedOn ?? choices.ratedOn, into.now)
    if (problem !== null || 'why' in named) {
      const what = `Level ${rating.level} in ${shown(rating.skill)} of ${shown(rating.person)}`
      losses.push({ place: rating.place, what, why: problem ?? '' })
      continue
    }
    const ratedOn = rating.ratedOn ?? choices.ratedOn
    const oneOf = (name: string) => identityOf(name, whoIs(name))
    const by = named.rater === null ? null : named.rater === ME ? 'me' : oneOf(named.rater)
    const key = JSON.stringify([oneOf(rating.person), by, ratedOn])
    const note = notes.get(key) ?? { ...named, ratedOn, ratings: [], said: new Map() }
    notes.set(key, note)
    const before = note.said.get(rating.skillId)
    if (before !== undefined) losses.push(saidTwice(before))
    note.said.set(rating.skillId, rating)
  }
  dropOlderOfMine(
    [...notes.values()].filter((note) => isOwn(note, whoIs)),
    losses,
  )
  return {
    people: peopleIn(ratings, whoIs),
    skills: skillsIn(ratings, into, choices),
    asks: {
      rater: askedOf(ratings, ({ ratedBy }) => ratedBy === undefined),
      day: askedOf(ratings, ({ ratedOn }) => ratedOn === undefined),
    },
    notes: [...notes.values()]
      .filter(({ said }) => said.size > 0)
      .map(({ said, ...note }) => ({
        ...note,
        ratings: [...said].map(([skill, { level, approaching = false }]) => ({ skill, level, approaching })),
      })),
    losses,
  }
}

/** By skill, while lines are still being read. */
type Draft = PlannedNote & { said: Map<string, ImportedRating> }

function isOwn({ raterKind, subject }: PlannedNote, whoIs: (name: string) => Who): boolean {
  return raterKind === 'self' && whoIs(subject) === 'me'
}

/** What I said about myself is one assessment, in which each skill has one answer: the newest. */
function dropOlderOfMine(own: Draft[], losses: Loss[]): void {
  const newest = new Map<string, string>()
  for (const { ratedOn, said } of own)
    for (const skill of said.keys()) if (ratedOn > (newest.get(skill) ?? '')) newest.set(skill, ratedOn)
  for (const { ratedOn, said } of own)
    for (const [skill, { place, level, skill: name }] of said) {
      if (newest.get(skill) === ratedOn) continue
      said.delete(skill)
      const what = `Your level ${level} in ${shown(name)} of ${ratedOn}`
      losses.push({
        place,
        what,
        why: 'You said something newer; of your own ratings the newest is brought.',
      })
    }
}

/** Equal for two names of the file that stand for one person. */
export function identityOf(name: string, who: Who): string {
  return who === 'new' ? `new ${keyOf(name)}` : who
}

function askedOf(ratings: readonly ImportedRating[], isOpen: (rating: ImportedRating) => boolean): Asked {
  if (!ratings.some(isOpen)) return 'none'
  return ratings.every(isOpen) ? 'all' : 'some'
}

const MYSELF = new Set(['me', 'myself', 'i'])

function matcher({ me, people }: BringingInto, choices: BroughtChoices): (name: string) => Who {
  const byName = new Map(people.map(({ id, displayName }) => [keyOf(displayName), id]))
  const own = me.name === null ? null : keyOf(me.name)
  return (name) => {
    const chosen = Object.hasOwn(choices.people, name) ? choices.people[name] : undefined
    if (chosen !== undefined) return chosen
    const key = keyOf(name)
    return byName.get(key) ?? (key === own || MYSELF.has(key) ? 'me' : 'new')
  }
}

type Named = Pick<PlannedNote, 'subject' | 'rater' | 'raterKind'>

function nameBoth(
  { person, ratedBy }: ImportedRating,
  whoIs: (name: string) => Who,
  into: BringingInto,
  choices: BroughtChoices,
): Named | { why: string } {
  const subject = whoIs(person)
  if (subject === 'leave') return { why: 'You left this person out.' }
  if ([...person].length > LONGEST_NAME || [...(ratedBy ?? '')].length > LONGEST_NAME)
    return { why: `A name has at most ${LONGEST_NAME} characters.` }
  const rater = ratedBy ?? (choices.rater === 'me' ? ME : choices.rater === 'themselves' ? person : null)
  if (rater === null) return { subject: person, rater, raterKind: 'peer' }
  const who = rater === ME ? 'me' : whoIs(rater)
  // Whoever is left out as a person is nobody as a rater too, but what they said may stay.
  if (who === 'leave') return { subject: person, rater: null, raterKind: 'peer' }
  const isSame = who === 'new' ? subject === 'new' && keyOf(rater) === keyOf(person) : who === subject
  if (isSame) return { subject: person, rater: who === 'me' ? ME : rater, raterKind: 'self' }
  const relationOf = (id: Who) => into.people.find((one) => one.id === id)?.relation ?? null
  if (who === 'me') {
    const relation = subject === 'new' ? relationOfNew(choices) : relationOf(subject)
    return { subject: person, rater: ME, raterKind: myKindFor(relation) }
  }
  const toMe = subject === 'me' ? relationOf(who) : null
  return { subject: person, rater, raterKind: toMe ?? 'peer' }
}

function dayProblem(ratedOn: string, now: string): string | null {
  if (!isDate(ratedOn)) return 'It has no day, and none was given for the whole file.'
  return isInTheFuture(ratedOn, now) ? `${ratedOn} lies in the future.` : null
}

function saidTwice({ place, level, skill, person }: ImportedRating): Loss {
  const what = `Level ${level} in ${shown(skill)} of ${shown(person)}`
  return { place, what, why: 'A later line says another for the same person, day and rater.' }
}

function peopleIn(ratings: readonly ImportedRating[], whoIs: (name: string) => Who): PlannedPerson[] {
  const counts = new Map<string, number>()
  for (const { person, ratedBy } of ratings) {
    counts.set(person, (counts.get(person) ?? 0) + 1)
    if (ratedBy !== undefined) counts.set(ratedBy, counts.get(ratedBy) ?? 0)
  }
  return [...counts]
    .map(([name, count]) => ({ name, who: whoIs(name), ratings: count }))
    .sort((a, b) => (keyOf(a.name) < keyOf(b.name) ? -1 : 1))
}

function skillsIn(
  ratings: readonly ImportedRating[],
  { framework }: BringingInto,
  choices: BroughtChoices,
): PlannedSkill[] {
  return [...groupedBy(ratings, ({ skill }) => skill)].map(([name, own]) => {
    const one = { ...(own[0] as ImportedRating), level: 0 }
    const [found] = matchRatings([one], framework, choices.skills).ratings
    return { name, skillId: found?.skillId ?? null, ratings: own.length }
  })
}
