// Who may do what with what somebody prepares for a talk.

import { owner } from './rule.ts'

export const conversationRules = {
  /** Not the person whom the talk is with: they get what is said or handed over. */
  see: owner,
  write: owner,
  withdraw: owner,
}
