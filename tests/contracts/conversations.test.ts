// Talks over HTTP: kept, changed, taken back, taken along; and what can go on the page of each.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationBrief } from '../../src/core/conversation/brief.ts'
import {
  type Conversation,
  type ConversationContent,
  NO_CONVERSATION,
} from '../../src/core/conversation/conversation.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import type { ShareChoice } from '../../src/core/share/build-share.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const PATH = '/api/conversations'
const TALK: ConversationContent = {
  ...NO_CONVERSATION,
  heldOn: '2026-11-26',
  since: '2026-10-01',
  withWhom: 'Lena',
}

function write(part: Partial<ConversationContent>, seen?: string, id: string = randomUUID()) {
  const headers: Record<string, string> =
    seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  const body = {
    revisionId: randomUUID(),
    frameworkDigest: server.current.digest,
    content: { ...TALK, ...part },
  }
  return server.call<Conversation & { errors: unknown[]; current: Conversation }>('PUT', `${PATH}/${id}`, {
    headers,
    body,
  })
}

async function list(): Promise<Conversation[]> {
  return (await server.call<{ conversations: Conversation[] }>('GET', PATH)).body.conversations
}

async function briefOf(id: string): Promise<ConversationBrief> {
  return (await server.call<{ brief: ConversationBrief }>('GET', `${PATH}/${id}/brief`)).body.brief
}

async function keepPerson(displayName: string): Promise<string> {
  const { body } = await server.call<{ id: string }>('POST', '/api/people', {
    headers: { 'idempotency-key': randomUUID() },
    body: { displayName, relation: 'report', role: 'senior-engineer' },
  })
  return body.id
}

async function log(text: string, happenedOn: string, part: object = {}): Promise<string> {
  const id = randomUUID()
  const entry = { text, happenedOn, links: [], credit: [], skills: [], template: 'plain', ...part }
  const { status, text: answer } = await server.call('PUT', `/api/evidence/${id}`, {
    headers: { 'if-none-match': '*' },
    body: {
      ...entry,
      source: { kind: 'typed' },
      revisionId: randomUUID(),
      frameworkDigest: server.current.digest,
    },
  })
  expect(status, answer).toBe(201)
  return id
}

