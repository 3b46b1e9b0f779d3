// Who may do what with agreed levels.

import { or, owner, subject } from './rule.ts'

export const agreementRules = {
  /** The two who agree, and nobody else. */
  see: or(owner, subject),
  propose: or(owner, subject),
  /** By the one of the two who did not propose it. */
  sign: or(owner, subject),
}
