// Feedback: what somebody was told. A change adds a revision; the words are sealed.

import { feedbackRules } from '../../core/access/feedback.ts'
import {
  type Feedback,
  type FeedbackContent,
  type FeedbackRevision,
  NOTHING_TOLD,
  newestToldFirst,
  type UnreadableFeedback,
} from '../../core/feedback/feedback.ts'
import type { Result } from '../../core/result.ts'
import type { SealedColumns } from '../private-text/private-tables.ts'
import { type SaveFailure, sealedRevisions, type UnreadableRow } from '../private-text/sealed-revisions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveFeedbackFailure = SaveFailure<Feedback>

/** The part of a record that is sealed. */
type Sealed = Omit<FeedbackContent, 'saidOn'> & Pick<Feedback, 'counted'>
type Open = Pick<Feedback, 'saidOn' | 'recordedAt'>

const feedback = sealedRevisions<Feedback, Open, Sealed>({
  noun: 'feedback',
  table: 'feedback_revision',
  current: 'current_feedback',
  see: feedbackRules.see,
  readOpen: (row: SealedColumns & { said_on?: string; recorded_at?: string }) => ({
    saidOn: row.said_on ?? '',
    recordedAt: row.recorded_at ?? '',
  }),
  openColumns: ({ saidOn, recordedAt }) => ({ said_on: saidOn, recorded_at: recordedAt }),
  saidOpenly: ({ saidOn }) => saidOn,
  wordsOf: ({ text, skills, polarity, judgement, saidBy, counted }) => ({
    ...{ text, skills: [...skills], polarity, judgement, saidBy },
    counted:
      counted === null
        ? null
        : { assessmentId: counted.assessmentId, revisionId: counted.revisionId, level: counted.level },
  }),
  noWords: NOTHING_TOLD,
})

/** All current records of a person, the newest day first, and those that cannot be read; what was taken back is left out. */
export async function listFeedback(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ records: Feedback[]; unreadable: UnreadableFeedback[] }> {
  const { items, unreadable } = await feedback.list(tx, personId)
  return {
    records: items.sort(newestToldFirst),
    unreadable: unreadable.map(unreadableRecord).sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1)),
  }
}

/** One current record; null where there is none, or where it cannot be read. */
export const findFeedback = feedback.find

/** Every revision of a person that can be read, oldest first within each record, and those that cannot be. */
export async function listFeedbackRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: FeedbackRevision[]; unreadable: UnreadableFeedback[] }> {
  const { revisions, unreadable } = await feedback.listRevisions(tx, personId)
  return { revisions, unreadable: unreadable.map(unreadableRecord) }
}

/**
 * Saves a record as a new revision. The last argument is the revision it changes, null where there is none (or a
 * withdrawn one). Saving the same revision id again succeeds.
 */
export const saveFeedback = feedback.save

/** Takes a record back: a revision without words. Taking back twice is done once. */
export function saveFeedbackWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveFeedbackFailure>> {
  const { id, revisionId, withdrawnAt } = withdrawal
  return feedback.withdraw(tx, { id, revisionId, open: { recordedAt: withdrawnAt } }, expectedRevisionId)
}

/** Adds a revision that was brought; false where its ids belong to something else. */
export const addBroughtFeedback = feedback.add

function unreadableRecord({ id, revisionId, open, why }: UnreadableRow<Open>): UnreadableFeedback {
  return { id, revisionId, saidOn: open.saidOn, why }
}
