// Reads a calendar's file (iCalendar) into the meetings of a time: each time of those that come again, in its own zone.
import ICAL from 'ical.js'
import { cutCalendar } from './calendar-blocks.ts'
import { CAPTURE_LIMITS, type CaptureReading, LeftOutCounter, unreadable } from './capture-reading.ts'
import { refusalOfRule } from './recurrence-rule.ts'
import type { TraceOfWork } from './trace.ts'

export interface CalendarWindow {
  /** Days, both included; nothing of the future is evidence, so `until` is today at the latest. */
  since: string
  until: string
  /** Such as “Europe/Zurich”: where times in UTC are looked at, unless the calendar says it. */
  zone: string
  /** Names or addresses of whoever captures: what they declined is left out, and they are not credited. */
  me: readonly string[]
}

/** More than this at a table is a lecture: nobody of them is credited. */
const MOST_ATTENDEES = 8
const CANCELLED = 'cancelled'
const FREE = 'marked as free, or as out of office'

/** Never throws for what a file holds; a broken event is left out, and its line said. */
export function readCalendar(text: string, window: CalendarWindow): CaptureReading {
  const blocks = cutCalendar(text, CAPTURE_LIMITS.events)
  if ('problem' in blocks) return blocks
  if (blocks.events.length === 0 && blocks.broken.length === 0)
    return unreadable('The calendar holds no events.', 'Export the calendar with its events.')
  const left = new LeftOutCounter()
  for (const { why, line } of blocks.broken) left.add(why, line)
  const traces: TraceOfWork[] = []
  const zone = isZone(blocks.zone) ? blocks.zone : window.zone
  for (const { event, line } of mastersOf(blocks.events)) {
    try {
      traces.push(...meetingsOf(event, { ...window, zone }, left, line))
    } catch (error) {
      left.add(`could not be read (${reasonOf(error)})`, line)
    }
    if (traces.length > CAPTURE_LIMITS.traces) break
  }
  if (traces.length > CAPTURE_LIMITS.traces)
    left.add(`only the first ${CAPTURE_LIMITS.traces} meetings are read; ask for a shorter time`, null)
  return {
    source: 'a calendar',
    traces: traces.slice(0, CAPTURE_LIMITS.traces),
    people: [],
    leftOut: left.list((count) => (count === 1 ? 'One event' : `${count} events`)),
    problem: null,
  }
}

/** The library's own words, unless it stumbled. */
function reasonOf(error: unknown): string {
  const isPlain = error instanceof Error && !(error instanceof TypeError)
  return isPlain ? error.message : 'its values are not understood'
}

function isZone(zone: string | null): zone is string {
  if (zone === null) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

interface Master {
  event: ICAL.Event
  line: number
}

/** Each event that is not a change of another, with its changes. */
function mastersOf(events: readonly { event: ICAL.Component; line: number }[]): Master[] {
  const changes = new Map<string, ICAL.Component[]>()
  for (const { event } of events)
    if (event.hasProperty('recurrence-id'))
      changes.set(uidOf(event), [...(changes.get(uidOf(event)) ?? []), event])
  const masters = events.filter(({ event }) => !event.hasProperty('recurrence-id'))
  const known = new Set(masters.map(({ event }) => uidOf(event)))
  const orphans = events.filter(({ event }) => event.hasProperty('recurrence-id') && !known.has(uidOf(event)))
  return [
    ...masters.map(({ event, line }) => ({
      event: new ICAL.Event(event, { exceptions: changes.get(uidOf(event)) ?? [], strictExceptions: false }),
      line,
    })),
    ...orphans.map(({ event, line }) => ({ event: new ICAL.Event(event), line })),
  ]
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '')
}

function meetingsOf(
  event: ICAL.Event,
  window: CalendarWindow,
  left: LeftOutCounter,
  line: number,
): TraceOfWork[] {
  if (event.startDate === null) {
    left.add('without a beginning', line)
    return []
  }
  const start = event.startDate
  if (!event.isRecurring() || event.isRecurrenceException())
    return meetingOf(event, start, window, left, line)
  const refused = event.component
    .getAllProperties('rrule')
    .map((rule) => refusalOfRule(rule.getFirstValue() as ICAL.Recur, start))
    .find((why) => why !== null)
  if (refused !== undefined && refused !== null) {
    left.add(refused, line)
    return []
  }
  return occurrencesOf(event, window, left, line)
}

