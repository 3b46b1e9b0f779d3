// What the viewer was asked about somebody, and whom they asked themselves.

import type { Selectable } from 'kysely'
import { askRules, askSentRules } from '../../core/access/ask.ts'
import type { Ask, AskSent } from '../../core/round/round.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { AskTable } from './round-tables.ts'

/** Of the viewer, the newest first. */
export async function listAsks(tx: ViewerTransaction): Promise<Ask[]> {
  const rows = await tx.db
    .selectFrom('ask')
    .selectAll()
    .where(allowedBy(askRules.see, tx.viewer, ownedRow))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asAsk)
}

/** One of the viewer's; null where they were asked nothing under this id. `held`: nobody else changes it until the commit. */
export async function findAsk(tx: ViewerTransaction, id: string, held = false): Promise<Ask | null> {
  let query = tx.db
    .selectFrom('ask')
    .selectAll()
    .where(allowedBy(askRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
  if (held) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row === undefined ? null : asAsk(row)
}

/** The skills that one of the viewer's assessments was asked about; null where it answers no question of theirs. */
export async function findAskedSkills(tx: ViewerTransaction, assessmentId: string): Promise<string[] | null> {
  const row = await tx.db
    .selectFrom('ask')
    .select('skills')
    .where(allowedBy(askRules.see, tx.viewer, ownedRow))
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst()
  return row?.skills ?? null
}

/** Puts questions into the lists of whoever is asked. The caller has decided that the viewer may ask. */
export async function saveAsks(tx: ViewerTransaction, asks: readonly Ask[]): Promise<void> {
  if (asks.length === 0) return
  await tx.db
    .insertInto('ask')
    .values(
      asks.map((ask) => ({
        org_id: tx.viewer.orgId,
        id: ask.id,
        owner_id: ask.raterId,
        subject_id: ask.subjectId,
        asked_by: ask.askedBy,
        round_id: ask.roundId,
        rater_kind: ask.raterKind,
        framework_digest: ask.frameworkDigest,
        skills: JSON.stringify(ask.skills),
        purpose: ask.purpose,
        confidential: ask.confidential,
        manager_sees: ask.managerSees,
        blind_with: ask.blindWith,
        note: ask.note,
        due_on: ask.dueOn,
        asked_at: ask.askedAt,
        guesses: JSON.stringify(ask.guesses),
      })),
    )
    .execute()
  for (const ask of asks) tx.changes.push({ action: 'add', noun: 'ask', objectId: ask.id, revisionId: null })
}

export type AskChange = Partial<Pick<Ask, 'assessmentId' | 'answeredAt' | 'declinedAt' | 'guesses'>>

/** False where the viewer was asked nothing under this id. */
export async function saveAskChanged(tx: ViewerTransaction, id: string, change: AskChange): Promise<boolean> {
  const changed = await tx.db
    .updateTable('ask')
    .set({
      ...(change.assessmentId === undefined ? {} : { assessment_id: change.assessmentId }),
      ...(change.answeredAt === undefined ? {} : { answered_at: change.answeredAt }),
      ...(change.declinedAt === undefined ? {} : { declined_at: change.declinedAt }),
      ...(change.guesses === undefined ? {} : { guesses: JSON.stringify(change.guesses) }),
    })
    .where(allowedBy(askRules.answer, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'change', noun: 'ask', objectId: id, revisionId: null })
  return true
}

/** Whom the viewer asked, the newest first. */
export async function listAsksSent(tx: ViewerTransaction): Promise<AskSent[]> {
  const rows = await tx.db
    .selectFrom('ask_sent')
    .selectAll()
    .where(allowedBy(askSentRules.see, tx.viewer, ownedRow))
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    askedBy: row.owner_id,
    subjectId: row.subject_id,
    raterId: row.rater_id,
    skills: row.skills,
    purpose: row.purpose,
    note: row.note,
    dueOn: row.due_on,
    sentAt: row.sent_at,
  }))
}

/** The asker's own list of whom they asked. */
export async function saveAsksSent(tx: ViewerTransaction, sent: readonly AskSent[]): Promise<void> {
  if (sent.length === 0) return
  await tx.db
    .insertInto('ask_sent')
    .values(
      sent.map((one) => ({
        org_id: tx.viewer.orgId,
        id: one.id,
        owner_id: one.askedBy,
        subject_id: one.subjectId,
        rater_id: one.raterId,
        skills: JSON.stringify(one.skills),
        purpose: one.purpose,
        note: one.note,
        due_on: one.dueOn,
        sent_at: one.sentAt,
      })),
    )
    .execute()
}

export function asAsk(row: Selectable<AskTable>): Ask {
  return {
    id: row.id,
    raterId: row.owner_id,
    subjectId: row.subject_id,
    askedBy: row.asked_by,
    roundId: row.round_id,
    raterKind: row.rater_kind,
    frameworkDigest: row.framework_digest,
    skills: row.skills,
    purpose: row.purpose,
    confidential: row.confidential,
    managerSees: row.manager_sees,
    blindWith: row.blind_with,
    note: row.note,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    assessmentId: row.assessment_id,
    answeredAt: row.answered_at,
    declinedAt: row.declined_at,
    endedAt: row.ended_at,
    guesses: row.guesses,
  }
}
