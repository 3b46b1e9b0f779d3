// Who may do what with frameworks and their versions.

import { admin, everyone, nobody, owner } from './rule.ts'

export const frameworkRules = {
  /** A framework describes work, not people: everyone of the organisation reads it. */
  see: everyone,
  /** First use records a version; from then on it never changes. */
  add: everyone,
  change: nobody,
  /** Which framework one's own map is drawn from is one's own setting. */
  use: owner,
  /** Says that a version holds: from when, why, and approved by whom. */
  publish: admin('frameworks'),
  /** A framework that nothing refers to. */
  remove: admin('frameworks'),
}
