// A check-in: what somebody says of one of their weeks, to themselves.

/** How the hours of a week felt. */
export type Load = 'light' | 'right' | 'heavy'

/** Two answers that are for the person alone. A server that holds other people's data too asks for neither and takes neither. */
export interface OwnAnswers {
  /** Null: skipped. */
  load: Load | null
  /** Energy left for learning, a whole number from 0 to 10; null: skipped. */
  energy: number | null
}

export interface CheckInContent {
  /** What is in the way; empty where nothing was said. */
  inTheWay: string
  /** Null where neither was answered. */
  ownAnswers: OwnAnswers | null
}

/** Only what was said. */
export function contentOf({ inTheWay, ownAnswers }: CheckInContent): CheckInContent {
  return { inTheWay, ownAnswers }
}

/** Hours and finished steps of the week are progress, and kept there. */
export interface CheckIn extends CheckInContent {
  /** A Monday, such as 2026-11-23; there is one check-in for each week. */
  week: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first of this week. */
  version: number
  checkedInAt: string
}

/** A line of the history of one week. */
export interface CheckInRevision extends CheckIn {
  withdrawn: boolean
  replaces: string | null
}

/** A week whose words cannot be opened here, and why. */
export interface UnreadableCheckIn {
  week: string
  revisionId: string
  why: 'key-missing' | 'damaged'
}

export const LONGEST_IN_THE_WAY = 1000
export const MOST_ENERGY = 10

/** What stands in a revision that takes a check-in back. */
export const NOTHING_SAID: CheckInContent = { inTheWay: '', ownAnswers: null }
