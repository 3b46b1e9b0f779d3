// Why somebody is on a piece of work, and which growth areas no planned work brings on.

import {
  areasMetBy,
  type Board,
  type BoardPerson,
  type BoardProblem,
  type BoardWork,
  isMet,
  weeksFree,
} from './board-problem.ts'
import type { ExercisedSkill, GrowthArea } from './opportunity.ts'

export type MatchReason =
  | { kind: 'set' }
  | { kind: 'area'; skill: string; level: number }
  | { kind: 'wish' }
  | { kind: 'first-stretch' }
  | { kind: 'glue-turn' }
  | { kind: 'room' }

/** In the order in which they are told; at least one. */
export function reasonsOf(problem: BoardProblem, board: Board, work: number, person: number): MatchReason[] {
  const [one, of] = [problem.people[person], problem.works[work]]
  if (one === undefined || of === undefined) return []
  const reasons: MatchReason[] = []
  if (problem.set[work]?.[person] === 'with') reasons.push({ kind: 'set' })
  for (const area of areasMetBy(one, of)) {
    const { skill, level } = one.areas[area] as GrowthArea
    reasons.push({ kind: 'area', skill, level: level + 1 })
  }
  if (problem.wished[work]?.[person]) reasons.push({ kind: 'wish' })
  const firstStretch = board.findIndex(
    (on, index) => on.includes(person) && problem.works[index]?.kind === 'stretch',
  )
  if (of.kind === 'stretch' && one.stretchBefore === 0 && firstStretch === work)
    reasons.push({ kind: 'first-stretch' })
  if (of.kind === 'glue') reasons.push({ kind: 'glue-turn' })
  return reasons.length > 0 ? reasons : [{ kind: 'room' }]
}

/** A growth area that this board does not bring on. */
export interface Gap extends GrowthArea {
  person: number
  /** No planned work asks for it; or there is some, and others are on it, or it takes more weeks than they have. */
  why: 'no-work' | 'others' | 'weeks'
}

/** By person, in the order of the areas. */
export function gapsOf(problem: BoardProblem, board: Board): Gap[] {
  return problem.people.flatMap((one, person) =>
    one.areas.flatMap((area): Gap[] => {
      const fitting = problem.works.flatMap((work, index) => (isMet(area, work) ? [index] : []))
      if (fitting.some((work) => board[work]?.includes(person))) return []
      return [{ ...area, person, why: whyNot(problem, fitting, person) }]
    }),
  )
}

function whyNot(problem: BoardProblem, fitting: readonly number[], person: number): Gap['why'] {
  if (fitting.length === 0) return 'no-work'
  const one = problem.people[person]
  const hasWeeks = ({ weeks, quarter }: BoardWork) => one !== undefined && weeks <= weeksFree(one, quarter)
  return problem.works.some((work, index) => fitting.includes(index) && hasWeeks(work)) ? 'others' : 'weeks'
}

/** Growth areas that work with these skills would bring on: for whoever writes a piece of work in. */
export function peopleWhoGrow(people: readonly BoardPerson[], skills: readonly ExercisedSkill[]): string[] {
  return people.filter(({ areas }) => areas.some((area) => isMet(area, { skills }))).map(({ id }) => id)
}
