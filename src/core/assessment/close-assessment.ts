// When an assessment is over: closed by hand, or by itself after thirty idle days; it never changes again.

import { fail, type Result, succeed } from '../result.ts'
import type { Assessment } from './assessment.ts'
import { isNoted } from './note-assessment.ts'

/** So many days without a change close an assessment. */
export const IDLE_DAYS = 30

const DAY = 24 * 60 * 60 * 1000

export type CloseFailure = { kind: 'already-closed'; closedAt: string; message: string }

type Closable = Pick<Assessment, 'closedAt' | 'lastActivityAt' | 'raterKind' | 'ownerId' | 'purpose'>

/**
 * When the assessment was closed, as of `now`: by hand, or thirty days after its last activity. Null while it is
 * open. The closing date is the wave to which its ratings belong, so an idle one closes at its thirtieth day
 * and not when somebody happens to look. What was noted of others stays open: it can be corrected at any time. So does
 * what somebody asked for: it ends with being given.
 */
export function closedSince(assessment: Closable, now: string): string | null {
  const waits = isNoted(assessment) || assessment.purpose !== undefined
  if (assessment.closedAt !== null || waits) return assessment.closedAt
  const idleUntil = Date.parse(assessment.lastActivityAt) + IDLE_DAYS * DAY
  return Date.parse(now) >= idleUntil ? new Date(idleUntil).toISOString() : null
}

export function isClosed(assessment: Closable, now: string): boolean {
  return closedSince(assessment, now) !== null
}

/** Whole days until it closes by itself; 0 on the last day and once it is closed. */
export function daysUntilClosed(assessment: Closable, now: string): number {
  if (isClosed(assessment, now)) return 0
  const idleUntil = Date.parse(assessment.lastActivityAt) + IDLE_DAYS * DAY
  return Math.floor((idleUntil - Date.parse(now)) / DAY)
}

/** Closes it by hand, at `now`. */
export function closeAssessment(assessment: Assessment, now: string): Result<Assessment, CloseFailure> {
  const closedAt = closedSince(assessment, now)
  if (closedAt !== null) {
    const message = 'This assessment is closed already and cannot change.'
    return fail({ kind: 'already-closed', closedAt, message })
  }
  return succeed({ ...assessment, closedAt: now })
}
