// Compares two versions of a framework by what they mean, not by their files.

import type { Framework } from '../framework/framework.ts'
import { diffExpectations } from './diff-expectations.ts'
import { diffMoves, diffRoles, pairRoles, type RoleNaming } from './diff-roles.ts'
import { diffSentences } from './diff-sentences.ts'
import { diffSkills, pairSkills, type SkillNaming } from './diff-skills.ts'
import { diffParts, diffSaidOnce, diffScale, type PartPairings, pairGroupsAndPaths } from './diff-whole.ts'
import type { Change, FrameworkDiff, Pairing, VersionName } from './framework-diff.ts'
import { isReordered } from './pair-parts.ts'

/**
 * What changed from `before` to `after`, once each. Things are the same where their ids are; where an id is gone,
 * by name and words, with a confidence. The version's label is no change: it names the versions. No difference
 * between the two goes unmentioned, apart from what Skillmap computes from the rest.
 */
export function diffFrameworks(before: Framework, after: Framework): FrameworkDiff {
  const skills = pairSkills(before, after)
  const roles = pairRoles(before, after)
  const parts = pairGroupsAndPaths(before, after)
  const sentences = diffSentences(before, after, skills)
  const naming = namingOf(before, after, skills, parts)
  const changes: Change[] = [
    ...diffSkills({ before, after, skills, sentences, naming }),
    ...sentences.changes,
    ...diffExpectations(before, after, { roles, skills }),
    ...diffRoles({ before, after, roles, naming }),
    ...diffMoves(before, after, roles),
    ...diffScale(before, after),
    ...diffParts(before, after),
    ...diffSaidOnce(before, after),
    ...reorderings(before, after, { skills, roles }),
  ]
  return { before: versionName(before), after: versionName(after), skills, roles, changes }
}

type Naming = SkillNaming & RoleNaming

/**
 * Both sides name things as the new version does, so that renaming a skill is one change and not one for each
 * mention of it. What is gone keeps its old name.
 */
function namingOf(before: Framework, after: Framework, skills: Pairing, parts: PartPairings) {
  const lookUp = (old: Named[], fresh: Named[], pairing: Pairing | null) => {
    const names = new Map(fresh.map((part) => [part.id, part.name]))
    const oldNames = new Map(old.map((part) => [part.id, part.name]))
    const now = (id: string) => names.get(id) ?? id
    const then = (id: string) => {
      const paired = pairing === null ? (names.has(id) ? id : undefined) : pairing.after.get(id)
      return paired === undefined ? (oldNames.get(id) ?? id) : now(paired)
    }
    return { now, then }
  }
  const [skill, group, path, weekPart] = [
    lookUp(before.skills, after.skills, skills),
    lookUp(before.groups, after.groups, parts.groups),
    lookUp(before.paths, after.paths, parts.paths),
    lookUp(before.weekParts, after.weekParts, null),
  ]
  const side = (which: 'now' | 'then'): Naming => ({
    skill: skill[which],
    group: group[which],
    path: path[which],
    weekPart: weekPart[which],
  })
  return { before: side('then'), after: side('now') }
}

type Named = { id: string; name: string }

function reorderings(
  before: Framework,
  after: Framework,
  pairings: { skills: Pairing; roles: Pairing },
): Change[] {
  const ids = (parts: Named[]) => parts.map((part) => part.id)
  const changes: Change[] = []
  if (isReordered(ids(before.roles), ids(after.roles), pairings.roles))
    changes.push({ kind: 'order-changed', of: 'roles', where: '' })
  // Skills stand in the order of their groups, so that only an order inside a group is news.
  const isSkillNews = after.groups.some((group) => {
    const fresh = after.skills.filter((skill) => skill.group === group.id).map((skill) => skill.id)
    const stayed = new Set(fresh.map((id) => pairings.skills.before.get(id)))
    const old = before.skills.filter((skill) => stayed.has(skill.id)).map((skill) => skill.id)
    return isReordered(old, fresh, pairings.skills)
  })
  if (isSkillNews) changes.push({ kind: 'order-changed', of: 'skills', where: '' })
  return changes
}

function versionName({ id, name, version }: Framework): VersionName {
  return { id, name, version }
}
