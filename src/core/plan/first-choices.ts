// What a first plan begins with, before the person has chosen anything but a role and destinations.

import type { Framework } from '../framework/framework.ts'
import { STAY, type Target } from '../target/target.ts'
import type { PlanChoices } from './kept-plan.ts'
import { FOCUS_LIMIT } from './plan-request.ts'

const HOURS_PER_WEEK = 3
const QUARTERS = 8

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

/**
 * What was wished on another version of the framework, as far as this one has its roles and skills. The role held and,
 * where no destination is left, the destination are those of `defaults`.
 */
export function choicesCarried(
  framework: Framework,
  earlier: PlanChoices,
  defaults: PlanChoices,
): PlanChoices {
  const roles = new Set(framework.roles.map(({ id }) => id))
  const skills = new Set(framework.skills.map(({ id }) => id))
  const known = (ids: readonly string[]) => ids.filter((id) => skills.has(id))
  const destinations = earlier.destinations.filter(({ role, share }) => roles.has(role) && share > 0)
  return {
    ...earlier,
    fromRole: defaults.fromRole,
    destinations: destinations.length > 0 ? destinations : defaults.destinations,
    pins: known(earlier.pins),
    without: known(earlier.without),
    order: known(earlier.order),
    opportunities: Object.fromEntries(
      Object.entries(earlier.opportunities).filter(([skill]) => skills.has(skill)),
    ),
  }
}
