// The organisation's list of people: names, and whether somebody has left. People whom somebody keeps are in kept-people.ts.

import { memberRules } from '../../core/access/member.ts'
import type { Member } from '../../core/organisation/member.ts'
import { allowedBy, personRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export async function findMember(tx: ViewerTransaction, id: string): Promise<Member | null> {
  return (await listMembers(tx, { ids: [id] }))[0] ?? null
}

interface MembersWanted {
  ids?: readonly string[]
  nameContains?: string
  /** Whoever has left comes too; true unless said otherwise. */
  left?: boolean
  limit?: number
  /** So many of the first names are left out. */
  skip?: number
}

/** By name, never by merit. */
export async function listMembers(tx: ViewerTransaction, wanted: MembersWanted = {}): Promise<Member[]> {
  if (wanted.ids?.length === 0) return []
  let query = membersWanted(tx, wanted)
    .select(['id', 'display_name', 'left_on'])
    .orderBy('display_name')
    .orderBy('id')
  if (wanted.limit !== undefined) query = query.limit(wanted.limit)
  if (wanted.skip !== undefined) query = query.offset(wanted.skip)
  const rows = await query.execute()
  return rows.map((row) => ({ id: row.id, displayName: row.display_name ?? '', leftOn: row.left_on }))
}

/** How many there are in all; `limit` and `skip` count for nothing. */
export async function countMembers(tx: ViewerTransaction, wanted: MembersWanted = {}): Promise<number> {
  if (wanted.ids?.length === 0) return 0
  const row = await membersWanted(tx, wanted)
    .select((select) => select.fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

function membersWanted(tx: ViewerTransaction, wanted: MembersWanted) {
  let query = tx.db
    .selectFrom('person')
    .where(allowedBy(memberRules.see, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
  if (wanted.ids !== undefined) query = query.where('id', 'in', [...wanted.ids])
  if (wanted.nameContains !== undefined)
    query = query.where('display_name', 'ilike', `%${wanted.nameContains.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (wanted.left === false)
    query = query.where((where) =>
      where.or([where('left_on', 'is', null), where('left_on', '>=', tx.now.slice(0, 10))]),
    )
  return query
}

/** Adds somebody to the list. The caller has decided that the viewer may. */
export async function saveMember(tx: ViewerTransaction, member: Member): Promise<void> {
  await tx.db
    .insertInto('person')
    .values({
      org_id: tx.viewer.orgId,
      id: member.id,
      display_name: member.displayName,
      left_on: member.leftOn,
      audience: 'organisation',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'person', objectId: member.id, revisionId: null })
}

/** Changes a name or the last day. False when nobody of the list has this id, or the viewer may not. */
export async function saveMemberChanged(tx: ViewerTransaction, member: Member): Promise<boolean> {
  const changed = await tx.db
    .updateTable('person')
    .set({ display_name: member.displayName, left_on: member.leftOn })
    .where(allowedBy(memberRules.change, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
    .where('id', '=', member.id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'person', objectId: member.id, revisionId: null })
  return true
}
