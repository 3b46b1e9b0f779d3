// Who reads that somebody took a table with one's levels out of the program.

import { nobody, owner } from './rule.ts'

export const exportNoticeRules = {
  /** The person who is in the table. */
  see: owner,
  change: nobody,
}
