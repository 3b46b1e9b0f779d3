// Moves of a person from one framework version to another: made whole, undone whole, never rewritten.

import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { carryOverRules } from '../../core/access/carry-over.ts'
import type { FrameworkChoice } from '../../core/framework/framework-choice.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { CarriedNote } from '../../core/revision/carry-notes.ts'
import type { CarriedRating, CarryOver } from '../../core/revision/carry-over-record.ts'
import type { Target } from '../../core/target/target.ts'
import { allowedBy, ownedRow } from '../access.ts'
import { findAssessment, saveAssessment, saveAssessmentClosed } from '../assessment/assessments.ts'
import { saveRating, saveRatingWithdrawn } from '../assessment/ratings.ts'
import { findTarget, saveTarget } from '../plan/targets.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { saveCarriedNotes, saveCarriedNotesWithdrawn } from './carried-notes.ts'
import { findDigestInUse, findFrameworkChoice, saveFrameworkChoice } from './framework-in-use.ts'
import type { CarryOverTable } from './framework-tables.ts'
import { findFramework } from './framework-versions.ts'

export interface CarryOverToSave {
  carryOver: Omit<CarryOver, 'assessmentId' | 'undoneAt'>
  /** The id of the new version's framework. */
  frameworkId: string
  /** Role and destinations on the new version; `destinations` null where the person has no target. */
  role: string
  destinations: string[] | null
  carried: CarriedRating[]
  /** Notes of what people said, as far as they come along. */
  notes: readonly CarriedNote[]
  /** Opens an assessment even where nothing is carried, because there is something to look at again. */
  opens: boolean
}

