// Who may do what with what somebody says about a rating of them.

import { and, managerOf, or, owner, type Rule, shownToManager, subject } from './rule.ts'

/** The owner is the rater, as with the rating itself: whoever reads the one reads the other. */
export function disputeRules(today: string): { see: Rule; say: Rule; takeBack: Rule } {
  return {
    see: or(owner, subject, and(shownToManager, managerOf(today))),
    say: subject,
    takeBack: subject,
  }
}
