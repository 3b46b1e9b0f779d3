// Who may do what with the grants of administration.

import { admin, or, owner } from './rule.ts'

export const adminGrantRules = {
  /** Who administers what; whom to turn to is said on the page of the organisation. */
  see: or(owner, admin('people')),
  change: admin('people'),
}