describe('a talk', () => {
  test('is kept, changed by somebody who has seen it, taken back, and written anew', async () => {
    const first = await write({ oneThing: 'More time for design' })
    expect([first.status, first.headers.get('etag')], first.text).toEqual([201, `"${first.body.revisionId}"`])
    const { id, revisionId } = first.body
    const second = await write({ oneThing: 'Less time in meetings' }, revisionId, id)
    expect([second.status, second.body.version]).toEqual([200, 2])
    const late = await write({ oneThing: 'Something else' }, revisionId, id)
    expect([late.status, late.body.current.oneThing]).toEqual([412, 'Less time in meetings'])
    expect((await list()).map(({ oneThing }) => oneThing)).toEqual(['Less time in meetings'])
    const headers = { 'if-match': `"${second.body.revisionId}"` }
    expect((await server.call('DELETE', `${PATH}/${id}`, { headers })).status).toBe(204)
    expect(await list()).toEqual([])
    expect((await write({ oneThing: 'Again' }, undefined, id)).body.version).toBe(4)
  })

  test('is refused with the place and the reason where something does not fit', async () => {
    const step = {
      id: randomUUID(),
      text: 'x',
      whose: 'me',
      dueOn: null,
      done: false,
      agreedOn: '2026-11-26',
    }
    const refused = [
      await write({ withWhom: ' ' }),
      await write({ since: '2026-12-01' }),
      await write({ towards: 'nobody' }),
      await write({ personId: randomUUID() }),
      await write({ steps: [step, step] as ConversationContent['steps'] }),
      await write({ oneThing: 'x'.repeat(4001) }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422])
    for (const { body } of refused) expect(body.errors.length).toBeGreaterThan(0)
  })

  test('is offered what was written down since the last one, and nothing from before', async () => {
    const old = await log('Before the last talk', '2026-09-30')
    const fresh = await log('Moved **billing** to the new queue', '2026-11-02')
    const { lines } = await briefOf((await write({})).body.id)
    const evidence = lines.filter(({ kind }) => kind === 'evidence')
    expect(evidence.map(({ key, text }) => [key, text])).toEqual([
      [`evidence/${fresh}`, 'Moved billing to the new queue'],
    ])
    expect(lines.some(({ key }) => key.endsWith(old))).toBe(false)
  })

  test('about somebody else is offered what was noted about them and nothing of one’s own', async () => {
    const lena = await keepPerson('Lena B.')
    await log('My own work alone', '2026-11-03')
    const shared = await log('Paired on the migration', '2026-11-04', {
      credit: [{ name: 'Lena B.', personId: lena }],
    })
    const { lines } = await briefOf((await write({ about: 'them', personId: lena })).body.id)
    expect(lines.map(({ key }) => key)).toEqual([`evidence/${shared}`])
  })

  test('says of each record who can read it, and shows the other what was handed over', async () => {
    const text = 'Ran the **game day** with three teams'
    const entry = await log(text, '2026-11-06')
    const { body } = await server.call<{ choice: ShareChoice }>('GET', '/api/shares')
    const made = await server.call<{ page: string }>('PUT', `/api/shares/${randomUUID()}`, {
      headers: { 'if-none-match': '*' },
      body: {
        ...{ from: 'Mira Holm', to: 'Jonas', words: '', choice: { ...body.choice, evidence: [entry] } },
        revisionId: randomUUID(),
      },
    })
    expect(made.status, made.text).toBe(201)
    const [own] = (await briefOf((await write({ heldOn: '2099-01-01' })).body.id)).lines.filter(
      ({ key }) => key === `evidence/${entry}`,
    )
    expect(own?.readers).toEqual([{ to: 'Jonas', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }])
    const manager = await openTestServer()
    try {
      const kept = await manager.call<{ received: { personId: string } }>('POST', '/api/received-shares', {
        headers: { 'idempotency-key': randomUUID() },
        body: { page: made.body.page, personId: null },
      })
      const id = randomUUID()
      const content = { ...TALK, about: 'them', withWhom: 'Mira Holm', personId: kept.body.received.personId }
      const written = await manager.call('PUT', `${PATH}/${id}`, {
        headers: { 'if-none-match': '*' },
        body: { revisionId: randomUUID(), frameworkDigest: manager.current.digest, content },
      })
      expect(written.status, written.text).toBe(201)
      const { brief } = (await manager.call<{ brief: ConversationBrief }>('GET', `${PATH}/${id}/brief`)).body
      const shared = brief.lines.filter(({ kind }) => kind === 'shared')
      expect(shared.map((line) => [line.text, line.on, line.readers[0]?.to])).toEqual([
        ['Ran the game day with three teams', '2026-11-06', 'Mira Holm'],
      ])
    } finally {
      await manager.dispose()
    }
  })

  test('never shows a private skill, nor anything that was written about one', async () => {
    const digest = server.current.digest
    const { body: framework } = await server.call<{
      skills: { id: string; name: string; private: boolean }[]
    }>('GET', `/api/frameworks/${digest}`)
    const hidden = framework.skills.find((skill) => skill.private)
    expect(hidden).toBeDefined()
    await log('Slept badly for a month', '2026-11-05', {
      skills: [{ skill: hidden?.id, level: null, behaviours: [], note: '' }],
    })
    const told = await server.call('PUT', `/api/feedback/${randomUUID()}`, {
      headers: { 'if-none-match': '*' },
      body: {
        revisionId: randomUUID(),
        frameworkDigest: digest,
        text: 'You look tired in every meeting.',
        skills: [hidden?.id],
        polarity: 'gap',
        judgement: 'accepted',
        saidBy: null,
        saidOn: '2026-11-05',
        countsAs: null,
      },
    })
    expect(told.status, told.text).toBe(201)
    const kim = await keepPerson('Kim Tired')
    await log('Kim told me how badly they sleep', '2026-11-06', {
      credit: [{ name: 'Kim Tired', personId: kim }],
      skills: [{ skill: hidden?.id, level: null, behaviours: [], note: '' }],
    })
    for (const part of [{}, { about: 'them' as const, withWhom: 'Kim Tired', personId: kim }]) {
      const brief = JSON.stringify(await briefOf((await write(part)).body.id))
      expect(brief).not.toContain(hidden?.name)
      expect(brief).not.toMatch(/sleep|Slept|tired/)
    }
  })

  test('goes out with everything else and comes back', async () => {
    const odd = '<script>alert(1)</script> שלום 好的 🙂 **not bold** =1+1'
    const made = await write({ oneThing: odd, withWhom: 'Odd' })
    const { body } = await server.call<PersonalExport>('GET', '/api/export')
    expect(body.conversations?.find(({ id }) => id === made.body.id)?.oneThing).toBe(odd)
    const markdown = await server.call('GET', '/api/export?format=markdown')
    expect(markdown.text).toContain('With Odd, 2026-11-26')
    const elsewhere = await openTestServer()
    try {
      const brought = await elsewhere.call('POST', '/api/import', {
        headers: { 'idempotency-key': randomUUID() },
        body,
      })
      expect(brought.status, brought.text).toBe(200)
      const there = await elsewhere.call<{ conversations: Conversation[] }>('GET', PATH)
      expect(there.body.conversations.find(({ id }) => id === made.body.id)?.oneThing).toBe(odd)
    } finally {
      await elsewhere.dispose()
    }
  })
})
