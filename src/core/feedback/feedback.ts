// Feedback: one sentence that somebody was told, what it is about, who said it and when.

/** `accepted` as it was read; `corrected`: the person chose the skills; `dismissed`: about no skill of theirs. */
export type FeedbackJudgement = 'accepted' | 'corrected' | 'dismissed'
/** `gap`: something was missed. `strength`: something was praised. */
export type FeedbackPolarity = 'gap' | 'strength'

/** A rating that was noted because of what was said, unsure; it is taken back with the record. */
export interface CountedRating {
  assessmentId: string
  revisionId: string
  /** A level of the scale. */
  level: number
}

export interface FeedbackContent {
  /** The day it was said, such as 2026-11-26. */
  saidOn: string
  /** The sentence, as it was said. */
  text: string
  /** Ids of the framework version; what it is about most comes first. Empty where it was dismissed. */
  skills: string[]
  polarity: FeedbackPolarity
  judgement: FeedbackJudgement
  /** The id of a person whom the owner keeps; null where nobody is named. */
  saidBy: string | null
}

export interface Feedback extends FeedbackContent {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first writing of this record. */
  version: number
  frameworkDigest: string
  recordedAt: string
  /** Null where it counts for no level. */
  counted: CountedRating | null
}

/** A line of a record's history. A withdrawn one holds no words. */
export interface FeedbackRevision extends Feedback {
  withdrawn: boolean
  replaces: string | null
}

/** A record whose words cannot be opened. */
export interface UnreadableFeedback {
  id: string
  revisionId: string
  saidOn: string
  /** The key is missing and can be put back, or the text is not what was written. */
  why: 'key-missing' | 'damaged'
}

/** What a withdrawn record says. */
export const NOTHING_TOLD: Omit<FeedbackContent, 'saidOn'> & { counted: null } = {
  text: '',
  skills: [],
  polarity: 'gap',
  judgement: 'dismissed',
  saidBy: null,
  counted: null,
}

/** The order in which records are listed: the newest day first, and of one day what was written last. */
export function newestToldFirst(a: Feedback, b: Feedback): number {
  if (a.saidOn !== b.saidOn) return a.saidOn < b.saidOn ? 1 : -1
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}
