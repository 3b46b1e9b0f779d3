// Where a person stands in every skill: what was rated, and the role's expectation where nothing was.

import type { Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'

export interface LevelEntry {
  /** 0 to the top of the scale. */
  level: number
  /** True where the role's expectation stands in for a missing rating. */
  assumed: boolean
  /** On the way from `level` to the next; every number uses `level`. */
  approaching?: boolean
}

/** By skill id. A skill without an entry counts as level 0, assumed. */
export type Levels = Readonly<Record<string, LevelEntry>>

const NOTHING_KNOWN: LevelEntry = { level: 0, assumed: true }

/** A whole level, measured from what others said too. */
export interface HeardLevel {
  skill: string
  level: number
}

/**
 * One entry for every skill of the framework: what was measured where others rated, else what the person said. Ratings
 * must be merged to the latest per skill (`mergeRatings`);
 * an answer without a level ("not seen", "cannot tell") leaves the expectation standing in, as no answer does.
 */
export function levelsFor(
  framework: Framework,
  roleId: string,
  ratings: readonly Rating[],
  heard: readonly HeardLevel[] = [],
): Levels {
  const measured = new Map(heard.map(({ skill, level }) => [skill, level]))
  const rated = new Map(ratings.map((rating) => [rating.skill, rating]))
  const entries = framework.skills.map((skill): [string, LevelEntry] => {
    const level = measured.get(skill.id)
    if (level !== undefined) return [skill.id, { level, assumed: false }]
    const rating = rated.get(skill.id)
    if (rating === undefined || rating.level === null) {
      return [skill.id, { level: expectationOf(framework, roleId, skill.id).level, assumed: true }]
    }
    const entry: LevelEntry = { level: rating.level, assumed: false }
    return [skill.id, rating.approaching ? { ...entry, approaching: true } : entry]
  })
  return Object.fromEntries(entries)
}

/** The levels of somebody who meets one role's expectations exactly, all of them assumed. */
export function levelsAtExpectation(framework: Framework, roleId: string): Levels {
  return levelsFor(framework, roleId, [])
}

/** Own property only, so that a skill called like a built-in member is not mistaken for an entry. */
export function levelOf(levels: Levels, skillId: string): LevelEntry {
  return Object.hasOwn(levels, skillId) ? (levels[skillId] ?? NOTHING_KNOWN) : NOTHING_KNOWN
}

/** A what-if: the same levels with one of them changed, as if it had been rated. */
export function withLevel(levels: Levels, skillId: string, level: number): Levels {
  return { ...levels, [skillId]: { level, assumed: false } }
}

/** True once at least one level was rated rather than assumed. */
export function anyRated(levels: Levels): boolean {
  return Object.values(levels).some((entry) => !entry.assumed)
}

/** What the person will have after having held a role: in each skill the higher of own level and expectation. */
export function levelsAfterMove(framework: Framework, levels: Levels, roleId: string): Levels {
  const entries = framework.skills.map((skill): [string, LevelEntry] => {
    const now = levelOf(levels, skill.id)
    const { level } = expectationOf(framework, roleId, skill.id)
    return [skill.id, level > now.level ? { level, assumed: true } : now]
  })
  return Object.fromEntries(entries)
}
