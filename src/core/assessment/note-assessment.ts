// Writes down that somebody said something about somebody on a day: who may be named, and what does not fit.

import { fail, type Result, succeed } from '../result.ts'
import type { Assessment, RaterKind } from './assessment.ts'
import { isDate } from './is-date.ts'

export interface NoteAssessmentCommand {
  subjectId: string
  /** Null where it is not known who said it. */
  raterId: string | null
  raterKind: RaterKind
  /** ISO date on which it was said. */
  ratedOn: string
  frameworkDigest: string
  /** The subject's role; empty where it is not known. */
  role: string
}

export interface NoteAssessmentFailure {
  field: 'raterId' | 'raterKind' | 'ratedOn'
  message: string
}

/** Nobody's local date is further ahead of universal time than this. */
const FURTHEST_AHEAD = 14 * 60 * 60 * 1000
/** Nor further behind it than this. */
const FURTHEST_BEHIND = 12 * 60 * 60 * 1000
const DAY = 24 * 60 * 60 * 1000

/**
 * The assessment as it would be kept by `keeperId`. What was said on one day by one person is one assessment; it stays
 * open, so that a slip can be corrected at any time.
 */
export function noteAssessment(
  command: NoteAssessmentCommand,
  { id, keeperId, now }: { id: string; keeperId: string; now: string },
): Result<Omit<Assessment, 'ratings'>, NoteAssessmentFailure> {
  const problem = raterProblem(command, keeperId) ?? dayProblem(command.ratedOn, now)
  if (problem !== null) return fail(problem)
  const { subjectId, raterKind, frameworkDigest, role } = command
  const openedAt = startOfDay(command.ratedOn)
  return succeed({
    id,
    subjectId,
    ...(subjectId === keeperId ? {} : { ownerId: keeperId }),
    raterKind,
    frameworkDigest,
    role,
    openedAt,
    lastActivityAt: openedAt,
    closedAt: null,
  })
}

/** Whether a day has not begun anywhere yet. */
export function isInTheFuture(day: string, now: string): boolean {
  return Date.parse(day) > Date.parse(now) + FURTHEST_AHEAD
}

/** Whether a day is over everywhere. */
export function isInThePast(day: string, now: string): boolean {
  return Date.parse(day) + DAY + FURTHEST_BEHIND <= Date.parse(now)
}

/** The moment under which what was said on a day is kept. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00.000Z`
}

/** Whether an assessment holds what somebody wrote down of others, rather than a look at oneself. */
export function isNoted(assessment: Pick<Assessment, 'raterKind' | 'ownerId'>): boolean {
  return assessment.raterKind !== 'self' || assessment.ownerId !== undefined
}

function raterProblem(
  { subjectId, raterId, raterKind }: NoteAssessmentCommand,
  keeperId: string,
): NoteAssessmentFailure | null {
  if (raterKind === 'self' && subjectId === keeperId)
    return { field: 'raterKind', message: 'What you say about yourself is a self-assessment of its own.' }
  if (raterKind === 'self' && raterId !== subjectId)
    return { field: 'raterId', message: 'Only the person themselves rates as themselves.' }
  if (raterKind !== 'self' && raterId === subjectId)
    return { field: 'raterKind', message: 'What somebody says about themselves is of the kind self.' }
  return null
}

function dayProblem(ratedOn: string, now: string): NoteAssessmentFailure | null {
  if (!isDate(ratedOn))
    return { field: 'ratedOn', message: 'Give the day as year-month-day, such as 2026-03-31.' }
  return isInTheFuture(ratedOn, now)
    ? { field: 'ratedOn', message: 'What was said cannot lie in the future.' }
    : null
}
