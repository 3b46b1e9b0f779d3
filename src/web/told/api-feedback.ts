// The part of the program's API that is about what somebody was told.
import type { Feedback, FeedbackContent, UnreadableFeedback } from '../../core/feedback/feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { Result } from '../../core/result.ts'
import { newId, type Problem, precondition, read, send } from '../api.ts'

export interface FeedbackList {
  /** The newest day first. */
  records: ListedFeedback[]
  unreadable: UnreadableFeedback[]
}

export interface FeedbackToKeep extends FeedbackContent {
  frameworkDigest: string
  /** The level at which whoever said it sees the person, to be noted as unsure; null: it counts for none. */
  countsAs: number | null
}

export function listFeedback(): Promise<FeedbackList> {
  return read('/feedback')
}

/** `current` is the revision that is changed; null for a new record, or one that was taken back. */
export function saveFeedback(
  id: string,
  content: FeedbackToKeep,
  current: string | null,
): Promise<Result<Feedback, Problem>> {
  const body = { ...content, revisionId: newId() }
  return send(`/feedback/${encodeURIComponent(id)}`, { method: 'PUT', body, headers: precondition(current) })
}

export function withdrawFeedback({
  id,
  revisionId,
}: Pick<Feedback, 'id' | 'revisionId'>): Promise<Result<void, Problem>> {
  return send(`/feedback/${encodeURIComponent(id)}`, { method: 'DELETE', headers: precondition(revisionId) })
}
