// Cuts a calendar's file into its events and time zones, each read by itself, so that one broken line costs one event.
import ICAL from 'ical.js'
import { type CaptureReading, unreadable } from './capture-reading.ts'

export interface CalendarBlocks {
  calendar: ICAL.Component
  /** Events with the line on which each begins. */
  events: { event: ICAL.Component; line: number }[]
  broken: { line: number; why: string }[]
  /** Of the calendar: where times in UTC are meant to be looked at. */
  zone: string | null
}

interface Line {
  number: number
  text: string
}

const KEPT_BLOCKS = new Set(['VEVENT', 'VTIMEZONE'])

/** A reading with a problem where this is no calendar at all. */
export function cutCalendar(text: string, mostEvents: number): CalendarBlocks | CaptureReading {
  const lines = unfold(text)
  const begin = lines.find((line) => line.text.trim() !== '')
  if (begin === undefined) return unreadable('The file is empty.', 'Export the calendar again.')
  if (!/^BEGIN:VCALENDAR$/i.test(begin.text.trim()))
    return unreadable(
      `Line ${begin.number} should be BEGIN:VCALENDAR, as calendar files begin.`,
      'Export the calendar as iCalendar (.ics).',
      begin.number,
    )
  const blocks: CalendarBlocks = {
    calendar: new ICAL.Component('vcalendar'),
    events: [],
    broken: [],
    zone: lines.map(({ text: one }) => /^X-WR-TIMEZONE:(.+)$/i.exec(one)?.[1]?.trim()).find(Boolean) ?? null,
  }
  for (const block of blocksOf(lines, blocks.broken)) {
    if (blocks.events.length >= mostEvents) break
    readBlock(block, blocks)
  }
  return blocks
}

/** A line that begins with a space goes on from the one before (RFC 5545, 3.1). */
function unfold(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(raw) && last !== undefined) last.text += raw.slice(1)
    else lines.push({ number: index + 1, text: raw })
  }
  return lines
}

function blocksOf(lines: readonly Line[], broken: CalendarBlocks['broken']): Line[][] {
  const blocks: Line[][] = []
  let open: { kind: string; lines: Line[] } | null = null
  for (const line of lines) {
    const [, word, kind = ''] = /^(BEGIN|END):(\S+)\s*$/i.exec(line.text) ?? []
    const name = kind.toUpperCase()
    const isBegin = word?.toUpperCase() === 'BEGIN' && KEPT_BLOCKS.has(name)
    if (isBegin && open !== null) broken.push(notEnded(open.lines))
    if (isBegin) open = { kind: name, lines: [line] }
    else if (open !== null) open.lines.push(line)
    if (open !== null && word?.toUpperCase() === 'END' && name === open.kind) {
      blocks.push(open.lines)
      open = null
    }
  }
  if (open !== null) broken.push(notEnded(open.lines))
  return blocks
}

function notEnded(lines: readonly Line[]): { line: number; why: string } {
  return { line: lines[0]?.number ?? 1, why: 'An event that begins here does not end.' }
}

function readBlock(lines: readonly Line[], blocks: CalendarBlocks): void {
  const line = lines[0]?.number ?? 1
  const strange = lines.find(({ text }) => text.trim() !== '' && !/^[A-Z0-9-]+[;:]/i.test(text))
  if (strange !== undefined) {
    const shown = strange.text.slice(0, 40)
    blocks.broken.push({ line: strange.number, why: `“${shown}” is no line of a calendar.` })
    return
  }
  try {
    const text = lines.map((one) => one.text).filter((one) => one.trim() !== '')
    const parsed = ICAL.parse(text.join('\r\n')) as unknown as [string, unknown[], unknown[]]
    const component = new ICAL.Component(parsed)
    blocks.calendar.addSubcomponent(component)
    if (component.name === 'vevent') blocks.events.push({ event: component, line })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    blocks.broken.push({ line, why: `An event that begins here cannot be read: ${why}.` })
  }
}
