// Dates and sizes as a person reads them.
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const DAY = /^\d{4}-\d\d-\d\d$/
// A day without a time is the same everywhere: in a zone it would be the midnight of another one.
const dayAlone = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const dateWords = {
  day: dayIn(),
  minute: (iso: string) => format(minute, iso),
} as const

/** The words of a day, or of the day of a moment: in that zone, or else in that of the browser. */
export function dayIn(zone?: string): (iso: string) => string {
  const ofMoment = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  return (iso) => format(DAY.test(iso) ? dayAlone : ofMoment, iso)
}

function format(style: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : style.format(date)
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
