// Who may do what with people without an account whom somebody keeps for themselves.

import { owner } from './rule.ts'

export const keptPersonRules = {
  /** A manager's list of their people is their own; those who keep the organisation's list do not see it. */
  see: owner,
  add: owner,
  change: owner,
  /** Removes the name and everything about them. */
  remove: owner,
  /** As a grid of people and skills. */
  export: owner,
}
