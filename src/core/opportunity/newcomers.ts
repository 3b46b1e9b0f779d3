// Who came after the others: whoever is new does not work off what the others carried before.

import type { Management } from '../organisation/member.ts'
import { FAIR_OVER } from './board-problem.ts'
import { addQuarters, quarterOf } from './quarter.ts'

/**
 * Whoever reports to somebody for less than the quarters over which fairness is looked at, and came after the first of
 * these people: where a list of people has just begun, all of them stand on it since that day, and nobody is new.
 */
export function newcomers(lines: readonly Management[], today: string): Set<string> {
  const firstDays = new Map<string, string>()
  for (const { personId, from, until } of lines) {
    // A line that was taken back ends on the day before its first.
    if (until !== null && until < from) continue
    const known = firstDays.get(personId)
    if (known === undefined || from < known) firstDays.set(personId, from)
  }
  const [earliest = ''] = [...firstDays.values()].sort()
  const begins = addQuarters(quarterOf(today), 1 - FAIR_OVER)
  return new Set(
    [...firstDays].flatMap(([id, day]) => (day > earliest && quarterOf(day) >= begins ? [id] : [])),
  )
}
