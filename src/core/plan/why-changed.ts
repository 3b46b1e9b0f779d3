// Why a plan differs from the one before, in sentences: what was wished, what was learned about levels, what came of it.

import { dayAfter } from '../forecast/calendar-words.ts'
import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import { type Estimates, estimateOf, heldLevel } from '../planning/estimates.ts'
import {
  capitalise,
  counted,
  inSentence,
  listInWords,
  percent,
  withoutNoise,
} from '../planning/plain-words.ts'
import { STAY, type Target } from '../target/target.ts'
import type { PlanChoices, PlanRevision } from './kept-plan.ts'
import type { StepName } from './plan-request.ts'
import { weeksBetween } from './quarter-calendar.ts'

type Compared = Pick<PlanRevision, 'choices' | 'estimates' | 'plan' | 'startsOn'>

const MOST_LEVELS_TOLD = 5

export const firstPlanReason = 'This is your first plan.'
export const nothingChanged = 'The plan was made again; nothing changed.'

/** "You went back to the plan of 12 March 2026." */
export function wentBackReason(madeAt: string): string {
  return `You went back to the plan of ${dayAfter(madeAt, 0)}.`
}

/** At least one sentence. Choices of both count quarters from the same day. */
export function whyChanged(framework: Framework, before: Compared, after: Compared): string[] {
  const causes = [
    ...quarterReason(before, after),
    ...choiceReasons(framework, before.choices, after.choices),
    ...levelReasons(framework, before, after, skillsOf(framework, before, after)),
  ]
  const effect = effectSentence(framework, before, after)
  if (causes.length === 0 && effect === null) return [nothingChanged]
  if (effect !== null) return [...causes, effect]
  return [...causes, 'The order of the steps stays the same.']
}

/** What has changed about the person since a plan was made. Empty where nothing has. */
export function changesSince(
  framework: Framework,
  before: Pick<PlanRevision, 'choices' | 'estimates' | 'plan' | 'madeAt'>,
  now: { estimates: Estimates; target: Pick<Target, 'role' | 'destinations' | 'updatedAt'> | null },
): string[] {
  const skills = skillsOf(framework, before, before)
  return [
    ...targetReasons(framework, before, now.target),
    ...levelReasons(framework, before, { ...before, estimates: now.estimates }, skills),
  ]
}

/** A target that was chosen after the plan was made, and that the plan does not follow. */
function targetReasons(
  framework: Framework,
  { choices, madeAt }: Pick<PlanRevision, 'choices' | 'madeAt'>,
  target: Pick<Target, 'role' | 'destinations' | 'updatedAt'> | null,
): string[] {
  if (target === null || Date.parse(target.updatedAt) <= Date.parse(madeAt)) return []
  const name = (id: string) => inSentence(findRole(framework, id)?.name ?? id, framework.language)
  const [first] = target.destinations
  const end = first === undefined || first === STAY ? target.role : first
  const reasons: string[] = []
  if (target.role !== choices.fromRole)
    reasons.push(`Your role is ${name(target.role)} now; this plan starts from ${name(choices.fromRole)}.`)
  if (!choices.destinations.some(({ role }) => role === end))
    reasons.push(`Your destination is ${name(end)} now; this plan leads elsewhere.`)
  return reasons
}

function quarterReason(before: Compared, after: Compared): string[] {
  return weeksBetween(before.startsOn, after.startsOn) > 0 ? ['A new quarter has begun.'] : []
}

function choiceReasons(framework: Framework, before: PlanChoices, after: PlanChoices): string[] {
  const say = (skills: readonly string[]) => listInWords(skills.map((id) => skillName(framework, id)))
  const [added, dropped] = differences(before.pins, after.pins)
  const [leftOut, backIn] = differences(before.without, after.without)
  return [
    ...roleReasons(framework, before, after),
    ...hoursReason(before.hoursPerWeek, after.hoursPerWeek),
    ...numberReason('The plan looks', before.quarters, after.quarters, 'quarter', 'ahead'),
    ...numberReason(
      'The plan finishes at most',
      before.focusLimit,
      after.focusLimit,
      'growth area',
      'a quarter',
    ),
    ...heavyReason(before.heavyWeeks, after.heavyWeeks),
    ...(added.length > 0 ? [`You put ${say(added)} first.`] : []),
    ...(dropped.length > 0 ? [`You no longer put ${say(dropped)} first.`] : []),
    ...(added.length + dropped.length === 0 && before.pins.join() !== after.pins.join()
      ? [`You put ${say(after.pins)} first, in this order.`]
      : []),
    ...(leftOut.length > 0 ? [`You left out ${say(leftOut)}.`] : []),
    ...(backIn.length > 0 ? [`You took ${say(backIn)} back in.`] : []),
    ...orderReason(framework, before.order, after.order),
    ...opportunityReasons(framework, before.opportunities, after.opportunities),
    ...(before.seed !== after.seed ? ['You asked for another order of equal worth.'] : []),
  ]
}

