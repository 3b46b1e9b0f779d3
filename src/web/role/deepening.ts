// Where somebody who stays could go deeper: the must-haves of the role, one level further.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findRole, findSkill, topLevel } from '../../core/framework/look-up.ts'
import { type Levels, levelOf } from '../../core/planning/levels.ts'
import { mustHavesOf } from '../../core/planning/must-haves.ts'

export interface Deepening {
  skill: Skill
  now: number
  next: number
}

export function deepeningSkills(framework: Framework, levels: Levels, roleId: string): Deepening[] {
  const role = findRole(framework, roleId)
  if (!role) return []
  return mustHavesOf(framework, role).flatMap((id) => {
    const skill = findSkill(framework, id)
    const now = levelOf(levels, id).level
    return skill && now < topLevel(framework) ? [{ skill, now, next: now + 1 }] : []
  })
}
