// Changes of the list of people: saved in one go with what they did to whom, and marked as taken back.

import type { Insertable } from 'kysely'
import { memberRecordRules } from '../../core/access/member-record.ts'
import {
  applyEffects,
  comesBack,
  type Effect,
  type LineKind,
  type ListedPerson,
  type MemberEffects,
  type PeopleList,
  roleOf,
} from '../../core/organisation/people-list.ts'
import { allowedBy, sharedRow } from '../access.ts'
import { endSessions } from '../sign-in/sessions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listAdminGrants, saveAdminGrantEnded } from './admin-grants.ts'
import type { HeldRoleTable, ManagementTable, TeamMemberTable } from './organisation-tables.ts'
import type { ListChange } from './past-changes.ts'

export interface NewListChange {
  id: string
  source: ListChange['source']
  label: string
  addedTeams: string[]
  changes: MemberEffects[]
  newId: () => string
}

/** A statement takes 65,535 values at most. */
const AT_ONCE = 1000

/** Saves what changed, against the list it was worked out from. The caller has decided that the viewer may. */
export async function saveListChange(
  tx: ViewerTransaction,
  list: PeopleList,
  given: NewListChange,
): Promise<void> {
  const { id, source, label, addedTeams, changes, newId } = given
  const orgId = tx.viewer.orgId
  const after = applyEffects(list, changes)
  await tx.db
    .insertInto('list_change')
    .values({
      org_id: orgId,
      id,
      source,
      label,
      added_teams: JSON.stringify(addedTeams),
      people: changes.length,
      made_by: tx.viewer.personId,
      made_at: tx.now,
    })
    .execute()
  await savePeople(tx, list, after, changes)
  if (source !== 'undo') await endGrantsOfReturned(tx, list, after, changes)
  await saveKeys(tx, list, after, changes)
  await saveLines(tx, changes)
  const rows = changes.map(({ personId, effects }) => ({
    org_id: orgId,
    id: newId(),
    owner_id: personId,
    change_id: id,
    effects: JSON.stringify(effects),
    made_at: tx.now,
    audience: 'organisation',
  }))
  for (const part of parts(rows)) await tx.db.insertInto('member_change').values(part).execute()
  for (const { personId, effects } of changes) {
    const action = effects.some(({ kind }) => kind === 'added') ? 'add' : 'change'
    tx.changes.push({ action, noun: 'person', objectId: personId, revisionId: id })
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) found.push(rows.slice(from, from + AT_ONCE))
  return found
}

async function savePeople(
  tx: ViewerTransaction,
  list: PeopleList,
  after: PeopleList,
  changes: readonly MemberEffects[],
): Promise<void> {
  const touched = changes.map(({ personId }) => after.people.get(personId) as ListedPerson)
  const added = touched.filter(({ id }) => !list.people.has(id))
  const rows = added.map((person) => ({
    org_id: tx.viewer.orgId,
    id: person.id,
    display_name: person.displayName,
    left_on: person.leftOn,
    closed_at: person.closedAt,
    audience: 'organisation',
  }))
  for (const part of parts(rows)) await tx.db.insertInto('person').values(part).execute()
  for (const person of touched) {
    const before = list.people.get(person.id)
    if (before === undefined || isSamePerson(before, person)) continue
    await tx.db
      .updateTable('person')
      .set({ display_name: person.displayName, left_on: person.leftOn, closed_at: person.closedAt })
      .where('org_id', '=', tx.viewer.orgId)
      .where('id', '=', person.id)
      .where('keeper_id', 'is', null)
      .execute()
    const isGone = person.leftOn !== null && person.leftOn < tx.now.slice(0, 10)
    if (isGone || person.closedAt !== null) await endSessions(tx, person.id)
  }
}

/** Whoever comes back administers nothing until it is given to them again, however their coming back was noted. */
async function endGrantsOfReturned(
  tx: ViewerTransaction,
  list: PeopleList,
  after: PeopleList,
  changes: readonly MemberEffects[],
): Promise<void> {
  const today = tx.now.slice(0, 10)
  const returned = new Set(
    changes
      .map(({ personId }) => personId)
      .filter((id) => comesBack(list.people.get(id), after.people.get(id), today)),
  )
  if (returned.size === 0) return
  for (const grant of await listAdminGrants(tx))
    if (returned.has(grant.personId)) await saveAdminGrantEnded(tx, grant.id)
}

