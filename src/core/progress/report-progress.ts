// Decides whether a report of practice makes sense: the step is one of the framework, the week has begun.

import { isDate } from '../assessment/is-date.ts'
import { isInTheFuture } from '../assessment/note-assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { mondayOf } from '../plan/quarter-calendar.ts'
import { fail, type Result, succeed } from '../result.ts'
import { LONGEST_NOTE, type ProgressContent, type ProgressEntry, type ProgressKey } from './progress.ts'

export interface ReportProgressCommand extends ProgressKey, ProgressContent {
  frameworkDigest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

/** `field` is a field of the command. `unknown-step`: the address names something that is not there. */
export interface ReportFailure {
  kind: 'unknown-step' | 'invalid'
  field: string
  message: string
}

export const MOST_HOURS_OF_A_WEEK = 168

/** An entry, or the first thing that does not fit. `now` is an ISO time. */
export function reportProgress(
  framework: Framework,
  command: ReportProgressCommand,
  now: string,
): Result<Omit<ProgressEntry, 'version'>, ReportFailure> {
  const failure = stepFailure(framework, command) ?? contentFailure(framework, command, now)
  return failure === null ? succeed({ ...command, reportedAt: now }) : fail(failure)
}

function stepFailure(framework: Framework, { skill, level }: ReportProgressCommand): ReportFailure | null {
  const unknown = (field: string, message: string): ReportFailure => ({
    kind: 'unknown-step',
    field,
    message,
  })
  if (findSkill(framework, skill) === undefined) return unknown('skill', `No skill is called ${skill}.`)
  const top = topLevel(framework)
  if (!(Number.isInteger(level) && level >= 1 && level <= top))
    return unknown('level', `A step leads to a level from 1 to ${top}.`)
  return null
}

function contentFailure(
  framework: Framework,
  command: ReportProgressCommand,
  now: string,
): ReportFailure | null {
  const { week, hours, practices, note, skill } = command
  const invalid = (field: string, message: string): ReportFailure => ({ kind: 'invalid', field, message })
  if (!isDate(week) || mondayOf(week) !== week)
    return invalid('week', 'A week is named by its Monday, such as 2026-11-23.')
  if (isInTheFuture(week, now)) return invalid('week', 'This week has not begun yet.')
  if (!(hours >= 0 && hours <= MOST_HOURS_OF_A_WEEK))
    return invalid('hours', `Hours are a number from 0 to ${MOST_HOURS_OF_A_WEEK}.`)
  const anchors = findSkill(framework, skill)?.anchors ?? []
  const known = anchors.flatMap((anchor) => anchor.practices.map((practice) => practice.id))
  const strange = practices.find((id) => !known.includes(id))
  if (strange !== undefined) return invalid('practices', `This skill has no practice ${strange}.`)
  if (note.length > LONGEST_NOTE || /[\r\n]/.test(note))
    return invalid('note', `A note is one line of at most ${LONGEST_NOTE} characters.`)
  return null
}
