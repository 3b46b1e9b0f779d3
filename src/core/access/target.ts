// Who may do what with the place where a person is and where they may want to go.

import { owner } from './rule.ts'

export const targetRules = {
  /** A destination may be a way out of the company: nobody else sees it until it is shared. */
  see: owner,
  change: owner,
}
