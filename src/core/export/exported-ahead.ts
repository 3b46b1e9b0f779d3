// The part of an export about the years ahead: the long view that is kept, and whether a plateau was put away.

import { z } from 'zod'
import { type LongView, MOST_STOPS, MOST_WAYS, MOST_YEARS } from '../plan/long-view.ts'
import { digest, id, text, time } from './exported-assessment.ts'

export interface ExportedAhead {
  longView: LongView | null
  plateauPutAway: boolean
}

const stop = z.object({ role: text.min(1), years: z.number().int().min(1).max(MOST_YEARS).nullable() })

/** Missing in exports from before there were any. */
export const exportedAhead = {
  longView: z
    .object({
      frameworkDigest: digest,
      from: text.min(1),
      ways: z.array(z.array(stop).min(1).max(MOST_STOPS)).min(1).max(MOST_WAYS),
      startYear: z.number().int().min(1970).max(2200),
      revisionId: id,
      keptAt: time,
      reviewedAt: time,
    })
    .nullable()
    .default(null),
  plateauPutAway: z.boolean().default(false),
}
