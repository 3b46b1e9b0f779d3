// Which role asks for more or less of which skill: one entry for each cell that changed.

import type { Expectation, Framework } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import type { Change, Pairing } from './framework-diff.ts'

/** Cells of roles and skills that both versions have; those of new and gone ones are told with them. */
export function diffExpectations(
  before: Framework,
  after: Framework,
  pairings: { roles: Pairing; skills: Pairing },
): Change[] {
  return after.roles.flatMap((role) => {
    const oldRole = pairings.roles.before.get(role.id)
    if (oldRole === undefined) return []
    return after.skills.flatMap((skill): Change[] => {
      const oldSkill = pairings.skills.before.get(skill.id)
      if (oldSkill === undefined) return []
      const was = expectationOf(before, oldRole, oldSkill)
      const is = expectationOf(after, role.id, skill.id)
      if (was.level === is.level && was.weight === is.weight) return []
      const kind = isMore(was, is) ? 'expectation-raised' : 'expectation-lowered'
      const names = { role: { id: role.id, name: role.name }, skill: { id: skill.id, name: skill.name } }
      return [{ kind, ...names, before: was, after: is }]
    })
  })
}

/** The level decides; where it stays, the weight does. */
function isMore(before: Expectation, after: Expectation): boolean {
  return after.level === before.level ? after.weight > before.weight : after.level > before.level
}
