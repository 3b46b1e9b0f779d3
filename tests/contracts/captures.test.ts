// Captures over the API: files of every kind are read, nothing of them stays, and what one kept is known.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaptureReading } from '../../src/core/capture/capture-reading.ts'
import { entryOfItem } from '../../src/core/capture/entry-of-item.ts'
import { propose } from '../../src/core/capture/propose.ts'
import { expectProblem } from './expect-problem.ts'
import { ADDRESS, openTestServer, SECRET, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const OCTOBER = 'since=2026-10-01&until=2026-10-31'

async function send(name: string, body: string | Uint8Array<ArrayBuffer>, query = OCTOBER) {
  const address = `${ADDRESS}/api/captures?name=${encodeURIComponent(name)}&${query}`
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/octet-stream' }
  const answer = await server.app.fetch(new Request(address, { method: 'POST', headers, body }))
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) as CaptureReading }
}

const event = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Review',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

test('A calendar is read by its content, whatever it is called, and no file stays behind', async () => {
  const read = await send('notes.txt', event('DTSTART:20261005T090000Z', 'DTEND:20261005T100000Z'))
  expect([read.status, read.body.source, read.body.problem]).toEqual([200, 'a calendar', null])
  expect(read.body.traces).toMatchObject([{ day: '2026-10-05', text: 'Review', minutes: 60 }])
  const left = join(server.services.store.places.run, 'captures')
  expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
})

test('A meeting that would come again without end is ended, and the program goes on', async () => {
  const rules = ['RRULE:FREQ=SECONDLY', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']
  for (const rule of rules) {
    const read = await send('bomb.ics', event('DTSTART:19700101T000000Z', rule))
    expect([rule, read.status, read.body.traces]).toEqual([rule, 200, []])
  }
  expect((await server.call('GET', '/api/health')).status).toBe(200)
})

test.each([
  ['nothing', '', /empty/],
  ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /archive/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), /picture/],
  ['zero bytes', new Uint8Array([65, 0, 66, 1, 0, 2]), /not a text/],
  ['a text', 'hello', /neither a table nor JSON/],
])('A file of %s is answered in words', async (_, bytes, words) => {
  const read = await send('file', bytes)
  expect([read.status, read.body.traces]).toEqual([200, []])
  expect(read.body.problem?.message).toMatch(words)
})

test('A table is cut to the time that was asked for, and says how much lies outside', async () => {
  const rows = [
    'number,title,state,mergedAt,author',
    '1,In time,MERGED,2026-10-05,ada',
    '2,Too late,MERGED,2026-11-05,ada',
  ]
  const { body } = await send('mine.csv', rows.join('\n'))
  expect(body.traces.map(({ text }) => text)).toEqual(['In time'])
  expect(body.leftOut).toEqual([{ what: 'One row', why: 'outside the time', line: null }])
})

test('A time that is none, and JSON in place of a file, are refused', async () => {
  expectProblem(await send('a.ics', 'x', 'since=soon&until=2026-10-31'), 422, 'invalid')
  expectProblem(await server.call('POST', `/api/captures?${OCTOBER}`, { body: {} }), 415, 'not-a-file')
})

test('What an entry was captured from is known, until the entry is taken back', async () => {
  const read = await send('work.ics', event('DTSTART:20261005T090000Z', 'DTEND:20261005T100000Z'))
  const [proposal] = propose(read.body.traces, new Set()).proposals
  if (proposal === undefined) throw new Error('There is a proposal.')
  const { framework } = (await server.call<{ framework: { digest: string } }>('GET', '/api/me')).body
  const id = crypto.randomUUID()
  const body = {
    ...entryOfItem(proposal.item),
    revisionId: crypto.randomUUID(),
    frameworkDigest: framework.digest,
  }
  const saved = await server.call('PUT', `/api/evidence/${id}`, { headers: { 'if-none-match': '*' }, body })
  expect(saved.status).toBe(201)
  const known = async () => (await server.call<{ keys: string[] }>('GET', '/api/captures')).body.keys
  expect(propose(read.body.traces, new Set(await known())).proposals).toEqual([])
  await server.call('DELETE', `/api/evidence/${id}`, { headers: { 'if-match': `"${body.revisionId}"` } })
  expect(await known()).toEqual([])
})
