// Who may read the sheet that says who sees what, why and for how long.

import { everyone } from './rule.ts'

export const sheetRules = {
  /** It holds nobody's data. */
  see: everyone,
}
