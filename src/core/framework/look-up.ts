// Finds the parts of a framework by their ids.
import type { Anchor, Expectation, Framework, Move, Role, Skill, SkillGroup } from './framework.ts'

const NOT_EXPECTED: Expectation = { level: 0, weight: 0 }

/** What a role asks for in a skill; level 0 and weight 0 where it asks for nothing. */
export function expectationOf(framework: Framework, roleId: string, skillId: string): Expectation {
  // Own properties only: ids come from files and addresses, and "constructor" must not find a function.
  if (!Object.hasOwn(framework.expectations, roleId)) return NOT_EXPECTED
  const ofRole = framework.expectations[roleId] ?? {}
  return Object.hasOwn(ofRole, skillId) ? (ofRole[skillId] ?? NOT_EXPECTED) : NOT_EXPECTED
}

export function findRole(framework: Framework, roleId: string): Role | undefined {
  return framework.roles.find((role) => role.id === roleId)
}

export function findSkill(framework: Framework, skillId: string): Skill | undefined {
  return framework.skills.find((skill) => skill.id === skillId)
}

export function findGroup(framework: Framework, groupId: string): SkillGroup | undefined {
  return framework.groups.find((group) => group.id === groupId)
}

export function findMove(framework: Framework, from: string, to: string): Move | undefined {
  return framework.moves.find((move) => move.from === from && move.to === to)
}

/** The moves that start at a role, in the framework's order. */
export function movesFrom(framework: Framework, roleId: string): Move[] {
  return framework.moves.filter((move) => move.from === roleId)
}

/** The highest level of the scale, K; at least 1. */
export function topLevel(framework: Framework): number {
  return framework.scale.at(-1)?.level ?? 1
}

/** What a level of a skill looks like; undefined where the framework has not written it yet, and for level 0. */
export function anchorOf(skill: Skill, level: number): Anchor | undefined {
  return skill.anchors.find((anchor) => anchor.level === level)
}

/** The role that a first visitor starts with: the one marked `preset`, else the first. */
export function presetRole(framework: Framework): Role | undefined {
  return framework.roles.find((role) => role.preset) ?? framework.roles[0]
}
