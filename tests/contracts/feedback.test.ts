// What somebody was told over HTTP: kept, corrected, counted as an unsure rating, taken back; refused in words.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import type { Feedback } from '../../src/core/feedback/feedback.ts'
import type { KeptPerson } from '../../src/core/person/kept-person.ts'
import type { FeedbackList } from '../../src/server/feedback/feedback-wire.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let mona: KeptPerson

beforeAll(async () => {
  server = await openTestServer()
  const body = { displayName: 'Mona Berg', relation: 'manager' }
  const headers = { 'idempotency-key': randomUUID() }
  mona = (await server.call<KeptPerson>('POST', '/api/people', { body, headers })).body
})

afterAll(async () => {
  await server.dispose()
})

type Kept = Partial<Feedback> & { countsAs?: number | null }
type Answer = Feedback & { errors: { pointer: string }[]; current: Feedback }

function keep(record: Kept, seen: string | null = null, id: string = randomUUID()) {
  const command = {
    revisionId: randomUUID(),
    frameworkDigest: server.current.digest,
    saidOn: '2026-11-20',
    text: 'You could be more visible outside the team.',
    skills: ['influence-without-authority'],
    polarity: 'gap',
    judgement: 'accepted',
  }
  return server.call<Answer>('PUT', `/api/feedback/${id}`, {
    headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
    body: { ...command, ...record },
  })
}

function takeBack({ id, revisionId }: Feedback) {
  const headers = { 'if-match': `"${revisionId}"` }
  return server.call('DELETE', `/api/feedback/${id}`, { headers })
}

async function list(): Promise<FeedbackList['records']> {
  return (await server.call<FeedbackList>('GET', '/api/feedback')).body.records
}

async function ratingsBy(name: string): Promise<RatingAbout[]> {
  const answer = await server.call<{ ratings: RatingAbout[] }>('GET', '/api/people/me/ratings')
  return answer.body.ratings.filter(({ rater }) => rater?.name === name)
}

