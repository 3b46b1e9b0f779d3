// What the API promises about people whom somebody keeps, and about what was said by and about them.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import { NO_PARTS } from '../../src/core/composing/feedback-parts.ts'
import { NO_CONVERSATION } from '../../src/core/conversation/conversation.ts'
import type { KeptPerson } from '../../src/core/person/kept-person.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const once = () => ({ 'idempotency-key': randomUUID() })

async function keep(displayName: string, more: object = {}): Promise<KeptPerson> {
  const body = { displayName, ...more }
  return (await server.call<KeptPerson>('POST', '/api/people', { headers: once(), body })).body
}

function note(subject: string, said: object) {
  const body = { frameworkDigest: server.current.digest, ratedOn: '2026-09-30', ...said }
  return server.call<Assessment>('POST', `/api/people/${subject}/assessments`, { headers: once(), body })
}

interface About {
  subject: { id: string; name: string | null }
  ratings: RatingAbout[]
}

async function about(subject: string): Promise<About> {
  return (await server.call<About>('GET', `/api/people/${subject}/ratings`)).body
}

describe('people without an account', () => {
  test('are kept, listed by name, changed and removed', async () => {
    const zoe = await keep('  Zoe  Zimmer ', { relation: 'report', role: 'senior-engineer' })
    const ada = await keep('Ada')
    expect(zoe).toMatchObject({ displayName: 'Zoe Zimmer', relation: 'report', role: 'senior-engineer' })
    const { body } = await server.call<KeptPerson[]>('GET', '/api/people')
    expect(body).toEqual([ada, zoe])
    const change = { displayName: 'Ada L', relation: 'peer', role: null, revisionId: randomUUID() }
    const headers = { 'if-match': `"${ada.revisionId}"` }
    const changed = await server.call('PUT', `/api/people/${ada.id}`, { headers, body: change })
    expect(changed.body).toEqual({ id: ada.id, ...change })
    const again = await server.call('PUT', `/api/people/${ada.id}`, { headers, body: change })
    expect(again.status).toBe(200)
    const late = { ...change, displayName: 'Other', revisionId: randomUUID() }
    const stale = await server.call('PUT', `/api/people/${ada.id}`, { headers, body: late })
    expect(expectProblem(stale, 412, 'stale').current).toEqual(changed.body)
    for (const { id } of [ada, zoe])
      expect((await server.call('DELETE', `/api/people/${id}`)).status).toBe(204)
    expect((await server.call('GET', '/api/people')).body).toEqual([])
    expectProblem(await server.call('DELETE', `/api/people/${ada.id}`), 404, 'not-found')
  })

  test('need a name, and a role that the framework has', async () => {
    const headers = once()
    const nameless = await server.call('POST', '/api/people', { headers, body: { displayName: '  ' } })
    expect(namesOf(expectProblem(nameless, 422, 'invalid'))).toEqual(['#/displayName'])
    const body = { displayName: 'Bo', role: 'juggler' }
    const wrong = await server.call('POST', '/api/people', { headers: once(), body })
    expect(namesOf(expectProblem(wrong, 422, 'invalid'))).toEqual(['#/role'])
    expectProblem(await server.call('GET', `/api/people/${UNKNOWN}`), 404, 'not-found')
    expectProblem(await server.call('GET', `/api/people/${UNKNOWN}/ratings`), 404, 'not-found')
  })
})

