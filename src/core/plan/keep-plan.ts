// Makes the next revision of somebody's plan from what they want, their levels, and the plan that held before.

import { canonicalJson } from '../framework/canonical-json.ts'
import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { type Estimates, estimateOf, heldLevel } from '../planning/estimates.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { PlanChoices, PlanRevision } from './kept-plan.ts'
import { makePlan } from './make-plan.ts'
import type { PlanRequest, StepName } from './plan-request.ts'
import { quarterStart, quartersSince } from './quarter-calendar.ts'
import { firstPlanReason, nothingChanged, wentBackReason, whyChanged } from './why-changed.ts'

export interface KeepPlanCommand {
  frameworkDigest: string
  choices: PlanChoices
  /** Leave the steps of the current quarter as they are. */
  keepQuarter: boolean
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

export interface PlanBasis {
  framework: Framework
  estimates: Estimates
  /** The plan that holds on this framework version. */
  before: PlanRevision | null
}

/** A next revision, or everything that does not fit, in sentences. `now` is an ISO time. */
export function keepPlan(
  command: KeepPlanCommand,
  basis: PlanBasis,
  now: string,
): Result<Omit<PlanRevision, 'version'>, string[]> {
  const { framework, estimates, before } = basis
  const { frameworkDigest, choices, revisionId } = command
  const today = now.slice(0, 10)
  const startsOn = quarterStart(before?.startsOn ?? null, today)
  const frozen = command.keepQuarter ? frozenSteps(framework, estimates, before, { today, choices }) : []
  const roles = choices.destinations.map(({ role }) => role)
  if (new Set(roles).size < roles.length) return fail(['Each role can be planned for once.'])
  const revision = { revisionId, frameworkDigest, madeAt: now, repeats: null }
  if (before !== null && isUnchanged(command, { framework, estimates, before }, today)) {
    const { version: _, ...same } = before
    return succeed({ ...same, ...revision, why: [nothingChanged] })
  }
  const made = makePlan(planRequestOf(framework, choices, { estimates, frozen, before }))
  if (!made.ok) return made
  const next = { choices, estimates, plan: made.value.plan, startsOn }
  const why =
    before === null
      ? [firstPlanReason]
      : whyChanged(framework, { ...before, choices: choicesAt(before, today) }, next)
  return succeed({ ...next, ...revision, frozen, why })
}

/**
 * The same wishes from the same whole levels in the same quarter: then the plan stays as it is. Made again, it could
 * put other steps of equal worth in other places, and nobody would know why. It keeps what it was made from, too, so that
 * `makePlan` gives every kept plan again, from the plan before it.
 */
function isUnchanged(
  { choices, keepQuarter }: KeepPlanCommand,
  { framework, estimates, before }: PlanBasis & { before: PlanRevision },
  today: string,
): boolean {
  if (!keepQuarter || quartersSince(before.startsOn, today) > 0) return false
  const top = topLevel(framework)
  const held = (levels: Estimates, skill: string) => heldLevel(estimateOf(framework, levels, skill).mean, top)
  return (
    canonicalJson(choices) === canonicalJson(before.choices) &&
    framework.skills.every(({ id }) => held(estimates, id) === held(before.estimates, id))
  )
}

/** A new revision that equals an earlier one: the way back from every change. */
export function repeatPlan(
  earlier: PlanRevision,
  revisionId: string,
  now: string,
): Omit<PlanRevision, 'version'> {
  const { version: _, ...same } = earlier
  return {
    ...same,
    revisionId,
    madeAt: now,
    why: [wentBackReason(earlier.madeAt)],
    repeats: earlier.revisionId,
  }
}

/** What the planner is asked, the same on the server and in the browser. */
export function planRequestOf(
  framework: Framework,
  choices: PlanChoices,
  known: {
    estimates: Estimates
    frozen?: readonly StepName[]
    /** The plan that holds; null or left out where there is none. */
    before?: Pick<PlanRevision, 'plan' | 'choices'> | null
  },
): PlanRequest {
  const { frozen = [], before = null } = known
  // Whoever asks for another order of equal worth does not want the one they have.
  const previous =
    before === null || before.choices.seed !== choices.seed
      ? []
      : [...before.plan.steps, ...before.plan.later]
  return {
    framework,
    estimates: known.estimates,
    ...choices,
    // Without a frozen step the quarter is free; an empty list would keep everything out of it.
    ...(frozen.length > 0 ? { frozen } : {}),
    ...(previous.length > 0 ? { previous: previous.map(({ skill, level }) => ({ skill, level })) } : {}),
  }
}

/** The choices of a plan as they count on a later day: quarters that have passed fall away. */
export function choicesAt(
  { choices, startsOn }: Pick<PlanRevision, 'choices' | 'startsOn'>,
  today: string,
): PlanChoices {
  const passed = quartersSince(startsOn, today)
  if (passed === 0) return choices
  const left = choices.hoursPerWeek.slice(passed)
  return {
    ...choices,
    hoursPerWeek: left.length > 0 ? left : choices.hoursPerWeek.slice(-1),
    opportunities: Object.fromEntries(
      Object.entries(choices.opportunities).map(([skill, quarter]) => [skill, Math.max(1, quarter - passed)]),
    ),
    // How the last weeks were says nothing about another quarter.
    heavyWeeks: 0,
  }
}

/**
 * Steps of the current quarter that stay: those of the plan before, as long as it is the same quarter, they are still
 * open and not left out. Empty once all are reached: then the quarter is free again.
 */
export function frozenSteps(
  framework: Framework,
  estimates: Estimates,
  before: Pick<PlanRevision, 'startsOn' | 'plan'> | null,
  at: { today: string; choices: Pick<PlanChoices, 'without'> },
): StepName[] {
  if (before === null || quartersSince(before.startsOn, at.today) > 0) return []
  const top = topLevel(framework)
  const known = new Set(framework.skills.map((skill) => skill.id))
  const areas = before.plan.quarters[0]?.areas ?? []
  const finishing = areas.filter(({ state }) => state === 'finishes')
  // What the last hours of a quarter begin is whatever comes next; it is kept where there is nothing else.
  return (finishing.length > 0 ? finishing : areas)
    .filter(({ skill }) => known.has(skill) && !at.choices.without.includes(skill))
    .filter(({ skill, level }) => heldLevel(estimateOf(framework, estimates, skill).mean, top) < level)
    .map(({ skill, level }) => ({ skill, level }))
}
