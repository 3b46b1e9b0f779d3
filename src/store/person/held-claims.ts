// A rating that was noted about a kept person moves into the record of the member whom it is about, and back.

import type { Joining } from '../../core/person/joining.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

interface Place {
  assessmentId: string
  skill: string
}

/**
 * Moves a noted rating, with its history, into an assessment that is given to the member for development: its writer
 * stays its author, the member is its subject, and nobody else reads it. Earlier wordings stay the writer's, as with
 * everything that is given. The id of that assessment; the caller has decided that the member may.
 */
export async function saveRatingClaimed(
  tx: ViewerTransaction,
  joining: Joining,
  { assessmentId, skill }: Place,
  newId: () => string,
): Promise<string> {
  return asKeeper(tx, async () => {
    const there = await findClaimedFrom(tx, joining, assessmentId, skill)
    const claimedId = there ?? newId()
    if (there === null) await addGivenLike(tx, joining, assessmentId, claimedId)
    await move(tx, { assessmentId, skill }, { assessmentId: claimedId, subjectId: joining.memberId })
    const { orgId } = tx.viewer
    const last = await tx.db
      .selectFrom('rating_revision')
      .select('revision_id')
      .where('org_id', '=', orgId)
      .where('assessment_id', '=', claimedId)
      .where('skill', '=', skill)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    await tx.db
      .updateTable('rating_revision')
      .set({ released_at: tx.now, audience: 'subject' })
      .where('org_id', '=', orgId)
      .where('revision_id', '=', last.revision_id)
      .execute()
    return claimedId
  })
}

/**
 * Moves a claimed rating back to the keeper's notes, and takes what was said of it in the record away. The id of the
 * assessment that it is in then; null where nothing was claimed.
 */
export async function saveClaimUndone(
  tx: ViewerTransaction,
  joining: Joining,
  answerId: string,
  newId: () => string,
): Promise<string | null> {
  const { orgId } = tx.viewer
  return asKeeper(tx, async () => {
    const answer = await tx.db
      .selectFrom('held_answer')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('id', '=', answerId)
      .executeTakeFirstOrThrow()
    const { claimed_id: claimedId, assessment_id: assessmentId, skill } = answer
    if (claimedId === null || assessmentId === null || skill === null) return null
    const ofRating = { assessmentId: claimedId, skill }
    await tx.db
      .deleteFrom('dispute')
      .where('org_id', '=', orgId)
      .where('assessment_id', '=', claimedId)
      .where('skill', '=', skill)
      .execute()
    const home = await placeFor(tx, joining, { assessmentId, skill }, newId)
    await tx.db
      .updateTable('rating_revision')
      .set({ released_at: null, audience: 'owner' })
      .where('org_id', '=', orgId)
      .where('assessment_id', '=', claimedId)
      .where('skill', '=', skill)
      .execute()
    await move(tx, ofRating, { assessmentId: home, subjectId: joining.keptId })
    await removeIfEmpty(tx, claimedId)
    return home
  })
}

/** An assessment that was claimed from this one before, and has nothing about the skill yet. */
async function findClaimedFrom(
  tx: ViewerTransaction,
  joining: Joining,
  assessmentId: string,
  skill: string,
): Promise<string | null> {
  const rows = await tx.db
    .selectFrom('held_answer')
    .select('claimed_id')
    .distinct()
    .where('org_id', '=', tx.viewer.orgId)
    .where('joining_id', '=', joining.id)
    .where('assessment_id', '=', assessmentId)
    .where('ended_at', 'is', null)
    .where('claimed_id', 'is not', null)
    .execute()
  for (const { claimed_id: id } of rows)
    if (id !== null && (await countRevisions(tx, id, skill)) === 0) return id
  return null
}

async function addGivenLike(
  tx: ViewerTransaction,
  joining: Joining,
  assessmentId: string,
  id: string,
): Promise<void> {
  const { orgId } = tx.viewer
  const noted = await findNoted(tx, assessmentId)
  const rater = await findRaterRow(tx, assessmentId)
  const isByKeeper = rater !== undefined && rater.rater_id === null
  await tx.db
    .insertInto('assessment')
    .values({
      org_id: orgId,
      id,
      owner_id: joining.keeperId,
      subject_id: joining.memberId,
      rater_kind: noted.rater_kind,
      framework_digest: noted.framework_digest,
      role: noted.role,
      opened_at: noted.opened_at,
      last_activity_at: noted.last_activity_at,
      closed_at: tx.now,
      purpose: 'development',
      released_at: tx.now,
      audience: 'subject',
      written_down: !isByKeeper,
    })
    .execute()
  if (isByKeeper)
    await tx.db
      .insertInto('assessment_rater')
      .values({ org_id: orgId, assessment_id: id, owner_id: joining.keeperId, rater_id: null })
      .execute()
}

/** Where it was noted; another one like it where something new was noted of the skill there, or it is gone. */
async function placeFor(
  tx: ViewerTransaction,
  joining: Joining,
  { assessmentId, skill }: Place,
  newId: () => string,
): Promise<string> {
  if ((await countRevisions(tx, assessmentId, skill)) === 0) return assessmentId
  const { orgId } = tx.viewer
  const { audience: _, ...noted } = await findNoted(tx, assessmentId)
  const id = newId()
  await tx.db
    .insertInto('assessment')
    .values({ ...noted, id, subject_id: joining.keptId })
    .execute()
  const rater = await findRaterRow(tx, assessmentId)
  if (rater !== undefined)
    await tx.db
      .insertInto('assessment_rater')
      .values({ org_id: orgId, assessment_id: id, owner_id: joining.keeperId, rater_id: rater.rater_id })
      .execute()
  return id
}

function findNoted(tx: ViewerTransaction, id: string) {
  return tx.db
    .selectFrom('assessment')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

function findRaterRow(tx: ViewerTransaction, assessmentId: string) {
  return tx.db
    .selectFrom('assessment_rater')
    .select('rater_id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst()
}

async function countRevisions(tx: ViewerTransaction, assessmentId: string, skill?: string): Promise<number> {
  let query = tx.db
    .selectFrom('rating_revision')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('org_id', '=', tx.viewer.orgId)
    .where('assessment_id', '=', assessmentId)
  if (skill !== undefined) query = query.where('skill', '=', skill)
  return Number((await query.executeTakeFirstOrThrow()).n)
}

async function move(
  tx: ViewerTransaction,
  from: Place,
  to: { assessmentId: string; subjectId: string },
): Promise<void> {
  await tx.db
    .updateTable('rating_revision')
    .set({ assessment_id: to.assessmentId, subject_id: to.subjectId })
    .where('org_id', '=', tx.viewer.orgId)
    .where('assessment_id', '=', from.assessmentId)
    .where('skill', '=', from.skill)
    .execute()
}

async function removeIfEmpty(tx: ViewerTransaction, assessmentId: string): Promise<void> {
  if ((await countRevisions(tx, assessmentId)) > 0) return
  const { orgId } = tx.viewer
  await tx.db
    .deleteFrom('assessment_rater')
    .where('org_id', '=', orgId)
    .where('assessment_id', '=', assessmentId)
    .execute()
  await tx.db.deleteFrom('assessment').where('org_id', '=', orgId).where('id', '=', assessmentId).execute()
}
