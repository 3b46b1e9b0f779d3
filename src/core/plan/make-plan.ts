// Makes a plan: choose areas, build the problem, order by worth per hour, anneal, place in quarters, explain.

import type { Skill } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import { levelPicture } from '../planning/level-picture.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { inSentence, withArticle } from '../planning/plain-words.ts'
import { fail, type Result, succeed } from '../result.ts'
import { besideFocus } from './beside-focus.ts'
import { type BuiltProblem, buildProblem } from './build-problem.ts'
import { type ChosenAreas, chooseAreas } from './choose-areas.ts'
import {
  observersSentence,
  opportunitySentence,
  practicesFor,
  waitingSentences,
  whySentence,
} from './explain-step.ts'
import { nothingIsRated, skillsToGetRated } from './get-rated.ts'
import { orderSteps } from './order-steps.ts'
import type { GrowthArea, Plan, PlanQuarter } from './plan.ts'
import type { PlanProblem, PlanStep } from './plan-problem.ts'
import { type Calendar, checkPlanRequest, type PlanRequest } from './plan-request.ts'
import { ratioOrder } from './ratio-order.ts'
import { stepsForReady } from './ready-first.ts'
import { hoursIn, NEVER, scheduler } from './schedule.ts'

/** The plan, and the numbers behind it for a proof. */
export interface MadePlan {
  plan: Plan
  problem: PlanProblem
}

/** `quick` leaves out the annealing: the first answer, while a finger is still on the slider. */
export function makePlan(
  request: PlanRequest,
  options: { quick?: boolean } = {},
): Result<MadePlan, string[]> {
  const checked = checkPlanRequest(request)
  if (!checked.ok) return fail(checked.failure)
  const calendar = checked.value
  const chosen = chooseAreas(request)
  const built = buildProblem(request, calendar, chosen)
  const order = orderSteps(built.problem, {
    seed: request.seed ?? 1,
    previous: request.previous ?? null,
    quick: options.quick ?? false,
  })
  return succeed({
    plan: explainPlan({ request, calendar, chosen, built }, order),
    problem: built.problem,
  })
}

interface Ingredients {
  request: PlanRequest
  calendar: Calendar
  chosen: ChosenAreas
  built: BuiltProblem
}

/** A step with its place in the row of hours. */
interface Worked {
  index: number
  step: PlanStep
  quarter: number
  start: number
  end: number
}

function explainPlan(from: Ingredients, order: ArrayLike<number>): Plan {
  const { request, calendar, chosen, built } = from
  const { problem } = built
  const schedule = scheduler(problem)
  schedule.place(order)
  const worked = layOut(problem, schedule.quarterOf, schedule.placed.slice(0, schedule.placedCount()))
  // Annealing leaves what it never places in any order: what is worth most for its hours comes first.
  const rest = ratioOrder(problem)
  const begun = [...worked, ...begunAtTheEnd(problem, rest, schedule.quarterOf, worked)]
  const quarters = calendar.hours.map((hours, quarter): PlanQuarter => {
    const areas = areasIn(from, begun, quarter)
    return { quarter: quarter + 1, hours, areas }
  })
  const inFirstQuarter = new Set((quarters[0]?.areas ?? []).map((area) => area.skill))
  const later = Array.from(rest)
    .filter((index) => schedule.quarterOf[index] === NEVER)
    .flatMap((index) => problem.steps[index] ?? [])
  return {
    quarters,
    steps: worked.map(({ step, quarter }) => ({ ...nameOf(step), quarter: quarter + 1 })),
    later: later.map(nameOf),
    waiting: chosen.waiting,
    waitingSentences: waitingSentences(request.framework, chosen.waiting),
    getRated: skillsToGetRated(request),
    waived: built.waived,
    besideFocus: besideFocus(request, { problem, chosen, quarterOf: schedule.quarterOf, inFirstQuarter }),
    notes: [
      ...calendar.notes,
      ...chosen.notes,
      ...built.notes,
      ...emptyNotes(from, worked),
      ...unratedNotes(from),
    ],
    worth: schedule.worth(),
  }
}

function nameOf({ skill, level, name, hours }: PlanStep) {
  return { skill, level, name, hours }
}

/** One step after the other: by quarter, and within it what was put first, what makes ready to try, and the order of placing. */
function layOut(problem: PlanProblem, quarterOf: Int16Array, placed: Int16Array): Worked[] {
  const early = stepsForReady(problem, quarterOf)
  const rank = (index: number) => (problem.first.includes(index) ? 0 : early.has(index) ? 1 : 2)
  const rows = Array.from(placed, (index) => ({ index, quarter: quarterOf[index] ?? 0 })).toSorted(
    (a, b) => a.quarter - b.quarter || rank(a.index) - rank(b.index),
  )
  let hours = 0
  return rows.flatMap(({ index, quarter }) => {
    const step = problem.steps[index]
    if (step === undefined) return []
    const start = hours
    hours += hoursIn(problem, quarterOf, index, quarter)
    return [{ index, step, quarter, start, end: hours }]
  })
}

