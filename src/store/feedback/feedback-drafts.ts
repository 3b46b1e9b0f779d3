// Drafts of feedback: what somebody is writing for somebody else. A change adds a revision; the words are sealed.

import { feedbackDraftRules } from '../../core/access/feedback-draft.ts'
import {
  type FeedbackDraft,
  type FeedbackDraftContent,
  type FeedbackDraftRevision,
  lastWrittenFirst,
  NO_FEEDBACK,
} from '../../core/composing/feedback-draft.ts'
import type { Result } from '../../core/result.ts'
import type { SealedColumns } from '../private-text/private-tables.ts'
import { type SaveFailure, sealedRevisions, type UnreadableRow } from '../private-text/sealed-revisions.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveFeedbackDraftFailure = SaveFailure<FeedbackDraft>
type Open = Pick<FeedbackDraft, 'writtenAt'>
export type UnreadableFeedbackDraft = UnreadableRow<Open>

const drafts = sealedRevisions<FeedbackDraft, Open, FeedbackDraftContent>({
  noun: 'feedback-draft',
  table: 'feedback_draft_revision',
  current: 'current_feedback_draft',
  see: feedbackDraftRules.see,
  readOpen: (row: SealedColumns & { written_at?: string }) => ({ writtenAt: row.written_at ?? '' }),
  openColumns: ({ writtenAt }) => ({ written_at: writtenAt }),
  saidOpenly: () => '',
  wordsOf: ({ recipient, personId, role, skill, aim, parts }) => ({
    recipient,
    personId,
    role,
    skill,
    aim,
    parts: {
      situation: parts.situation,
      behaviour: parts.behaviour,
      impact: parts.impact,
      nextStep: parts.nextStep,
    },
  }),
  noWords: NO_FEEDBACK,
})

/** All current drafts of a person, the last written first, and those that cannot be opened. */
export async function listFeedbackDrafts(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ drafts: FeedbackDraft[]; unreadable: UnreadableFeedbackDraft[] }> {
  const { items, unreadable } = await drafts.list(tx, personId)
  return { drafts: items.sort(lastWrittenFirst), unreadable }
}

/** Every revision of a person that can be read, oldest first within each draft, and those that cannot be. */
export function listFeedbackDraftRevisions(
  tx: ViewerTransaction,
  personId: string,
): Promise<{ revisions: FeedbackDraftRevision[]; unreadable: UnreadableFeedbackDraft[] }> {
  return drafts.listRevisions(tx, personId)
}

/** Saves a draft; the last argument is the revision that it changes, null where there is none. */
export const saveFeedbackDraft = drafts.save

/** Takes a draft back: a revision without words. */
export function saveFeedbackDraftWithdrawn(
  tx: ViewerTransaction,
  withdrawal: { id: string; revisionId: string; withdrawnAt: string },
  expectedRevisionId: string,
): Promise<Result<null, SaveFeedbackDraftFailure>> {
  const { id, revisionId, withdrawnAt } = withdrawal
  return drafts.withdraw(tx, { id, revisionId, open: { writtenAt: withdrawnAt } }, expectedRevisionId)
}

/** Adds a revision that was brought; false where its ids belong to something else. */
export const addBroughtFeedbackDraft = drafts.add
