// Who may do what with a question to a colleague for their view of somebody.

import { owner } from './rule.ts'

export const askRules = {
  /** What somebody was asked, and whether they answered, is that rater's alone. */
  see: owner,
  answer: owner,
  decline: owner,
}

export const askSentRules = {
  /** Whom one asked is one's own. */
  see: owner,
  send: owner,
}
