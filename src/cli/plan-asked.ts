// Which plan is meant on the command line: the one that is kept, a next one, or one that is only tried out.
import { forecastPlan } from '../core/forecast/forecast-plan.ts'
import { type MadeForecasts, type ShownForecast, showForecast } from '../core/forecast/kept-forecast.ts'
import type { Framework } from '../core/framework/framework.ts'
import { planDefaults } from '../core/plan/first-choices.ts'
import { planRequestOf } from '../core/plan/keep-plan.ts'
import type { PlanChoices, PlanRevision } from '../core/plan/kept-plan.ts'
import { type MadePlan, makePlan } from '../core/plan/make-plan.ts'
import type { PlanRequest } from '../core/plan/plan-request.ts'
import { levelsForPlanning } from '../core/planning/levels-for-planning.ts'
import { nextStep } from '../core/progress/next-step.ts'
import { roleNamed, skillNamed } from './built-in.ts'
import { CommandFailure, type Given, textOption, UsageFailure } from './command.ts'
import { frameworkOf } from './framework-named.ts'
import {
  choicesKnown,
  forecastKept,
  type GrowthData,
  keepPlanThere,
  undoPlanThere,
  withGrowth,
} from './growth-data.ts'
import type { Terminal } from './terminal.ts'

export interface AskedPlan {
  request: PlanRequest
  made: MadePlan
  forecasts: readonly ShownForecast[]
  /** Null where it is only tried out. */
  kept: { revision: PlanRevision; since: string[]; made: MadeForecasts } | null
}

export async function planAsked(given: Given, terminal: Terminal, today: string): Promise<AskedPlan> {
  if (textOption(given, 'from') !== undefined) return planFromRole(given, terminal, today)
  return withGrowth(given, terminal, (data) => planFromData(given, data))
}

/** Needs no data: somebody who meets that role exactly. */
async function planFromRole(given: Given, terminal: Terminal, today: string): Promise<AskedPlan> {
  if (given.values.keep === true || given.values.undo === true)
    throw new UsageFailure(
      'A plan is kept for yourself: leave out --from, and say where you are with skillmap assess.',
    )
  const framework = await frameworkOf(given, terminal)
  const from = roleNamed(framework, textOption(given, 'from') ?? '').id
  if (textOption(given, 'to') === undefined) throw new CommandFailure('Say where to: add --to <role>.')
  const choices = choicesAsked(given, framework, startingAt(from))
  const { estimates } = levelsForPlanning({ framework, role: from, ratings: [], now: today })
  return triedOut(planRequestOf(framework, choices, { estimates }), choices, today)
}

function startingAt(role: string): PlanChoices {
  const choices = planDefaults(role, null)
  if (choices === null) throw new Error('There are choices for every role.')
  return choices
}

const CHANGES = [
  'to',
  'hours',
  'quarters',
  'at-once',
  'heavy-weeks',
  'pin',
  'without',
  'order',
  'opportunity',
] as const

/**
 * Without options the plan that is kept; the first time it is made and kept. With options it is only tried out, unless
 * `--keep` is among them.
 */
async function planFromData(given: Given, data: GrowthData): Promise<AskedPlan> {
  const { framework, state } = data
  if (given.values.undo === true) return planBefore(given, data)
  const choices = choicesAsked(given, framework, choicesKnown(state))
  const isChanged = CHANGES.some((name) => given.values[name] !== undefined)
  const isOpen = given.values.open === true
  const isTried = given.values['what-if'] === true || ((isChanged || isOpen) && given.values.keep !== true)
  if (isTried) {
    const { estimates } = state
    const frozen = isOpen ? [] : state.frozen.filter(({ skill }) => !choices.without.includes(skill))
    return triedOut(
      planRequestOf(framework, choices, { estimates, frozen, before: state.kept }),
      choices,
      state.today,
      state.pace,
    )
  }
  const isKept = state.kept !== null && given.values.keep !== true
  const revision = isKept && state.kept !== null ? state.kept : await keepPlanThere(data, choices, !isOpen)
  return shown(data, revision, isKept ? state.since : [])
}

async function planBefore(given: Given, data: GrowthData): Promise<AskedPlan> {
  const others = [...CHANGES, 'keep', 'what-if', 'open'].filter((name) => given.values[name] !== undefined)
  if (others.length > 0) throw new UsageFailure(`--undo stands alone: leave out --${others[0]}.`)
  const revision = await undoPlanThere(data)
  if (revision === null) throw new CommandFailure('There is no earlier plan to go back to.')
  return shown(data, revision, [])
}

