// Weeks and quarters of a plan on the calendar: days as 2026-11-23, weeks from Monday, quarters of thirteen weeks.

const DAY = 86_400_000
export const WEEKS_PER_QUARTER = 13

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  const number = dayNumber(day)
  // 1 January 1970 was a Thursday.
  return dayText(number - ((((number + 3) % 7) + 7) % 7))
}

export function addWeeks(day: string, weeks: number): string {
  return dayText(dayNumber(day) + 7 * weeks)
}

/** From one day to another, in weeks; below 0 where the other one was before. */
export function weeksBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 7
}

/**
 * The Monday on which the quarter of `today` began, counted from the first quarter of the plan before; without one
 * a quarter begins with this week. A day before that plan's beginning belongs to its first quarter.
 */
export function quarterStart(earlierStart: string | null, today: string): string {
  if (earlierStart === null) return mondayOf(today)
  return addWeeks(earlierStart, WEEKS_PER_QUARTER * quartersSince(earlierStart, today))
}

/** Whole quarters that have passed since the first one began; 0 in the first. */
export function quartersSince(earlierStart: string, today: string): number {
  return Math.max(0, Math.floor(weeksBetween(earlierStart, today) / WEEKS_PER_QUARTER))
}

/** The same day so many months earlier; the last day of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}

function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY)
}

function dayText(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}
