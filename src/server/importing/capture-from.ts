// Reads the bytes of a file that evidence is captured from: a calendar, or what a tracker exports.
import { type CaptureReading, unreadable } from '../../core/capture/capture-reading.ts'
import { type CalendarWindow, readCalendar } from '../../core/capture/read-calendar.ts'
import { readTracker } from '../../core/capture/read-tracker.ts'
import { decodeText } from './decode-text.ts'
import { recogniseBytes } from './recognise-bytes.ts'

export function captureFrom(path: string, bytes: Uint8Array, window: CalendarWindow): CaptureReading {
  const kind = recogniseBytes(path, bytes)
  if (!kind.ok) return unreadable(kind.failure.message, kind.failure.mend)
  if (kind.value === 'zip')
    return unreadable('This is an archive.', 'Unpack it, and take the .ics or .csv file that is in it.')
  const text = decodeText(path, bytes)
  if (!text.ok) return unreadable(text.failure.message, 'Export a calendar as .ics, or a tracker as .csv.')
  const isCalendar = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.value) || /\.ics$/i.test(path)
  if (isCalendar) return readCalendar(text.value, window)
  const read = readTracker(text.value)
  const inTime = read.traces.filter(({ day }) => day >= window.since && day <= window.until)
  const outside = read.traces.length - inTime.length
  if (outside === 0) return read
  const leftOut = { what: outside === 1 ? 'One row' : `${outside} rows`, why: 'outside the time', line: null }
  return { ...read, traces: inTime, leftOut: [...read.leftOut, leftOut] }
}
