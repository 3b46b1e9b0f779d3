// A board as integer programmes in LP format: four goals, each solved with what the ones before it reached as a limit.

import { BOARD_GOALS, type BoardGoal, glueWindow, rungs, rungWorth } from './board-bounds.ts'
import {
  areasMetBy,
  type Board,
  type BoardProblem,
  GLUE_BOUND,
  isMet,
  isPossible,
  quartersOf,
  STRETCH_COUNTED,
  seatsOpen,
  weeksOpen,
} from './board-problem.ts'
import { AREA_WORTH, glueBeyond, judgeBoard, takesGlue, WISH_WORTH } from './judge-board.ts'

/** A sum of variables times whole numbers. A solver may keep only the last of repeated variables, so they are added up. */
type Terms = Map<string, number>

interface Row {
  terms: Terms
  is: '<=' | '>=' | '='
  limit: number
}

/**
 * Binary `x_j_i`: person i is on work j. Binary `y_i_k`: i has at least k pieces of stretch work within the year.
 * `low` and `d`: everybody's glue work lies between `low` and `low` + bound + `d`. `z_i_a`: growth area a of i is met.
 * Every goal is a whole number and is maximised, so that a bound less than one above a board proves it the best.
 *
 * `reached` is what the goals before came to.
 */
export function boardModel(problem: BoardProblem, reached: readonly number[]): string {
  const goals = BOARD_GOALS.slice(0, reached.length + 1)
  const aim = TERMS[goals.at(-1) ?? 'seats'](problem)
  const [seats = null] = reached
  const rows = [
    ...workRows(problem, seats),
    ...goals.flatMap((goal) => ROWS[goal]?.(problem, seats ?? 0) ?? []),
    ...reached.flatMap((value, index) => reachedRows(problem, goals[index] ?? 'seats', value)),
  ]
  const names = new Set([aim, ...rows.map(({ terms }) => terms)].flatMap((terms) => [...terms.keys()]))
  const binaries = [...names].filter((name) => /^[xy]_/.test(name))
  const bounded = [...names].filter((name) => name.startsWith('z_'))
  return [
    'Maximize',
    ` goal: ${sumOf(aim)}`,
    'Subject To',
    ...rows
      .filter((row) => row.terms.size > 0)
      .map((row, index) => ` r${index}: ${sumOf(row.terms)} ${row.is} ${row.limit}`),
    'Bounds',
    ...bounded.map((name) => ` 0 <= ${name} <= 1`),
    // Whole, so that the solver may branch on how much glue work there is at least.
    ...(names.has('low') ? ['General', ' low'] : []),
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
  ].join('\n')
}

/** The board in a solver's answer. */
export function boardOf(problem: BoardProblem, amountOf: (name: string) => number): Board {
  return problem.works.map((_, work) =>
    problem.people.flatMap((_, person) => (amountOf(x(work, person)) > 0.5 ? [person] : [])),
  )
}

/** A board as amounts of the variables of any of its models: where a solver begins. */
export function amountsOfBoard(problem: BoardProblem, board: Board): (name: string) => number {
  const { people, works } = problem
  const worksOf = people.map((_, person) => works.filter((_, work) => board[work]?.includes(person)))
  const count = (person: number, kind: string) =>
    worksOf[person]?.filter((of) => of.kind === kind).length ?? 0
  const glue = people.flatMap((one, person) =>
    takesGlue(one) ? [one.glueBefore + count(person, 'glue')] : [],
  )
  const amounts = new Map([
    ['low', Math.min(...glue)],
    ['d', glueBeyond(judgeBoard(problem, board))],
    ...board.flatMap((on, work) => on.map((person): [string, number] => [x(work, person), 1])),
    ...people.flatMap(({ stretchBefore, areas }, person): [string, number][] => [
      ...rungs(problem, person)
        .filter((rung) => rung <= stretchBefore + count(person, 'stretch'))
        .map((rung): [string, number] => [`y_${person}_${rung}`, 1]),
      ...areas.flatMap((area, index): [string, number][] =>
        worksOf[person]?.some((work) => isMet(area, work)) ? [[`z_${person}_${index}`, 1]] : [],
      ),
    ]),
  ])
  return (name) => amounts.get(name) ?? 0
}

const x = (work: number, person: number) => `x_${work}_${person}`

const TERMS: Record<BoardGoal, (problem: BoardProblem) => Terms> = {
  seats: (problem) => sum(pairs(problem).map(({ work, person }) => [x(work, person), 1])),
  stretch: (problem) =>
    sum(
      problem.people.flatMap((_, person) =>
        rungs(problem, person).map((rung) => [`y_${person}_${rung}`, rungWorth(problem, rung)]),
      ),
    ),
  glue: (problem) => sum(hasGlue(problem) ? [['d', -1]] : []),
  growth: (problem) =>
    sum([
      ...metAreas(problem).map(({ name }): [string, number] => [name, AREA_WORTH]),
      ...pairs(problem).flatMap(({ work, person }): [string, number][] =>
        problem.wished[work]?.[person] ? [[x(work, person), WISH_WORTH]] : [],
      ),
    ]),
}

