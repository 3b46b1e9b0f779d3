// Who may do what with what a closed confidential round left about somebody.

import { and, owner, sealedRelease } from './rule.ts'

export const sealedContributionRules = {
  /** To ask whether there is something about oneself. */
  look: owner,
  /** The person it is about, and nobody else: also where managers read what others gave under their names. */
  see: and(owner, sealedRelease),
}

export const raterStrictnessRules = {
  /** How strict somebody rates is told to that rater alone. */
  see: owner,
}
