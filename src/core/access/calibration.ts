// Who may do what with calibration: cases and rounds are the framework owner's, each reading its reader's alone.

import { admin, everyone, owner } from './rule.ts'

export const calibrationRules = {
  /** Cases, and rounds with their purpose. What a closed round says is told to whoever may change. */
  see: everyone,
  /** Writing cases; opening and closing rounds. */
  change: admin('frameworks'),
}

/** What a reader said, and how their scale lies beside the others': nobody else's, whatever they administer. */
export const calibrationReadingRules = {
  see: owner,
  change: owner,
}