describe('what others said', () => {
  test('about me is kept with its day and its rater, beside what I say myself', async () => {
    const manager = await keep('Mona', { relation: 'manager' })
    const own = await server.openAssessment()
    await server.rate(own.id, 'mentoring', 2)
    const noted = await note('me', { rater: manager.id, raterKind: 'manager' })
    expect([noted.status, noted.body.raterKind]).toEqual([201, 'manager'])
    const rated = await server.rate(noted.body.id, 'mentoring', 3)
    expect(rated.body.ratedAt).toBe('2026-09-30T00:00:00.000Z')
    const { ratings } = await about('me')
    expect(ratings.map(({ skill, level, rater }) => [skill, level, rater ?? 'self'])).toEqual([
      ['mentoring', 3, { id: manager.id, kind: 'manager', name: 'Mona' }],
      ['mentoring', 2, 'self'],
    ])
    const me = await server.call<{ levels: Rating[]; openAssessment: Assessment }>('GET', '/api/me')
    expect(me.body.levels.map((rating) => rating.level)).toEqual([2])
    expect(me.body.openAssessment.id).toBe(own.id)
    expect((await server.call<Assessment[]>('GET', '/api/assessments')).body.map((one) => one.id)).toEqual([
      own.id,
    ])
  })

  test('on one day is one record, which can be corrected a year later and taken back', async () => {
    const peer = await keep('Pat', { relation: 'peer' })
    const first = await note('me', { rater: peer.id, raterKind: 'peer' })
    const again = await note('me', { rater: peer.id, raterKind: 'peer' })
    expect(again.body.id).toBe(first.body.id)
    const later = await note('me', { rater: peer.id, raterKind: 'peer', ratedOn: '2026-10-31' })
    expect(later.body.id).not.toBe(first.body.id)
    const slip = await server.rate(first.body.id, 'speaking', 1)
    server.clock.now = new Date('2027-11-23T10:00:00.000Z')
    const corrected = await server.rate(first.body.id, 'speaking', 2, slip.body.revisionId)
    expect(corrected.body).toMatchObject({ level: 2, version: 2, ratedAt: '2026-09-30T00:00:00.000Z' })
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
    const headers = { 'if-match': `"${corrected.body.revisionId}"` }
    const path = `/api/assessments/${first.body.id}/ratings/speaking`
    expect((await server.call('DELETE', path, { headers })).status).toBe(204)
    expect((await about('me')).ratings.some((rating) => rating.skill === 'speaking')).toBe(false)
  })

  test('about one of my people comes from me, from themselves, from others, or from nobody knows whom', async () => {
    const report = await keep('Rosa', { relation: 'report', role: 'senior-engineer' })
    const peer = await keep('Quinn')
    const noted = [
      await note(report.id, { rater: 'me', raterKind: 'manager' }),
      await note(report.id, { rater: report.id, raterKind: 'self' }),
      await note(report.id, { rater: peer.id, raterKind: 'peer' }),
      await note(report.id, { rater: null, raterKind: 'peer' }),
    ]
    for (const [index, { body }] of noted.entries()) await server.rate(body.id, 'mentoring', index)
    const { subject, ratings } = await about(report.id)
    const me = (await server.call<{ person: { id: string } }>('GET', '/api/me')).body.person.id
    expect(subject).toEqual({ id: report.id, name: 'Rosa' })
    const raters = ratings.toSorted((a, b) => (a.level ?? 0) - (b.level ?? 0)).map(({ rater }) => rater)
    expect(raters).toEqual([
      { id: me, kind: 'manager', name: null },
      undefined,
      { id: peer.id, kind: 'peer', name: 'Quinn' },
      { id: noted[3]?.body.id, kind: 'peer', name: null },
    ])
    expect((await about('me')).ratings.some(({ rater }) => rater?.id === me)).toBe(false)
  })

  test('never holds a private skill, whoever is said to have rated it', async () => {
    const skill = server.current.framework.skills.find((one) => one.private)?.id ?? ''
    const report = await keep('Ravi', { relation: 'report' })
    for (const said of [
      { rater: 'me', raterKind: 'manager' },
      { rater: report.id, raterKind: 'self' },
    ]) {
      const { body } = await note(report.id, said)
      expectProblem(await server.rate(body.id, skill, 2), 403, 'not-allowed')
    }
  })

  test('stays without a name when its rater is removed, and goes with the person whom it is about', async () => {
    const rater = await keep('Gone Rater')
    const subject = await keep('Gone Subject')
    const mine = await note('me', { rater: rater.id, raterKind: 'client', ratedOn: '2025-01-31' })
    const theirs = await note(subject.id, { rater: rater.id, raterKind: 'peer' })
    await server.rate(theirs.body.id, 'mentoring', 2)
    const byMe = await note(subject.id, { rater: 'me', raterKind: 'manager' })
    expect((await server.call('DELETE', `/api/people/${subject.id}`)).status).toBe(204)
    for (const { body } of [theirs, byMe])
      expectProblem(await server.call('GET', `/api/assessments/${body.id}`), 404, 'not-found')
    expect((await server.call('DELETE', `/api/people/${rater.id}`)).status).toBe(204)
    await server.rate(mine.body.id, 'mentoring', 1)
    const left = (await about('me')).ratings.filter((rating) => rating.assessmentId === mine.body.id)
    expect(left.map((rating) => rating.rater)).toContainEqual({
      id: mine.body.id,
      kind: 'client',
      name: null,
    })
    expect((await server.call('GET', '/api/export')).text).not.toMatch(/Gone (Rater|Subject)/)
  })

  test.each<[object, string]>([
    [{ rater: 'me', raterKind: 'self' }, '#/raterKind'],
    [{ rater: 'me', raterKind: 'peer' }, '#/raterKind'],
    [{ rater: UNKNOWN, raterKind: 'peer' }, '#/rater'],
    [{ rater: null, raterKind: 'peer', ratedOn: '2026-12-25' }, '#/ratedOn'],
    [{ rater: null, raterKind: 'peer', ratedOn: '2026-02-30' }, '#/ratedOn'],
    [{ rater: null, raterKind: 'boss' }, '#/raterKind'],
    [{ rater: null, raterKind: 'peer', frameworkDigest: '0'.repeat(64) }, '#/frameworkDigest'],
  ])('is refused as %j, and the field is named', async (said, pointer) => {
    expect(namesOf(expectProblem(await note('me', said), 422, 'invalid'))).toEqual([pointer])
  })
})

