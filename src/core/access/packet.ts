// Who may do what with a packet: what somebody shows for a review or a promotion.

import { owner } from './rule.ts'

export const packetRules = {
  /** Nobody else sees that one is being written; what is handed in is handed in by the person. */
  see: owner,
  change: owner,
  keep: owner,
  remove: owner,
}
