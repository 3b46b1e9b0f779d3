// A file with ratings of people that was brought: what it added, and whether it was taken back.

/** A revision that a file added, and the one that it replaced; null where nothing was rated before. */
export interface BroughtRevision {
  assessmentId: string
  skill: string
  revisionId: string
  replaces: string | null
}

export interface BroughtRatings {
  id: string
  /** The name of the file. */
  source: string
  added: {
    /** Ids of people who were not kept before. */
    people: string[]
    assessments: string[]
    revisions: BroughtRevision[]
  }
  madeAt: string
  undoneAt: string | null
}
