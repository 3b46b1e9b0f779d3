// How the picture of one person changes with the version: readiness before and after, for each destination.

import type { Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { levelsFor } from '../planning/levels.ts'
import { type Readiness, readiness } from '../planning/readiness.ts'
import { STAY } from '../target/target.ts'
import type { CarryOverItem, Decision } from './carry-over.ts'
import type { FrameworkDiff } from './framework-diff.ts'

export interface Standing {
  role: string
  destinations: string[]
}

export interface CarriedReadiness {
  /** Role ids in each version; null after where the role is gone. */
  roleBefore: string
  roleAfter: string | null
  before: Readiness
  after: Readiness | null
}

export interface CarriedPicture {
  /** Null where the person's own role is gone: they choose another one first. */
  standing: Standing | null
  /** Destinations that the new version does not have. */
  lost: string[]
  readiness: CarriedReadiness[]
}

/** The person's role and destinations in the ids of the new version; null where their own role is gone. */
export function carryStanding(diff: FrameworkDiff, standing: Standing): Standing | null {
  const role = diff.roles.after.get(standing.role)
  if (role === undefined) return null
  const destinations = standing.destinations.flatMap((id) =>
    id === STAY ? [STAY] : (diff.roles.after.get(id) ?? []),
  )
  return { role, destinations: [...new Set(destinations)] }
}

/**
 * What is not carried counts as not rated on the new version, unless it was answered there since: the role's expectation stands in for it, as it does
 * everywhere, so that looking again at a rating can still change the picture.
 */
export function pictureAfterCarrying(
  versions: { before: Framework; after: Framework; diff: FrameworkDiff },
  items: readonly CarryOverItem[],
  decisionOf: (item: CarryOverItem) => Decision,
  standing: Standing,
): CarriedPicture {
  const { before, after, diff } = versions
  const carried = carryStanding(diff, standing)
  const oldLevels = levelsFor(
    before,
    standing.role,
    items.map((item) => item.rating),
  )
  const kept = items.flatMap((item): Rating[] => {
    if (decisionOf(item) === 'carry' && item.skill !== null && item.content !== null)
      return [{ ...item.rating, ...item.content, skill: item.skill }]
    return item.newer === null ? [] : [item.newer]
  })
  const newLevels = levelsFor(after, carried?.role ?? '', kept)
  const destinations = standing.destinations.filter((id) => id !== STAY)
  return {
    standing: carried,
    lost: destinations.filter((id) => !diff.roles.after.has(id)),
    readiness: destinations.map((roleBefore) => {
      const roleAfter = diff.roles.after.get(roleBefore) ?? null
      return {
        roleBefore,
        roleAfter,
        before: readiness(before, oldLevels, roleBefore),
        after: roleAfter === null || carried === null ? null : readiness(after, newLevels, roleAfter),
      }
    }),
  }
}
