// Who may do what with a single rating and its history.

import { owner } from './rule.ts'

export const ratingRules = {
  see: owner,
  change: owner,
  /** Withdrawing adds a revision that says so; nothing is overwritten. */
  withdraw: owner,
}
