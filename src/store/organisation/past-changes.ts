// Past changes of the list of people, read again: by person, by change, or by the file that brought them.

import { listChangeRules, memberRecordRules } from '../../core/access/member-record.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { leavingAmong, type SinceLeaving } from '../../core/organisation/go-on.ts'
import type { Effect, MemberEffects, PeopleList } from '../../core/organisation/people-list.ts'
import { allowedBy, ownedRow, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface ListChange {
  id: string
  source: 'page' | 'file' | 'directory' | 'undo'
  label: string
  addedTeams: string[]
  people: number
  madeBy: string | null
  madeAt: string
  undoneAt: string | null
}

/** What a change did to one person. */
export interface MemberChangeRecord {
  changeId: string
  personId: string
  effects: Effect[]
  madeAt: string
}

/** What happened to the records of these people, newest first; all of it, or from a moment on. */
export async function listMemberChanges(
  tx: ViewerTransaction,
  personIds: readonly string[],
  since?: string,
): Promise<MemberChangeRecord[]> {
  let query = tx.db
    .selectFrom('member_change')
    .selectAll()
    .where(allowedBy(memberRecordRules.see, tx.viewer, ownedRow))
    .where('owner_id', 'in', [...personIds])
    .orderBy('made_at', 'desc')
    .orderBy('id')
  if (since !== undefined) query = query.where('made_at', '>=', since)
  const rows = await query.execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    personId: row.owner_id,
    effects: row.effects,
    madeAt: row.made_at,
  }))
}

/** For each of these people who has a last day: what was done to them and to their reports since it was noted. */
export async function listSinceLeaving(
  tx: ViewerTransaction,
  { people }: PeopleList,
  personIds: readonly string[],
): Promise<Map<string, SinceLeaving>> {
  const found = new Map<string, SinceLeaving>()
  for (const id of personIds) {
    if ((people.get(id)?.leftOn ?? null) === null) continue
    const leaving = leavingAmong(await listMemberChanges(tx, [id]))
    if (leaving === null) continue
    const reports = [...people.values()].filter(({ lines }) =>
      lines.some(({ kind, value }) => kind === 'manager' && value === id),
    )
    const since = await listMemberChanges(tx, [id, ...reports.map((one) => one.id)], leaving.madeAt)
    const byChange = groupedBy(since, ({ changeId }) => changeId)
    const noted = byChange.get(leaving.changeId) ?? []
    byChange.delete(leaving.changeId)
    found.set(id, [...byChange.values(), noted])
  }
  return found
}

/** What one change did, to everybody. */
export async function listEffectsOf(tx: ViewerTransaction, changeId: string): Promise<MemberEffects[]> {
  const rows = await tx.db
    .selectFrom('member_change')
    .select(['owner_id', 'effects'])
    .where(allowedBy(memberRecordRules.bring, tx.viewer, ownedRow))
    .where('change_id', '=', changeId)
    .execute()
  return rows.map((row) => ({ personId: row.owner_id, effects: row.effects }))
}

/** By their ids, or the latest ones that came in files. */
export async function listListChanges(
  tx: ViewerTransaction,
  wanted: { ids: readonly string[] } | { source: ListChange['source']; limit: number },
): Promise<ListChange[]> {
  if ('ids' in wanted && wanted.ids.length === 0) return []
  let query = tx.db
    .selectFrom('list_change')
    .selectAll()
    .where(allowedBy(listChangeRules.see, tx.viewer, sharedRow))
    .orderBy('made_at', 'desc')
    .orderBy('id')
  query =
    'ids' in wanted
      ? query.where('id', 'in', [...wanted.ids])
      : query.where('source', '=', wanted.source).limit(wanted.limit)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    label: row.label,
    addedTeams: row.added_teams,
    people: row.people,
    madeBy: row.made_by,
    madeAt: row.made_at,
    undoneAt: row.undone_at,
  }))
}
