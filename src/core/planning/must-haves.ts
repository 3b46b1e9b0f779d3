// The few skills without which a role does not work: named by the framework or derived from it.

import type { Framework, Role } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'

/** More than five would be a wish list. */
const MOST_MUST_HAVES = 5

/**
 * At most five skill ids. Where the framework names them, those, in its order. Otherwise the skills of weight 3,
 * ordered by the highest expectation, then by how much of the role rests on them, then by id. "How much rests
 * on them" is the number of skills with weight 2 or 3 in the same role that list them as a prerequisite: the
 * same reading of prerequisites as in the priority score. (The other reading, counting a skill's own
 * prerequisites, would favour what is hardest to start over what carries the rest.)
 */
export function mustHavesOf(framework: Framework, role: Role): string[] {
  if (role.mustHaves !== undefined) return role.mustHaves.slice(0, MOST_MUST_HAVES)
  return framework.skills
    .map((skill) => ({
      id: skill.id,
      ...expectationOf(framework, role.id, skill.id),
      carries: weightedDependants(framework, role.id, skill.id),
    }))
    .filter((candidate) => candidate.weight === 3)
    .toSorted((a, b) => b.level - a.level || b.carries - a.carries || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_MUST_HAVES)
    .map((candidate) => candidate.id)
}

function weightedDependants(framework: Framework, roleId: string, skillId: string): number {
  return framework.skills.filter(
    (other) =>
      other.prerequisites.includes(skillId) && expectationOf(framework, roleId, other.id).weight >= 2,
  ).length
}
