// Days before and after a day, written as year-month-day.
import { isDate } from '../assessment/is-date.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Further ahead nobody knows who works where. */
const MOST_AHEAD_DAYS = 366

/** What is wrong with a day from which something is to hold; null where it may be. */
export function problemOfDay(day: string, today: string): string | null {
  if (!isDate(day)) return 'This must be a day that exists, such as 2026-11-23.'
  if (day < '1950-01-01') return 'This is before 1950.'
  if (day > addDays(today, MOST_AHEAD_DAYS)) return 'This is more than a year ahead.'
  return null
}

/** The earlier of two last days; null is no last day. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b
  return b === null || a < b ? a : b
}
