// Levels of today as an earlier version of the framework reads them: what was promised there is judged by its own words.

import type { Framework } from '../framework/framework.ts'
import { type Estimates, estimateOf } from '../planning/estimates.ts'
import type { CarryOver } from './carry-over-record.ts'
import { compareWording } from './compare-wording.ts'
import type { FrameworkDiff } from './framework-diff.ts'

/**
 * A skill that is the same in both versions has the level that is measured on the later one; where nobody rated it
 * there, the scale has other levels, or the skill is gone, the earlier version's own level stays.
 */
export function levelsCarriedBack(
  versions: { before: Framework; after: Framework; diff: FrameworkDiff },
  earlier: Estimates,
  later: Estimates,
): Estimates {
  const { before, after, diff } = versions
  const isSameScale = sameScale(before, after)
  return Object.fromEntries(
    before.skills.map(({ id }) => {
      const own = estimateOf(before, earlier, id)
      const there = isSameScale ? diff.skills.after.get(id) : undefined
      const now = there === undefined ? undefined : later[there]
      return [id, now === undefined || now.assumed ? own : now]
    }),
  )
}

function sameScale(before: Framework, after: Framework): boolean {
  return (
    before.scale.length === after.scale.length &&
    before.scale.every(({ level, name }) => {
      const there = after.scale.find((step) => step.level === level)
      return there !== undefined && compareWording(name, there.name) !== 'reworded'
    })
  )
}

/** Digests of the versions from which somebody moved to this one, over any number of moves; undone ones do not count. */
export function versionsBefore(
  moves: readonly Pick<CarryOver, 'beforeDigest' | 'afterDigest' | 'undoneAt'>[],
  digest: string,
): string[] {
  const found = new Set([digest])
  for (const version of found) {
    for (const { beforeDigest, afterDigest, undoneAt } of moves) {
      if (afterDigest === version && undoneAt === null) found.add(beforeDigest)
    }
  }
  return [...found].filter((version) => version !== digest)
}
