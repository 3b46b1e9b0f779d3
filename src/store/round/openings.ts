// What somebody and their manager said without seeing each other's: opened to both at one moment, once both are done.

import type { Selectable } from 'kysely'
import { openingRules } from '../../core/access/opening.ts'
import type { Opening, Side } from '../../core/round/opening.ts'
import type { Ask } from '../../core/round/round.ts'
import { allowedBy, ratedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { asAsk } from './asks.ts'
import type { OpeningTable } from './round-tables.ts'

const openingRow = { ...ratedRow, releasedAt: null }

/** Those of the viewer, the newest first. */
export async function listOpenings(tx: ViewerTransaction): Promise<Opening[]> {
  const rows = await tx.db
    .selectFrom('opening')
    .selectAll()
    .where(allowedBy(openingRules.see, tx.viewer, openingRow))
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asOpening)
}

export async function findOpening(tx: ViewerTransaction, id: string): Promise<Opening | null> {
  return (await listOpenings(tx)).find((one) => one.id === id) ?? null
}

/** The question to the other of the pair, as the keeper sees it: whether they are done is all that the caller may tell. */
export async function findOtherAsk(tx: ViewerTransaction, ask: Ask): Promise<Ask | null> {
  if (ask.blindWith === null || ask.roundId === null) return null
  const { blindWith, roundId } = ask
  const row = await asKeeper(tx, () =>
    tx.db
      .selectFrom('ask')
      .selectAll()
      .where('org_id', '=', tx.viewer.orgId)
      .where('round_id', '=', roundId)
      .where('owner_id', '=', blindWith)
      .where('subject_id', '=', ask.subjectId)
      .where('blind_with', '=', ask.raterId)
      .executeTakeFirst(),
  )
  return row === undefined ? null : asAsk(row)
}

/** One side as it was said, read once, at the moment at which both sides are opened. */
export async function readSide(tx: ViewerTransaction, ask: Ask): Promise<Side> {
  const { assessmentId } = ask
  if (assessmentId === null) return { ratings: [], guesses: ask.guesses }
  const rows = await asKeeper(tx, () =>
    tx.db
      .selectFrom('current_rating')
      .select(['skill', 'level', 'reason', 'approaching', 'note', 'withdrawn'])
      .where('org_id', '=', tx.viewer.orgId)
      .where('assessment_id', '=', assessmentId)
      .orderBy('skill')
      .execute(),
  )
  const ratings = rows
    .filter((row) => !row.withdrawn)
    .map(({ skill, level, reason, approaching, note }) => ({ skill, level, reason, approaching, note }))
  return { ratings, guesses: ask.guesses }
}

/** The caller has decided that both are done. Opening twice is opening once. */
export async function saveOpening(tx: ViewerTransaction, opening: Opening): Promise<Opening> {
  const { subject, manager } = opening
  const added = await tx.db
    .insertInto('opening')
    .values({
      org_id: tx.viewer.orgId,
      id: opening.id,
      owner_id: opening.managerId,
      subject_id: opening.subjectId,
      round_id: opening.roundId,
      framework_digest: opening.frameworkDigest,
      purpose: opening.purpose,
      content: JSON.stringify({ subject, manager }),
      opened_by: opening.openedBy,
      opened_at: opening.openedAt,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'round_id', 'owner_id', 'subject_id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 0n)
    tx.changes.push({ action: 'add', noun: 'opening', objectId: opening.id, revisionId: null })
  const there = (await listOpenings(tx)).find(
    (one) =>
      one.roundId === opening.roundId &&
      one.subjectId === opening.subjectId &&
      one.managerId === opening.managerId,
  )
  if (there === undefined) throw new Error('What was just opened is not there.')
  return there
}

function asOpening(row: Selectable<OpeningTable>): Opening {
  return {
    id: row.id,
    roundId: row.round_id,
    subjectId: row.subject_id,
    managerId: row.owner_id,
    frameworkDigest: row.framework_digest,
    purpose: row.purpose,
    subject: row.content.subject,
    manager: row.content.manager,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
  }
}
