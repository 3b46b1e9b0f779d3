// Quarters of thirteen weeks from today on, named by the months in which they begin.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const DAY = 86_400_000
export const WEEKS_PER_QUARTER = 13

export interface CalendarTick {
  /** From today on. */
  week: number
  month: string
  /** At the first tick, and wherever it is another year than before. */
  year: string | null
}

/** "Nov", and the year as text; empty where `today` is no date. */
function monthAfter(today: string, weeks: number): { month: string; year: string } {
  const start = Date.parse(`${today.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(start)) return { month: '', year: '' }
  const date = new Date(start + Math.round(weeks * 7) * DAY)
  return { month: MONTHS[date.getUTCMonth()] ?? '', year: String(date.getUTCFullYear()) }
}

/** "Nov 2026". */
export function monthAndYear(today: string, weeks = 0): string {
  const { month, year } = monthAfter(today, weeks)
  return `${month} ${year}`.trim()
}

/** One for each beginning of a quarter up to `weeks`, or for every second, third … where they would touch. */
export function quarterTicks(today: string, weeks: number, pixelsPerWeek: number, room = 34): CalendarTick[] {
  const pitch = WEEKS_PER_QUARTER * pixelsPerWeek
  const every = Math.max(1, Math.ceil(room / Math.max(pitch, 1e-9)))
  const ticks: CalendarTick[] = []
  let before = ''
  for (let week = 0; week <= weeks + 1e-9; week += every * WEEKS_PER_QUARTER) {
    const { month, year } = monthAfter(today, week)
    ticks.push({ week, month, year: year === before ? null : year })
    before = year
  }
  return ticks
}
