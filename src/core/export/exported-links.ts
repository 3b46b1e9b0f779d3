// The part of an export about how somebody wants their frameworks to be read.

import { z } from 'zod'
import { type LinkCorrection, MOST_CORRECTIONS, MOST_KNOWN } from '../linking/link-correction.ts'
import { text } from './exported-assessment.ts'

export interface ExportedLinks {
  linkCorrections: LinkCorrection[]
}

/** Missing in exports from before there were any. */
export const exportedLinks = {
  linkCorrections: z
    .array(
      z.object({
        framework: text.min(1),
        skill: text.min(1),
        known: z.array(text.min(1)).max(MOST_KNOWN),
      }) satisfies z.ZodType<LinkCorrection>,
    )
    .max(MOST_CORRECTIONS)
    .default([]),
}
