// Who may do what with feedback that somebody is still writing.

import { owner } from './rule.ts'

export const feedbackDraftRules = {
  /** Not the person whom it is for: they get what the writer says or hands over. */
  see: owner,
  write: owner,
  withdraw: owner,
}
