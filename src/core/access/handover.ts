// Who may do what with what one person of an organisation gave another to read.

import { and, or, owner, recipient, sealedRelease } from './rule.ts'

export const handoverRules = {
  /** Whom it was handed to, until it is withdrawn; nobody else, and nobody learns that there is one. */
  see: or(owner, and(recipient, sealedRelease)),
  make: owner,
  withdraw: owner,
}
