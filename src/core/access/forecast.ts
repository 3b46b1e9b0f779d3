// Who may do what with forecasts. There is no rule for changing one: what was said stays said.

import { owner } from './rule.ts'

export const forecastRules = {
  see: owner,
  /** Having one made from the plan that holds; it is kept with the day. */
  make: owner,
}
