// The latest word on each skill across several assessments by the same kind of rater.

import type { Assessment, RaterKind, Rating } from './assessment.ts'

export interface MergeOptions {
  /** Only assessments made against this framework version count: levels of another one may mean other things. */
  frameworkDigest: string
  /** Whose view; the person's own unless told. */
  raterKind?: RaterKind
}

/**
 * One rating per skill, by skill id: the one rated last, then the one of the assessment opened last. The latest
 * answer holds even where it has no level. A withdrawn rating is not among an assessment's ratings, so that the
 * answer before it, if there is one, stands again.
 */
export function mergeRatings(assessments: readonly Assessment[], options: MergeOptions): Rating[] {
  const raterKind = options.raterKind ?? 'self'
  const latest = new Map<string, Rating>()
  const inOrder = assessments
    .filter((one) => one.frameworkDigest === options.frameworkDigest && one.raterKind === raterKind)
    .toSorted((a, b) => compare(a.openedAt, b.openedAt) || compare(a.id, b.id))
  for (const rating of inOrder.flatMap((assessment) => assessment.ratings)) {
    const known = latest.get(rating.skill)
    if (!known || instant(rating.ratedAt) >= instant(known.ratedAt)) latest.set(rating.skill, rating)
  }
  return [...latest.values()].toSorted((a, b) => compare(a.skill, b.skill))
}

/** ISO timestamps may carry different offsets, so that their text alone does not order them. */
function instant(iso: string): number {
  return Date.parse(iso)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
