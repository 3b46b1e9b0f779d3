// Where a person is and where they may want to go: current role and destinations.

/** The destination that means: remain and deepen. */
export const STAY = 'stay'

export interface Target {
  frameworkDigest: string
  role: string
  /** Role ids or `stay`, the first being the one in focus; empty while undecided. */
  destinations: string[]
  revisionId: string
  version: number
  updatedAt: string
}
