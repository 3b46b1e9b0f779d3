// Teams of the organisation, and who belonged to them when.

import { memberRules } from '../../core/access/member.ts'
import { teamRules } from '../../core/access/team.ts'
import type { Team, TeamMembership } from '../../core/organisation/member.ts'
import { allowedBy, ownedRow, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** By name; those that are no more come too. */
export async function listTeams(tx: ViewerTransaction): Promise<Team[]> {
  const rows = await tx.db
    .selectFrom('team')
    .selectAll()
    .where(allowedBy(teamRules.see, tx.viewer, sharedRow))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, parentId: row.parent_id, endedOn: row.ended_on }))
}

/** Adds a team, or changes one. False when the viewer may not. */
export async function saveTeam(tx: ViewerTransaction, team: Team): Promise<boolean> {
  const facts = { name: team.name, parent_id: team.parentId, ended_on: team.endedOn }
  const changed = await tx.db
    .updateTable('team')
    .set(facts)
    .where(allowedBy(teamRules.change, tx.viewer, sharedRow))
    .where('id', '=', team.id)
    .executeTakeFirst()
  const isNew = changed.numUpdatedRows === 0n
  if (isNew) {
    const added = await tx.db
      .insertInto('team')
      .values({ org_id: tx.viewer.orgId, id: team.id, ...facts, created_at: tx.now })
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return false
  }
  tx.changes.push({ action: isNew ? 'add' : 'change', noun: 'team', objectId: team.id, revisionId: null })
  return true
}

/** Who belonged to which team when: of these people, or of everybody. */
export async function listTeamMemberships(
  tx: ViewerTransaction,
  wanted: { personIds?: readonly string[]; teamIds?: readonly string[]; on?: string } = {},
): Promise<TeamMembership[]> {
  let query = tx.db
    .selectFrom('team_member')
    .selectAll()
    .where(allowedBy(memberRules.see, tx.viewer, ownedRow))
    .orderBy('from_on')
    .orderBy('id')
  const { personIds, teamIds, on } = wanted
  if (personIds?.length === 0 || teamIds?.length === 0) return []
  if (personIds !== undefined) query = query.where('owner_id', 'in', [...personIds])
  if (teamIds !== undefined) query = query.where('team_id', 'in', [...teamIds])
  if (on !== undefined)
    query = query
      .where('from_on', '<=', on)
      .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', on)]))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.owner_id,
    teamId: row.team_id,
    from: row.from_on,
    until: row.until_on,
  }))
}

export async function saveTeamMembership(tx: ViewerTransaction, membership: TeamMembership): Promise<void> {
  const { id, personId, teamId, from, until } = membership
  await tx.db
    .insertInto('team_member')
    .values({
      org_id: tx.viewer.orgId,
      id,
      owner_id: personId,
      team_id: teamId,
      from_on: from,
      until_on: until,
      audience: 'organisation',
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet({ until_on: until }))
    .execute()
  tx.changes.push({ action: 'change', noun: 'team', objectId: teamId, revisionId: null })
}
