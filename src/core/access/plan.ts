// Who may do what with a plan: what somebody wants to grow in, and in which order.

import { owner } from './rule.ts'

export const planRules = {
  /** A plan tells where somebody wants to go: nobody else sees it until it is shared. */
  see: owner,
  change: owner,
}