function occurrencesOf(
  event: ICAL.Event,
  window: CalendarWindow,
  left: LeftOutCounter,
  line: number,
): TraceOfWork[] {
  const meetings: TraceOfWork[] = []
  const iterator = event.iterator()
  for (let step = 0; step < CAPTURE_LIMITS.steps; step += 1) {
    const next = iterator.next()
    if (next === undefined || next === null || dayOf(next, window.zone) > window.until) return meetings
    // A change may move a meeting into the time that is asked for, by some days.
    if (dayOf(next, window.zone) < dayBefore(window.since)) continue
    const details = event.getOccurrenceDetails(next)
    meetings.push(...meetingOf(details.item, details.startDate, window, left, line))
    if (meetings.length < CAPTURE_LIMITS.occurrences) continue
    left.add(`comes again more than ${CAPTURE_LIMITS.occurrences} times`, line)
    return meetings
  }
  left.add('comes again too often to be followed to this time', line)
  return meetings
}

const MOVED_BY_MS = 31 * 86_400_000

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - MOVED_BY_MS).toISOString().slice(0, 10)
}

function meetingOf(
  event: ICAL.Event,
  start: ICAL.Time,
  window: CalendarWindow,
  left: LeftOutCounter,
  line: number,
): TraceOfWork[] {
  const day = dayOf(start, window.zone)
  if (day < window.since || day > window.until) return []
  const { component } = event
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  const guests = guestsOf(component)
  const mine = guests.find(({ names }) => names.some((name) => isMe(name, window.me)))
  const refused =
    value('status') === 'CANCELLED'
      ? CANCELLED
      : value('transp') === 'TRANSPARENT' || ['FREE', 'OOF'].includes(value('x-microsoft-cdo-busystatus'))
        ? FREE
        : mine?.declined === true
          ? 'declined by you'
          : (event.summary ?? '').trim() === ''
            ? 'without a title'
            : null
  if (refused !== null) {
    left.add(refused, line)
    return []
  }
  const others = guests.filter((guest) => guest !== mine)
  return [
    {
      kind: 'meeting',
      origin: `ics:${event.uid ?? ''}:${day}`,
      day,
      at: start.toUnixTime() * 1000,
      text: event.summary.replace(/\s+/g, ' ').trim().slice(0, CAPTURE_LIMITS.text),
      who: [],
      files: [],
      labels: [],
      branch: null,
      branchTitle: null,
      people: others.length > MOST_ATTENDEES ? [] : others.map(({ names }) => names[0] ?? ''),
      link: null,
      minutes: start.isDate ? null : Math.max(0, Math.round(event.duration.toSeconds() / 60)),
    },
  ]
}

function isMe(name: string, me: readonly string[]): boolean {
  return me.some((one) => one.trim().toLowerCase() === name.toLowerCase())
}

interface Guest {
  /** The name where there is one, and the address. */
  names: string[]
  declined: boolean
}

/** People; rooms and lists are none. */
function guestsOf(event: ICAL.Component): Guest[] {
  return event
    .getAllProperties('attendee')
    .filter((guest) => ['', 'INDIVIDUAL'].includes(String(guest.getParameter('cutype') ?? '').toUpperCase()))
    .map((guest) => {
      const address = String(guest.getFirstValue() ?? '').replace(/^mailto:/i, '')
      const name = String(guest.getParameter('cn') ?? '').trim()
      return {
        names: name === '' || name === address ? [address] : [name, address],
        declined: String(guest.getParameter('partstat') ?? '').toUpperCase() === 'DECLINED',
      }
    })
    .filter(({ names }) => names[0] !== '')
}

/** The day on the wall where it took place; a time in UTC is looked at in `zone`. */
function dayOf(time: ICAL.Time, zone: string): string {
  if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone) return time.toString().slice(0, 10)
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  return parts.format(new Date(time.toUnixTime() * 1000))
}
