// What is said about a version of a framework when it is published: from when it holds, why, and who approved it.

/** Where a version came from: with the program, brought in as a file, or written here. */
export type PublicationSource = 'built-in' | 'imported' | 'edited'

export interface Publication {
  digest: string
  frameworkId: string
  /** ISO time. */
  publishedAt: string
  /** ISO date from which it holds; null: from its publication. */
  effectiveFrom: string | null
  note: string
  /** Names as they were given. */
  approvers: string[]
  source: PublicationSource
}

/** Whether a version holds on an ISO date. Before that it can be read and compared, and nobody moves to it. */
export function holdsOn(effectiveFrom: string | null, date: string): boolean {
  return effectiveFrom === null || effectiveFrom <= date
}
