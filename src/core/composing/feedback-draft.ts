// A draft of feedback: for whom, about which skill, to keep or to change something, and its four parts.

import { type FeedbackAim, type FeedbackParts, NO_PARTS } from './feedback-parts.ts'

export interface FeedbackDraftContent {
  /** As the writer calls them; empty while nobody is named. */
  recipient: string
  /** The id of a person whom the writer keeps. */
  personId: string | null
  /** The role whose expectations the suggestions come from. */
  role: string
  skill: string | null
  aim: FeedbackAim
  parts: FeedbackParts
}

export interface FeedbackDraft extends FeedbackDraftContent {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first writing of this draft. */
  version: number
  frameworkDigest: string
  writtenAt: string
}

/** A line of a draft's history. A withdrawn one holds no words. */
export interface FeedbackDraftRevision extends FeedbackDraft {
  withdrawn: boolean
  replaces: string | null
}

/** What a withdrawn draft says. */
export const NO_FEEDBACK: FeedbackDraftContent = {
  recipient: '',
  personId: null,
  role: '',
  skill: null,
  aim: 'change',
  parts: NO_PARTS,
}

/** The order in which drafts are listed: what was written last comes first. */
export function lastWrittenFirst(a: FeedbackDraft, b: FeedbackDraft): number {
  return a.writtenAt === b.writtenAt ? (a.id < b.id ? 1 : -1) : a.writtenAt < b.writtenAt ? 1 : -1
}
