// What the API promises about check-ins, lighter plans and reminders: one's own, sealed, quiet after a no.
import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CheckIn, UnreadableCheckIn } from '../../src/core/check-in/check-in.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import type { PlanChoices, PlanRevision } from '../../src/core/plan/kept-plan.ts'
import type { Reminder } from '../../src/core/reminder/reminder.ts'
import { createApp } from '../../src/server/app.ts'
import type { LighterState } from '../../src/server/check-in/check-in-wire.ts'
import { personalDoor } from '../../src/server/personal-door.ts'
import { listAudit } from '../../src/store/audit/audit.ts'
import { dumpDatabase } from '../../src/store/dump.ts'
import { expectProblem, namesOf } from './expect-problem.ts'
import { ADDRESS, openTestServer, SECRET, type TestServer } from './test-server.ts'

const THIS_WEEK = '2026-11-23'
const LAST_WEEK = '2026-11-16'
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

beforeEach(() => {
  server.clock.now = new Date('2026-11-26T10:00:00.000Z')
})

afterAll(async () => {
  await server.dispose()
})

const seen = (revisionId: string | null): Record<string, string> =>
  revisionId === null ? { 'if-none-match': '*' } : { 'if-match': `"${revisionId}"` }

function say(week: string, content: object, before: string | null = null, revisionId = randomUUID()) {
  const body = { revisionId, ...content }
  return server.call<CheckIn>('PUT', `/api/check-ins/${week}`, { headers: seen(before), body })
}

const weeks = async () =>
  (await server.call<{ checkIns: CheckIn[]; unreadable: UnreadableCheckIn[] }>('GET', '/api/check-ins')).body

/** Takes everything back, so that no test finds the weeks of another. */
async function forget(): Promise<void> {
  for (const { week, revisionId } of (await weeks()).checkIns)
    await server.call('DELETE', `/api/check-ins/${week}`, { headers: seen(revisionId) })
}

