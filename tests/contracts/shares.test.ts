// Handing over and receiving over HTTP: one person makes a file, another one keeps it, and either can take it back.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import type { ShareChoice } from '../../src/core/share/build-share.ts'
import type { ReceivedShare, Share, ShareFile } from '../../src/core/share/share.ts'
import { openTestServer, type TestServer } from './test-server.ts'

interface Shares {
  choice: ShareChoice
  shares: Share[]
}

let engineer: TestServer
let manager: TestServer
let page = ''
let share: Share

beforeAll(async () => {
  engineer = await openTestServer()
  manager = await openTestServer()
  const { current } = engineer
  const opened = await engineer.call<{ id: string }>('POST', '/api/assessments', {
    headers: { 'idempotency-key': randomUUID() },
    body: { frameworkDigest: current.digest, role: 'senior-engineer' },
  })
  for (const [skill, level] of [
    ['coaching', 2],
    ['sustainable-pace', 1],
  ] as const)
    await engineer.call('PUT', `/api/assessments/${opened.body.id}/ratings/${skill}`, {
      headers: { 'if-none-match': '*' },
      body: {
        revisionId: randomUUID(),
        level,
        reason: null,
        approaching: false,
        behaviours: [],
        confidence: null,
        observedOn: null,
        note: '',
      },
    })
  await engineer.call('PUT', `/api/evidence/${randomUUID()}`, {
    headers: { 'if-none-match': '*' },
    body: {
      revisionId: randomUUID(),
      frameworkDigest: current.digest,
      happenedOn: '2026-11-20',
      text: 'Wrote the <b>runbook</b>',
    },
  })
})

afterAll(async () => {
  await engineer.dispose()
  await manager.dispose()
})

const asked = (choice: ShareChoice) => ({ from: 'Mira Holm', to: 'Jonas', words: 'For Tuesday.', choice })

describe('the one who shares', () => {
  test('chooses among everything but what is private', async () => {
    const { body } = await engineer.call<Shares>('GET', '/api/shares')
    expect(body.choice.levels).toEqual(['coaching'])
    expect(body.choice.evidence).toHaveLength(1)
    const tried = asked({ ...body.choice, levels: ['sustainable-pace'] })
    expect((await engineer.call('POST', '/api/share-previews', { body: tried })).status).toBe(422)
  })

  test('sees exactly what will be in the file, keeps a record of it, and gets the same file again', async () => {
    const { body } = await engineer.call<Shares>('GET', '/api/shares')
    const preview = await engineer.call<{ page: string }>('POST', '/api/share-previews', {
      body: asked(body.choice),
    })
    expect(preview.status, preview.text).toBe(200)
    const id = randomUUID()
    const made = await engineer.call<{ page: string; share: Share }>('PUT', `/api/shares/${id}`, {
      headers: { 'if-none-match': '*' },
      body: { ...asked(body.choice), revisionId: randomUUID() },
    })
    expect(made.status, made.text).toBe(201)
    page = made.body.page
    share = made.body.share
    const body1 = (text: string) => text.slice(text.indexOf('<body'), text.indexOf('<script'))
    expect(body1(page)).toBe(body1(preview.body.page))
    expect(page).toContain('&lt;b&gt;runbook')
    expect((await engineer.call<{ page: string }>('GET', `/api/shares/${id}`)).body.page).toBe(page)
  })

  test('says which role they hold only where they want it said', async () => {
    const target = { role: 'senior-engineer', destinations: [], revisionId: randomUUID() }
    await engineer.call('PUT', '/api/target', {
      headers: { 'if-none-match': '*' },
      body: { frameworkDigest: engineer.current.digest, ...target },
    })
    const { body } = await engineer.call<Shares>('GET', '/api/shares')
    const roleIn = async (part: object) =>
      (
        await engineer.call<{ content: { role: { id: string } | null } }>('POST', '/api/share-previews', {
          body: { ...asked(body.choice), ...part },
        })
      ).body.content.role?.id
    expect(await roleIn({})).toBeUndefined()
    expect(await roleIn({ role: true })).toBe('senior-engineer')
  })

  test('offers what their plan says for today, and not what it said for quarters that are over', async () => {
    const kept = await engineer.call('PUT', '/api/plan', {
      headers: { 'if-none-match': '*' },
      body: {
        revisionId: randomUUID(),
        frameworkDigest: engineer.current.digest,
        choices: {
          fromRole: 'senior-engineer',
          destinations: [{ role: 'staff-engineer', share: 1 }],
          hoursPerWeek: [3],
          quarters: 8,
        },
      },
    })
    expect(kept.status).toBe(201)
    const quarters = async () => {
      const { choice } = (await engineer.call<Shares>('GET', '/api/shares')).body
      const body = asked({ evidence: [], told: [], levels: [], areas: choice.areas })
      const answer = await engineer.call<{ content: ShareFile }>('POST', '/api/share-previews', { body })
      return new Set(answer.body.content.items.flatMap((item) => ('quarter' in item ? [item.quarter] : [])))
    }
    const before = engineer.clock.now
    const first = await quarters()
    engineer.clock.now = new Date(before.getTime() + 40 * 7 * 86_400_000)
    const later = await quarters()
    engineer.clock.now = before
    expect(first.size).toBeGreaterThan(0)
    expect(later.size).toBeGreaterThan(0)
    expect([...later].filter((quarter) => first.has(quarter))).toEqual([])
  })

  test('notes that it holds no longer, and takes the note back', async () => {
    const end = (revisionId: string, ended: boolean) =>
      engineer.call<Share>('POST', `/api/shares/${share.id}/end`, {
        headers: { 'if-match': `"${revisionId}"` },
        body: { revisionId: randomUUID(), ended },
      })
    const ended = await end(share.revisionId, true)
    expect(ended.body.endedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await end(share.revisionId, false)).status).toBe(412)
    expect((await end(ended.body.revisionId, false)).body.endedOn).toBeNull()
  })
})

