// What a plan is asked for, checked: roles, hours, horizon, and what the person wants in it or out of it.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import type { Estimates } from '../planning/estimates.ts'
import { fail, type Result, succeed } from '../result.ts'

/** One step: raising a skill to `level` from the one below. */
export interface StepName {
  skill: string
  level: number
}

/** Practice in one skill that makes a step in another shorter: a stated assumption, never a default. */
export interface Transfer {
  from: string
  to: string
  /** Share of the hours saved once a planned step of `from` is done; 0 to 0.9. */
  saves: number
}

export interface PlanRequest {
  framework: Framework
  estimates: Estimates
  /** The role held today. */
  fromRole: string
  /** One or more roles; shares need not add up to 1. The current role means: remain and deepen. */
  destinations: readonly { role: string; share?: number }[]
  /** Length in quarters of 13 weeks; a part of a quarter counts. More than 0, at most 40. */
  quarters: number
  /** Hours of practice a week, one figure or one for each quarter, the last of which goes on. 0 to 60. */
  hoursPerWeek: number | readonly number[]
  /** Steps that may be finished in one quarter; three where nothing is said. */
  focusLimit?: number
  /** Weeks in a row that felt heavy, up to now. */
  heavyWeeks?: number
  /** Skill ids that are in the plan whatever they are worth, in this order, as early as possible. */
  pins?: readonly string[]
  /** Skill ids that are never planned. */
  without?: readonly string[]
  /** Skill ids in an order that the person wishes for: none starts before the one it follows. */
  order?: readonly string[]
  /** Steps of the current quarter, which re-planning leaves as they are. */
  frozen?: readonly StepName[]
  /** By skill id: from which quarter on (1 is the current one) an opportunity to practise it exists. */
  opportunities?: Readonly<Record<string, number>>
  transfers?: readonly Transfer[]
  /** `focus` where nothing is said: the first five of each role, what is critical, and what they build on. */
  choose?: 'focus' | 'everything'
  /** Steps of the plan before, in its order: it stays as far as another is not worth more. */
  previous?: readonly StepName[]
  /** The same seed gives the same plan, from the same plan before. */
  seed?: number
}

/** Hours and limits by quarter, and notes on what was changed. */
export interface Calendar {
  /** Hours of practice in each quarter. */
  hours: number[]
  /** Steps that may be finished in each quarter. */
  limit: number[]
  /** Weeks in each quarter: 13, the last may be shorter. */
  weeks: number[]
  notes: string[]
}

const WEEKS_PER_QUARTER = 13
const MOST_QUARTERS = 40
const MOST_HOURS_PER_WEEK = 60
/** Growth areas that may be finished in one quarter where nothing is said. */
export const FOCUS_LIMIT = 3
/** Heavy weeks in a row after which the current quarter is halved, and after which a pause is suggested. */
export const HEAVY_HALVES = 2
export const HEAVY_PAUSES = 4

/** Every problem in a sentence of its own; none is an exception. */
export function checkPlanRequest(request: PlanRequest): Result<Calendar, string[]> {
  const problems = [...roleProblems(request), ...numberProblems(request), ...skillProblems(request)]
  return problems.length > 0 ? fail(problems) : succeed(calendarOf(request))
}

function roleProblems({ framework, fromRole, destinations }: PlanRequest): string[] {
  const problems = destinations.length === 0 ? ['A plan needs at least one role to plan for.'] : []
  for (const id of [fromRole, ...destinations.map(({ role }) => role)]) {
    if (findRole(framework, id) === undefined) problems.push(`No role is called “${id}”.`)
  }
  const shares = destinations.map(({ share }) => share ?? 1)
  if (shares.some((share) => !(share >= 0 && share < Infinity)) || shares.every((share) => share === 0)) {
    if (shares.length > 0) {
      problems.push('The shares of the roles must be numbers of 0 or more, and one must be above 0.')
    }
  }
  return problems
}

