// What somebody says about a rating of them: it travels with the rating, wherever that is shown.

/** They hold it to be wrong, or they add to it. */
export type DisputeKind = 'contest' | 'addition'

export interface Dispute {
  id: string
  /** Whom the rating is about, and who says this. */
  subjectId: string
  raterId: string
  assessmentId: string
  skill: string
  kind: DisputeKind
  words: string
  saidAt: string
  /** Taken back. */
  endedAt: string | null
}

/** In characters, as a person counts them (code points). */
export const LONGEST_DISPUTE = 2000
