// What a closed confidential round leaves behind: numbers about a person that lead back to no rater.

/**
 * One subject's sealed round. Read as: each value is the person's level in that skill, plus an error common to all
 * values of the round (the raters' shared impression), plus an error of its own. Immutable; the ratings it was made
 * from are no longer linked to anybody.
 */
export interface SealedContribution {
  /** ISO date of the round's close. */
  closedOn: string
  /** How many raters answered about the subject. */
  raters: number
  values: { skill: string; value: number; variance: number }[]
  /** Variance of the error that all values share, in levels². */
  sharedVariance: number
}

/** Fewer people than this are not confidential: what they said could be worked out. */
export const FEWEST_CONFIDENTIAL_RATERS = 3
