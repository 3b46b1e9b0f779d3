// A board that changes seat by seat, with its worth kept up to date: what a search of many thousand moves runs on.

import { glueWindow } from './board-bounds.ts'
import {
  areasMetBy,
  type Board,
  type BoardProblem,
  GLUE_BOUND,
  isPossible,
  quartersOf,
  STRETCH_COUNTED,
  seatsOpen,
  weeksOpen,
} from './board-problem.ts'
import { AREA_WORTH, takesGlue, WISH_WORTH } from './judge-board.ts'

/** What one step of a goal counts. */
export interface Weights {
  seat: number
  /** The first piece of stretch work of somebody, the second, the third. */
  rungs: readonly number[]
  /** One piece of glue work further apart than its bound. */
  glue: number
  growth: number
  /** Each piece of somebody's glue work outside of where a fair board has it: so one comes nearer before the most and the least change. */
  outside: number
}

export type BoardState = ReturnType<typeof boardState>

/** `worths` come out in the order of `weights`; all of them follow the same board. */
export function boardState(problem: BoardProblem, start: Board, weights: readonly Weights[]) {
  const { people, works, wished } = problem
  const facts = factsOf(problem)
  const count = people.length
  const on = new Uint8Array(works.length * count)
  const open = Int32Array.from(works, (_, work) => seatsOpen(problem, work))
  const areas = people.map((one) => new Int32Array(one.areas.length))
  const stretch = Int32Array.from(people, ({ stretchBefore }) => stretchBefore)
  const glue = Int32Array.from(people, ({ glueBefore }) => glueBefore)
  const worths = weights.map(() => 0)
  let beyond = 0
  let journal: number[] = []

  const earn = (by: number, of: (one: Weights) => number) => {
    for (const [index, one] of weights.entries()) worths[index] = (worths[index] ?? 0) + by * of(one)
  }
  const changeAreas = (work: number, person: number, by: number) => {
    const counts = areas[person] ?? new Int32Array()
    for (const area of facts.met[work * count + person] ?? []) {
      const had = counts[area] ?? 0
      counts[area] = had + by
      if (had === 0 || had + by === 0) earn(by * AREA_WORTH, (one) => one.growth)
    }
  }
  const changeGlue = (person: number, by: number) => {
    const had = glue[person] ?? 0
    glue[person] = had + by
    const now = beyondBound(glue, facts.sharing)
    const apart = now - beyond
    beyond = now
    const away = facts.outside(had + by) - facts.outside(had)
    earn(-1, (one) => one.glue * apart + one.outside * away)
  }
  /** `by` is 1 where somebody is put on a piece of work, −1 where they are taken off. */
  const change = (work: number, person: number, by: number) => {
    on[work * count + person] = by === 1 ? 1 : 0
    open[work] = (open[work] ?? 0) - by
    const at = person * facts.quarters + (facts.quarterOf[work] ?? 0)
    facts.room[at] = (facts.room[at] ?? 0) - by * (facts.tenths[work] ?? 0)
    earn(by, (one) => one.seat)
    if (wished[work]?.[person]) earn(by * WISH_WORTH, (one) => one.growth)
    changeAreas(work, person, by)
    if (works[work]?.kind === 'glue') changeGlue(person, by)
    if (works[work]?.kind === 'stretch') {
      const had = stretch[person] ?? 0
      stretch[person] = had + by
      const rung = Math.min(had, had + by)
      if (rung < STRETCH_COUNTED) earn(by, (one) => one.rungs[rung] ?? 0)
    }
  }
  const record = (work: number, person: number, by: number) => {
    change(work, person, by)
    journal.push(work, person, by)
  }
  const has = (work: number, person: number) => on[work * count + person] === 1
  const hasSeat = (work: number) => (open[work] ?? 0) > 0
  const hasWeeks = (work: number, person: number) =>
    (facts.room[person * facts.quarters + (facts.quarterOf[work] ?? 0)] ?? 0) >= (facts.tenths[work] ?? 0)

  beyond = beyondBound(glue, facts.sharing)
  for (const [work, own] of start.entries()) for (const person of own) change(work, person, 1)
  return {
    /** All that may be changed: what the manager set is not among it. */
    movable: facts.movable,
    worths,
    has,
    hasSeat,
    hasWeeks,
    mayTake: (work: number, person: number) =>
      facts.free[work * count + person] === 1 &&
      !has(work, person) &&
      hasSeat(work) &&
      hasWeeks(work, person),
    /** Who could be on it, or is. */
    peopleFor: (work: number) => facts.peopleFor[work] ?? [],
    /** Work of the same quarter that somebody could have, or has. */
    besides: (work: number, person: number) =>
      facts.worksFor[person * facts.quarters + (facts.quarterOf[work] ?? 0)] ?? [],
    /** Work of the same kind, in any quarter, that somebody could have, or has. */
    alike: (work: number, person: number) => facts.alikeFor[person]?.[works[work]?.kind ?? 'steady'] ?? [],
    add: (work: number, person: number) => record(work, person, 1),
    remove: (work: number, person: number) => record(work, person, -1),
    /** What was changed since stays. */
    keep: () => {
      journal = []
    },
    /** What was changed since the last `keep` is as it was. */
    undo: () => {
      for (let at = journal.length - 3; at >= 0; at -= 3)
        change(journal[at] ?? 0, journal[at + 1] ?? 0, -(journal[at + 2] ?? 0))
      journal = []
    },
    board: (): Board =>
      works.map((_, work) => people.flatMap((_, person) => (has(work, person) ? [person] : []))),
  }
}

