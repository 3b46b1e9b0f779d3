// Evidence: one entry of what somebody did, when, with whom, and which skills it shows.

/** What the entry was written from: a blank sheet, or questions about work that is easily overlooked. */
export type EvidenceTemplate = 'plain' | 'glue' | 'prevention' | 'mentoring'

/** A skill that the entry shows; a level where the person says which. */
export interface SupportedSkill {
  skill: string
  /** From 1 to the top of the scale. */
  level: number | null
  /** Ids of behaviours of the skill that it shows, of whichever level. */
  behaviours: string[]
  /** One line on how it shows. */
  note: string
}

export interface CreditedPerson {
  name: string
  /** The id of a person whom the owner keeps. */
  personId: string | null
}

/** Typed by hand, or proposed from something that was there already, such as a commit, which `origin` names. */
export type EvidenceSource = { kind: 'typed' } | { kind: 'captured'; origin: string }

export interface EvidenceContent {
  /** The day it happened, such as 2026-11-26. */
  happenedOn: string
  /** Markdown. */
  text: string
  /** Addresses that begin with https or http. */
  links: string[]
  credit: CreditedPerson[]
  skills: SupportedSkill[]
  template: EvidenceTemplate
  source: EvidenceSource
}

export interface Evidence extends EvidenceContent {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first writing of this entry. */
  version: number
  frameworkDigest: string
  writtenAt: string
}

/** A line of an entry's history. A withdrawn one holds no words. */
export interface EvidenceRevision extends Evidence {
  withdrawn: boolean
  replaces: string | null
}

/** An entry whose words cannot be opened. */
export interface UnreadableEvidence {
  id: string
  revisionId: string
  happenedOn: string
  /** The key is missing and can be put back, or the text is not what was written. */
  why: 'key-missing' | 'damaged'
}

/** What a withdrawn entry says. */
export const NO_WORDS: Omit<EvidenceContent, 'happenedOn'> = {
  text: '',
  links: [],
  credit: [],
  skills: [],
  template: 'plain',
  source: { kind: 'typed' },
}

/** The order in which entries are listed: the newest day first, and of one day what was written last. */
export function newestFirst(a: Evidence, b: Evidence): number {
  if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? 1 : -1
  if (a.writtenAt !== b.writtenAt) return a.writtenAt < b.writtenAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}
