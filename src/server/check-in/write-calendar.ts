// Reminders as an iCalendar file (RFC 5545), for any calendar program.
import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import type { ReminderEvent } from '../../core/reminder/reminder-events.ts'

export interface CalendarNeeds {
  /** Whose they are; only a hash of it is in the file. */
  personId: string
  /** When they were chosen, an ISO time: an unchanged calendar is the same file. */
  changedAt: string
  /** Where the pages are, such as http://127.0.0.1:4747; null where no server is known. */
  address: string | null
}

const UNITS = { week: 'WEEKLY', year: 'YEARLY' } as const

export function writeCalendar(events: readonly ReminderEvent[], needs: CalendarNeeds): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Skillmap//Reminders//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', 'Skillmap')
  for (const event of events) calendar.addSubcomponent(eventOf(event, needs))
  return `${calendar.toString()}\r\n`
}

function eventOf(event: ReminderEvent, needs: CalendarNeeds): ICAL.Component {
  const { title, text, page, starts, minutes, repeats } = event
  const one = new ICAL.Component('vevent')
  one.addPropertyWithValue('uid', uidOf(event, needs.personId))
  one.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(needs.changedAt), true))
  // Without a zone: the same hour on the clock, wherever that is.
  one.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(starts))
  one.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60))
  if (repeats !== null)
    one.addPropertyWithValue(
      'rrule',
      ICAL.Recur.fromData({
        freq: UNITS[repeats.unit],
        ...(repeats.every > 1 ? { interval: repeats.every } : {}),
      }),
    )
  one.addPropertyWithValue('summary', title)
  one.addPropertyWithValue('description', text)
  if (needs.address !== null) one.addPropertyWithValue('url', `${needs.address}${page}`)
  one.addPropertyWithValue('class', 'PRIVATE')
  // It takes no time away that others could see as taken.
  one.addPropertyWithValue('transp', 'TRANSPARENT')
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', title)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(0))
  one.addSubcomponent(alarm)
  return one
}

/** The same for the same person and kind, whatever else changes: a calendar program keeps one of each. */
function uidOf({ kind, id }: ReminderEvent, personId: string): string {
  const whose = id === undefined ? personId : `${personId} ${id}`
  const hash = createHash('sha256').update(`reminders ${whose}`).digest('hex').slice(0, 32)
  return `${kind}-${hash}@skillmap`
}