/** What does not change while a board does; `room`, in tenths of a week, begins with all weeks open. */
function factsOf(problem: BoardProblem) {
  const { people, works, set } = problem
  const quarters = quartersOf(problem)
  const quarterOf = works.map(({ quarter }) => quarters.indexOf(quarter))
  const isFree = (work: number, person: number) =>
    set[work]?.[person] !== 'with' && isPossible(problem, work, person)
  const movable = works.flatMap((_, work) =>
    people.flatMap((_, person) => (isFree(work, person) ? [{ work, person }] : [])),
  )
  const window = glueWindow(
    problem,
    works.reduce((sum, _, work) => sum + seatsOpen(problem, work), 0),
  )
  const free = new Uint8Array(works.length * people.length)
  for (const { work, person } of movable) free[work * people.length + person] = 1
  return {
    movable,
    free,
    quarterOf,
    quarters: quarters.length,
    tenths: works.map(({ weeks }) => Math.round(weeks * 10)),
    room: people.flatMap((_, person) =>
      quarters.map((quarter) => Math.round(weeksOpen(problem, person, quarter) * 10)),
    ),
    met: works.flatMap((work) => people.map((one) => areasMetBy(one, work))),
    outside: (glue: number) =>
      window === null ? 0 : Math.max(0, window.least - glue, glue - window.most - GLUE_BOUND),
    sharing: people.flatMap((one, person) => (takesGlue(one) ? [person] : [])),
    peopleFor: works.map((_, work) => people.flatMap((_, person) => (isFree(work, person) ? [person] : []))),
    alikeFor: people.map((_, person) => {
      const own = (kind: string) =>
        works.flatMap((of, work) => (of.kind === kind && isFree(work, person) ? [work] : []))
      return { stretch: own('stretch'), glue: own('glue'), steady: own('steady') }
    }),
    worksFor: people.flatMap((_, person) =>
      quarters.map((_, quarter) =>
        works.flatMap((_, work) => (quarterOf[work] === quarter && isFree(work, person) ? [work] : [])),
      ),
    ),
  }
}

function beyondBound(glue: Int32Array, sharing: readonly number[]): number {
  if (sharing.length === 0) return 0
  let [most, least] = [0, Number.MAX_SAFE_INTEGER]
  for (const person of sharing) {
    const had = glue[person] ?? 0
    if (had > most) most = had
    if (had < least) least = had
  }
  return Math.max(0, most - least - GLUE_BOUND)
}
