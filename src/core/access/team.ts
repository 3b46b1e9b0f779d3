// Who may do what with the teams of an organisation.

import { admin, everyone } from './rule.ts'

export const teamRules = {
  /** Which teams there are is no secret inside an organisation. */
  see: everyone,
  change: admin('people'),
}
