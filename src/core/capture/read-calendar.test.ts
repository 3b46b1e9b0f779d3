// Tests how calendars are read: zones, meetings that come again, what is left out, and files that are broken.
import { expect, test } from 'vitest'
import { type CalendarWindow, readCalendar } from './read-calendar.ts'

const NOVEMBER: CalendarWindow = { since: '2026-11-01', until: '2026-11-30', zone: 'Europe/Zurich', me: [] }

function calendar(...events: string[][]): string {
  const blocks = events.map((lines) => ['BEGIN:VEVENT', 'UID:a@example', ...lines, 'END:VEVENT'].join('\r\n'))
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', ...blocks, 'END:VCALENDAR', ''].join(
    '\r\n',
  )
}

const days = (text: string, window = NOVEMBER) => readCalendar(text, window).traces.map(({ day }) => day)

test('A weekly meeting is there each week, without those that were left out and with those that were moved', () => {
  const text = calendar(
    [
      'SUMMARY:Architecture review',
      'DTSTART:20260904T090000Z',
      'DTEND:20260904T100000Z',
      'RRULE:FREQ=WEEKLY',
      'EXDATE:20261113T090000Z',
    ],
    [
      'SUMMARY:Architecture review',
      'RECURRENCE-ID:20261120T090000Z',
      'DTSTART:20261124T130000Z',
      'DTEND:20261124T133000Z',
    ],
  )
  const { traces } = readCalendar(text, NOVEMBER)
  expect(traces.map(({ day, minutes }) => [day, minutes])).toEqual([
    ['2026-11-06', 60],
    ['2026-11-24', 30],
    ['2026-11-27', 60],
  ])
  expect(new Set(traces.map(({ origin }) => origin)).size).toBe(3)
})

test('A time in UTC is looked at where one is: late in the evening there may be the next day here', () => {
  const text = calendar(['SUMMARY:Launch', 'DTSTART:20261110T233000Z', 'DTEND:20261111T003000Z'])
  expect(days(text)).toEqual(['2026-11-11'])
  expect(days(text, { ...NOVEMBER, zone: 'America/New_York' })).toEqual(['2026-11-10'])
})

test('A time with its own zone keeps the day of that zone, and a whole day is that day', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')
  const text = calendar(
    ['SUMMARY:Breakfast', 'DTSTART;TZID=Tokyo:20261112T070000', 'DTEND;TZID=Tokyo:20261112T080000'],
    ['SUMMARY:Offsite', 'DTSTART;VALUE=DATE:20261105', 'DTEND;VALUE=DATE:20261106'],
  ).replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`)
  const { traces } = readCalendar(text, NOVEMBER)
  expect(traces.map(({ day, minutes }) => [day, minutes])).toEqual([
    ['2026-11-12', 60],
    ['2026-11-05', null],
  ])
  expect(new Date(traces[0]?.at ?? 0).toISOString()).toBe('2026-11-11T22:00:00.000Z')
})

test('Cancelled, free and declined time is left out and counted; rooms are no people', () => {
  const at = (day: number) => [`DTSTART:202611${day}T090000Z`, `DTEND:202611${day}T100000Z`]
  const text = calendar(
    ['SUMMARY:Gone', ...at(10), 'STATUS:CANCELLED'],
    ['SUMMARY:Lunch', ...at(11), 'TRANSP:TRANSPARENT'],
    ['SUMMARY:All hands', ...at(12), 'ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org'],
    [
      'SUMMARY:Pairing',
      ...at(13),
      'ATTENDEE;CN=Ada:mailto:ada@example.org',
      'ATTENDEE;CN="Ben Example";CUTYPE=INDIVIDUAL:mailto:ben@example.org',
      'ATTENDEE;CN=Blue Room;CUTYPE=ROOM:mailto:blue@example.org',
    ],
  )
  const read = readCalendar(text, { ...NOVEMBER, me: ['ada@example.org'] })
  expect(read.traces.map(({ text: title, people }) => [title, people])).toEqual([
    ['Pairing', ['Ben Example']],
  ])
  expect(read.leftOut.map(({ why }) => why)).toEqual([
    'cancelled',
    'marked as free, or as out of office',
    'declined by you',
  ])
})

test('A broken line costs its event and is named; the rest is read', () => {
  const text = calendar(
    ['SUMMARY:Good', 'DTSTART:20261110T090000Z', 'DTEND:20261110T100000Z'],
    ['SUMMARY:Bad', 'this is no line', 'DTSTART:20261111T090000Z'],
    ['SUMMARY:Worse', 'DTSTART:never', 'DTEND:20261111T100000Z'],
  )
  const read = readCalendar(text, NOVEMBER)
  expect(read.traces.map((trace) => trace.text)).toEqual(['Good'])
  expect(read.leftOut.find(({ why }) => why.includes('this is no line'))?.line).toBe(13)
})

test('What is no calendar says on which line it should have begun', () => {
  expect(readCalendar('hello', NOVEMBER).problem).toMatchObject({ line: 1 })
  expect(readCalendar('', NOVEMBER).problem?.message).toBe('The file is empty.')
  expect(readCalendar('BEGIN:VCALENDAR\nEND:VCALENDAR', NOVEMBER).problem?.message).toMatch(/no events/)
  const open = readCalendar('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x', NOVEMBER)
  expect(open.leftOut).toMatchObject([{ line: 2 }])
})

test.each([
  ['RRULE:FREQ=SECONDLY', /every hour or more often/],
  ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', /day that does not exist/],
  ['RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6', /day that does not exist/],
  ['RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO', /day that does not exist/],
  ['RRULE:FREQ=DAILY;INTERVAL=999999999', /too seldom/],
  ['RRULE:FREQ=DAILY;INTERVAL=2;BYHOUR=3,5;BYMINUTE=1,2,3', /every hour or more often/],
  ['RRULE:X', /not understood/],
])('The rule %s is not followed', (rule, why) => {
  const text = calendar(['SUMMARY:Bomb', 'DTSTART:19700101T000000Z', rule])
  const read = readCalendar(text, NOVEMBER)
  expect(read.traces).toEqual([])
  expect(read.leftOut[0]?.why).toMatch(why)
})

test('A daily meeting since 1970 is found in this month', () => {
  const text = calendar([
    'SUMMARY:Stand-up',
    'DTSTART:19700105T090000Z',
    'DURATION:PT15M',
    'RRULE:FREQ=DAILY',
  ])
  expect(days(text)).toHaveLength(30)
})

test('A title over folded lines is one title, and a formula stays a text', () => {
  const text = calendar(['SUMMARY:=cmd|a', '  review of the outbox', 'DTSTART:20261110T090000Z'])
  expect(readCalendar(text, NOVEMBER).traces[0]?.text).toBe('=cmd|a review of the outbox')
})
