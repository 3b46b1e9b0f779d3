// Who may do what with an assessment: one rater's look at one person.

import { owner } from './rule.ts'

export const assessmentRules = {
  see: owner,
  open: owner,
  close: owner,
}
