// Who could do which piece of work: people, work, what is set already, and what earlier quarters brought.

import type { AgreedGrowth, ExercisedSkill, GrowthArea, Opportunity, WorkPart } from './opportunity.ts'
import { addQuarters } from './quarter.ts'

/** The quarters over which fairness is looked at, the last planned one included. */
export const FAIR_OVER = 4
/** The most and the least glue work of two people may lie so far apart, in pieces of work. */
export const GLUE_BOUND = 1
/** From the fourth piece of stretch work on, one more or less is no matter of fairness. */
export const STRETCH_COUNTED = 3

export interface BoardPerson {
  id: string
  /** Weeks of planned work that they can take on in a quarter. */
  weeks: number
  areas: GrowthArea[]
  /** Weeks of work that they were given besides this board, by quarter; quarters without any are left out. */
  promised: Record<string, number>
  /** Pieces of work of earlier quarters, or besides this board, that count. */
  stretchBefore: number
  glueBefore: number
}

export interface BoardWork {
  id: string
  kind: Opportunity['kind']
  quarter: string
  seats: number
  /** Weeks for each person on it. */
  weeks: number
  skills: ExercisedSkill[]
}

export interface BoardProblem {
  people: BoardPerson[]
  works: BoardWork[]
  /** By work, then by person: the person said that they would like it. */
  wished: boolean[][]
  /** By work, then by person: set by the manager. */
  set: ('with' | 'without' | null)[][]
}

/** For each piece of work the people on it, as places in `people`, in rising order. */
export type Board = number[][]

interface Given {
  /** By name: the order on the screen. */
  people: readonly { id: string; isNew: boolean }[]
  opportunities: readonly Opportunity[]
  agreed: readonly AgreedGrowth[]
  parts: readonly WorkPart[]
  /** The first quarter that is planned. */
  from: string
}

/**
 * Work of the quarters from `from` on. What was given before that, in the year up to the last of them, is history; and so
 * is what stands besides this board, as from a manager before: it counts, and it takes up weeks.
 */
export function boardProblem({ people, opportunities, agreed, parts, from }: Given): BoardProblem {
  const planned = opportunities
    .filter((one) => one.removedAt === null && one.quarter >= from)
    .toSorted((a, b) => compare(a.quarter, b.quarter) || compare(a.title, b.title) || compare(a.id, b.id))
  const history = givenBesides(planned, parts, from)
  const countOf = (personId: string, kind: Opportunity['kind']) =>
    history.filter((part) => part.personId === personId && part.work.kind === kind).length
  const least = Math.min(
    ...people.filter(({ isNew }) => !isNew).map(({ id }) => countOf(id, 'glue')),
    Number.MAX_SAFE_INTEGER,
  )
  const wishes = new Set(
    parts.flatMap(({ personId, opportunityId, until, wishedAt }) =>
      until === null && wishedAt !== null ? [`${personId} ${opportunityId}`] : [],
    ),
  )
  return {
    people: people.map(({ id, isNew }) => {
      const own = agreed.find(({ personId }) => personId === id)
      const glue = countOf(id, 'glue')
      return {
        id,
        weeks: own?.weeks ?? 0,
        promised: promisedTo(id, history, from),
        areas: own?.areas ?? [],
        stretchBefore: countOf(id, 'stretch'),
        // Whoever is new does not work off what the others carried before.
        glueBefore: isNew && least < Number.MAX_SAFE_INTEGER ? Math.max(glue, least) : glue,
      }
    }),
    works: planned.map(({ id, kind, quarter, people: seats, weeks, skills }) => ({
      ...{ id, kind, quarter, seats, weeks, skills },
    })),
    wished: planned.map((work) => people.map(({ id }) => wishes.has(`${id} ${work.id}`))),
    set: planned.map(({ tried }) =>
      people.map(({ id }) =>
        tried.with.includes(id) ? 'with' : tried.without.includes(id) ? 'without' : null,
      ),
    ),
  }
}

/** Given within the year up to the last planned quarter, and no work that is planned here. */
function givenBesides(planned: readonly Opportunity[], parts: readonly WorkPart[], from: string): WorkPart[] {
  const ends = planned.at(-1)?.quarter ?? from
  const begins = addQuarters(ends, 1 - FAIR_OVER)
  const isPlanned = (id: string | null) => planned.some((one) => one.id === id)
  return parts.filter(
    ({ stage, until, work, opportunityId }) =>
      stage === 'given' &&
      until === null &&
      work.quarter <= ends &&
      work.quarter >= begins &&
      !isPlanned(opportunityId),
  )
}

function promisedTo(personId: string, history: readonly WorkPart[], from: string): Record<string, number> {
  const weeks: Record<string, number> = {}
  for (const { work, ...part } of history)
    if (part.personId === personId && work.quarter >= from)
      weeks[work.quarter] = (weeks[work.quarter] ?? 0) + work.weeks
  return weeks
}

/** Weeks of a quarter that somebody has for the work of this board. */
export function weeksFree(person: BoardPerson, quarter: string): number {
  // In tenths, in which weeks are counted: sums of them are not exact.
  return Math.max(0, Math.round((person.weeks - (person.promised[quarter] ?? 0)) * 10) / 10)
}

/** Places of the growth areas that a piece of work brings to their next level. */
export function areasMetBy(person: BoardPerson, work: BoardWork): number[] {
  return person.areas.flatMap((area, place) => (isMet(area, work) ? [place] : []))
}

/** Work brings an area on where it asks for the level after the one that somebody stands at. */
export function isMet(area: GrowthArea, work: { skills: readonly ExercisedSkill[] }): boolean {
  return work.skills.some(({ skill, level }) => skill === area.skill && level === area.level + 1)
}

/** What somebody is set to do counts even beyond the weeks they have: it was the manager's word. */
export function weeksOpen({ people, works, set }: BoardProblem, person: number, quarter: string): number {
  const settled = works.reduce(
    (sum, work, index) =>
      work.quarter === quarter && set[index]?.[person] === 'with' ? sum + work.weeks : sum,
    0,
  )
  const one = people[person]
  return Math.max(one === undefined ? 0 : weeksFree(one, quarter), settled)
}

export function seatsOpen({ works, set }: BoardProblem, work: number): number {
  const settled = set[work]?.filter((one) => one === 'with').length ?? 0
  return Math.max(works[work]?.seats ?? 0, settled)
}

/** Without being set to it, nobody is put on work that alone is more than they have weeks for. */
export function isPossible(problem: BoardProblem, work: number, person: number): boolean {
  const set = problem.set[work]?.[person] ?? null
  if (set !== null) return set === 'with'
  const [one, of] = [problem.people[person], problem.works[work]]
  return one !== undefined && of !== undefined && of.weeks <= weeksFree(one, of.quarter)
}

export function quartersOf(problem: BoardProblem): string[] {
  return [...new Set(problem.works.map(({ quarter }) => quarter))]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
