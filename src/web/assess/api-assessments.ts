// The part of the program's API that is about assessments and their ratings.
import {
  type Assessment,
  contentOf,
  type Rating,
  type RatingContent,
} from '../../core/assessment/assessment.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

/** One's own, newest first. */
export function listAssessments(): Promise<Assessment[]> {
  return read('/assessments')
}

export function openAssessment(
  content: { frameworkDigest: string; role: string },
  key: string,
): Promise<Result<Assessment, Problem>> {
  return send('/assessments', { method: 'POST', body: content, headers: { 'idempotency-key': key } })
}

/** Of what is said, such as an earlier rating that is said again, only the content is sent. */
export function saveRating(
  assessmentId: string,
  skill: string,
  { revisionId, ...said }: RatingContent & { revisionId: string },
  current: string | null,
): Promise<Result<Rating, Problem>> {
  const path = `/assessments/${encodeURIComponent(assessmentId)}/ratings/${encodeURIComponent(skill)}`
  return send(path, {
    method: 'PUT',
    body: { ...contentOf(said), revisionId },
    headers: precondition(current),
  })
}

export function withdrawRating(
  assessmentId: string,
  skill: string,
  current: string,
): Promise<Result<void, Problem>> {
  const path = `/assessments/${encodeURIComponent(assessmentId)}/ratings/${encodeURIComponent(skill)}`
  return send(path, { method: 'DELETE', headers: precondition(current) })
}

export function closeAssessment(assessmentId: string): Promise<Result<Assessment, Problem>> {
  return send(`/assessments/${encodeURIComponent(assessmentId)}/close`, { method: 'POST', body: {} })
}
