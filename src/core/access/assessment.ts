// Who may do what with an assessment: one rater's look at one person.

import { and, managerOf, or, owner, type Rule, sealedRelease, shownToManager, subject } from './rule.ts'

export const assessmentRules = {
  /** Its rater; and whom it is about, from the moment on at which it was given. */
  see: or(owner, and(subject, sealedRelease)),
  open: owner,
  close: owner,
}

/** What was given about somebody, where their manager was to read it too and that was said before anybody answered. */
export function givenRules(today: string): { see: Rule } {
  return { see: and(sealedRelease, shownToManager, managerOf(today)) }
}
