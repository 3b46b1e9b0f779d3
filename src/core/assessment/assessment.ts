// One rater's look at one person at one time, and the ratings in it.

export type RaterKind = 'self' | 'manager' | 'peer' | 'report' | 'client'
/** Why there is no level: an answer too, and never the same as level 0. */
export type NoLevelReason = 'not-seen' | 'not-needed' | 'cannot-tell'
export type RatingConfidence = 'low' | 'medium' | 'high'

/** What a rating says, without its place in history. */
export interface RatingContent {
  /** Null with a reason, or a level of the framework's scale. */
  level: number | null
  reason: NoLevelReason | null
  /** On the way from `level` to the next: gap and score use `level`. */
  approaching: boolean
  /** Ids of the behaviours that were ticked. */
  behaviours: string[]
  confidence: RatingConfidence | null
  /** ISO date on which it was last observed. */
  observedOn: string | null
  note: string
}

/** Only what a rating says. */
export function contentOf(rating: RatingContent): RatingContent {
  const { level, reason, approaching, behaviours, confidence, observedOn, note } = rating
  return { level, reason, approaching, behaviours, confidence, observedOn, note }
}

/** The current revision of one skill's rating. `revisionId` is chosen by the writer and is the entity tag. */
export interface Rating extends RatingContent {
  assessmentId: string
  skill: string
  revisionId: string
  /** 1 for the first revision. */
  version: number
  ratedAt: string
  /** The revision on another framework version that this one repeats; absent where it was said anew. */
  carriedFrom?: string
}

export interface Assessment {
  id: string
  subjectId: string
  /** Who keeps it; absent where that is its subject. */
  ownerId?: string
  raterKind: RaterKind
  frameworkDigest: string
  /** The role whose expectations stand in for what was not rated. */
  role: string
  openedAt: string
  lastActivityAt: string
  /** Set when closed by hand or after 30 idle days; immutable from then on. */
  closedAt: string | null
  /** What it was asked for; absent where nobody asked. */
  purpose?: 'development' | 'evaluation'
  /** The round that it belongs to. */
  roundId?: string
  /** Its rater is told to nobody; absent where they are named. */
  confidential?: true
  /** When it was given to whom it is about; absent while it is the rater's alone. */
  releasedAt?: string
  /** Its owner wrote down what somebody else said; absent where the owner said it. */
  writtenDown?: true
  ratings: Rating[]
}
