// A share file: a dated copy of items that a person chose to hand over, in one page that opens anywhere.

export interface SharedSkill {
  id: string
  name: string
}

/** What somebody says of their own level, and the likely range from everything that was said; either may be missing. */
export interface SharedLevel {
  kind: 'level'
  skill: SharedSkill
  own: { level: number; approaching: boolean; saidOn: string; note: string } | null
  likely: { low: number; high: number } | null
}

export interface SharedEvidence {
  kind: 'evidence'
  happenedOn: string
  /** Markdown, as it was written. */
  text: string
  links: string[]
  credit: string[]
  skills: { skill: SharedSkill; level: number | null }[]
}

/** A sentence that the person was told and chose to show. */
export interface SharedWords {
  kind: 'told'
  text: string
  saidOn: string
  /** Null where nobody is named. */
  saidBy: string | null
  polarity: 'strength' | 'gap'
  skills: SharedSkill[]
}

/** A growth area of the plan: which skill, towards which level, in which quarter. */
export interface SharedArea {
  kind: 'area'
  skill: SharedSkill
  level: number
  quarter: string
}

export type SharedItem = SharedLevel | SharedEvidence | SharedWords | SharedArea

export interface ShareContent {
  /** How the person calls themselves in it. */
  from: string
  /** Whom it is for. */
  to: string
  /** A few words of the person's own, above everything; may be empty. */
  words: string
  /** The day of the copy. */
  sharedOn: string
  framework: { id: string; name: string; version: string; digest: string; topLevel: number }
  role: SharedSkill | null
  items: SharedItem[]
}

/** What a page holds for another Skillmap to read. */
export interface ShareFile extends ShareContent {
  schema: 'skillmap-share'
  schemaVersion: 1
  id: string
}

/** A record of what was handed over. */
export interface Share {
  id: string
  revisionId: string
  version: number
  frameworkDigest: string
  sharedAt: string
  content: ShareContent
  /** The day on which the person noted that it holds no longer; copies elsewhere stay what they are. */
  endedOn: string | null
}

export interface ShareRevision extends Share {
  withdrawn: boolean
  replaces: string | null
}

/** A share file that somebody else handed over, as it was received. */
export interface ReceivedShare {
  id: string
  revisionId: string
  version: number
  frameworkDigest: string
  receivedAt: string
  /** The person without an account whom it is from. */
  personId: string
  file: ShareFile
}

export interface ReceivedShareRevision extends ReceivedShare {
  withdrawn: boolean
  replaces: string | null
}

/** What a withdrawn record says. */
export const NOTHING_SHARED: ShareContent = {
  from: '',
  to: '',
  words: '',
  sharedOn: '1970-01-01',
  framework: { id: '', name: '', version: '', digest: '', topLevel: 1 },
  role: null,
  items: [],
}

export const LONGEST_SHARE_NAME = 200
export const LONGEST_SHARE_WORDS = 4000
export const MOST_SHARED = 500
