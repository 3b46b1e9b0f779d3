// Who may do what with the record of what somebody handed over, and with what they received.

import { owner } from './rule.ts'

export const shareRules = {
  /** Whether and with whom somebody shares is theirs alone: nobody counts it. */
  see: owner,
  make: owner,
  end: owner,
}

export const receivedShareRules = {
  see: owner,
  receive: owner,
  remove: owner,
}
