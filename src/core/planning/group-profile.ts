// What a role is made of: the share of each skill group, of soft skills, and its critical skills by kind.

import type { Framework, Skill, SkillKind } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'

export interface GroupShare {
  group: string
  name: string
  /** Σ level × weight of the group's skills. */
  points: number
  /** 0 to 1 of all groups; 0 where the role expects nothing. */
  share: number
}

export interface KindCounts {
  hard: number
  soft: number
  unknown: number
}

/** In the framework's group order; the shares sum to 1 unless nothing is expected. */
export function groupProfile(framework: Framework, roleId: string): GroupShare[] {
  const total = pointsOf(framework, roleId, () => true)
  return framework.groups.map((group) => {
    const points = pointsOf(framework, roleId, (skill) => skill.group === group.id)
    return { group: group.id, name: group.name, points, share: total > 0 ? points / total : 0 }
  })
}

/** Σ level × weight by kind. */
export function kindPoints(framework: Framework, roleId: string): KindCounts {
  const of = (kind: SkillKind) => pointsOf(framework, roleId, (skill) => skill.kind === kind)
  return { hard: of('hard'), soft: of('soft'), unknown: of('unknown') }
}

/** 0 to 1 of the level × weight whose kind is known; null where none is. */
export function softShare(framework: Framework, roleId: string): number | null {
  const { hard, soft } = kindPoints(framework, roleId)
  return hard + soft > 0 ? soft / (hard + soft) : null
}

/** How many skills of weight 3 the role has, by kind. */
export function criticalCounts(framework: Framework, roleId: string): KindCounts {
  const critical = framework.skills.filter((skill) => expectationOf(framework, roleId, skill.id).weight === 3)
  const of = (kind: SkillKind) => critical.filter((skill) => skill.kind === kind).length
  return { hard: of('hard'), soft: of('soft'), unknown: of('unknown') }
}

function pointsOf(framework: Framework, roleId: string, belongs: (skill: Skill) => boolean): number {
  return framework.skills.filter(belongs).reduce((sum, skill) => {
    const { level, weight } = expectationOf(framework, roleId, skill.id)
    return sum + level * weight
  }, 0)
}
