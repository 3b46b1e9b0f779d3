// The organisation's list of people with every dated line: read whole or in part, and changed in one go.

import { sql } from 'kysely'
import { memberRules } from '../../core/access/member.ts'
import { memberRecordRules } from '../../core/access/member-record.ts'
import { teamRules } from '../../core/access/team.ts'
import {
  type Key,
  type LineKind,
  type ListedPerson,
  type PeopleList,
  type PlaceLine,
  roleValue,
} from '../../core/organisation/people-list.ts'
import { allowedBy, ownedRow, personRow, sharedRow } from '../access.ts'
import { listHeldRoles } from '../person/held-roles.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listManagement } from './management.ts'
import { listTeamMemberships } from './teams.ts'

/** Whoever changes the list does so alone: what may hold for one person depends on the others. */
export async function lockPeopleList(tx: ViewerTransaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${tx.viewer.orgId}, 15))`.execute(tx.db)
}

/** Everybody, or these people; with all teams. */
export async function loadPeopleList(tx: ViewerTransaction, ids?: readonly string[]): Promise<PeopleList> {
  const teams = await tx.db
    .selectFrom('team')
    .selectAll()
    .where(allowedBy(teamRules.see, tx.viewer, sharedRow))
    .execute()
  return {
    people: await loadPeople(tx, ids),
    teams: new Map(
      teams.map((row) => [
        row.id,
        { id: row.id, name: row.name, parentId: row.parent_id, endedOn: row.ended_on },
      ]),
    ),
  }
}

/**
 * These people, those who report to them, and everybody above any of them: all that a change of these people can touch
 * or run against.
 */
export async function loadPeopleAround(tx: ViewerTransaction, ids: readonly string[]): Promise<PeopleList> {
  const reports = await listManagement(tx, { managerIds: ids })
  const people = new Map<string, ListedPerson>()
  let wanted = [...new Set([...ids, ...reports.map(({ personId }) => personId)])]
  while (wanted.length > 0) {
    for (const [id, person] of await loadPeople(tx, wanted)) people.set(id, person)
    const above = wanted.flatMap((id) =>
      (people.get(id)?.lines ?? []).filter(({ kind }) => kind === 'manager').map(({ value }) => value),
    )
    wanted = [...new Set(above)].filter((id) => !people.has(id))
  }
  return { ...(await loadPeopleList(tx, [])), people }
}

async function loadPeople(
  tx: ViewerTransaction,
  ids?: readonly string[],
): Promise<Map<string, ListedPerson>> {
  if (ids?.length === 0) return new Map()
  let query = tx.db
    .selectFrom('person')
    .select(['id', 'display_name', 'left_on', 'closed_at'])
    .where(allowedBy(memberRules.see, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
    .orderBy('display_name')
    .orderBy('id')
  if (ids !== undefined) query = query.where('id', 'in', [...ids])
  const rows = await query.execute()
  const keys = await loadKeys(tx, ids)
  const lines = await loadLines(tx, ids)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        displayName: row.display_name ?? '',
        leftOn: row.left_on,
        closedAt: row.closed_at,
        userName: keys.get(row.id)?.userName ?? null,
        externalId: keys.get(row.id)?.externalId ?? null,
        lines: lines.get(row.id) ?? [],
      },
    ]),
  )
}

async function loadKeys(tx: ViewerTransaction, ids?: readonly string[]): Promise<Map<string, Key>> {
  let query = tx.db
    .selectFrom('directory_entry')
    .select(['owner_id', 'user_name', 'external_id'])
    .where(allowedBy(memberRecordRules.see, tx.viewer, ownedRow))
  if (ids !== undefined) query = query.where('owner_id', 'in', [...ids])
  const rows = await query.execute()
  return new Map(rows.map((row) => [row.owner_id, { userName: row.user_name, externalId: row.external_id }]))
}

async function loadLines(
  tx: ViewerTransaction,
  personIds?: readonly string[],
): Promise<Map<string, PlaceLine[]>> {
  const wanted = personIds === undefined ? {} : { personIds }
  const found = new Map<string, PlaceLine[]>()
  const add = (
    kind: LineKind,
    value: string,
    line: Omit<PlaceLine, 'kind' | 'value'> & { personId: string },
  ) => {
    const { id, from, until, personId } = line
    const lines = found.get(personId) ?? []
    lines.push({ id, kind, value, from, until })
    found.set(personId, lines)
  }
  for (const one of await listTeamMemberships(tx, wanted)) add('team', one.teamId, one)
  for (const one of await listManagement(tx, wanted)) add('manager', one.managerId, one)
  for (const one of await listHeldRoles(tx, wanted)) add('role', roleValue(one.frameworkId, one.role), one)
  for (const lines of found.values())
    lines.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
  return found
}

/** Whose user name or id in other programs this is; null where it is nobody's. */
export async function findByKey(
  tx: ViewerTransaction,
  key: { userName: string } | { externalId: string },
): Promise<string | null> {
  const query = tx.db
    .selectFrom('directory_entry')
    .select('owner_id')
    .where(allowedBy(memberRecordRules.see, tx.viewer, ownedRow))
  const row = await ('userName' in key
    ? query.where(sql<boolean>`lower(user_name) = lower(${key.userName})`)
    : query.where('external_id', '=', key.externalId)
  ).executeTakeFirst()
  return row?.owner_id ?? null
}