describe('a check-in', () => {
  test('is kept, corrected and taken back, and the week can be said anew', async () => {
    const first = await say(THIS_WEEK, { inTheWay: 'On-call', ownAnswers: { load: 'heavy', energy: 2 } })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ version: 1, inTheWay: 'On-call', week: THIS_WEEK })
    const again = await say(THIS_WEEK, { inTheWay: 'On-call, twice' }, first.body.revisionId)
    expect([again.status, again.headers.get('etag')]).toEqual([200, `"${again.body.revisionId}"`])
    expect((await weeks()).checkIns).toEqual([again.body])
    const gone = await server.call('DELETE', `/api/check-ins/${THIS_WEEK}`, {
      headers: seen(again.body.revisionId),
    })
    expect(gone.status).toBe(204)
    expect((await weeks()).checkIns).toEqual([])
    expect((await say(THIS_WEEK, { ownAnswers: { load: null, energy: 0 } })).body.version).toBe(4)
    await forget()
  })

  test('is said once however often it is sent, and never over what another window said', async () => {
    const id = randomUUID()
    const first = await say(LAST_WEEK, { inTheWay: 'Meetings' }, null, id)
    expect((await say(LAST_WEEK, { inTheWay: 'Meetings' }, null, id)).body).toEqual(first.body)
    const stale = expectProblem(await say(LAST_WEEK, { inTheWay: 'Other' }), 412, 'stale')
    expect(stale.current).toEqual(first.body)
    const taken = expectProblem(await say(THIS_WEEK, { inTheWay: 'Meetings' }, null, id), 422, 'invalid')
    expect(namesOf(taken)).toEqual(['#/revisionId'])
    await forget()
  })

  test('says what does not fit, by name', async () => {
    const refused = async (week: string, content: object) =>
      namesOf(expectProblem(await say(week, content), 422, 'invalid'))
    expect(await refused('2026-11-30', { inTheWay: 'x' })).toEqual(['week'])
    expect(await refused(THIS_WEEK, {})).toEqual(['#/inTheWay'])
    expect(await refused(THIS_WEEK, { ownAnswers: { load: 'unbearable', energy: 1 } })).toEqual([
      '#/ownAnswers/load',
    ])
    expect(await refused(THIS_WEEK, { ownAnswers: { load: null, energy: 11 } })).toEqual([
      '#/ownAnswers/energy',
    ])
  })

  test('lies sealed: no word of it is in the database or the audit chain', async () => {
    await say(THIS_WEEK, { inTheWay: 'canary-in-the-way', ownAnswers: { load: 'heavy', energy: 1 } })
    const lines: string[] = []
    await server.store.database.alone((session) =>
      dumpDatabase(session, 'now', (line) => void lines.push(line)),
    )
    expect(lines.some((line) => line.includes('check_in_revision'))).toBe(true)
    const text = lines.join('\n')
    expect(text).not.toContain('canary-in-the-way')
    expect(text).not.toContain('heavy')
    const chain = await server.store.withViewer(await server.store.personalViewer(), listAudit)
    expect(chain.some(({ noun }) => noun === 'check-in')).toBe(true)
    await forget()
  })

  test('goes into one’s own export and comes back elsewhere, word for word', async () => {
    await say(THIS_WEEK, { inTheWay: 'Two releases', ownAnswers: { load: 'light', energy: 9 } })
    const { body: everything } = await server.call<PersonalExport>('GET', '/api/export')
    const page = (await server.call('GET', '/api/export?format=markdown')).text
    expect(page).toContain('- Week of 2026-11-23: The hours felt light. Energy left for learning: 9 of 10.')
    const other = await openTestServer()
    try {
      const headers = { 'idempotency-key': randomUUID() }
      const done = await other.call('POST', '/api/import', { headers, body: everything })
      expect(done.body).toMatchObject({ added: { checkIns: everything.checkIns?.length } })
      const there = await other.call<{ checkIns: CheckIn[] }>('GET', '/api/check-ins')
      expect(there.body.checkIns).toEqual((await weeks()).checkIns)
    } finally {
      await other.dispose()
    }
    await forget()
  })

  test('keeps the two answers out of a place that is shared with others', async () => {
    const { services } = server
    const owner = await services.owner()
    const viewer = { ...owner.viewer, orgId: '00000000-0000-4000-8000-0000000000aa' }
    const elsewhere = Promise.resolve({ ...services, owner: async () => ({ ...owner, viewer }) })
    const team = createApp({
      services: elsewhere,
      version: '0.0.0-test',
      door: personalDoor({
        services: elsewhere,
        hosts: () => ['127.0.0.1:4747'],
        port: () => 4747,
        secret: SECRET,
        launchLinks: server.launchLinks,
        now: () => server.clock.now,
      }),
      address: () => ADDRESS,
      now: () => server.clock.now,
      webRoot: null,
      log: () => undefined,
    })
    const answer = await team.fetch(
      new Request(`${ADDRESS}/api/check-ins/${THIS_WEEK}`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${SECRET}`,
          'if-none-match': '*',
        },
        body: JSON.stringify({ revisionId: randomUUID(), ownAnswers: { load: 'heavy', energy: null } }),
      }),
    )
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '#/ownAnswers' }] })
  })
})

describe('a plan that offers to ask for less', () => {
  const lighter = async () => (await server.call<LighterState>('GET', '/api/plan/lighter')).body
  const plan = async () => (await server.call<{ kept: PlanRevision | null }>('GET', '/api/plan')).body.kept
  const answer = async (reply: string, reason = 'heavy-weeks') =>
    (await server.call<LighterState>('PUT', '/api/plan/lighter/answer', { body: { reason, answer: reply } }))
      .body

  function makePlan(choices: PlanChoices | object, before: string | null, keepQuarter = true) {
    const frameworkDigest = server.current.digest
    const body = { revisionId: randomUUID(), frameworkDigest, choices, keepQuarter }
    return server.call<PlanRevision>('PUT', '/api/plan', { headers: seen(before), body })
  }

  beforeAll(async () => {
    server.clock.now = new Date('2026-11-09T10:00:00.000Z')
    const choices = {
      fromRole: 'senior-engineer',
      destinations: [{ role: 'staff-engineer' }],
      hoursPerWeek: [4],
      quarters: 8,
    }
    expect((await makePlan(choices, null)).status).toBe(201)
    server.clock.now = new Date('2026-11-26T10:00:00.000Z')
  })

  test('says so after two heavy weeks and not after one, with the reason, the text of the skill, and what it costs', async () => {
    const heavy = { ownAnswers: { load: 'heavy', energy: 3 } }
    await say(LAST_WEEK, heavy)
    expect((await lighter()).offer).toBeNull()
    await say(THIS_WEEK, heavy)
    const { offer } = await lighter()
    expect(offer).toMatchObject({
      reason: 'heavy-weeks',
      kind: 'lighter',
      why: 'You said of two weeks in a row that their hours felt heavy.',
      choices: { heavyWeeks: 2, hoursPerWeek: [4] },
    })
    expect(offer?.safeguard).toContain('talk to a doctor')
    expect(offer?.costs).toHaveLength(1)
    expect(offer?.costs[0]).toMatch(/^Lightening the plan moves .* later/)
  })

  test('is made lighter by the ordinary way of making a plan, and made as it was by the ordinary way back', async () => {
    const before = await plan()
    const { offer } = await lighter()
    const after = await makePlan(offer?.choices ?? {}, before?.revisionId ?? null, false)
    expect(after.status).toBe(200)
    expect(after.body.plan.quarters[0]?.hours).toBe(26)
    expect(after.body.plan.quarters[0]?.areas.filter(({ state }) => state === 'finishes').length).toBe(1)
    expect(after.body.why).toContain('The last weeks were heavy.')
    expect((await lighter()).offer).toBeNull()
    const body = { revisionId: randomUUID(), to: before?.revisionId }
    const back = await server.call<PlanRevision>('PUT', '/api/plan/back', {
      headers: seen(after.body.revisionId),
      body,
    })
    expect(back.body.plan).toEqual(before?.plan)
    expect((await lighter()).offer).not.toBeNull()
  })

  test('is quiet after “not now”, for good after “never”, and asks again when it may', async () => {
    expect((await answer('not-now')).offer).toBeNull()
    expect(await lighter()).toEqual({ offer: null, never: [] })
    expect((await answer('never')).never).toEqual(['heavy-weeks'])
    expect((await answer('ask-again')).offer).not.toBeNull()
    expectProblem(
      await server.call('PUT', '/api/plan/lighter/answer', { body: { reason: 'age', answer: 'never' } }),
      422,
      'invalid',
    )
  })
})

describe('reminders', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const known = async () =>
    (await server.call<{ reminder: Reminder | null }>('GET', '/api/reminders')).body.reminder
  const fetchAt = (url: string) => server.raw('GET', url.replace(ADDRESS, ''))

  test('are a calendar that any program reads, at the same hour everywhere, without a word of anybody’s', async () => {
    await say(THIS_WEEK, { inTheWay: 'canary-words' })
    const { text, headers } = await server.call('GET', '/api/reminders.ics')
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const [week, plan] = events(text)
    expect(week?.summary).toBe('Skillmap: the week, in two minutes')
    expect(week?.startDate.toString()).toBe('2026-11-27T15:00:00')
    expect(week?.startDate.zone).toBe(ICAL.Timezone.localTimezone)
    const dates = week?.iterator()
    expect([1, 2, 3].map(() => dates?.next()?.toString())).toEqual([
      '2026-11-27T15:00:00',
      '2026-12-04T15:00:00',
      '2026-12-11T15:00:00',
    ])
    expect(plan?.startDate.toString()).toBe('2027-02-08T15:00:00')
    expect(text).toContain('RRULE:FREQ=WEEKLY;INTERVAL=13')
    expect(text).not.toMatch(/canary|staff|senior/i)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    await forget()
  })

  test('come from a secret address, which opens nothing else, and can be renewed and stopped', async () => {
    expect((await server.raw('GET', '/api/reminders.ics')).status).toBe(401)
    const first = await server.call<{ url: string }>('POST', '/api/reminders/link')
    expect(first.status).toBe(201)
    expect(first.body.url).toMatch(
      /^http:\/\/127\.0\.0\.1:4747\/api\/reminders\.ics\?token=[0-9a-f-]{36}\.[\w-]{43}$/,
    )
    const feed = await fetchAt(first.body.url)
    expect(feed.status).toBe(200)
    const token = new URL(first.body.url).searchParams.get('token')
    for (const path of ['/api/check-ins', '/api/reminders', '/api/export'])
      expect((await server.raw('GET', `${path}?token=${token}`)).status).toBe(401)
    const second = await server.call<{ url: string }>('POST', '/api/reminders/link')
    expect((await fetchAt(first.body.url)).status).toBe(401)
    const again = await fetchAt(second.body.url)
    expect(events(again.text).map(({ uid }) => uid)).toEqual(events(feed.text).map(({ uid }) => uid))
    expect((await known())?.hasLink).toBe(true)
    expect((await server.call('DELETE', '/api/reminders/link')).status).toBe(204)
    expect((await fetchAt(second.body.url)).status).toBe(401)
    expect((await known())?.hasLink).toBe(false)
  })

  test('follow what is wished, and of two windows the second is told', async () => {
    const before = await known()
    const choices = { week: { weekday: 1, time: '08:30' }, plan: false, longView: false }
    const body = { revisionId: randomUUID(), choices }
    const headers = seen(before?.revisionId ?? null)
    const saved = await server.call<Reminder>('PUT', '/api/reminders', { headers, body })
    expect(saved.body).toMatchObject({ choices })
    expect(
      events((await server.call('GET', '/api/reminders.ics')).text).map((one) => String(one.startDate)),
    ).toEqual(['2026-11-30T08:30:00'])
    const late = await server.call('PUT', '/api/reminders', {
      headers,
      body: { ...body, revisionId: randomUUID() },
    })
    expect(expectProblem(late, 412, 'stale').current).toMatchObject({ revisionId: saved.body.revisionId })
    const wrong = { ...body, choices: { ...choices, week: { weekday: 8, time: '25:00' } } }
    expect(
      namesOf(
        expectProblem(await server.call('PUT', '/api/reminders', { headers, body: wrong }), 422, 'invalid'),
      ),
    ).toEqual(['#/choices/week/weekday', '#/choices/week/time'])
  })

  test('keep no secret in the database or the export, only its hash in the one', async () => {
    const { body } = await server.call<{ url: string }>('POST', '/api/reminders/link')
    const token = new URL(body.url).searchParams.get('token') ?? ''
    const lines: string[] = []
    await server.store.database.alone((session) =>
      dumpDatabase(session, 'now', (line) => void lines.push(line)),
    )
    expect(lines.join('\n')).not.toContain(token)
    const { text } = await server.call('GET', '/api/export')
    expect(text).not.toMatch(/token_hash/)
  })
})