async function shown(
  { connection, framework }: GrowthData,
  revision: PlanRevision,
  since: string[],
): Promise<AskedPlan> {
  const made = await forecastKept(connection, revision.revisionId)
  const { estimates, frozen } = revision
  const request = planRequestOf(framework, revision.choices, { estimates, frozen, before: revision })
  return {
    request,
    made: { ...madeOf(request), plan: revision.plan },
    forecasts: made.forecasts,
    kept: { revision, since, made },
  }
}

function triedOut(
  request: PlanRequest,
  { destinations }: PlanChoices,
  today: string,
  pace: Parameters<typeof forecastPlan>[4] = {},
): AskedPlan {
  const made = madeOf(request)
  const next = nextStep(request.framework, made.plan, request.estimates)
  const forecasts = destinations.map(({ role }) =>
    showForecast(forecastPlan(request, made.plan, role, today, pace), next),
  )
  return { request, made, forecasts, kept: null }
}

function madeOf(request: PlanRequest): MadePlan {
  const made = makePlan(request)
  if (!made.ok) throw new CommandFailure(made.failure.join('\n'))
  return made.value
}

/** What was typed, over what holds already. */
function choicesAsked(given: Given, framework: Framework, before: PlanChoices): PlanChoices {
  return {
    ...before,
    destinations: destinationsOption(given, framework) ?? before.destinations,
    hoursPerWeek: numbersOption(given, 'hours') ?? before.hoursPerWeek,
    quarters: numbersOption(given, 'quarters')?.[0] ?? before.quarters,
    focusLimit: numbersOption(given, 'at-once')?.[0] ?? before.focusLimit,
    heavyWeeks: numbersOption(given, 'heavy-weeks')?.[0] ?? before.heavyWeeks,
    pins: skillsOption(given, 'pin', framework) ?? before.pins,
    without: skillsOption(given, 'without', framework) ?? before.without,
    order: skillsOption(given, 'order', framework) ?? before.order,
    opportunities: opportunitiesOption(given, framework) ?? before.opportunities,
  }
}

/** "staff-engineer=2, engineering-manager": what each counts stands behind it, 1 where nothing does. */
function destinationsOption(given: Given, framework: Framework): PlanChoices['destinations'] | null {
  const text = textOption(given, 'to')
  if (text === undefined) return null
  const found = pairsIn(text, 'to').map(([word, share = 1]) => ({
    role: roleNamed(framework, word).id,
    share,
  }))
  return [...new Map(found.map((one) => [one.role, one])).values()]
}

/** By skill, from which quarter on: "performance-management=2"; the current one where nothing is said. */
function opportunitiesOption(given: Given, framework: Framework): PlanChoices['opportunities'] | null {
  const values = given.values.opportunity
  if (!Array.isArray(values)) return null
  const pairs = values.map(String).flatMap((text) => (isNone(text) ? [] : pairsIn(text, 'opportunity')))
  return Object.fromEntries(pairs.map(([word, quarter = 1]) => [skillNamed(framework, word).id, quarter]))
}

function pairsIn(text: string, name: string): [string, number | undefined][] {
  return text.split(',').map((part) => {
    const [word = '', figure] = part.split('=').map((one) => one.trim())
    const number = figure === undefined ? undefined : figure === '' ? Number.NaN : Number(figure)
    if (Number.isNaN(number)) throw new UsageFailure(`--${name} takes a number after “=”, not “${part}”.`)
    return [word, number]
  })
}

/** Empties a list that holds something. */
const isNone = (text: string) => text.trim().toLowerCase() === 'none'

function numbersOption(given: Given, name: string): number[] | null {
  const text = textOption(given, name)
  if (text === undefined) return null
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (numbers.some(Number.isNaN)) throw new UsageFailure(`--${name} takes a number, not “${text}”.`)
  return numbers
}

function skillsOption(given: Given, name: string, framework: Framework): string[] | null {
  const values = given.values[name]
  if (!Array.isArray(values)) return null
  const words = values.map(String).flatMap((word) => (isNone(word) ? [] : word.split(',')))
  return words.map((word) => skillNamed(framework, word.trim()).id)
}
