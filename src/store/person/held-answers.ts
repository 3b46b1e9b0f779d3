// What members say of each thing that somebody held about them, and what its keeper says to that.

import type { Selectable } from 'kysely'
import { heldItemRules } from '../../core/access/held-item.ts'
import type { Rule } from '../../core/access/rule.ts'
import type { HeldAnswer, HeldItem } from '../../core/person/joining.ts'
import { allowedBy, type FactColumns } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { HeldAnswerTable } from './joining-tables.ts'

/** The thing is its keeper's, and about whoever answers. */
const answerRow: FactColumns = {
  org: 'org_id',
  owner: 'keeper_id',
  subject: 'owner_id',
  releasedAt: null,
}

/** Those that hold, the oldest first. */
export async function listHeldAnswers(
  tx: ViewerTransaction,
  joiningIds: readonly string[],
): Promise<HeldAnswer[]> {
  if (joiningIds.length === 0) return []
  const rows = await standing(tx, heldItemRules.see)
    .where('joining_id', 'in', [...joiningIds])
    .orderBy('said_at')
    .orderBy('id')
    .execute()
  return rows.map(asHeldAnswer)
}

export async function findHeldAnswer(tx: ViewerTransaction, id: string): Promise<HeldAnswer | null> {
  const row = await standing(tx, heldItemRules.see).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asHeldAnswer(row)
}

/** Ratings by the viewer to which somebody objects, as `assessment/skill`: none of them is used while that stands. */
export async function listObjectedRatings(tx: ViewerTransaction): Promise<Set<string>> {
  const { personId } = tx.viewer
  if (personId === null) return new Set()
  const rows = await standing(tx, heldItemRules.see)
    .where('keeper_id', '=', personId)
    .where('kind', '=', 'objected')
    .where('removed_at', 'is', null)
    .where('assessment_id', 'is not', null)
    .execute()
  return new Set(rows.map((row) => `${row.assessment_id}/${row.skill}`))
}

/** Saves an answer of the viewer's. The caller has decided that the thing is held about them. */
export async function saveHeldAnswer(
  tx: ViewerTransaction,
  answer: Omit<HeldAnswer, 'saidAt' | 'reply' | 'repliedAt' | 'removedAt'>,
): Promise<void> {
  const { item } = answer
  await tx.db
    .insertInto('held_answer')
    .values({
      org_id: tx.viewer.orgId,
      id: answer.id,
      owner_id: answer.memberId,
      keeper_id: answer.keeperId,
      joining_id: answer.joiningId,
      assessment_id: 'recordId' in item ? null : item.assessmentId,
      skill: 'recordId' in item ? null : item.skill,
      record_id: 'recordId' in item ? item.recordId : null,
      kind: answer.kind,
      wish: answer.wish,
      words: answer.words,
      said_at: tx.now,
      claimed_id: answer.claimedId,
      audience: 'subject',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'held-item', objectId: answer.id, revisionId: null })
}

/** Takes an answer back; it holds no longer. */
export async function saveHeldAnswerEnded(tx: ViewerTransaction, id: string): Promise<void> {
  await tx.db
    .updateTable('held_answer')
    .set({ ended_at: tx.now })
    .where(allowedBy(heldItemRules.takeBack, tx.viewer, answerRow))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  tx.changes.push({ action: 'undo', noun: 'held-item', objectId: id, revisionId: null })
}

/** What the keeper says to an objection; the last word of theirs is what is read. */
export async function saveHeldReply(tx: ViewerTransaction, id: string, reply: string): Promise<void> {
  await tx.db
    .updateTable('held_answer')
    .set({ reply, replied_at: tx.now })
    .where(allowedBy(heldItemRules.reply, tx.viewer, answerRow))
    .where('id', '=', id)
    .execute()
  tx.changes.push({ action: 'change', noun: 'held-item', objectId: id, revisionId: null })
}

/** Notes at an answer that the thing was removed for good. */
export async function saveHeldRemoved(tx: ViewerTransaction, item: HeldItem): Promise<void> {
  let query = tx.db
    .updateTable('held_answer')
    .set({ removed_at: tx.now })
    .where(allowedBy(heldItemRules.remove, tx.viewer, answerRow))
    .where('ended_at', 'is', null)
    .where('removed_at', 'is', null)
  query =
    'recordId' in item
      ? query.where('record_id', '=', item.recordId)
      : query.where('assessment_id', '=', item.assessmentId).where('skill', '=', item.skill)
  await query.execute()
}

function standing(tx: ViewerTransaction, rule: Rule) {
  return tx.db
    .selectFrom('held_answer')
    .selectAll()
    .where(allowedBy(rule, tx.viewer, answerRow))
    .where('ended_at', 'is', null)
}

function asHeldAnswer(row: Selectable<HeldAnswerTable>): HeldAnswer {
  const { assessment_id: assessmentId, skill, record_id: recordId } = row
  return {
    id: row.id,
    joiningId: row.joining_id,
    memberId: row.owner_id,
    keeperId: row.keeper_id,
    item: recordId === null ? { assessmentId: assessmentId ?? '', skill: skill ?? '' } : { recordId },
    kind: row.kind,
    wish: row.wish,
    words: row.words,
    saidAt: row.said_at,
    reply: row.reply,
    repliedAt: row.replied_at,
    removedAt: row.removed_at,
    claimedId: row.claimed_id,
  }
}
