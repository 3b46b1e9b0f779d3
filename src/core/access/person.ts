// Who may do what with a person's name and record.

import { admin, nobody, or, owner } from './rule.ts'

export const personRules = {
  /** People see themselves; those who keep the list of people see the list. */
  see: or(owner, admin('people')),
  change: owner,
  /** Everything about a person, as a file. */
  export: owner,
  erase: owner,
  /** No one may list people in an order of merit, because there is no such list. */
  rank: nobody,
}
