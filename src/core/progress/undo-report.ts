// What takes the last report back: what stood there before it, or nothing.

import { contentOf, type ProgressContent, type ProgressKey, type ProgressRevision } from './progress.ts'

export interface ReportUndo {
  key: ProgressKey
  /** What stood there before; null where nothing did. */
  content: ProgressContent | null
  /** The report that stands there now; null where it was taken back. */
  current: string | null
  frameworkDigest: string
}

/** Undoing an undo brings the report back. Null where nothing was ever reported. */
export function undoOfLastReport(revisions: readonly ProgressRevision[]): ReportUndo | null {
  const [last] = revisions.toSorted((a, b) =>
    a.reportedAt === b.reportedAt ? b.version - a.version : a.reportedAt < b.reportedAt ? 1 : -1,
  )
  if (last === undefined) return null
  const before = revisions.find(({ revisionId }) => revisionId === last.replaces)
  const { week, skill, level, frameworkDigest } = last
  return {
    key: { week, skill, level },
    content: before === undefined || before.withdrawn ? null : contentOf(before),
    current: last.withdrawn ? null : last.revisionId,
    frameworkDigest,
  }
}
