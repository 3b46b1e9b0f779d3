// Reads a day, with or without a time, as trackers write it.
import { isDate } from '../assessment/is-date.ts'
import { readDay } from '../importing/read-day.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * “2026-03-01T09:30:00Z”, “2026-03-01 09:30:00 UTC”, “01/Mar/26 9:30 AM”, “3/1/2026 9:30”. `monthFirst` says how to
 * read what is ambiguous. The day is the one that is written; `at` orders traces and takes the time for UTC.
 */
export function readMoment(text: string, monthFirst: boolean): { day: string; at: number } | null {
  const value = text.trim()
  const day = dayIn(value, monthFirst)
  if (day === null) return null
  return { day, at: Date.parse(`${day}T00:00:00Z`) + minutesIn(value) * 60_000 }
}

function dayIn(value: string, monthFirst: boolean): string | null {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(value) ?? []
  if (iso !== undefined) return isDate(iso) ? iso : null
  // As Jira writes it, unless its administrator chose otherwise.
  const [, date, name = '', short] =
    /^(\d{1,2})[/. -](\p{L}{3,9})\.?[/. -](\d{2}|\d{4})(?:$|\s)/u.exec(value) ?? []
  if (date !== undefined && short !== undefined) {
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
    return checked(short, String(month), date)
  }
  const [, first, mark, second, year] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:$|[\s,])/.exec(value) ?? []
  if (first !== undefined && second !== undefined && year !== undefined) {
    const isMonthFirst = mark !== '.' && (Number(second) > 12 || (monthFirst && Number(first) <= 12))
    return isMonthFirst ? checked(year, first, second) : checked(year, second, first)
  }
  return readDay(value)?.day ?? null
}

function checked(year: string, month: string, day: string): string | null {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(text) ? text : null
}

function minutesIn(value: string): number {
  const [, hour, minute, half] = /[T\s,](\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*([AP]M)?/i.exec(value) ?? []
  if (hour === undefined) return 0
  const afternoon = half?.toUpperCase() === 'PM' ? 12 : 0
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon
  return hours * 60 + Number(minute)
}
