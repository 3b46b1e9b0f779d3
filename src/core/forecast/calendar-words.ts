// Days and months so many weeks after a day, in words.

const DAY = 86_400_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function after(day: string, weeks: number): Date {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + Math.round(weeks * 7) * DAY)
}

/** "June 2028". `day` as 2026-11-26; whole days are counted. */
export function monthAfter(day: string, weeks: number): string {
  const date = after(day, weeks)
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** "12 June 2028". */
export function dayAfter(day: string, weeks: number): string {
  return `${after(day, weeks).getUTCDate()} ${monthAfter(day, weeks)}`
}
