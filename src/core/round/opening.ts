// What two people said of the same skills without seeing each other's, and where they differ.

import type { RatingContent } from '../assessment/assessment.ts'
import type { Purpose } from './round.ts'

/** One side: what they rated, and what they thought the other would say. */
export interface Side {
  ratings: ({ skill: string } & Pick<RatingContent, 'level' | 'reason' | 'approaching' | 'note'>)[]
  guesses: Record<string, number>
}

/** Opened to both at one moment; it never changes afterwards. */
export interface Opening {
  id: string
  roundId: string
  subjectId: string
  managerId: string
  frameworkDigest: string
  purpose: Purpose
  subject: Side
  manager: Side
  openedBy: string
  openedAt: string
}

export interface Difference {
  skill: string
  /** Null where that side gave no level. */
  subjectLevel: number | null
  managerLevel: number | null
  /** What each thought the other would say; null where they did not guess. */
  subjectGuessed: number | null
  managerGuessed: number | null
  /** In levels; null where one of them gave none. */
  apart: number | null
}

/**
 * What there is to talk about: the largest difference first; then what only one of them could say; what both see alike
 * comes last. Ties in the order in which the skills were asked.
 */
export function differences(
  opening: Pick<Opening, 'subject' | 'manager'>,
  skills: readonly string[],
): Difference[] {
  const subject = levelsOf(opening.subject)
  const manager = levelsOf(opening.manager)
  return skills
    .filter((skill) => subject.has(skill) || manager.has(skill))
    .map((skill) => {
      const subjectLevel = subject.get(skill) ?? null
      const managerLevel = manager.get(skill) ?? null
      return {
        skill,
        subjectLevel,
        managerLevel,
        subjectGuessed: opening.subject.guesses[skill] ?? null,
        managerGuessed: opening.manager.guesses[skill] ?? null,
        apart: subjectLevel === null || managerLevel === null ? null : Math.abs(subjectLevel - managerLevel),
      }
    })
    .sort((a, b) => weight(b) - weight(a))
}

/** On the way to the next level is half a level. */
function levelsOf(side: Side): Map<string, number | null> {
  return new Map(
    side.ratings.map(({ skill, level, approaching }) => [
      skill,
      level === null ? null : level + (approaching ? 0.5 : 0),
    ]),
  )
}

function weight({ apart }: Difference): number {
  if (apart === null) return 0.25
  return apart
}
