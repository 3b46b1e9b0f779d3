// Who counts in a release, where they are and which levels may be counted; read as the keeper, within its making alone.

import type { Framework } from '../../core/framework/framework.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { agreedNow } from '../../core/round/agreed-now.ts'
import type { Place } from '../../core/sealing/block.ts'
import type { ReleasePerson } from '../../core/sealing/release.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/**
 * Everybody who is on the organisation's list. Counted are levels that two people agreed on, signed by both, and what
 * sealed rounds left; agreed ones come first. What people keep for themselves, self-ratings among it, is never read.
 */
export async function listReleasePeople(
  tx: ViewerTransaction,
  framework: Framework,
): Promise<ReleasePerson[]> {
  const day = tx.now.slice(0, 10)
  const people = await tx.db
    .selectFrom('person')
    .select(['id', 'left_on'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('keeper_id', 'is', null)
    .orderBy('id')
    .execute()
  const teamOf = await findTeams(tx, day)
  const roleOf = await findRoles(tx, framework.id, day)
  const levelsOf = await findLevels(tx, framework)
  return people.map((person): ReleasePerson => {
    const role = roleOf.get(person.id) ?? null
    const known = role === null ? undefined : findRole(framework, role)
    const expected = known === undefined ? {} : (framework.expectations[known.id] ?? {})
    const place: Place = {
      teams: teamOf.get(person.id) ?? [],
      path: known?.path ?? null,
      role: known?.id ?? null,
    }
    return {
      id: person.id,
      place,
      levels: levelsOf.get(person.id) ?? {},
      expected: Object.fromEntries(Object.entries(expected).map(([skill, { level }]) => [skill, level])),
      left: person.left_on !== null && person.left_on < day,
    }
  })
}

/** The chain of teams from the top; of several teams the one somebody joined first. */
async function findTeams(tx: ViewerTransaction, day: string): Promise<Map<string, string[]>> {
  const teams = await tx.db
    .selectFrom('team')
    .select(['id', 'parent_id'])
    .where('org_id', '=', tx.viewer.orgId)
    .execute()
  const parentOf = new Map(teams.map((team) => [team.id, team.parent_id]))
  const chainOf = (team: string): string[] => {
    const chain: string[] = []
    for (let at: string | null = team; at !== null && !chain.includes(at); at = parentOf.get(at) ?? null)
      chain.unshift(at)
    return chain
  }
  const rows = await tx.db
    .selectFrom('team_member')
    .select(['owner_id', 'team_id'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', day)]))
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.owner_id, chainOf(row.team_id)]))
}

async function findRoles(
  tx: ViewerTransaction,
  frameworkId: string,
  day: string,
): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('held_role')
    .select(['owner_id', 'role'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('framework_id', '=', frameworkId)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.owner_id, row.role]))
}

/** Said for development alone: what was said for an evaluation is not counted here. */
async function findLevels(
  tx: ViewerTransaction,
  framework: Framework,
): Promise<Map<string, Record<string, number>>> {
  const { orgId } = tx.viewer
  const counted = new Set(framework.skills.filter((skill) => !skill.private).map(({ id }) => id))
  const versions = await tx.db
    .selectFrom('framework_version')
    .select('digest')
    .where('org_id', '=', orgId)
    .where('framework_id', '=', framework.id)
    .execute()
  const digests = versions.map(({ digest }) => digest)
  const levels = new Map<string, Record<string, number>>()
  if (digests.length === 0) return levels
  const note = (person: string, skill: string, level: number) => {
    if (counted.has(skill)) levels.set(person, { ...levels.get(person), [skill]: level })
  }
  const sealed = await tx.db
    .selectFrom('sealed_contribution')
    .select(['owner_id', 'content'])
    .where('org_id', '=', orgId)
    .where('framework_digest', 'in', digests)
    .where('purpose', '=', 'development')
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  for (const row of sealed)
    for (const { skill, value } of row.content?.values ?? []) note(row.owner_id, skill, value)
  const agreed = await tx.db
    .selectFrom('agreement')
    .select(['subject_id', 'version', 'items', 'signed_at'])
    .where('org_id', '=', orgId)
    .where('framework_digest', 'in', digests)
    .where('purpose', '=', 'development')
    .where('signed_at', 'is not', null)
    .execute()
  const signed = agreed.map((row) => ({ ...row, signedAt: row.signed_at }))
  for (const [person, versions] of groupedBy(signed, (row) => row.subject_id))
    for (const [skill, { level }] of agreedNow(versions)) note(person, skill, level)
  return levels
}
