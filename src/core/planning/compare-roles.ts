// Two roles side by side: what rises, what falls, what is new and what is no longer asked.

import type { Framework, SkillKind, Weight } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'

type RoleChange = 'rises' | 'falls' | 'new' | 'gone'

export interface ChangedSkill {
  skill: string
  name: string
  group: string
  kind: SkillKind
  change: RoleChange
  levelBefore: number
  levelAfter: number
  weightBefore: Weight
  weightAfter: Weight
  /** Levels between the two expectations, 1 or more. */
  difference: number
  /** Weight × difference, with the weight of the role that asks for more. */
  points: number
}

export interface RoleComparison {
  /** Each sorted by points, largest first, then in the framework's order. */
  rises: ChangedSkill[]
  falls: ChangedSkill[]
  /** Not expected in the first role at all. */
  new: ChangedSkill[]
  /** Not expected in the second role any more. */
  gone: ChangedSkill[]
  /** Same level, other weight; heaviest in the second role first. */
  reweighed: { skill: string; name: string; weightBefore: Weight; weightAfter: Weight }[]
  /** Expected of both at the same level. */
  unchanged: string[]
  /** Points of what rises or is new, and of what falls or is gone, by kind. */
  more: Record<SkillKind, number>
  less: Record<SkillKind, number>
}

/** From role `a` to role `b`, by their expectations alone. */
export function compareRoles(framework: Framework, a: string, b: string): RoleComparison {
  const changed = changedSkills(framework, a, b)
  const those = (...changes: RoleChange[]) => changed.filter((skill) => changes.includes(skill.change))
  const same = framework.skills.filter((skill) => {
    const [before, after] = [expectationOf(framework, a, skill.id), expectationOf(framework, b, skill.id)]
    return before.level > 0 && before.level === after.level
  })
  return {
    rises: those('rises'),
    falls: those('falls'),
    new: those('new'),
    gone: those('gone'),
    reweighed: same
      .map((skill) => ({
        skill: skill.id,
        name: skill.name,
        weightBefore: expectationOf(framework, a, skill.id).weight,
        weightAfter: expectationOf(framework, b, skill.id).weight,
      }))
      .filter((skill) => skill.weightBefore !== skill.weightAfter)
      .toSorted((one, other) => other.weightAfter - one.weightAfter),
    unchanged: same.map((skill) => skill.id),
    more: pointsByKind(those('rises', 'new')),
    less: pointsByKind(those('falls', 'gone')),
  }
}

function changedSkills(framework: Framework, a: string, b: string): ChangedSkill[] {
  return framework.skills
    .map((skill): ChangedSkill => {
      const [before, after] = [expectationOf(framework, a, skill.id), expectationOf(framework, b, skill.id)]
      const difference = Math.abs(after.level - before.level)
      return {
        skill: skill.id,
        name: skill.name,
        group: skill.group,
        kind: skill.kind,
        change: changeOf(before.level, after.level),
        levelBefore: before.level,
        levelAfter: after.level,
        weightBefore: before.weight,
        weightAfter: after.weight,
        difference,
        points: difference * (after.level > before.level ? after.weight : before.weight),
      }
    })
    .filter((skill) => skill.difference > 0)
    .toSorted((one, other) => other.points - one.points)
}

function changeOf(before: number, after: number): RoleChange {
  if (before === 0) return 'new'
  if (after === 0) return 'gone'
  return after > before ? 'rises' : 'falls'
}

function pointsByKind(skills: readonly ChangedSkill[]): Record<SkillKind, number> {
  const of = (kind: SkillKind) =>
    skills.filter((skill) => skill.kind === kind).reduce((sum, skill) => sum + skill.points, 0)
  return { hard: of('hard'), soft: of('soft'), unknown: of('unknown') }
}
