// Decides whether a check-in makes sense: the week has begun, something was said, and it may be kept here.

import { isDate } from '../assessment/is-date.ts'
import { isInTheFuture } from '../assessment/note-assessment.ts'
import { mondayOf } from '../plan/quarter-calendar.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type CheckIn, type CheckInContent, LONGEST_IN_THE_WAY, MOST_ENERGY } from './check-in.ts'

export interface CheckInCommand extends CheckInContent {
  week: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

export interface CheckInFailure {
  field: 'week' | 'inTheWay' | 'ownAnswers'
  message: string
}

/**
 * A check-in, or the first thing that does not fit. `now` is an ISO time. `isShared`: the data are not on the person's
 * own machine, so that their own answers are not for this place.
 */
export function checkInWeek(
  command: CheckInCommand,
  now: string,
  isShared: boolean,
): Result<Omit<CheckIn, 'version'>, CheckInFailure> {
  const { week, inTheWay, ownAnswers } = command
  if (!isDate(week) || mondayOf(week) !== week)
    return fail({ field: 'week', message: 'A week is named by its Monday, such as 2026-11-23.' })
  if (isInTheFuture(week, now)) return fail({ field: 'week', message: 'This week has not begun yet.' })
  if (inTheWay.length > LONGEST_IN_THE_WAY)
    return fail({ field: 'inTheWay', message: `At most ${LONGEST_IN_THE_WAY} characters.` })
  const answers = ownAnswers?.load == null && ownAnswers?.energy == null ? null : ownAnswers
  if (answers !== null && isShared)
    return fail({
      field: 'ownAnswers',
      message: 'These two answers are not taken here: this server holds the data of other people too.',
    })
  if (answers !== null && !isEnergy(answers.energy))
    return fail({ field: 'ownAnswers', message: `Energy is a whole number from 0 to ${MOST_ENERGY}.` })
  if (inTheWay.trim() === '' && answers === null)
    return fail({ field: 'inTheWay', message: 'There is nothing to keep: every question was skipped.' })
  return succeed({ ...command, inTheWay: inTheWay.trim(), ownAnswers: answers, checkedInAt: now })
}

function isEnergy(energy: number | null): boolean {
  return energy === null || (Number.isInteger(energy) && energy >= 0 && energy <= MOST_ENERGY)
}