function roleReasons(framework: Framework, before: PlanChoices, after: PlanChoices): string[] {
  const name = (id: string) => inSentence(findRole(framework, id)?.name ?? id, framework.language)
  const list = (roles: readonly string[]) => listInWords(roles.map(name))
  const rolesOf = (choices: PlanChoices) => choices.destinations.map(({ role }) => role)
  const [added, dropped] = differences(rolesOf(before), rolesOf(after))
  const reasons = before.fromRole === after.fromRole ? [] : [`Your role is now ${name(after.fromRole)}.`]
  if (added.length > 0) reasons.push(`The plan now leads towards ${list(added)}.`)
  if (dropped.length > 0) reasons.push(`It no longer leads towards ${list(dropped)}.`)
  if (added.length + dropped.length === 0 && sharesText(before) !== sharesText(after)) {
    const shares = after.destinations.map(
      ({ role, share }) => `${name(role)} ${percent(share / total(after))}`,
    )
    reasons.push(`The shares of the roles are now ${listInWords(shares)}.`)
  }
  return reasons
}

function total({ destinations }: PlanChoices): number {
  return destinations.reduce((sum, { share }) => sum + share, 0) || 1
}

function sharesText(choices: PlanChoices): string {
  const all = total(choices)
  return choices.destinations
    .map(({ role, share }) => `${role} ${withoutNoise(share / all)}`)
    .toSorted()
    .join()
}

/** What is new, and what is gone. */
function differences(before: readonly string[], after: readonly string[]): [string[], string[]] {
  return [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))]
}

/** "Hours went from 3 to 5 a week." With several quarters, the first that differs is named. */
function hoursReason(before: readonly number[], after: readonly number[]): string[] {
  const length = Math.max(before.length, after.length)
  const at = (hours: readonly number[], quarter: number) => hours[Math.min(quarter, hours.length - 1)] ?? 0
  const changed = Array.from({ length }, (_, quarter) => quarter).filter(
    (quarter) => at(before, quarter) !== at(after, quarter),
  )
  const first = changed[0]
  if (first === undefined) return []
  const change = `Hours went from ${figure(at(before, first))} to ${figure(at(after, first))} a week`
  if (changed.length === length) return [`${change}.`]
  // The last figure goes on.
  const goesOn = changed.length > 1 || first === length - 1
  return [
    `${change} in ${first === 0 ? 'this quarter' : `quarter ${first + 1}`}${goesOn ? ' and later' : ''}.`,
  ]
}

function figure(value: number): string {
  return String(withoutNoise(value))
}

function numberReason(lead: string, before: number, after: number, noun: string, end: string): string[] {
  if (before === after) return []
  const now = Number.isInteger(after) ? counted(after, noun) : `${figure(after)} ${noun}s`
  return [`${lead} ${now} ${end}, not ${figure(before)}.`]
}

function heavyReason(before: number, after: number): string[] {
  if (before === after) return []
  return [after > before ? 'The last weeks were heavy.' : 'The weeks are lighter again.']
}

function orderReason(framework: Framework, before: readonly string[], after: readonly string[]): string[] {
  if (before.join() === after.join()) return []
  if (after.length === 0) return ['You let go of your own order.']
  return [`You asked for this order: ${listInWords(after.map((id) => skillName(framework, id)))}.`]
}

function opportunityReasons(
  framework: Framework,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): string[] {
  const skills = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return skills.flatMap((skill) => {
    const quarter = after[skill]
    if (quarter === before[skill]) return []
    const name = skillName(framework, skill)
    if (quarter === undefined) return [`There is no opportunity for ${name} any more.`]
    return [
      `There is an opportunity for ${name} from ${quarter === 1 ? 'this quarter' : `quarter ${quarter}`} on.`,
    ]
  })
}