describe('what names somebody who was removed', () => {
  test('can be changed as before, without their id; an id of nobody is refused', async () => {
    const ida = await keep('Ida')
    const { digest } = server.current
    const evidence = (personId: string) => ({
      ...{ happenedOn: '2026-09-30', text: 'Ran the migration' },
      credit: [{ name: 'Ida', personId }],
    })
    const draft = (personId: string) => ({
      ...{ recipient: 'Ida', personId, role: 'senior-engineer', skill: null, aim: 'change' },
      parts: { ...NO_PARTS, behaviour: 'You wrote the plan.' },
    })
    const talk = (personId: string) => ({
      content: { ...NO_CONVERSATION, heldOn: '2026-09-30', withWhom: 'Ida', personId },
    })
    const told = (saidBy: string) => ({
      ...{ saidOn: '2026-09-30', text: 'You listen well.', skills: ['coaching'] },
      ...{ polarity: 'strength', judgement: 'accepted', saidBy, countsAs: 3 },
    })
    const kinds = [
      ['/api/evidence', evidence, '"personId":null'],
      ['/api/feedback-drafts', draft, '"personId":null'],
      ['/api/conversations', talk, '"personId":null'],
      ['/api/feedback', told, '"saidBy":null'],
    ] as const
    const write = (path: string, body: object, seen: string | null) =>
      server.call<{ revisionId: string }>('PUT', path, {
        headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
        body: { revisionId: randomUUID(), frameworkDigest: digest, ...body },
      })
    const written: { path: string; seen: string }[] = []
    for (const [root, content] of kinds) {
      const path = `${root}/${randomUUID()}`
      const first = await write(path, content(ida.id), null)
      expect(first.status, first.text).toBe(201)
      written.push({ path, seen: first.body.revisionId })
    }
    expect((await server.call('DELETE', `/api/people/${ida.id}`)).status).toBe(204)
    for (const [index, [, content, nobody]] of kinds.entries()) {
      const { path = '', seen = '' } = written[index] ?? {}
      expect((await write(path, content(randomUUID()), seen)).status).toBe(422)
      const again = await write(path, content(ida.id), seen)
      expect(again.status, again.text).toBe(200)
      expect(again.text).toContain(nobody)
      expect(again.text).not.toContain(ida.id)
    }
    const { ratings } = await about('me')
    expect(ratings.filter(({ skill }) => skill === 'coaching')).toMatchObject([{ level: 3 }])
  })
})
