// Rating each other: a round, who rates whom in it, and what one rater was asked.

import type { RaterKind } from '../assessment/assessment.ts'

/** What ratings are for. What was said for the one never enters the numbers of the other. */
export type Purpose = 'development' | 'evaluation'

/** So many must have answered about somebody in a confidential round before anything of it is shown. */
export const K_RATERS = 3

/** A count of people below this is not told to organisers. */
export const FEWEST_COUNTED = 3

export interface Round {
  id: string
  title: string
  purpose: Purpose
  confidential: boolean
  /** Whoever manages somebody on the day they look sees what was given about them. */
  managerSees: boolean
  frameworkDigest: string
  skills: string[]
  /** Who rates. */
  kinds: RaterKind[]
  /** ISO days, both included. */
  startsOn: string
  endsOn: string
  startedBy: string
  startedAt: string
  closedAt: string | null
}

/** Somebody whom a round is about; their raters are asked once the list is agreed to. */
export interface RoundSubject {
  id: string
  roundId: string
  personId: string
  agreedBy: string | null
  agreedAt: string | null
}

/** Who is to rate whom. Whether they did is the rater's own. */
export interface RoundRater {
  id: string
  roundId: string
  subjectId: string
  raterId: string
  kind: RaterKind
  /** Null: from the organisation chart. */
  proposedBy: string | null
  proposedAt: string
  endedAt: string | null
}

/** What one rater was asked about somebody, in a round or by a colleague; seen by that rater alone. */
export interface Ask {
  id: string
  raterId: string
  subjectId: string
  askedBy: string
  /** Null: asked outside any round. */
  roundId: string | null
  raterKind: RaterKind
  frameworkDigest: string
  skills: string[]
  purpose: Purpose
  confidential: boolean
  managerSees: boolean
  /** With whom it is opened together. */
  blindWith: string | null
  /** What it is for, in the asker's words. */
  note: string
  /** ISO day. */
  dueOn: string
  askedAt: string
  /** Where the answers are; null before the first one. */
  assessmentId: string | null
  answeredAt: string | null
  declinedAt: string | null
  endedAt: string | null
  /** The level that the other is thought to give, by skill. */
  guesses: Record<string, number>
}

/** The asker's own note that they asked somebody; whether they were answered is not in it. */
export interface AskSent {
  id: string
  askedBy: string
  subjectId: string
  raterId: string
  skills: string[]
  purpose: Purpose
  note: string
  dueOn: string
  sentAt: string
}

/** When it is over: closed by hand, or on the day after its last. */
export function isRoundOver(round: Pick<Round, 'closedAt' | 'endsOn'>, today: string): boolean {
  return round.closedAt !== null || round.endsOn < today
}

export type AskState = 'open' | 'given' | 'declined' | 'ended'

/** Whether the rater may still change what they said, or take it back: in confidence, until the round closes. */
export function mayChangeGiven(ask: Ask, today: string): boolean {
  return ask.confidential && ask.answeredAt !== null && ask.endedAt === null && ask.dueOn >= today
}

/** Where the rater stands with it. One's own pair outlives the last day: it waits until both are done. */
export function askState(ask: Ask, today: string): AskState {
  if (ask.answeredAt !== null) return 'given'
  if (ask.declinedAt !== null) return 'declined'
  if (ask.endedAt !== null) return 'ended'
  if (ask.roundId !== null && ask.blindWith === null && ask.dueOn < today) return 'ended'
  return 'open'
}