/** Skills that either plan speaks of. */
function skillsOf(
  framework: Framework,
  before: Pick<PlanRevision, 'plan'>,
  after: Pick<PlanRevision, 'plan'>,
): string[] {
  const named = new Set(
    [before.plan, after.plan].flatMap((plan) =>
      [...plan.steps, ...plan.later, ...plan.waiting].map(({ skill }) => skill),
    ),
  )
  return framework.skills.map((skill) => skill.id).filter((id) => named.has(id))
}

/** Only whole levels are told: the rest is measurement. Of another role held, what is assumed is no news. */
function levelReasons(
  framework: Framework,
  before: Pick<PlanRevision, 'estimates' | 'choices'>,
  after: Pick<PlanRevision, 'estimates' | 'choices'>,
  skills: readonly string[],
): string[] {
  const isSameRole = before.choices.fromRole === after.choices.fromRole
  const told = skills.flatMap((id) =>
    levelReason(framework, id, before.estimates, after.estimates, isSameRole),
  )
  const more = told.length - MOST_LEVELS_TOLD
  return more > 0
    ? [
        ...told.slice(0, MOST_LEVELS_TOLD),
        `The ${more === 1 ? 'level' : 'levels'} of ${counted(more, 'more skill')} changed too.`,
      ]
    : told
}

/** "Written communication reached 3." What rests on the person's word is told as their word. */
function levelReason(
  framework: Framework,
  id: string,
  before: Estimates,
  after: Estimates,
  isSameRole: boolean,
): string[] {
  const top = topLevel(framework)
  const now = estimateOf(framework, after, id)
  const [was, is] = [heldLevel(estimateOf(framework, before, id).mean, top), heldLevel(now.mean, top)]
  if (was === is || (now.assumed && !isSameRole)) return []
  const name = skillName(framework, id)
  if (now.assumed && is > was) return [`You say that ${name} is at ${is}.`]
  if (now.assumed) return [`${capitalise(name)} is not rated any more; ${is} is taken from your role.`]
  return [
    is > was
      ? `${capitalise(name)} reached ${is}.`
      : `${capitalise(name)} is taken to be at ${is} now, not ${was}.`,
  ]
}

/** What came of it, in one sentence; null where the steps come as before. What was reached has not been left out. */
function effectSentence(framework: Framework, before: Compared, after: Compared): string | null {
  const top = topLevel(framework)
  const isReached = ({ skill, level }: StepName) =>
    heldLevel(estimateOf(framework, after.estimates, skill).mean, top) >= level
  const [was, is] = [firstQuarter(before), firstQuarter(after)]
  const enters = differences(namesIn(was), namesIn(is))[0]
  const leaves = differences(namesIn(is), namesIn(was.filter((step) => !isReached(step))))[0]
  const say = (skills: readonly string[]) => listInWords(skills.map((id) => skillName(framework, id)))
  const verb = (skills: readonly string[]) => (skills.length === 1 ? 'is' : 'are')
  if (enters.length > 0) {
    const instead = leaves.length > 0 ? ` instead of ${say(leaves)}` : ''
    return `${capitalise(say(enters))} ${verb(enters)} now in the current quarter${instead}.`
  }
  if (leaves.length > 0) return `${capitalise(say(leaves))} ${verb(leaves)} no longer in the current quarter.`
  const order = ({ plan }: Compared) =>
    plan.steps
      .filter((step) => !isReached(step))
      .map(({ skill, level, quarter }) => `${skill} ${level} ${quarter}`)
  return order(before).join() === order(after).join()
    ? null
    : 'The current quarter stays; what comes after it moved.'
}

/** What is finished in the current quarter; where nothing is, what is under way in it. */
function firstQuarter({ plan }: Compared): StepName[] {
  const finished = plan.steps.filter(({ quarter }) => quarter === 1)
  return finished.length > 0 ? finished : (plan.quarters[0]?.areas ?? [])
}

function namesIn(steps: readonly StepName[]): string[] {
  return [...new Set(steps.map(({ skill }) => skill))]
}

function skillName(framework: Framework, id: string): string {
  return inSentence(findSkill(framework, id)?.name ?? id, framework.language)
}
