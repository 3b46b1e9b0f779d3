// The framework as it counts for everybody but the owner: without the skills that are private.

import type { Framework } from '../framework/framework.ts'

/**
 * Every number that somebody else sees is computed with this framework instead of the whole one, so that a
 * private skill is in none of them: not in a readiness, a climb, a profile or a list.
 */
export function frameworkForOthers(framework: Framework): Framework {
  const hidden = new Set(framework.skills.filter((skill) => skill.private).map((skill) => skill.id))
  if (hidden.size === 0) return framework
  const visible = (id: string) => !hidden.has(id)
  return {
    ...framework,
    roles: framework.roles.map((role) =>
      role.mustHaves ? { ...role, mustHaves: role.mustHaves.filter(visible) } : role,
    ),
    skills: framework.skills
      .filter((skill) => visible(skill.id))
      .map((skill) => ({
        ...skill,
        prerequisites: skill.prerequisites.filter(visible),
        confusedWith: skill.confusedWith.filter((other) => visible(other.skill)),
      })),
    expectations: Object.fromEntries(
      Object.entries(framework.expectations).map(([role, expected]) => [
        role,
        Object.fromEntries(Object.entries(expected).filter(([skill]) => visible(skill))),
      ]),
    ),
  }
}
