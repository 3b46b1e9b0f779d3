// Notes of what people said that came along to another version, and the way back.

import { randomUUID } from 'node:crypto'
import type { Assessment } from '../../core/assessment/assessment.ts'
import type { CarriedNote } from '../../core/revision/carry-notes.ts'
import type { RatingDecision } from '../../core/revision/carry-over-record.ts'
import { findNotedAssessment, listNotedAssessments, saveAssessment } from '../assessment/assessments.ts'
import { saveRating, saveRatingWithdrawn } from '../assessment/ratings.ts'
import { listRaters } from '../assessment/ratings-about.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** With the rater and the day of each note; what is said on the new version already stays. Returns what was carried. */
export async function saveCarriedNotes(
  tx: ViewerTransaction,
  notes: readonly CarriedNote[],
  afterDigest: string,
): Promise<RatingDecision[]> {
  const raters = await listRaters(
    tx,
    notes.map(({ note }) => note.id),
  )
  const taken = new Set<string>()
  const decisions: RatingDecision[] = []
  for (const one of notes) {
    const raterId = raters.get(one.note.id)?.id ?? null
    const there = await noteThere(tx, one, raterId, { frameworkDigest: afterDigest, taken })
    taken.add(there.id)
    const said = new Set(there.ratings.map(({ skill }) => skill))
    for (const { skill, content, carriedFrom } of one.carried.filter(({ skill }) => !said.has(skill))) {
      const about = { assessmentId: there.id, skill, revisionId: randomUUID(), ratedAt: one.note.openedAt }
      const saved = await saveRating(tx, { ...about, carriedFrom, ...content }, null)
      if (!saved.ok) throw new Error(`A carried note could not be saved: ${saved.failure.kind}.`)
      decisions.push({ revisionId: carriedFrom, skill, decision: 'carry' })
    }
  }
  return decisions
}

/** One rater's words about one person on one day stand in one place; two raters whom nobody knows are not made one. */
async function noteThere(
  tx: ViewerTransaction,
  { note, role }: CarriedNote,
  raterId: string | null,
  { frameworkDigest, taken }: { frameworkDigest: string; taken: ReadonlySet<string> },
): Promise<Assessment> {
  const wanted = { subjectId: note.subjectId, frameworkDigest, openedAt: note.openedAt }
  const known = await findNotedAssessment(tx, wanted, raterId, note.raterKind)
  const { ratings: _, ...same } = note
  if (known !== null && !taken.has(known.id)) return known
  return saveAssessment(tx, { ...same, id: randomUUID(), frameworkDigest, role }, raterId)
}

/** Takes back what nobody changed since. */
export async function saveCarriedNotesWithdrawn(
  tx: ViewerTransaction,
  decisions: readonly RatingDecision[],
  afterDigest: string,
): Promise<void> {
  const carried = new Set(decisions.map(({ revisionId }) => revisionId))
  const notes = (await listNotedAssessments(tx)).filter((note) => note.frameworkDigest === afterDigest)
  for (const { id: assessmentId, ratings } of notes) {
    for (const { skill, revisionId, carriedFrom } of ratings) {
      if (carriedFrom === undefined || !carried.has(carriedFrom)) continue
      const withdrawal = { assessmentId, skill, revisionId: randomUUID(), withdrawnAt: tx.now }
      const taken = await saveRatingWithdrawn(tx, withdrawal, revisionId)
      if (!taken.ok) throw new Error(`A carried note could not be taken back: ${taken.failure.kind}.`)
    }
  }
}