const ROWS: Partial<Record<BoardGoal, (problem: BoardProblem, seats: number) => Row[]>> = {
  stretch: (problem) =>
    problem.people.flatMap((_, person) => {
      const own = rungs(problem, person)
      if (own.length === 0) return []
      const terms = sum([
        ...own.map((rung): [string, number] => [`y_${person}_${rung}`, 1]),
        ...pairsOf(problem, person, 'stretch').map((name): [string, number] => [name, -1]),
      ])
      // The second rung only with the first.
      const inOrder = own.slice(1).map(
        (rung, index): Row => ({
          terms: sum([[`y_${person}_${rung}`, 1], minus(`y_${person}_${own[index]}`)]),
          is: '<=',
          limit: 0,
        }),
      )
      return [{ terms, is: '<=' as const, limit: 0 }, ...inOrder]
    }),
  glue: (problem, seats) => {
    const window = glueWindow(problem, seats)
    if (window === null) return []
    // Without these two the solver looks for the place of the window among fractions of a piece.
    const place: Row[] = [
      { terms: sum([['low', 1]]), is: '<=', limit: window.most },
      {
        terms: sum([
          ['low', 1],
          ['d', 1],
        ]),
        is: '>=',
        limit: window.least,
      },
    ]
    const each = problem.people.flatMap((one, person): Row[] => {
      if (!takesGlue(one)) return []
      const glue = pairsOf(problem, person, 'glue')
      return [
        {
          terms: sum([['low', 1], ['d', 1], ...glue.map(minus)]),
          is: '>=',
          limit: one.glueBefore - GLUE_BOUND,
        },
        { terms: sum([['low', 1], ...glue.map(minus)]), is: '<=', limit: one.glueBefore },
      ]
    })
    return [...place, ...each]
  },
  growth: (problem) =>
    metAreas(problem).map(({ name, by }) => ({
      terms: sum([[name, 1], ...by.map(minus)]),
      is: '<=' as const,
      limit: 0,
    })),
}

/**
 * A goal stays reached. Of stretch work each rung by itself: one sum of rungs of very different weight would leave the
 * solver far too much room. Their counts are the digits of the sum.
 */
function reachedRows(problem: BoardProblem, goal: BoardGoal, value: number): Row[] {
  if (goal !== 'stretch') return [{ terms: TERMS[goal](problem), is: '>=', limit: value }]
  const base = problem.people.length + 1
  return Array.from({ length: STRETCH_COUNTED }, (_, index) => index + 1).map((rung) => ({
    terms: sum(
      problem.people.flatMap((_, person) =>
        rungs(problem, person).includes(rung) ? [[`y_${person}_${rung}`, 1] as [string, number]] : [],
      ),
    ),
    is: '>=',
    limit: Math.floor(value / rungWorth(problem, rung)) % base,
  }))
}

const minus = (name: string): [string, number] => [name, -1]

/** Seats, weeks in tenths so that they are whole, and what is set. Where all seats are filled, each piece of work is full. */
function workRows(problem: BoardProblem, reached: number | null): Row[] {
  const all = pairs(problem)
  const open = problem.works.map((_, work) => seatsOpen(problem, work))
  const isFull = reached === open.reduce((sum, seats) => sum + seats, 0)
  const seats = open.map(
    (limit, work): Row => ({
      terms: sum(all.filter((pair) => pair.work === work).map(({ person }) => [x(work, person), 1])),
      is: isFull ? '=' : '<=',
      limit,
    }),
  )
  const weeks = quartersOf(problem).flatMap((quarter) =>
    problem.people.map((_, person): Row => {
      const own = all.filter(
        (pair) => pair.person === person && problem.works[pair.work]?.quarter === quarter,
      )
      return {
        terms: sum(own.map(({ work }) => [x(work, person), tenths(problem.works[work]?.weeks ?? 0)])),
        is: '<=',
        limit: tenths(weeksOpen(problem, person, quarter)),
      }
    }),
  )
  const set = all.flatMap(({ work, person }): Row[] =>
    problem.set[work]?.[person] === 'with' ? [{ terms: sum([[x(work, person), 1]]), is: '=', limit: 1 }] : [],
  )
  return [...seats, ...weeks, ...set]
}

function pairs(problem: BoardProblem): { work: number; person: number }[] {
  return problem.works.flatMap((_, work) =>
    problem.people.flatMap((_, person) => (isPossible(problem, work, person) ? [{ work, person }] : [])),
  )
}

function pairsOf(problem: BoardProblem, person: number, kind: string): string[] {
  return problem.works.flatMap((of, work) =>
    of.kind === kind && isPossible(problem, work, person) ? [x(work, person)] : [],
  )
}

function hasGlue(problem: BoardProblem): boolean {
  return problem.people.some(takesGlue)
}

function metAreas(problem: BoardProblem): { name: string; by: string[] }[] {
  return problem.people.flatMap((one, person) =>
    one.areas.flatMap((_, area) => {
      const by = problem.works.flatMap((work, index) =>
        isPossible(problem, index, person) && areasMetBy(one, work).includes(area) ? [x(index, person)] : [],
      )
      return by.length === 0 ? [] : [{ name: `z_${person}_${area}`, by }]
    }),
  )
}

function tenths(weeks: number): number {
  return Math.round(weeks * 10)
}

function sum(parts: readonly (readonly [string, number] | (string | number)[])[]): Terms {
  const terms: Terms = new Map()
  for (const [name, value] of parts as [string, number][]) terms.set(name, (terms.get(name) ?? 0) + value)
  return terms
}

/** A row or an objective without any term is not LP format. */
function sumOf(terms: Terms): string {
  const parts = [...terms].map(([name, value]) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`)
  return parts.length > 0 ? parts.join(' ') : '0 nothing'
}
