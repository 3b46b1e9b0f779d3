// Who may do what with a single rating and its history.

import { and, or, owner, sealedRelease, subject } from './rule.ts'

export const ratingRules = {
  /** Its rater; and whom it is about, from the moment on at which it was given. */
  see: or(owner, and(subject, sealedRelease)),
  change: owner,
  /** To contest it or add to it, by whom it is about. */
  contest: subject,
  /** Withdrawing adds a revision that says so; nothing is overwritten. */
  withdraw: owner,
}
