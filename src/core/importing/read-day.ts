// Reads a day as people write it.
import { isDate } from '../assessment/is-date.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Year-month-day; undefined where it is no day. Of 3/4/2026 nobody can tell which is the month: it is `ambiguous`, and
 * read with the day first.
 */
export function readDay(text: string): { day: string; ambiguous: boolean } | undefined {
  const value = text.trim()
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(value) ?? []
  if (iso !== undefined) return checked(iso, false)
  const [, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value) ?? []
  if (first !== undefined && second !== undefined && year !== undefined) {
    const isMonthFirst = Number(second) > 12
    const [day, month] = isMonthFirst ? [second, first] : [first, second]
    return checked(
      dated(year, month, day),
      mark !== '.' && Number(first) <= 12 && Number(second) <= 12 && first !== second,
    )
  }
  return wordyDay(value)
}

function wordyDay(value: string): { day: string; ambiguous: boolean } | undefined {
  const [, d1, m1, y1] = /^(\d{1,2})\.? (\p{L}{3,9})\.?,? (\d{4})$/u.exec(value) ?? []
  const [, m2, d2, y2] = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u.exec(value) ?? []
  const [day, month, year] = [d1 ?? d2, m1 ?? m2, y1 ?? y2]
  if (day === undefined || month === undefined || year === undefined) return undefined
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return index < 0 ? undefined : checked(dated(year, String(index + 1), day), false)
}

function dated(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function checked(day: string, ambiguous: boolean) {
  return isDate(day) ? { day, ambiguous } : undefined
}