/** The viewer's own moves, newest first, undone ones included. */
export async function listCarryOvers(tx: ViewerTransaction, personId: string): Promise<CarryOver[]> {
  const rows = await tx.db
    .selectFrom('carry_over')
    .selectAll()
    .where(allowedBy(carryOverRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asCarryOver)
}

export async function findCarryOver(tx: ViewerTransaction, id: string): Promise<CarryOver | null> {
  const row = await tx.db
    .selectFrom('carry_over')
    .selectAll()
    .where(allowedBy(carryOverRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asCarryOver(row)
}

/**
 * Opens an assessment on the new version with the carried ratings in it, each naming the revision it repeats, brings
 * notes and the target along, and puts the new version in use. What was said on the old version is not touched.
 */
export async function saveCarryOver(tx: ViewerTransaction, needs: CarryOverToSave): Promise<CarryOver> {
  const personId = tx.viewer.personId
  if (personId === null) throw new Error('A visitor has nothing to carry over.')
  const { carryOver, carried, role } = needs
  const assessmentId = needs.opens || carried.length > 0 ? randomUUID() : null
  if (assessmentId !== null) await openWith(tx, { id: assessmentId, personId, role, carryOver, carried })
  const noted = await saveCarriedNotes(tx, needs.notes, carryOver.afterDigest)
  const decisions = [...carryOver.decisions, ...noted]
  if (needs.destinations !== null)
    await bringTarget(tx, personId, {
      frameworkDigest: carryOver.afterDigest,
      role,
      destinations: needs.destinations,
    })
  await putInUse(tx, personId, { frameworkId: needs.frameworkId, digest: carryOver.afterDigest })
  await tx.db
    .insertInto('carry_over')
    .values({
      org_id: tx.viewer.orgId,
      id: carryOver.id,
      owner_id: personId,
      before_digest: carryOver.beforeDigest,
      after_digest: carryOver.afterDigest,
      assessment_id: assessmentId,
      decisions: JSON.stringify(decisions),
      made_at: carryOver.madeAt,
      undone_at: null,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'carry-over', objectId: carryOver.id, revisionId: null })
  return { ...carryOver, decisions, assessmentId, undoneAt: null }
}

export type UndoFailure =
  | { kind: 'not-found' }
  /** The assessment on the new version is closed, and what is closed never changes. */
  | { kind: 'closed' }

/**
 * Takes the carried ratings and notes back, closes the assessment on the new version, and puts the old one in use again, where
 * its own target still stands.
 * What was rated anew meanwhile stays on the new version. Undoing twice is undoing once.
 */
export async function saveCarryOverUndone(
  tx: ViewerTransaction,
  id: string,
): Promise<Result<CarryOver, UndoFailure>> {
  const found = await findCarryOver(tx, id)
  if (found === null) return fail({ kind: 'not-found' })
  if (found.undoneAt !== null) return succeed(found)
  if (found.assessmentId !== null && !(await takeBack(tx, found.assessmentId)))
    return fail({ kind: 'closed' })
  await saveCarriedNotesWithdrawn(tx, found.decisions, found.afterDigest)
  await returnTo(tx, found)
  await tx.db
    .updateTable('carry_over')
    .set({ undone_at: tx.now })
    .where(allowedBy(carryOverRules.undo, tx.viewer, ownedRow))
    .where('id', '=', id)
    .execute()
  tx.changes.push({ action: 'undo', noun: 'carry-over', objectId: id, revisionId: null })
  return succeed({ ...found, undoneAt: tx.now })
}

interface Opening {
  id: string
  personId: string
  role: string
  carryOver: CarryOverToSave['carryOver']
  carried: CarriedRating[]
}

async function openWith(tx: ViewerTransaction, opening: Opening): Promise<void> {
  const { id, personId, role, carryOver, carried } = opening
  await saveAssessment(tx, {
    id,
    subjectId: personId,
    raterKind: 'self',
    frameworkDigest: carryOver.afterDigest,
    role,
    openedAt: carryOver.madeAt,
    lastActivityAt: carryOver.madeAt,
    closedAt: null,
  })
  for (const { skill, content, carriedFrom } of carried) {
    const about = {
      assessmentId: id,
      skill,
      revisionId: randomUUID(),
      ratedAt: carryOver.madeAt,
      carriedFrom,
    }
    const saved = await saveRating(tx, { ...about, ...content }, null)
    if (!saved.ok) throw new Error(`A carried rating could not be saved: ${saved.failure.kind}.`)
  }
}

async function bringTarget(
  tx: ViewerTransaction,
  personId: string,
  next: Pick<Target, 'frameworkDigest' | 'role' | 'destinations'>,
): Promise<void> {
  const there = await findTarget(tx, personId, next.frameworkDigest)
  const target = { ...next, revisionId: randomUUID(), updatedAt: tx.now }
  const saved = await saveTarget(tx, target, there?.revisionId ?? null)
  if (!saved.ok) throw new Error(`The target could not be saved: ${saved.failure.kind}.`)
}

async function putInUse(
  tx: ViewerTransaction,
  personId: string,
  version: Pick<FrameworkChoice, 'frameworkId' | 'digest'>,
): Promise<void> {
  const known = await findFrameworkChoice(tx, personId)
  const choice = { ...version, revisionId: randomUUID() }
  const saved = await saveFrameworkChoice(tx, choice, known?.revisionId ?? null)
  if (!saved.ok) throw new Error('Another version was chosen while this one was being moved to.')
}

/** False where the assessment is closed already and something in it would have to be taken back. */
async function takeBack(tx: ViewerTransaction, assessmentId: string): Promise<boolean> {
  const assessment = await findAssessment(tx, assessmentId)
  if (assessment === null) return true
  const carried = assessment.ratings.filter((rating) => rating.carriedFrom !== undefined)
  for (const { skill, revisionId } of carried) {
    const withdrawal = { assessmentId, skill, revisionId: randomUUID(), withdrawnAt: tx.now }
    const taken = await saveRatingWithdrawn(tx, withdrawal, revisionId)
    if (!taken.ok) return false
  }
  if (assessment.closedAt === null) await saveAssessmentClosed(tx, assessmentId, tx.now)
  return true
}

/** Only where the person is still on the version that is left: a later choice of their own holds. */
async function returnTo(tx: ViewerTransaction, { beforeDigest, afterDigest }: CarryOver): Promise<void> {
  const personId = tx.viewer.personId ?? ''
  if ((await findDigestInUse(tx, personId)) !== afterDigest) return
  const before = await findFramework(tx, beforeDigest)
  if (before !== null) await putInUse(tx, personId, { frameworkId: before.id, digest: beforeDigest })
}

function asCarryOver(row: Selectable<CarryOverTable>): CarryOver {
  return {
    id: row.id,
    beforeDigest: row.before_digest,
    afterDigest: row.after_digest,
    assessmentId: row.assessment_id,
    decisions: row.decisions,
    madeAt: row.made_at,
    undoneAt: row.undone_at,
  }
}
