// Who may have a file read for proposals of evidence, and learn what is in their journal already.

import { owner } from './rule.ts'

export const captureRules = {
  propose: owner,
}
