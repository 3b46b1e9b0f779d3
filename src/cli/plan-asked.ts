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
import { choicesKnown, forecastKept, type GrowthData, keepPlanThere, withGrowth } from './growth-data.ts'
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
  if (given.values.keep === true)
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

const CHANGES = ['to', 'hours', 'quarters', 'pin', 'without'] as const

/**
 * Without options the plan that is kept; the first time it is made and kept. With options it is only tried out, unless
 * `--keep` is among them.
 */
async function planFromData(given: Given, data: GrowthData): Promise<AskedPlan> {
  const { framework, state } = data
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
  const made = await forecastKept(data.connection, revision.revisionId)
  const { estimates, frozen } = revision
  const request = planRequestOf(framework, revision.choices, { estimates, frozen, before: revision })
  return {
    request,
    made: { ...madeOf(request), plan: revision.plan },
    forecasts: made.forecasts,
    kept: { revision, since: isKept ? state.since : [], made },
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
  const to = textOption(given, 'to')
  const roles =
    to === undefined ? null : [...new Set(to.split(',').map((word) => roleNamed(framework, word.trim()).id))]
  return {
    ...before,
    destinations: roles?.map((role) => ({ role, share: 1 })) ?? before.destinations,
    hoursPerWeek: numbersOption(given, 'hours') ?? before.hoursPerWeek,
    quarters: numbersOption(given, 'quarters')?.[0] ?? before.quarters,
    pins: skillsOption(given, 'pin', framework) ?? before.pins,
    without: skillsOption(given, 'without', framework) ?? before.without,
  }
}

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
  const words = values.map(String).flatMap((word) => word.split(','))
  return words.map((word) => skillNamed(framework, word.trim()).id)
}
