// Who may do what with what somebody wrote down of their own work.

import { owner } from './rule.ts'

export const evidenceRules = {
  /** That somebody keeps a journal, and how much is in it, is theirs alone too. */
  see: owner,
  write: owner,
  withdraw: owner,
}
