// A move of one person from one framework version to another, as it is kept.

import type { RatingContent } from '../assessment/assessment.ts'
import type { Decision } from './carry-over.ts'

/** What was decided about one rating of the old version. */
export interface RatingDecision {
  /** The revision on the old version. */
  revisionId: string
  /** Its skill in the new version; null where there is none. */
  skill: string | null
  decision: Decision
}

/** A rating as it will stand on the new version, and the revision that it repeats. */
export interface CarriedRating {
  carriedFrom: string
  skill: string
  content: RatingContent
}

export interface CarryOver {
  id: string
  beforeDigest: string
  afterDigest: string
  /** On the new version; null where nothing had been rated. */
  assessmentId: string | null
  /** Of all own ratings on the old version, and of the notes that came along. */
  decisions: RatingDecision[]
  madeAt: string
  undoneAt: string | null
}
