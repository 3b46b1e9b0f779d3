// Who may do what with a person's move from one framework version to another.

import { owner } from './rule.ts'

export const carryOverRules = {
  see: owner,
  /** Makes new ratings from old ones, and so it is the rater's own to do. */
  make: owner,
  undo: owner,
}
