// Who may do what with the key that opens a person's own text.

import { owner } from './rule.ts'

export const keyRules = {
  /** Whether there is one, and the recovery sheet that stands for it. */
  see: owner,
  /** Say that the sheet is kept somewhere safe. */
  confirmSheet: owner,
  /** Put it back from a recovery sheet. */
  restore: owner,
}
