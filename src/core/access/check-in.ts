// Who may do what with the check-ins of somebody's weeks.

import { owner } from './rule.ts'

export const checkInRules = {
  /** Whether somebody checks in is theirs alone: nobody counts it and nobody reminds them. */
  see: owner,
  write: owner,
  withdraw: owner,
}