function isSamePerson(a: ListedPerson, b: ListedPerson): boolean {
  return a.displayName === b.displayName && a.leftOn === b.leftOn && a.closedAt === b.closedAt
}

async function saveKeys(
  tx: ViewerTransaction,
  list: PeopleList,
  after: PeopleList,
  changes: readonly MemberEffects[],
): Promise<void> {
  const touched = changes
    .map(({ personId }) => after.people.get(personId) as ListedPerson)
    .filter(({ id, userName, externalId }) => {
      const before = list.people.get(id)
      return (before?.userName ?? null) !== userName || (before?.externalId ?? null) !== externalId
    })
  const rows = touched.map((person) => ({
    org_id: tx.viewer.orgId,
    owner_id: person.id,
    user_name: person.userName,
    external_id: person.externalId,
    audience: 'organisation',
    updated_at: tx.now,
  }))
  for (const part of parts(rows))
    await tx.db
      .insertInto('directory_entry')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'owner_id']).doUpdateSet((row) => ({
          user_name: row.ref('excluded.user_name'),
          external_id: row.ref('excluded.external_id'),
          updated_at: tx.now,
        })),
      )
      .execute()
}

type LineEffect = Extract<Effect, { kind: 'line' }> & { personId: string }
type Line = { personId: string; value: string; id: string; from: string; until: string | null }

async function saveLines(tx: ViewerTransaction, changes: readonly MemberEffects[]): Promise<void> {
  const effects = changes.flatMap(({ personId, effects: own }) =>
    own.flatMap((effect): LineEffect[] => (effect.kind === 'line' ? [{ ...effect, personId }] : [])),
  )
  for (const kind of ['team', 'manager', 'role'] as const) {
    const own = effects.filter(({ line }) => line.kind === kind)
    const added = new Map<string, Line>()
    const moved = new Map<string, string | null>()
    for (const { line, personId, before, after } of own) {
      if (before === null || added.has(line.id)) added.set(line.id, { ...line, personId, until: after.until })
      else moved.set(line.id, after.until)
    }
    await addLines(tx, kind, [...added.values()])
    await endLines(tx, kind, moved)
  }
}

async function addLines(tx: ViewerTransaction, kind: LineKind, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ id, personId, value, from, until }) => ({
    org_id: tx.viewer.orgId,
    id,
    owner_id: personId,
    from_on: from,
    until_on: until,
    audience: 'organisation',
    ...ownColumns(kind, value),
  }))
  for (const part of parts(rows)) {
    if (kind === 'team')
      await tx.db
        .insertInto('team_member')
        .values(part as Insertable<TeamMemberTable>[])
        .execute()
    else if (kind === 'manager')
      await tx.db
        .insertInto('management')
        .values(part as Insertable<ManagementTable>[])
        .execute()
    else
      await tx.db
        .insertInto('held_role')
        .values(part as Insertable<HeldRoleTable>[])
        .execute()
  }
}

function ownColumns(kind: LineKind, value: string) {
  if (kind === 'team') return { team_id: value }
  if (kind === 'manager') return { manager_id: value }
  const { frameworkId, role } = roleOf(value)
  return { framework_id: frameworkId, role }
}

async function endLines(
  tx: ViewerTransaction,
  kind: LineKind,
  moved: Map<string, string | null>,
): Promise<void> {
  const byDay = new Map<string | null, string[]>()
  for (const [id, until] of moved) byDay.set(until, [...(byDay.get(until) ?? []), id])
  const table = kind === 'team' ? 'team_member' : kind === 'manager' ? 'management' : 'held_role'
  for (const [until, ids] of byDay)
    for (const part of parts(ids))
      await tx.db
        .updateTable(table)
        .set({ until_on: until })
        .where('org_id', '=', tx.viewer.orgId)
        .where('id', 'in', part)
        .execute()
}

/** False where it was taken back already, or is not there. */
export async function saveListChangeUndone(tx: ViewerTransaction, id: string): Promise<boolean> {
  const undone = await tx.db
    .updateTable('list_change')
    .set({ undone_at: tx.now })
    .where(allowedBy(memberRecordRules.bring, tx.viewer, sharedRow))
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (undone.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'undo', noun: 'list-change', objectId: id, revisionId: null })
  return true
}
