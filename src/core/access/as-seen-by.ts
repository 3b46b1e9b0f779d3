// Who may look at somebody's own things as somebody else reads them.

import { owner } from './rule.ts'

export const asSeenByRules = {
  /** At one's own things alone, and only at what one reads oneself: never at what the other knows or keeps. */
  see: owner,
}
