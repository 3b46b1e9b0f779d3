// Where things are in a framework: roles, skills, moves, expectations and anchors by their ids.

import type { Anchor, Expectation, Framework, Move, Role, Skill } from './framework.ts'

const NOT_EXPECTED: Expectation = { level: 0, weight: 0 }

/** Level 0 and weight 0 where the role does not ask for the skill. */
export function expectationOf(framework: Framework, roleId: string, skillId: string): Expectation {
  const ofRole = Object.hasOwn(framework.expectations, roleId) ? framework.expectations[roleId] : undefined
  return (ofRole && Object.hasOwn(ofRole, skillId) ? ofRole[skillId] : undefined) ?? NOT_EXPECTED
}

export function findRole(framework: Framework, roleId: string): Role | undefined {
  return framework.roles.find((role) => role.id === roleId)
}

export function findSkill(framework: Framework, skillId: string): Skill | undefined {
  return framework.skills.find((skill) => skill.id === skillId)
}

export function movesFrom(framework: Framework, roleId: string): Move[] {
  return framework.moves.filter((move) => move.from === roleId)
}

export function findMove(framework: Framework, from: string, to: string): Move | undefined {
  return framework.moves.find((move) => move.from === from && move.to === to)
}

/** The highest level of the scale. */
export function topLevel(framework: Framework): number {
  return framework.scale.at(-1)?.level ?? 0
}

export function anchorOf(skill: Skill, level: number): Anchor | undefined {
  return skill.anchors.find((anchor) => anchor.level === level)
}
