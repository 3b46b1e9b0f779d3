// Which columns carry their name: the highest scores on the way, what could go deeper, or what a role rests on.
import type { Framework } from '../../../core/framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../../../core/framework/look-up.ts'
import { focus, topFocus } from '../../../core/planning/focus.ts'
import { type Levels, levelOf } from '../../../core/planning/levels.ts'
import { mustHavesOf } from '../../../core/planning/must-haves.ts'
import { deepeningSkills } from '../../role/deepening.ts'
import type { NameWanted } from './place-names.ts'

export interface Naming {
  role: string
  /** The destination's role, or one's own while staying or undecided. */
  toRole: string
  staying: boolean
}

/** Five at most. */
export function namedSkills(framework: Framework, levels: Levels, naming: Naming): NameWanted[] {
  const { role, toRole, staying } = naming
  if (toRole !== role) {
    return topFocus(focus(framework, levels, toRole, { fromRole: role })).map((item) => ({
      skill: item.skill,
      name: item.name,
      figures: fromTo(item.now, item.needed),
    }))
  }
  if (staying) {
    return deepeningSkills(framework, levels, role).map((one) => ({
      skill: one.skill.id,
      name: one.skill.name,
      figures: fromTo(one.now, one.next),
    }))
  }
  const own = findRole(framework, role)
  const skills = own ? mustHavesOf(framework, own) : []
  return skills.map((skill) => ({ ...nameOf(framework, levels, role, skill) }))
}

/** Any one column, while it is pointed at. */
export function nameOf(framework: Framework, levels: Levels, toRole: string, skill: string): NameWanted {
  const now = levelOf(levels, skill).level
  const needed = expectationOf(framework, toRole, skill).level
  return { skill, name: findSkill(framework, skill)?.name ?? skill, figures: fromTo(now, needed) }
}

function fromTo(now: number, needed: number): string {
  return now === needed ? String(needed) : `${now} → ${needed}`
}
