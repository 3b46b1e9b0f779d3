// The part of the program's API that is about feedback one writes.
import type { FeedbackDraft, FeedbackDraftContent } from '../../core/composing/feedback-draft.ts'
import type { Result } from '../../core/result.ts'
import { newId, type Problem, precondition, read, send } from '../api.ts'

export interface FeedbackDraftList {
  /** The last written first. */
  drafts: FeedbackDraft[]
  /** How many cannot be opened. */
  unreadable: number
}

export function listFeedbackDrafts(): Promise<FeedbackDraftList> {
  return read('/feedback-drafts')
}

/** `current` is the revision that is changed; null for a new draft, or one that was let go. */
export function saveFeedbackDraft(
  id: string,
  content: FeedbackDraftContent & { frameworkDigest: string },
  current: string | null,
): Promise<Result<FeedbackDraft, Problem>> {
  const body = { ...content, revisionId: newId() }
  const headers = precondition(current)
  return send(`/feedback-drafts/${encodeURIComponent(id)}`, { method: 'PUT', body, headers })
}

export function withdrawFeedbackDraft({
  id,
  revisionId,
}: Pick<FeedbackDraft, 'id' | 'revisionId'>): Promise<Result<void, Problem>> {
  const headers = precondition(revisionId)
  return send(`/feedback-drafts/${encodeURIComponent(id)}`, { method: 'DELETE', headers })
}
