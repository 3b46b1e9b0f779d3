// Takes an assessment of an export over, with the history of its ratings: what is here is never changed.

import type { Assessment } from '../../core/assessment/assessment.ts'
import type { ExportedRevision } from '../../core/export/exported-assessment.ts'
import { findAssessment, saveRater } from '../assessment/assessments.ts'
import { listRatingRevisions } from '../assessment/ratings.ts'
import { newEnd } from '../new-end.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'

export interface AssessmentToImport {
  assessment: Omit<Assessment, 'subjectId' | 'ratings'> & { revisions: ExportedRevision[] }
  subjectId: string
  /** Null where nobody knows who said it. */
  raterId: string | null
}

function ownerOf(tx: ViewerTransaction): string {
  if (tx.viewer.personId === null) throw new Error('A visitor has nothing to import to.')
  return tx.viewer.personId
}

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedAssessment(
  tx: ViewerTransaction,
  { assessment, subjectId, raterId }: AssessmentToImport,
  result: Imported,
): Promise<string | null> {
  const known = await findAssessment(tx, assessment.id)
  if (known === null && !(await addAssessment(tx, { assessment, subjectId, raterId }))) return '/id'
  result[known === null ? 'added' : 'kept'].assessments += 1
  if (known !== null && !isOwn(tx, known)) {
    // Somebody else gave it here: what a file says of it later is not theirs.
    result.kept.ratings += assessment.revisions.length
    return null
  }
  const here = known === null ? [] : await listRatingRevisions(tx, assessment.id)
  const skills = new Set(assessment.revisions.map((revision) => revision.skill))
  for (const skill of skills) {
    const coming = assessment.revisions.filter((revision) => revision.skill === skill)
    const fresh = newEnd(
      here.filter((revision) => revision.skill === skill),
      coming,
    )
    result.added.ratings += fresh.length
    result.kept.ratings += coming.length - fresh.length
    for (const revision of fresh) if (!(await addRevision(tx, subjectId, revision))) return '/revisions'
  }
  return null
}

/** Whether it is the viewer's to write in, rather than one that a colleague gave about them. */
export function isOwn(tx: ViewerTransaction, { ownerId, subjectId }: Assessment): boolean {
  return (ownerId ?? subjectId) === tx.viewer.personId
}

async function addAssessment(
  tx: ViewerTransaction,
  { assessment, subjectId, raterId }: AssessmentToImport,
): Promise<boolean> {
  const personId = ownerOf(tx)
  const added = await tx.db
    .insertInto('assessment')
    .values({
      org_id: tx.viewer.orgId,
      id: assessment.id,
      owner_id: personId,
      subject_id: subjectId,
      rater_kind: assessment.raterKind,
      framework_digest: assessment.frameworkDigest,
      role: assessment.role,
      opened_at: assessment.openedAt,
      last_activity_at: assessment.lastActivityAt,
      closed_at: assessment.closedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  if (raterId !== null) await saveRater(tx, { assessmentId: assessment.id, personId, raterId })
  tx.changes.push({ action: 'import', noun: 'assessment', objectId: assessment.id, revisionId: null })
  return true
}

async function addRevision(
  tx: ViewerTransaction,
  subjectId: string,
  revision: ExportedRevision,
): Promise<boolean> {
  const added = await tx.db
    .insertInto('rating_revision')
    .values({
      org_id: tx.viewer.orgId,
      revision_id: revision.revisionId,
      assessment_id: revision.assessmentId,
      owner_id: ownerOf(tx),
      subject_id: subjectId,
      skill: revision.skill,
      version: revision.version,
      replaces: revision.replaces,
      withdrawn: revision.withdrawn,
      level: revision.level,
      reason: revision.reason,
      approaching: revision.approaching,
      behaviours: JSON.stringify(revision.behaviours),
      confidence: revision.confidence,
      observed_on: revision.observedOn,
      note: revision.note,
      rated_at: revision.ratedAt,
      carried_from: revision.carriedFrom ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  tx.changes.push({
    action: 'import',
    noun: 'rating',
    objectId: revision.assessmentId,
    revisionId: revision.revisionId,
  })
  return true
}
