// Who may do what with a comment on a draft. So far a draft has one reader, and so have its comments.

import { owner } from './rule.ts'

export const commentRules = {
  see: owner,
  write: owner,
  /** Marks it as dealt with, or as open again. */
  resolve: owner,
}