describe('what somebody was told', () => {
  test('is kept, corrected by somebody who has seen it, and taken back without its words', async () => {
    const first = await keep({})
    expect([first.status, first.headers.get('etag')]).toEqual([201, `"${first.body.revisionId}"`])
    const { id, revisionId } = first.body
    const second = await keep({ skills: ['speaking'], judgement: 'corrected' }, revisionId, id)
    expect([second.status, second.body.version, second.body.skills]).toEqual([200, 2, ['speaking']])
    const late = await keep({}, revisionId, id)
    expect([late.status, late.body.current.skills]).toEqual([412, ['speaking']])
    expect((await list()).find((one) => one.id === id)?.names).toEqual(['Speaking & presenting'])
    expect((await takeBack(second.body)).status).toBe(204)
    expect((await list()).some((one) => one.id === id)).toBe(false)
    expect((await keep({}, null, id)).body.version).toBe(4)
  })

  test('sent again after a lost answer is kept once, and notes its rating once', async () => {
    const id = randomUUID()
    const revisionId = randomUUID()
    const record = { revisionId, skills: ['mentoring'], saidBy: mona.id, countsAs: 2, saidOn: '2026-05-04' }
    const [first, again] = [await keep(record, null, id), await keep(record, null, id)]
    expect([first.status, again.status, again.body.counted]).toEqual([201, 201, first.body.counted])
    const same = (await ratingsBy('Mona Berg')).filter(({ ratedAt }) => ratedAt.startsWith('2026-05-04'))
    expect(same).toMatchObject([{ skill: 'mentoring', level: 2, confidence: 'low', note: '' }])
  })

  test('counts only when asked, follows a correction, and takes its rating back with it', async () => {
    const on = { saidOn: '2026-06-01', saidBy: mona.id }
    const ofDay = async () =>
      (await ratingsBy('Mona Berg')).filter(({ ratedAt }) => ratedAt.startsWith(on.saidOn))
    const first = await keep({ ...on, skills: ['speaking'] })
    expect(await ofDay()).toEqual([])
    const second = await keep(
      { ...on, skills: ['speaking'], countsAs: 2 },
      first.body.revisionId,
      first.body.id,
    )
    expect(await ofDay()).toMatchObject([{ skill: 'speaking', level: 2 }])
    const third = await keep(
      { ...on, skills: ['mentoring'], judgement: 'corrected', countsAs: 3 },
      second.body.revisionId,
      first.body.id,
    )
    expect(await ofDay()).toMatchObject([{ skill: 'mentoring', level: 3 }])
    await takeBack(third.body)
    expect(await ofDay()).toEqual([])
    await keep({ ...on, skills: ['mentoring'], countsAs: 3 }, null, first.body.id)
    expect(await ofDay()).toMatchObject([{ skill: 'mentoring', level: 3 }])
  })

  test('does not touch a rating that was corrected since', async () => {
    const kept = await keep({ saidOn: '2026-07-01', saidBy: mona.id, skills: ['speaking'], countsAs: 2 })
    const counted = kept.body.counted
    const path = `/api/assessments/${counted?.assessmentId}/ratings/speaking`
    const headers = { 'if-match': `"${counted?.revisionId}"` }
    await server.call('PUT', path, { headers, body: { revisionId: randomUUID(), level: 4 } })
    expect((await list()).find(({ id }) => id === kept.body.id)?.counted).toBeNull()
    await takeBack(kept.body)
    const left = (await ratingsBy('Mona Berg')).filter(({ ratedAt }) => ratedAt.startsWith('2026-07-01'))
    expect(left).toMatchObject([{ level: 4 }])
  })

  test('never writes over what somebody said on that day already', async () => {
    const record = { saidOn: '2026-08-01', saidBy: mona.id, skills: ['speaking'], countsAs: 2 }
    await keep(record)
    const other = await keep({ ...record, text: 'You mumble.', countsAs: 1 })
    expect([other.status, other.body.errors[0]?.pointer]).toEqual([422, '#/countsAs'])
    expect((await list()).some(({ text }) => text === 'You mumble.')).toBe(false)
  })

  test('goes into the export and comes back from it, with its history', async () => {
    const record = await keep({
      text: 'Tell us earlier when a date slips.',
      skills: ['written-communication'],
    })
    const data = (await server.call<PersonalExport>('GET', '/api/export')).body
    const mine = (data.feedback ?? []).filter(({ id }) => id === record.body.id)
    expect(mine).toMatchObject([{ text: 'Tell us earlier when a date slips.', withdrawn: false }])
    const other = await openTestServer()
    try {
      const headers = { 'idempotency-key': randomUUID() }
      const imported = await other.call<{ added: { feedback: number } }>('POST', '/api/import', {
        headers,
        body: data,
      })
      expect([imported.status, imported.body.added.feedback]).toEqual([200, data.feedback?.length])
      const there = (await other.call<FeedbackList>('GET', '/api/feedback')).body.records
      expect(there.map(({ id, text, saidBy }) => [id, text, saidBy])).toEqual(
        (await list()).map(({ id, text, saidBy }) => [id, text, saidBy]),
      )
    } finally {
      await other.dispose()
    }
    const page = await server.call('GET', '/api/export?format=markdown')
    expect(page.text).toContain('Tell us earlier when a date slips')
  })

  test('loses a name with the person, and keeps the words', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { displayName: 'Short Guest' }
    const guest = (await server.call<KeptPerson>('POST', '/api/people', { body, headers })).body
    const record = await keep({ saidBy: guest.id, text: 'Said by a guest.' })
    await server.call('DELETE', `/api/people/${guest.id}`)
    expect((await list()).find(({ id }) => id === record.body.id)?.text).toBe('Said by a guest.')
    const data = await server.call('GET', '/api/export')
    expect(data.text).not.toContain('Short Guest')
  })

  test.each<[string, Kept, string]>([
    ['no words', { text: ' \n ' }, '#/text'],
    ['more words than a record holds', { text: 'x'.repeat(4001) }, '#/text'],
    ['a day that has not come', { saidOn: '2026-12-24' }, '#/saidOn'],
    ['a skill that is not there', { skills: ['juggling'] }, '#/skills/0'],
    ['no skill, though it was accepted', { skills: [] }, '#/skills'],
    ['a skill, though it was put aside', { judgement: 'dismissed' }, '#/skills'],
    ['somebody who is not kept', { saidBy: randomUUID() }, '#/saidBy'],
    ['a level without somebody who said it', { countsAs: 2 }, '#/countsAs'],
  ])('is refused with %s', async (_, record, pointer) => {
    const answer = await keep(record)
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer])
  })

  test('never counts for a private skill, nor beyond the scale', async () => {
    const secret = server.current.framework.skills.find((skill) => skill.private)?.id ?? ''
    const told = { saidBy: mona.id, saidOn: '2026-09-01' }
    expect((await keep({ ...told, skills: [secret], countsAs: 2 })).body.errors[0]?.pointer).toBe(
      '#/countsAs',
    )
    expect((await keep({ ...told, countsAs: 77 })).body.errors[0]?.pointer).toBe('#/countsAs')
    expect((await keep({ ...told, skills: [secret] })).status).toBe(201)
  })

  test('lies in the database sealed: no word of it can be read there', async () => {
    await keep({ text: 'unmistakable-xylophone' })
    const rows = await server.store.database.alone((session) =>
      session.query('SELECT * FROM feedback_revision', []),
    )
    expect(rows.rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows.rows)).not.toMatch(/xylophone|mentoring|visible/)
  })
})
