// Looks at the rule of an event that comes again before it is followed: some never end, and some never come.
import type ICAL from 'ical.js'

/** No meeting comes more often than every day. */
const TOO_OFTEN = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Why the rule is not followed; null where it can be. */
export function refusalOfRule(rule: ICAL.Recur): string | null {
  if (TOO_OFTEN.has(rule.freq)) return 'comes again every hour or more often'
  return neverComes(rule) ? 'comes again on a day that does not exist' : null
}

/** Such as every 30th of February: the library would look for it without end. */
function neverComes(rule: ICAL.Recur): boolean {
  const parts = rule.parts as Record<string, number[] | undefined>
  const days = parts.BYMONTHDAY
  if (days === undefined || days.length === 0) return false
  const months = parts.BYMONTH ?? LONGEST_MONTHS.map((_, index) => index + 1)
  const longest = Math.max(0, ...months.map((month) => LONGEST_MONTHS[month - 1] ?? 0))
  return days.every((day) => day === 0 || Math.abs(day) > longest)
}
