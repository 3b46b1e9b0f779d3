// What pieces of work are to people: shown to them, or given to them. Ended when it no longer holds, never overwritten.

import type { Selectable } from 'kysely'
import { workPartRules } from '../../core/access/opportunity.ts'
import type { WorkPart } from '../../core/opportunity/opportunity.ts'
import { allowedBy } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { ownRow } from './agreed-growth.ts'
import type { WorkPartTable } from './opportunity-tables.ts'

const today = (tx: ViewerTransaction) => tx.now.slice(0, 10)

/** What holds for these people, by quarter, as far as the viewer may know it; what was ended is left out. */
export async function listWorkParts(
  tx: ViewerTransaction,
  personIds: readonly string[],
): Promise<WorkPart[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('work_part')
    .selectAll()
    .where(allowedBy(workPartRules(today(tx)).see, tx.viewer, ownRow))
    .where('owner_id', 'in', [...personIds])
    .where('until_on', 'is', null)
    .orderBy('since_on')
    .orderBy('id')
    .execute()
  return rows.map(asPart)
}

/** Everything that the viewer ever showed of one piece of work to these people, what was ended too. */
export async function listShownParts(
  tx: ViewerTransaction,
  opportunityId: string,
  personIds: readonly string[],
): Promise<WorkPart[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('work_part')
    .selectAll()
    .where(allowedBy(workPartRules(today(tx)).see, tx.viewer, ownRow))
    .where('owner_id', 'in', [...personIds])
    .where('opportunity_id', '=', opportunityId)
    .where('stage', '=', 'shown')
    .orderBy('since_on')
    .orderBy('id')
    .execute()
  return rows.map(asPart)
}

export type NewPart = Omit<WorkPart, 'managerId' | 'since' | 'until'>

/** Adds what somebody is shown or given. The caller has decided that the viewer may. */
export async function saveWorkParts(tx: ViewerTransaction, parts: readonly NewPart[]): Promise<void> {
  const managerId = tx.viewer.personId
  if (managerId === null) throw new Error('A visitor gives no work.')
  if (parts.length === 0) return
  await tx.db
    .insertInto('work_part')
    .values(
      parts.map((part) => ({
        org_id: tx.viewer.orgId,
        id: part.id,
        owner_id: part.personId,
        manager_id: managerId,
        opportunity_id: part.opportunityId,
        stage: part.stage,
        work: JSON.stringify(part.work),
        why: JSON.stringify(part.why),
        since_on: today(tx),
        wished_at: part.wishedAt,
        note: part.note,
        audience: 'organisation',
      })),
    )
    .execute()
  for (const { id } of parts)
    tx.changes.push({ action: 'add', noun: 'work-part', objectId: id, revisionId: null })
}

/** Ends what is shown or given. Returns, as they ended, those that held and that the viewer may end. */
export async function saveWorkPartsEnded(tx: ViewerTransaction, ids: readonly string[]): Promise<WorkPart[]> {
  if (ids.length === 0) return []
  const ended = await tx.db
    .updateTable('work_part')
    .set({ until_on: today(tx) })
    .where(allowedBy(workPartRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', 'in', [...ids])
    .where('until_on', 'is', null)
    .returningAll()
    .execute()
  for (const { id } of ended)
    tx.changes.push({ action: 'remove', noun: 'work-part', objectId: id, revisionId: null })
  return ended.map(asPart)
}

/** Takes the end of these back: they hold again as they were. Returns those that were ended and that the viewer may change. */
export async function saveWorkPartsHolding(
  tx: ViewerTransaction,
  ids: readonly string[],
): Promise<WorkPart[]> {
  if (ids.length === 0) return []
  const again = await tx.db
    .updateTable('work_part')
    .set({ until_on: null })
    .where(allowedBy(workPartRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', 'in', [...ids])
    .where('until_on', 'is not', null)
    .returningAll()
    .execute()
  for (const { id } of again)
    tx.changes.push({ action: 'change', noun: 'work-part', objectId: id, revisionId: null })
  return again.map(asPart)
}

/** A wish stands once: with the words that are shown now, and no longer with those that were shown before. */
export async function saveWishMoved(
  tx: ViewerTransaction,
  wish: { from: string; to: string; wishedAt: string | null },
): Promise<void> {
  for (const [id, wished_at] of [
    [wish.from, null],
    [wish.to, wish.wishedAt],
  ] as const)
    await tx.db
      .updateTable('work_part')
      .set({ wished_at })
      .where(allowedBy(workPartRules(today(tx)).change, tx.viewer, ownRow))
      .where('id', '=', id)
      .execute()
}

/** What the person said of one part goes along to another, as they said it last. */
export async function saveSaidMoved(
  tx: ViewerTransaction,
  id: string,
  { note, wishedAt }: Pick<WorkPart, 'note' | 'wishedAt'>,
): Promise<void> {
  await tx.db
    .updateTable('work_part')
    .set({ note, wished_at: wishedAt })
    .where(allowedBy(workPartRules(today(tx)).change, tx.viewer, ownRow))
    .where('id', '=', id)
    .execute()
}

/** What the person says to it: that they would like it, or a remark. False where they have no such part. */
export async function saveAnswerToPart(
  tx: ViewerTransaction,
  id: string,
  answer: { wished: boolean } | { note: string },
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('work_part')
    .set('wished' in answer ? { wished_at: answer.wished ? tx.now : null } : { note: answer.note })
    .where(allowedBy(workPartRules(today(tx)).wish, tx.viewer, ownRow))
    .where('id', '=', id)
    .where('until_on', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'work-part', objectId: id, revisionId: null })
  return true
}

function asPart(row: Selectable<WorkPartTable>): WorkPart {
  return {
    id: row.id,
    personId: row.owner_id,
    managerId: row.manager_id,
    opportunityId: row.opportunity_id,
    stage: row.stage,
    work: row.work,
    why: row.why,
    since: row.since_on,
    until: row.until_on,
    wishedAt: row.wished_at,
    note: row.note,
  }
}
