// What a first plan begins with, before the person has chosen anything but a role and destinations.

import { STAY, type Target } from '../target/target.ts'
import type { PlanChoices } from './kept-plan.ts'

const HOURS_PER_WEEK = 3
const QUARTERS = 8
const FOCUS_LIMIT = 3

/**
 * Three hours a week for two years, towards the destination in focus; to stay, and having none yet, both mean the role
 * held. Null while no role is known.
 */
export function planDefaults(
  role: string | null,
  target: Pick<Target, 'destinations'> | null,
): PlanChoices | null {
  if (role === null) return null
  const first = target?.destinations[0]
  return {
    fromRole: role,
    destinations: [{ role: first === undefined || first === STAY ? role : first, share: 1 }],
    hoursPerWeek: [HOURS_PER_WEEK],
    quarters: QUARTERS,
    focusLimit: FOCUS_LIMIT,
    heavyWeeks: 0,
    pins: [],
    without: [],
    order: [],
    opportunities: {},
    seed: 1,
  }
}