/** The hours that are left after the last finished step begin the next one. */
function begunAtTheEnd(
  problem: PlanProblem,
  order: ArrayLike<number>,
  quarterOf: Int16Array,
  worked: readonly Worked[],
): Worked[] {
  const end = worked.at(-1)?.end ?? 0
  const index = Array.from(order).find(
    (one) =>
      quarterOf[one] === NEVER && problem.steps[one]?.needs.every((need) => (quarterOf[need] ?? NEVER) >= 0),
  )
  const step = index === undefined ? undefined : problem.steps[index]
  if (index === undefined || step === undefined) return []
  return [{ index, step, quarter: problem.available.length, start: end, end: end + step.hours }]
}

/** What finishes in the quarter, and what its remaining hours begin, as far as the focus allows. */
function areasIn(from: Ingredients, worked: readonly Worked[], quarter: number): GrowthArea[] {
  const { problem } = from.built
  const begins = quarter === 0 ? 0 : (problem.available[quarter - 1] ?? 0)
  const ends = problem.available[quarter] ?? 0
  const finishing = worked.filter((row) => row.quarter === quarter)
  const underWay = worked.filter(
    (row) =>
      row.quarter > quarter &&
      row.start < ends - 1e-9 &&
      row.end > begins + 1e-9 &&
      row.step.earliest <= quarter &&
      !finishing.some((other) => other.step.skill === row.step.skill),
  )
  const room = Math.max(0, (problem.limit[quarter] ?? 0) - finishing.length)
  return [...finishing, ...underWay.slice(0, room)].map((row) =>
    growthArea(from, worked, row, row.quarter === quarter),
  )
}

function growthArea(
  from: Ingredients,
  worked: readonly Worked[],
  { index, step }: Worked,
  finishes: boolean,
): GrowthArea {
  const { framework } = from.request
  const skill = skillOf(from.request, step.skill)
  return {
    ...nameOf(step),
    from: step.level - 1,
    assumedHours: step.assumedHours,
    state: finishes ? 'finishes' : 'under-way',
    practices: practicesFor(framework, skill, step.level - 1),
    evidence: levelPicture(framework, skill, step.level).lines.slice(0, 3),
    observers: observersSentence(skill),
    opportunity: opportunitySentence(framework, step.level),
    why: whySentence(factsOf(from, worked, index, step)),
  }
}

function skillOf({ framework }: PlanRequest, id: string): Skill {
  const skill = findSkill(framework, id)
  if (skill === undefined) throw new Error(`The plan holds an unknown skill: ${id}.`)
  return skill
}

function factsOf(from: Ingredients, worked: readonly Worked[], index: number, step: PlanStep) {
  const { request, chosen } = from
  const { framework, destinations } = request
  const needs = destinations.map(({ role }) => expectationOf(framework, role, step.skill))
  const place = worked.findIndex((row) => row.index === index)
  const builders = chosen.areas.filter((area) => area.skill.prerequisites.includes(step.skill))
  const before = worked
    .slice(place + 1)
    .filter((row) => row.step.needs.includes(index) && row.step.skill !== step.skill)
  const first = Object.values(chosen.focusLists)
    .flat()
    .find((item) => item.comesFirst && item.skill === step.skill)
  return {
    name: step.name,
    from: step.level - 1,
    level: step.level,
    hours: step.hours,
    frozen: request.frozen?.some((one) => one.skill === step.skill && one.level === step.level) ?? false,
    pinned: request.pins?.includes(step.skill) ?? false,
    comesFirst: first?.reason ?? null,
    before: [...new Set(before.map((row) => row.step.name))],
    buildOnIt: builders.length,
    mustHaveOf: destinations.flatMap(({ role }) => {
      const found = findRole(framework, role)
      if (found === undefined || !mustHavesOf(framework, found).includes(step.skill)) return []
      return [withArticle(inSentence(found.name, framework.language))]
    }),
    weight: Math.max(0, ...needs.map(({ weight }) => weight)),
    open: Math.max(1, ...needs.map(({ level }) => level - step.level + 1)),
    language: framework.language,
  }
}

/** Where nothing at all is rated, every chance is a guess, and one sentence is worth more than a list. */
function unratedNotes({ request, built }: Ingredients): string[] {
  if (built.problem.steps.length === 0 || !nothingIsRated(request)) return []
  return [
    'Every level is assumed from your current role: rating yourself takes a few minutes and may change this plan more than anything else.',
  ]
}

/** An empty plan says why it is empty. */
function emptyNotes({ calendar, chosen, built }: Ingredients, worked: readonly Worked[]): string[] {
  const { steps } = built.problem
  const hours = calendar.hours.reduce((sum, one) => sum + one, 0)
  if (steps.length === 0 && chosen.waiting.length === 0) {
    return ['Nothing is missing for these roles: a plan is not needed, and going deeper is a choice.']
  }
  if (steps.length === 0) return ['What is missing waits for an opportunity: no hours would bring it nearer.']
  if (hours === 0) {
    return [
      'No hours are given, so that nothing is planned. One hour a week would already begin the first step.',
    ]
  }
  const last = worked.at(-1)
  if (last !== undefined) {
    const left = Math.round(hours - last.end)
    if (worked.length < steps.length || last.quarter >= calendar.hours.length - 1) return []
    return [
      `All chosen areas are done by quarter ${last.quarter + 1}; ${left} hours are left for what else the role asks, or for rest.`,
    ]
  }
  const shortest = Math.min(...steps.filter((step) => step.needs.length === 0).map((step) => step.hours))
  return [
    `The shortest step takes about ${Math.ceil(shortest)} hours, and the plan has ${Math.round(hours)}: begin it and plan over a longer time.`,
  ]
}
