// What reports of practice tell the forecast: how long steps really took, and how many of the planned hours were given.

import type { PaceEvidence } from '../forecast/pace.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import { hoursByQuarter, type StepName } from '../plan/plan-request.ts'
import { addWeeks, quartersSince } from '../plan/quarter-calendar.ts'
import type { ProgressEntry } from './progress.ts'
import type { StepProgress } from './step-progress.ts'

/** `week` is a Monday; hours. */
export interface ReportedWeek {
  week: string
  planned: number
  delivered: number
}

/** What the forecast takes: `spentOnFirst` are the hours already in the step that comes next. */
export interface KnownPace {
  evidence: Omit<Required<PaceEvidence>, 'weeks'> & { weeks: readonly ReportedWeek[] }
  spentOnFirst: number
}

/**
 * A step that the person calls done and nobody has rated since says nothing about pace yet: counted as finished it
 * would reward ticking, counted as under way it would make dates later for having got on. `next` is the step whose hours are told apart; `plans` are all revisions.
 */
export function knownPace(
  from: {
    entries: readonly ProgressEntry[]
    steps: readonly StepProgress[]
    plans: readonly Pick<PlanRevision, 'madeAt' | 'startsOn' | 'choices'>[]
  },
  next: StepName | null,
  today: string,
): KnownPace {
  const isNext = (step: StepName) => next !== null && step.skill === next.skill && step.level === next.level
  const practised = from.steps.filter(({ spent }) => spent > 0)
  const asEvidence = ({ estimated, spent }: StepProgress) => ({ estimated, spent })
  return {
    evidence: {
      finished: practised.filter(({ state }) => state === 'finished').map(asEvidence),
      underWay: practised.filter((step) => step.state === 'under-way' && !isNext(step)).map(asEvidence),
      weeks: weeksReported(from.entries, from.plans, today),
    },
    spentOnFirst: practised.find((step) => step.state !== 'finished' && isNext(step))?.spent ?? 0,
  }
}

/**
 * Planned and given hours of the weeks that were reported, oldest first. Of a week without a report nothing is known.
 * The week under way counts once its hours are given: before that it is only not over.
 */
export function weeksReported(
  entries: readonly ProgressEntry[],
  plans: readonly Pick<PlanRevision, 'madeAt' | 'startsOn' | 'choices'>[],
  today: string,
): ReportedWeek[] {
  const delivered = new Map<string, number>()
  for (const { week, hours } of entries) delivered.set(week, (delivered.get(week) ?? 0) + hours)
  return [...delivered]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, hours]) => ({ week, planned: plannedHours(plans, week), delivered: hours }))
    .filter(({ planned }) => planned > 0)
    .filter((one) => addWeeks(one.week, 1) <= today || one.delivered >= one.planned)
}

/** By the last plan made before the week was over, lightened as it was; the first plan where it is older than all. 0 without a plan. */
function plannedHours(
  plans: readonly Pick<PlanRevision, 'madeAt' | 'startsOn' | 'choices'>[],
  week: string,
): number {
  const inOrder = plans.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
  const over = addWeeks(week, 1)
  const plan = inOrder.findLast(({ madeAt }) => madeAt.slice(0, 10) < over) ?? inOrder[0]
  if (plan === undefined) return 0
  const hours = hoursByQuarter(plan.choices)
  return hours[Math.min(quartersSince(plan.startsOn, week), hours.length - 1)] ?? 0
}
