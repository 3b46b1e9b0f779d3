// One way or several: which skills are worth it on every branch, wherever one turns off or stops.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import type { Levels } from '../planning/levels.ts'
import { type SharedSkill, sharedFocus } from '../planning/shared-focus.ts'
import { STAY } from '../target/target.ts'

export interface SharedByWays {
  /** Highest mean score first. */
  skills: SharedSkill[]
  /** "22 skills are worth it whichever way you go, …"; empty where there is nothing to choose. */
  sentence: string
}

/**
 * Every role on the ways is a branch, because one may stop at any of them; a skill counts where each of them has an
 * important gap in it. Staying in the role held, and coming back to it, asks nothing new and is no branch. `ways` hold
 * what comes after the role held, role ids or `stay`.
 */
export function sharedByWays(
  framework: Framework,
  levels: Levels,
  from: string,
  ways: readonly (readonly string[])[],
): SharedByWays {
  const roles = ways
    .flat()
    .filter((stop) => stop !== STAY && stop !== from && findRole(framework, stop) !== undefined)
  const { everywhere, sentence } = sharedFocus(framework, levels, roles, { fromRole: from })
  // On a single way there is nothing to choose between, so that sharing nothing is not worth saying.
  const isSaid = sentence !== '' && (everywhere.length > 0 || ways.length > 1)
  return isSaid ? { skills: everywhere, sentence } : { skills: [], sentence: '' }
}