function numberProblems({ quarters, hoursPerWeek, focusLimit = 1, heavyWeeks = 0 }: PlanRequest): string[] {
  const problems: string[] = []
  if (!(quarters > 0 && quarters <= MOST_QUARTERS)) {
    problems.push(`A plan covers more than no time and at most ${MOST_QUARTERS} quarters.`)
  }
  const hours = typeof hoursPerWeek === 'number' ? [hoursPerWeek] : hoursPerWeek
  if (hours.length === 0 || hours.some((one) => !(one >= 0 && one <= MOST_HOURS_PER_WEEK))) {
    problems.push(`Hours a week must be numbers from 0 to ${MOST_HOURS_PER_WEEK}.`)
  }
  if (!(Number.isInteger(focusLimit) && focusLimit >= 1)) {
    problems.push('At least one growth area a quarter, as a whole number.')
  }
  if (!(heavyWeeks >= 0)) problems.push('The number of heavy weeks must be 0 or more.')
  return problems
}

function skillProblems(request: PlanRequest): string[] {
  const { framework, pins = [], without = [], order = [], frozen = [], transfers = [] } = request
  const named = [
    ...pins,
    ...without,
    ...order,
    ...frozen.map(({ skill }) => skill),
    ...Object.keys(request.opportunities ?? {}),
    ...transfers.flatMap(({ from, to }) => [from, to]),
  ]
  const unknown = [...new Set(named)].filter((id) => findSkill(framework, id) === undefined)
  const problems = unknown.map((id) => `No skill is called “${id}”.`)
  for (const id of pins.filter((pin) => without.includes(pin))) {
    problems.push(`“${id}” cannot be both in the plan and out of it.`)
  }
  if (transfers.some(({ saves }) => !(saves >= 0 && saves <= 0.9))) {
    problems.push('What one skill saves in another must be a share from 0 to 0.9.')
  }
  const top = topLevel(framework)
  if (frozen.some(({ level }) => !(Number.isInteger(level) && level >= 1 && level <= top))) {
    problems.push(`A step leads to a level from 1 to ${top}.`)
  }
  return problems
}

/** Hours a week in each quarter from the current one on, lightened after heavy weeks; the last figure goes on. */
export function hoursByQuarter(request: Pick<PlanRequest, 'hoursPerWeek' | 'heavyWeeks'>): number[] {
  const given = typeof request.hoursPerWeek === 'number' ? [request.hoursPerWeek] : request.hoursPerWeek
  const [now = 0, ...rest] = given
  return (request.heavyWeeks ?? 0) >= HEAVY_HALVES
    ? [now / 2, ...(rest.length > 0 ? rest : [now])]
    : [...given]
}

function calendarOf(request: PlanRequest): Calendar {
  const count = Math.ceil(request.quarters - 1e-9)
  const perWeek = hoursByQuarter(request)
  const heavy = request.heavyWeeks ?? 0
  const weeks = Array.from(
    { length: count },
    (_, quarter) => WEEKS_PER_QUARTER * Math.min(1, request.quarters - quarter),
  )
  const isLight = (quarter: number) => quarter === 0 && heavy >= HEAVY_HALVES
  const hours = weeks.map((length, quarter) => length * (perWeek[Math.min(quarter, perWeek.length - 1)] ?? 0))
  const limit = weeks.map((_, quarter) => (isLight(quarter) ? 1 : (request.focusLimit ?? FOCUS_LIMIT)))
  return { hours, limit, weeks, notes: loadNotes(heavy) }
}

/** The load only ever lightens a plan. */
function loadNotes(heavyWeeks: number): string[] {
  if (heavyWeeks >= HEAVY_PAUSES) {
    return [
      'The last weeks were heavy: this quarter has half the hours and one skill. Pausing the plan altogether is a good choice too, and talking to somebody you trust may help more than any plan.',
    ]
  }
  if (heavyWeeks >= HEAVY_HALVES) {
    return ['The last weeks were heavy: this quarter has half the hours and one skill at a time.']
  }
  return []
}
