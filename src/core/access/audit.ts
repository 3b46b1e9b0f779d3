// Who may read the record of what was done, check that it is whole, and take it out.

import { admin, owner } from './rule.ts'

export const auditRules = {
  /** What was done to the organisation; never what people do with what is theirs. */
  read: admin('audit'),
  check: admin('audit'),
  export: admin('audit'),
  /** What oneself did, all of it. */
  see: owner,
}
