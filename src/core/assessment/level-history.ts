// What somebody said about each skill over time, across assessments and across moves between framework versions.

import { groupedBy } from '../framework/grouped-by.ts'
import type { Rating } from './assessment.ts'

/** A revision of a rating, and the framework version it was made against. */
export interface RatingStep
  extends Pick<Rating, 'skill' | 'revisionId' | 'level' | 'ratedAt' | 'carriedFrom'> {
  frameworkDigest: string
  withdrawn: boolean
}

interface LevelAt {
  level: number
  /** ISO time. */
  at: string
}

/** By skill id of the version asked for; oldest first. */
export type LevelHistory = ReadonlyMap<string, readonly LevelAt[]>

/**
 * Levels said against one framework version. What was carried from another version stands at the time at which it was
 * first said, with all that was said before it there. Answers without a level, and what was taken back, are left out.
 */
export function levelHistory(steps: readonly RatingStep[], frameworkDigest: string): LevelHistory {
  const here = steps.filter((step) => step.frameworkDigest === frameworkDigest)
  return new Map(
    [...groupedBy(here, (step) => step.skill)].map(([skill, own]) => {
      const said = [...withWhatWasCarried(steps, own)].flatMap(levelOfStep)
      return [skill, said.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))]
    }),
  )
}

function levelOfStep(step: RatingStep): LevelAt[] {
  // A carried rating repeats an earlier one, which is in the list itself: it is no second look.
  if (step.withdrawn || step.level === null || step.carriedFrom !== undefined) return []
  return [{ level: step.level, at: step.ratedAt }]
}

/** These, what they repeat, and all that was said before that about the same skill on the same version. */
function withWhatWasCarried(steps: readonly RatingStep[], own: readonly RatingStep[]): Set<RatingStep> {
  const byId = new Map(steps.map((step) => [step.revisionId, step]))
  // A set grows while it is walked, and holds each step once, so that moving to and fro comes to an end.
  const said = new Set(own)
  for (const step of said) {
    const source = step.carriedFrom === undefined ? undefined : byId.get(step.carriedFrom)
    if (source === undefined) continue
    for (const one of steps) if (isSaidUpTo(one, source)) said.add(one)
  }
  return said
}

function isSaidUpTo(step: RatingStep, last: RatingStep): boolean {
  return (
    step.skill === last.skill &&
    step.frameworkDigest === last.frameworkDigest &&
    Date.parse(step.ratedAt) <= Date.parse(last.ratedAt)
  )
}
