// Who may do what with the record of what somebody was told.

import { owner } from './rule.ts'

export const feedbackRules = {
  /** What somebody was told stays with them: not their manager, nor whoever said it. */
  see: owner,
  record: owner,
  withdraw: owner,
}
