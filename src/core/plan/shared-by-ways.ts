// Several ways at once, or one way with several roles: which skills are worth it on every branch.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { type FocusItem, focus } from '../planning/focus.ts'
import type { Levels } from '../planning/levels.ts'
import { withoutNoise } from '../planning/plain-words.ts'
import { type SharedSkill, sharedSentence } from '../planning/shared-focus.ts'
import { STAY } from '../target/target.ts'

export interface SharedByWays {
  /** Highest mean score first; `byRole` holds, for each branch, the role on it that asks most urgently. */
  skills: SharedSkill[]
  /** "Four skills are worth it whichever way you go, …"; empty where there is only one branch. */
  sentence: string
}

/** From this weight on a gap is important. */
const IMPORTANT = 2

/**
 * A branch is a way, with all of its roles; where there is one way, each of its roles is a branch, because one may
 * stop at any of them. A skill counts where every branch has a role with an important gap in it. `from` is the role
 * held; `ways` hold what comes after it, role ids or `stay`.
 */
export function sharedByWays(
  framework: Framework,
  levels: Levels,
  from: string,
  ways: readonly (readonly string[])[],
): SharedByWays {
  const known = ways.map((way) => rolesOn(framework, from, way)).filter((way) => way.length > 0)
  const branches = known.length === 1 ? (known[0] ?? []).map((role) => [role]) : known
  if (branches.length < 2) return { skills: [], sentence: '' }
  const found = branches.map((roles) => mostUrgent(framework, levels, roles))
  const skills = framework.skills
    .flatMap(({ id, name }): SharedSkill[] => {
      const items = found.flatMap((branch) => branch.get(id) ?? [])
      if (items.length < branches.length) return []
      const mean = items.reduce((sum, { item }) => sum + item.score, 0) / items.length
      const byRole = Object.fromEntries(items.map(({ role, item }) => [role, item]))
      return [{ skill: id, name, meanScore: withoutNoise(mean), byRole }]
    })
    .toSorted((a, b) => b.meanScore - a.meanScore)
  return { skills, sentence: sharedSentence(skills, branches.length, framework.language) }
}

/** Each role once. The role held counts only where the way leads nowhere else: going back to it asks nothing new. */
function rolesOn(framework: Framework, from: string, way: readonly string[]): string[] {
  const known = way.map((stop) => (stop === STAY ? from : stop)).filter((stop) => findRole(framework, stop))
  const others = known.filter((role) => role !== from)
  return [...new Set(others.length > 0 ? others : known)]
}

/** For each skill with an important gap in one of the roles: the role in which it scores highest. */
function mostUrgent(framework: Framework, levels: Levels, roles: readonly string[]) {
  const most = new Map<string, { role: string; item: FocusItem }>()
  for (const role of roles) {
    for (const item of focus(framework, levels, role)) {
      const known = most.get(item.skill)
      if (item.weight >= IMPORTANT && (known === undefined || item.score > known.item.score))
        most.set(item.skill, { role, item })
    }
  }
  return most
}
