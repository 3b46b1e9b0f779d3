// Who may do what with what two people said of the same skills, once it is opened to both.

import { or, owner, subject } from './rule.ts'

export const openingRules = {
  /** The two of them and nobody else. */
  see: or(owner, subject),
  open: or(owner, subject),
}
