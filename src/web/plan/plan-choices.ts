// What a person chooses about a plan, and every way to change it; pure, so that undoing is taking the last state again.
import type { PlanChoices } from '../../core/plan/kept-plan.ts'
import { withoutNoise } from '../../core/planning/plain-words.ts'

/** What is being tried: choices as they are kept, and whether the current quarter stays as it is. */
export interface Trial extends PlanChoices {
  keepQuarter: boolean
  /** The plan is to be made again, though nothing is wished otherwise: levels or the quarter have changed. */
  anew: boolean
}

/** Roles that are planned for at once, at most. */
export const MOST_ROLES = 4

export type PlanChange =
  /** `control` names the slider: all quarters, or one of them. */
  | { kind: 'hours'; hours: readonly number[]; control: string }
  | { kind: 'quarters'; quarters: number }
  | { kind: 'pin' | 'unpin' | 'leave-out' | 'take-in'; skill: string }
  /** `order` is the whole wish; `skill` is what was moved, to this place counted from 1. */
  | { kind: 'move'; skill: string; place: number; order: readonly string[] }
  | { kind: 'free-order' }
  | { kind: 'opportunity'; skill: string; quarter: number | null }
  | { kind: 'add-role' | 'drop-role'; role: string }
  /** `share` of the whole, 0 to 1; the other roles keep their proportion to each other. */
  | { kind: 'share'; role: string; share: number }
  | { kind: 'focus-limit'; limit: number }
  | { kind: 'heavy-weeks'; weeks: number }
  | { kind: 'keep-quarter'; keepQuarter: boolean }
  | { kind: 'anew' }

export function changed(choices: Trial, change: PlanChange): Trial {
  switch (change.kind) {
    case 'hours':
      return { ...choices, hoursPerWeek: withoutTail(change.hours) }
    case 'quarters':
      return { ...choices, quarters: change.quarters }
    case 'pin':
      return {
        ...choices,
        pins: [...choices.pins.filter((one) => one !== change.skill), change.skill],
        without: choices.without.filter((one) => one !== change.skill),
      }
    case 'unpin':
      return { ...choices, pins: choices.pins.filter((one) => one !== change.skill) }
    case 'leave-out':
      return {
        ...choices,
        without: [...choices.without.filter((one) => one !== change.skill), change.skill],
        pins: choices.pins.filter((one) => one !== change.skill),
        order: choices.order.filter((one) => one !== change.skill),
      }
    case 'take-in':
      return { ...choices, without: choices.without.filter((one) => one !== change.skill) }
    case 'move':
      return { ...choices, order: [...change.order] }
    case 'free-order':
      return { ...choices, order: [] }
    case 'opportunity':
      return { ...choices, opportunities: withOpportunity(choices.opportunities, change) }
    case 'add-role':
      return { ...choices, destinations: withRole(choices.destinations, change.role) }
    case 'drop-role':
      return { ...choices, destinations: choices.destinations.filter(({ role }) => role !== change.role) }
    case 'share':
      return { ...choices, destinations: withShare(choices.destinations, change) }
    case 'focus-limit':
      return { ...choices, focusLimit: change.limit }
    case 'heavy-weeks':
      return { ...choices, heavyWeeks: change.weeks }
    case 'keep-quarter':
      return { ...choices, keepQuarter: change.keepQuarter }
    case 'anew':
      return { ...choices, anew: true }
  }
}

function withOpportunity(
  opportunities: PlanChoices['opportunities'],
  { skill, quarter }: { skill: string; quarter: number | null },
): PlanChoices['opportunities'] {
  const others = Object.entries(opportunities).filter(([id]) => id !== skill)
  return Object.fromEntries(quarter === null ? others : [...others, [skill, quarter]])
}

type Destinations = PlanChoices['destinations']

/** What a role counts among all, 0 to 1; in equal parts where none counts. */
export function shareOf(destinations: Destinations, role: string): number {
  const all = destinations.reduce((sum, { share }) => sum + share, 0)
  const own = destinations.find((one) => one.role === role)?.share ?? 0
  return all > 0 ? own / all : 1 / Math.max(1, destinations.length)
}

/** One more role counts as much as the others do on average. */
function withRole(destinations: Destinations, role: string): Destinations {
  if (destinations.some((one) => one.role === role)) return destinations
  const all = destinations.reduce((sum, { share }) => sum + share, 0)
  return [...destinations, { role, share: all > 0 ? all / destinations.length : 1 }]
}

function withShare(destinations: Destinations, change: { role: string; share: number }): Destinations {
  const own = shareOf(destinations, change.role)
  const others = destinations.length - 1
  const share = (role: string) => {
    if (role === change.role) return change.share
    const part = own < 1 ? shareOf(destinations, role) / (1 - own) : 1 / others
    return (1 - change.share) * part
  }
  return others === 0
    ? destinations
    : destinations.map(({ role }) => ({ role, share: withoutNoise(share(role)) }))
}

/** The last figure goes on by itself: repeating it says nothing. */
function withoutTail(hours: readonly number[]): number[] {
  const kept = [...hours]
  while (kept.length > 1 && kept.at(-1) === kept.at(-2)) kept.pop()
  return kept
}

/** Hours a week in a quarter counted from 0. */
export function hoursIn(hours: readonly number[], quarter: number): number {
  return hours[Math.min(quarter, hours.length - 1)] ?? 0
}

/** One figure changed for a single quarter, all others as they were. */
export function hoursWith(choices: Trial, quarter: number, hours: number): number[] {
  return Array.from({ length: Math.max(Math.ceil(choices.quarters), quarter + 2) }, (_, one) =>
    one === quarter ? hours : hoursIn(choices.hoursPerWeek, one),
  )
}

/**
 * The wish that a drag expresses. What lies above the lowest place that was touched keeps its order from now on; what
 * lies below stays free, so that the plan may still choose there. `shown` are all skills in the order on the screen.
 */
export function orderAfterMove(
  shown: readonly string[],
  earlier: readonly string[],
  skill: string,
  place: number,
): string[] {
  const from = shown.indexOf(skill)
  if (from === -1) return [...earlier]
  const moved = shown.filter((one) => one !== skill)
  moved.splice(Math.max(0, Math.min(place, moved.length)), 0, skill)
  const settled = earlier.map((one) => shown.indexOf(one))
  const lowest = Math.max(from, Math.min(place, moved.length - 1), ...settled)
  return moved.slice(0, lowest + 1)
}

/** Whether two trials would make the same plan; an opportunity is the same in any order. */
export function sameTrial(a: Trial, b: Trial): boolean {
  return canonical(a) === canonical(b)
}

function canonical(trial: Trial): string {
  const sorted = (entries: object) => Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(sorted({ ...trial, opportunities: sorted(trial.opportunities) }))
}
