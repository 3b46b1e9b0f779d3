// Looks at the rule of an event that comes again before it is followed: some never end, and some never come.
import type ICAL from 'ical.js'

/** No meeting comes more often than every day. */
const TOO_OFTEN = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])
/** Of days, weeks, months or years. */
const LONGEST_INTERVAL = 400
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

type Parts = Record<string, (number | string)[] | undefined>

/** Why the rule is not followed; null where it can be. */
export function refusalOfRule(rule: ICAL.Recur, start: ICAL.Time): string | null {
  const parts = rule.parts as Parts
  const isOften = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((part) => (parts[part]?.length ?? 0) > 1)
  if (TOO_OFTEN.has(rule.freq) || isOften) return 'comes again every hour or more often'
  if (rule.interval > LONGEST_INTERVAL) return 'comes again too seldom to be followed'
  return isOnNoDay(parts) || missesItsWeekday(rule, start) ? 'comes again on a day that does not exist' : null
}

/** Such as every 30th of February: the library would look for it without end. */
function isOnNoDay(parts: Parts): boolean {
  const days = parts.BYMONTHDAY ?? []
  if (days.length === 0) return false
  const months = parts.BYMONTH ?? LONGEST_MONTHS.map((_, index) => index + 1)
  const longest = Math.max(0, ...months.map((month) => LONGEST_MONTHS[Number(month) - 1] ?? 0))
  return days.every((day) => Number(day) === 0 || Math.abs(Number(day)) > longest)
}

/** Every seven days from a Friday, and only on Mondays. */
function missesItsWeekday(rule: ICAL.Recur, start: ICAL.Time): boolean {
  const days = (rule.parts as Parts).BYDAY ?? []
  if (rule.freq !== 'DAILY' || rule.interval % 7 !== 0 || days.length === 0) return false
  const own = WEEKDAYS[start.dayOfWeek() - 1] ?? ''
  return !days.some((day) => String(day).endsWith(own))
}
