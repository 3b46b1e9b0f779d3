// What would change the plan: its first steps under other weights, hours and ratings, told in sentences.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, findSkill, topLevel } from '../framework/look-up.ts'
import { estimateOf, heldLevel } from '../planning/estimates.ts'
import { FOCUS_LENGTH } from '../planning/focus.ts'
import { capitalise, counted, inSentence, listInWords, withoutNoise } from '../planning/plain-words.ts'
import { type MadePlan, makePlan } from './make-plan.ts'
import { hoursByQuarter, type PlanRequest } from './plan-request.ts'

export type PlanChange =
  | { kind: 'level'; skill: string; from: number; to: number }
  | { kind: 'weight'; skill: string; from: number; to: number }
  | { kind: 'hours'; from: number; to: number }

export interface PlanSensitivity {
  /** The first five skills of the plan, in its order. */
  top: string[]
  /** Every single change that was tried, whether it changes anything or not. */
  tried: PlanChange[]
  /** Changes after which the first five are others, or in another order; what enters or leaves first. */
  changes: { change: PlanChange; enters: string[]; leaves: string[]; sentence: string }[]
  /** Of all single changes that were tried, the share that leaves the first five the same skills; 0 to 1. */
  steady: number
  sentence: string
}

/**
 * Each change is tried by making the whole plan again, so that what is said is what would happen. Some twenty plans,
 * about a second: in a browser this belongs into a worker.
 */
export function whatWouldChange(request: PlanRequest): PlanSensitivity | null {
  const plan = topOf(request)
  if (plan === null) return null
  const tried = candidates(request, plan).map((change) => {
    const after = topOf(applied(request, change)) ?? []
    return {
      change,
      enters: after.filter((skill) => !plan.includes(skill)),
      leaves: plan.filter((skill) => !after.includes(skill)),
      after,
    }
  })
  const isSame = (one: (typeof tried)[number]) => one.enters.length === 0 && one.leaves.length === 0
  const changes = tried
    .filter((one) => one.after.join() !== plan.join())
    .toSorted((a, b) => b.enters.length + b.leaves.length - a.enters.length - a.leaves.length)
    .map(({ change, enters, leaves, after }) => ({
      change,
      enters,
      leaves,
      sentence: changeSentence(request.framework, change, { plan, after, enters, leaves }),
    }))
  const steady = tried.length === 0 ? 1 : tried.filter(isSame).length / tried.length
  return {
    top: plan,
    tried: tried.map(({ change }) => change),
    changes,
    steady,
    sentence: steadySentence(tried.length, tried.filter(isSame).length),
  }
}

/** The first five skills by their first step; null where there is no plan. */
function topOf(request: PlanRequest): string[] | null {
  const made = makePlan(request)
  return made.ok ? firstSkills(made.value) : null
}

function firstSkills({ plan }: MadePlan): string[] {
  return [...new Set([...plan.steps, ...plan.later].map(({ skill }) => skill))].slice(0, FOCUS_LENGTH)
}

/** For each of the five: a level more or less, a weight more or less; and half or twice the hours. */
function candidates(request: PlanRequest, top: readonly string[]): PlanChange[] {
  const { framework, estimates, destinations } = request
  const highest = topLevel(framework)
  const skills = top.flatMap((skill): PlanChange[] => {
    const now = heldLevel(estimateOf(framework, estimates, skill).mean, highest)
    const weight = Math.max(
      0,
      ...destinations.map(({ role }) => expectationOf(framework, role, skill).weight),
    )
    const levels = [now - 1, now + 1].filter((to) => to >= 0 && to <= highest)
    const weights = [weight - 1, weight + 1].filter((to) => to >= 1 && to <= 3 && weight > 0)
    return [
      ...levels.map((to): PlanChange => ({ kind: 'level', skill, from: now, to })),
      ...weights.map((to): PlanChange => ({ kind: 'weight', skill, from: weight, to })),
    ]
  })
  const hours = hoursByQuarter(request)[0] ?? 0
  const others = [hours / 2, hours * 2].filter((to) => to > 0 && to <= 60)
  return [...skills, ...others.map((to): PlanChange => ({ kind: 'hours', from: hours, to }))]
}

function applied(request: PlanRequest, change: PlanChange): PlanRequest {
  const { framework, estimates, destinations } = request
  if (change.kind === 'hours') {
    const factor = change.to / change.from
    return {
      ...request,
      hoursPerWeek: hoursByQuarter(request).map((hours) => Math.min(60, hours * factor)),
      heavyWeeks: 0,
    }
  }
  if (change.kind === 'level') {
    const rated = { mean: change.to, sd: 0, assumed: false }
    return { ...request, estimates: { ...estimates, [change.skill]: rated } }
  }
  const roles = new Set(destinations.map(({ role }) => role))
  const expectations: Framework['expectations'] = Object.fromEntries(
    Object.entries(framework.expectations).map(([role, asked]) => {
      const own = asked[change.skill]
      if (!roles.has(role) || own === undefined || own.weight === 0) return [role, asked]
      const weight = Math.min(3, Math.max(1, own.weight + change.to - change.from)) as 1 | 2 | 3
      return [role, { ...asked, [change.skill]: { ...own, weight } }]
    }),
  )
  return { ...request, framework: { ...framework, expectations } }
}

interface Difference {
  plan: readonly string[]
  after: readonly string[]
  enters: readonly string[]
  leaves: readonly string[]
}

/** "If problem framing were at level 3, system design would be among the first five instead of it." */
function changeSentence(framework: Framework, change: PlanChange, difference: Difference): string {
  const nameOf = (skill: string) => inSentence(findSkill(framework, skill)?.name ?? skill, framework.language)
  const { plan, after, enters, leaves } = difference
  const condition = conditionOf(change, nameOf)
  const list = (skills: readonly string[]) => listInWords(skills.map(nameOf))
  if (enters.length > 0) {
    const instead = leaves.length > 0 ? ` instead of ${list(leaves)}` : ''
    return `${condition}, ${list(enters)} would be among the first ${counted(after.length, 'skill')}${instead}.`
  }
  if (leaves.length > 0) return `${condition}, ${list(leaves)} would not be among the first skills.`
  const moved = after.find((skill, place) => plan[place] !== skill) ?? ''
  return `${condition}, the same skills would come in another order: ${nameOf(moved)} earlier.`
}

function conditionOf(change: PlanChange, nameOf: (skill: string) => string): string {
  if (change.kind === 'hours')
    return `With ${hoursWord(change.to)} a week instead of ${hoursWord(change.from)}`
  if (change.kind === 'level') return capitalise(`if ${nameOf(change.skill)} were at level ${change.to}`)
  return `If your roles weighed ${nameOf(change.skill)} with ${change.to} instead of ${change.from}`
}

function hoursWord(hours: number): string {
  return Number.isInteger(hours) ? counted(hours, 'hour') : `${withoutNoise(hours)} hours`
}

function steadySentence(tried: number, same: number): string {
  if (tried === 0) return 'There is nothing in the plan that could change.'
  if (same === tried) {
    return `The first skills stay the same under each of ${counted(tried, 'single change')} that were tried.`
  }
  return `The first skills stay the same under ${same} of ${tried} single changes that were tried.`
}
