// What a change of a plan costs or saves, in a sentence: when somebody may be there before it and after it, and what the plan is worth.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { counted, inSentence, withArticle } from '../planning/plain-words.ts'
import { dayAfter, monthAfter } from './calendar-words.ts'
import type { Milestone, MilestoneKind } from './forecast.ts'
import type { PlanForecast } from './forecast-plan.ts'
import { inSpan, NO_DATE_BEYOND } from './forecast-words.ts'

/** A plan as it is compared: its worth, and one forecast for each role. */
export interface Outcome {
  worth: number
  forecasts: readonly PlanForecast[]
}

export interface ChangeToTell {
  framework: Framework
  /** "Putting delegation first": what was done, as the subject of a sentence about one thing. */
  change: string
  /** As 2026-11-25. */
  today: string
  before: Outcome
  after: Outcome
  /** False where the measure itself changed: other roles, another horizon, other levels. */
  sameMeasure: boolean
}

const NAMES: Record<MilestoneKind, string> = {
  'ready-to-try': 'ready to try',
  'must-haves': 'all must-haves met',
  'next-level': 'the next level of the first skill',
}
/** What is told of a role: the first of these that is still ahead. */
const TOLD: readonly MilestoneKind[] = ['ready-to-try', 'must-haves', 'next-level']
const WEEKS_PER_MONTH = 365.25 / 12 / 7
/** Shifts below this many weeks are noise to whoever reads them. */
const LEAST_SHIFT = 0.5
/** Below this share a plan is worth the same. */
const LEAST_WORTH = 0.001

/** One sentence for each role, and one on the worth where it can be compared and changed. */
export function whatItCosts(told: ChangeToTell): string[] {
  const { before, after } = told
  const sentences = after.forecasts.flatMap((forecast, index) => {
    const earlier = before.forecasts.find(({ role }) => role === forecast.role)
    const sentence = earlier ? roleSentence(told, earlier, forecast) : null
    if (sentence === null) return []
    return index === 0 ? [sentence] : [sentence.replace(told.change, 'It')]
  })
  const worth = told.sameMeasure ? worthSentence(before.worth, after.worth) : null
  return worth === null ? sentences : [...sentences, worth]
}

function roleSentence(told: ChangeToTell, before: PlanForecast, after: PlanForecast): string | null {
  const find = (forecast: PlanForecast, kind: MilestoneKind) =>
    forecast.milestones.find((milestone) => milestone.kind === kind)
  const kind = TOLD.find((one) => Math.max(find(before, one)?.p80 ?? 0, find(after, one)?.p80 ?? 0) > 0)
  const [was, is] = [kind && find(before, kind), kind && find(after, kind)]
  if (kind === undefined || was === undefined || is === undefined) return null
  return `${told.change} ${shift(told, nameOf(told, kind, after.role), was, is)}.`
}

/** With several roles each milestone says whose it is. */
function nameOf({ framework, after }: ChangeToTell, kind: MilestoneKind, role: string): string {
  if (after.forecasts.length < 2) return NAMES[kind]
  const name = withArticle(inSentence(findRole(framework, role)?.name ?? role, framework.language))
  return `${NAMES[kind]} as ${name}`
}

/** "moves ready to try about three months later, from June 2028 to September 2028". */
function shift(told: ChangeToTell, name: string, was: Milestone, is: Milestone): string {
  const [had, has] = [isDated(was), isDated(is)]
  if (!had && !has) return farShift(name, was.p50, is.p50)
  if (!had) return `brings ${name} near enough for a date: about ${monthAfter(told.today, is.p50)}`
  if (!has)
    return `moves ${name} too far away for a date; before, it was about ${monthAfter(told.today, was.p50)}`
  const weeks = is.p50 - was.p50
  if (Math.abs(weeks) < LEAST_SHIFT) {
    return `leaves ${name} where it was, about ${monthAfter(told.today, is.p50)}`
  }
  const [from, to] = [monthAfter(told.today, was.p50), monthAfter(told.today, is.p50)]
  const [start, end] =
    from === to ? [dayAfter(told.today, was.p50), dayAfter(told.today, is.p50)] : [from, to]
  return `moves ${name} ${spanOf(weeks)} ${weeks > 0 ? 'later' : 'earlier'}, from about ${start} to ${end}`
}

/** Told by date up to three years at four in five, as everywhere. */
function isDated({ p80 }: Milestone): boolean {
  return p80 <= NO_DATE_BEYOND
}

/** Too far for dates on both sides: spans for half of the people, where even those are within three years. */
function farShift(name: string, was: number, is: number): string {
  if (was > NO_DATE_BEYOND && is > NO_DATE_BEYOND) return `leaves ${name} more than three years away`
  if (was > NO_DATE_BEYOND)
    return `moves ${name} earlier: half of people like this would be there ${inSpan(is)}`
  if (is > NO_DATE_BEYOND) return `moves ${name} more than three years away for half of people like this`
  const weeks = is - was
  if (Math.abs(weeks) < LEAST_SHIFT)
    return `leaves ${name} where it was, ${inSpan(is)} for half of people like this`
  return `moves ${name} ${spanOf(weeks)} ${weeks > 0 ? 'later' : 'earlier'}: half of people like this would be there ${inSpan(is)}`
}

function spanOf(shift: number): string {
  const weeks = Math.abs(shift)
  if (weeks < 1) return 'less than a week'
  if (weeks < 9) return `about ${counted(Math.round(weeks), 'week')}`
  return `about ${counted(Math.round(weeks / WEEKS_PER_MONTH), 'month')}`
}

function worthSentence(before: number, after: number): string | null {
  const change = before > 0 ? after / before - 1 : 0
  if (Math.abs(change) < LEAST_WORTH) return null
  const percent = Math.abs(change) < 0.01 ? 'less than 1%' : `${Math.round(Math.abs(change) * 100)}%`
  return `By its own measure the plan is worth ${percent} ${change > 0 ? 'more' : 'less'}.`
}
