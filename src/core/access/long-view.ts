// Who may do what with the route over years that a person keeps.

import { owner } from './rule.ts'

export const longViewRules = {
  /** It may lead out of the company: nobody else sees it. */
  see: owner,
  /** To keep another one, or to say that this one is still true. */
  change: owner,
  remove: owner,
}
