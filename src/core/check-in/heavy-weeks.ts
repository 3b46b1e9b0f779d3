// How many weeks in a row felt heavy, up to now.

import { mondayOf, weeksBetween } from '../plan/quarter-calendar.ts'
import type { CheckIn } from './check-in.ts'

/** One week without an answer neither counts nor ends the row, and leaves it up to date; two end it. */
const MOST_WEEKS_APART = 2

/** Counted back from the latest week that was answered; 0 where that is long ago, or was not heavy. In any order. */
export function heavyWeeksInARow(
  checkIns: readonly Pick<CheckIn, 'week' | 'ownAnswers'>[],
  today: string,
): number {
  const answered = checkIns
    .flatMap(({ week, ownAnswers }) => (ownAnswers?.load == null ? [] : [{ week, load: ownAnswers.load }]))
    .toSorted((a, b) => (a.week < b.week ? 1 : -1))
  let later = mondayOf(today)
  let count = 0
  for (const { week, load } of answered) {
    if (load !== 'heavy' || weeksBetween(week, later) > MOST_WEEKS_APART) return count
    count += 1
    later = week
  }
  return count
}
