// Whether a text is a day that exists, written as year-month-day.

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `Date.parse` alone would take the 30th of February for the 1st of March. Years before 1900 are slips. */
export function isDate(text: string): boolean {
  const found = SHAPE.exec(text)
  if (!found) return false
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
  return year >= 1900 && day >= 1 && day <= days
}
