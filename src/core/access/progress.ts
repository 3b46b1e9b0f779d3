// Who may do what with the record of what somebody practised.

import { owner } from './rule.ts'

export const progressRules = {
  /** Whether and how much somebody practises is theirs alone: nobody counts it and nobody reminds them. */
  see: owner,
  report: owner,
  withdraw: owner,
}
