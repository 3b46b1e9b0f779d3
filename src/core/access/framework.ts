// Who may do what with a version of a framework.

import { everyone, nobody } from './rule.ts'

export const frameworkRules = {
  /** A framework describes work, not people: everyone of the organisation reads it. */
  see: everyone,
  /** First use records a version; from then on it never changes. */
  add: everyone,
  change: nobody,
}