describe('the one who receives', () => {
  let received: ReceivedShare

  test('looks at it before anything is kept', async () => {
    const looked = await manager.call<{ file: ShareFile; personId: null; known: boolean; ratings: number }>(
      'POST',
      '/api/received-share-previews',
      { body: { page } },
    )
    expect(looked.body).toMatchObject({ personId: null, known: false, ratings: 1 })
    expect((await manager.call<unknown[]>('GET', '/api/people')).body).toEqual([])
  })

  test('keeps it with a new person, whose own levels become ratings by themselves', async () => {
    const kept = await manager.call<{ received: ReceivedShare; ratings: number }>(
      'POST',
      '/api/received-shares',
      {
        headers: { 'idempotency-key': randomUUID() },
        body: { page, personId: null },
      },
    )
    expect(kept.status, kept.text).toBe(201)
    received = kept.body.received
    expect(kept.body.ratings).toBe(1)
    const about = await manager.call<{ ratings: RatingAbout[] }>(
      'GET',
      `/api/people/${received.personId}/ratings`,
    )
    expect(about.body.ratings.map(({ skill, level, rater }) => [skill, level, rater])).toEqual([
      ['coaching', 2, undefined],
    ])
    const list = await manager.call<{ received: ReceivedShare[] }>(
      'GET',
      `/api/received-shares?person=${received.personId}`,
    )
    expect(list.body.received.map(({ file }) => file.words)).toEqual(['For Tuesday.'])
  })

  test('gives somebody new a name where the file names nobody, and is asked for one', async () => {
    const { body } = await engineer.call<Shares>('GET', '/api/shares')
    const nameless = await engineer.call<{ page: string }>('PUT', `/api/shares/${randomUUID()}`, {
      headers: { 'if-none-match': '*' },
      body: { ...asked({ ...body.choice, levels: [] }), from: ' ', revisionId: randomUUID() },
    })
    const keep = (name?: string) =>
      manager.call<{ received: ReceivedShare }>('POST', '/api/received-shares', {
        headers: { 'idempotency-key': randomUUID() },
        body: { page: nameless.body.page, personId: null, ...(name === undefined ? {} : { name }) },
      })
    expect((await keep()).status).toBe(422)
    const kept = await keep('Noa Weiss')
    expect(kept.status, kept.text).toBe(201)
    const { personId } = kept.body.received
    const people = (await manager.call<{ id: string; displayName: string }[]>('GET', '/api/people')).body
    expect(people.find(({ id }) => id === personId)?.displayName).toBe('Noa Weiss')
    expect((await manager.call('DELETE', `/api/people/${personId}`)).status).toBe(204)
  })

  test('is told that this very file is there already, and by whom it is', async () => {
    const looked = await manager.call('POST', '/api/received-share-previews', { body: { page } })
    expect(looked.body).toMatchObject({ known: true, personId: received.personId })
  })

  test('takes it away, and what it brought of levels as well', async () => {
    const headers = { 'if-match': `"${received.revisionId}"` }
    expect((await manager.call('DELETE', `/api/received-shares/${received.id}`, { headers })).status).toBe(
      204,
    )
    const [file] = (await manager.call<{ id: string; source: string }[]>('GET', '/api/brought-ratings')).body
    expect(file?.source).toContain('Mira Holm, shared on')
    await manager.call('POST', `/api/brought-ratings/${file?.id}/undo`)
    const about = await manager.call<{ ratings: unknown[] }>(
      'GET',
      `/api/people/${received.personId}/ratings`,
    )
    expect(about.body.ratings).toEqual([])
  })

  test('is told in a sentence what is wrong with a file that was changed, or is none', async () => {
    for (const text of ['', '<p>Hello</p>', page.replaceAll('runbook', 'rumbook'), page.slice(0, 900)]) {
      const looked = await manager.call('POST', '/api/received-share-previews', { body: { page: text } })
      expect(looked.status, text.slice(0, 40)).toBe(422)
    }
  })

  test('loses what somebody shared when they remove that person', async () => {
    const kept = await manager.call<{ received: ReceivedShare }>('POST', '/api/received-shares', {
      headers: { 'idempotency-key': randomUUID() },
      body: { page, personId: received.personId },
    })
    expect(kept.status, kept.text).toBe(201)
    expect((await manager.call('DELETE', `/api/people/${received.personId}`)).status).toBe(204)
    const list = await manager.call<{ received: ReceivedShare[]; unreadable: number }>(
      'GET',
      '/api/received-shares',
    )
    expect(list.body).toEqual({ received: [], unreadable: 0 })
  })
})
