// Who may do what with the remark that soft skills stood still while hard ones grew.

import { owner } from './rule.ts'

export const plateauRules = {
  see: owner,
  /** Put away, it is never said again. */
  putAway: owner,
}
