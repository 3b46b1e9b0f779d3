// Evidence over HTTP: written, changed, found, taken back; refused in words where something does not fit.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/core/evidence/evidence.ts'
import type { EvidencePage } from '../../src/core/evidence/evidence-page.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

type Written = Partial<Evidence> & { text: string }

function write(entry: Written, seen?: string, id: string = randomUUID()) {
  const headers: Record<string, string> =
    seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  const command = {
    revisionId: randomUUID(),
    frameworkDigest: server.current.digest,
    happenedOn: '2026-11-20',
  }
  return server.call<Evidence & { errors: unknown[]; current: Evidence }>('PUT', `/api/evidence/${id}`, {
    headers,
    body: { ...command, ...entry },
  })
}

async function find(asked: Record<string, string>): Promise<EvidencePage> {
  const answer = await server.call<EvidencePage>('GET', `/api/evidence?${new URLSearchParams(asked)}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

const texts = (page: EvidencePage) => page.entries.map(({ text }) => text)

describe('evidence', () => {
  test('is written, changed by somebody who has seen it, and taken back', async () => {
    const first = await write({ text: 'Paired with a new colleague.' })
    expect([first.status, first.headers.get('etag')]).toEqual([201, `"${first.body.revisionId}"`])
    const { id } = first.body
    const second = await write({ text: 'Paired with Kim.' }, first.body.revisionId, id)
    expect([second.status, second.body.version]).toEqual([200, 2])
    const late = await write({ text: 'Too late.' }, first.body.revisionId, id)
    expect([late.status, late.body.current.text]).toEqual([412, 'Paired with Kim.'])
    const one = await server.call<Evidence>('GET', `/api/evidence/${id}`)
    expect([one.body.text, one.headers.get('etag')]).toEqual([
      'Paired with Kim.',
      `"${second.body.revisionId}"`,
    ])
    const headers = { 'if-match': `"${second.body.revisionId}"` }
    expect((await server.call('DELETE', `/api/evidence/${id}`, { headers })).status).toBe(204)
    expect((await server.call('GET', `/api/evidence/${id}`)).status).toBe(404)
    expect((await write({ text: 'Back again.' }, undefined, id)).body.version).toBe(4)
  })

  test('is found by its words, its skill, the people in it, and its day', async () => {
    await write({ text: 'Résumé of the outage of the ledger', happenedOn: '2024-03-01' })
    await write({
      text: 'Taught the on-call rota to read the ledger’s logs',
      happenedOn: '2024-04-01',
      skills: [{ skill: 'mentoring', level: 3, behaviours: [], note: '' }],
      credit: [{ name: 'Zoë', personId: null }],
    })
    expect(texts(await find({ text: 'ledger' }))).toEqual([
      'Taught the on-call rota to read the ledger’s logs',
      'Résumé of the outage of the ledger',
    ])
    expect(texts(await find({ text: 'ledger resume' }))).toEqual(['Résumé of the outage of the ledger'])
    expect(texts(await find({ text: 'legder' }))).toHaveLength(2)
    expect(texts(await find({ text: 'zoe' }))).toHaveLength(1)
    expect(texts(await find({ skill: 'mentoring', person: 'zoë' }))).toHaveLength(1)
    expect(texts(await find({ from: '2024-03-01', until: '2024-03-31' }))).toHaveLength(1)
    const { named } = await find({})
    expect([named.skills.includes('mentoring'), named.people.includes('Zoë')]).toEqual([true, true])
  })

  test('follows every change at once, also one that was made elsewhere', async () => {
    await find({ text: 'warm' })
    const added = await write({ text: 'Unmistakable xylophone.' })
    expect(texts(await find({ text: 'xylophone' }))).toEqual(['Unmistakable xylophone.'])
    await write({ text: 'Unmistakable zither.' }, added.body.revisionId, added.body.id)
    expect(texts(await find({ text: 'xylophone' }))).toEqual([])
    expect(texts(await find({ text: 'zither' }))).toEqual(['Unmistakable zither.'])
  })

  test('comes page by page', async () => {
    for (const number of [1, 2, 3])
      await write({ text: `paging ${number}`, happenedOn: `2023-01-0${number}` })
    const first = await find({ text: 'paging', limit: '2' })
    expect([texts(first), first.total, first.next]).toEqual([['paging 3', 'paging 2'], 3, 2])
    const second = await find({ text: 'paging', limit: '2', skip: String(first.next) })
    expect([texts(second), second.next]).toEqual([['paging 1'], null])
  })

  test.each<[string, Partial<Evidence>, string]>([
    ['no words', { text: ' \n ' }, '#/text'],
    ['more words than an entry holds', { text: 'x'.repeat(20_001) }, '#/text'],
    ['a day that has not come', { happenedOn: '2026-12-24' }, '#/happenedOn'],
    [
      'a skill that is not there',
      { skills: [{ skill: 'juggling', level: 1, behaviours: [], note: '' }] },
      '#/skills/0/skill',
    ],
    [
      'a level above the scale',
      { skills: [{ skill: 'mentoring', level: 9, behaviours: [], note: '' }] },
      '#/skills/0/level',
    ],
    [
      'a behaviour that the skill does not have',
      { skills: [{ skill: 'mentoring', level: 3, behaviours: ['juggles'], note: '' }] },
      '#/skills/0/behaviours',
    ],
    ['a link that runs a script', { links: ['javascript:alert(1)'] }, '#/links/0'],
    ['a link to a file', { links: ['https://example.org', 'file:///etc/passwd'] }, '#/links/1'],
    ['somebody who is not kept', { credit: [{ name: 'X', personId: randomUUID() }] }, '#/credit/0/personId'],
  ])('with %s is refused, naming the field', async (_, change, pointer) => {
    const answer = await write({ text: 'Something.', ...change })
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer }]])
  })

  test('five megabytes of text are refused as a whole', async () => {
    const answer = await write({ text: 'x'.repeat(5_000_000) })
    expect(answer.status).toBe(413)
  })

  test('keeps whatever alphabet it was written in', async () => {
    const text = 'شرحت الخطة للفريق · 設計を直した · 🧑🏽‍🚀 <script>alert(1)</script>'
    await write({ text, happenedOn: '2022-01-01' })
    expect(texts(await find({ text: '設計' }))).toEqual([text])
    expect(texts(await find({ text: 'الخطة' }))).toEqual([text])
    const page = await server.call('GET', '/api/export?format=markdown')
    expect(page.text).not.toContain('<script>')
  })

  test('goes out with everything else, and comes back elsewhere', async () => {
    const { body } = await server.call<PersonalExport>('GET', '/api/export')
    expect(body.evidence?.length).toBeGreaterThan(5)
    const empty = await openTestServer()
    try {
      const headers = { 'idempotency-key': randomUUID() }
      const answer = await empty.call('POST', '/api/import', { headers, body })
      expect([answer.status, answer.body]).toMatchObject([
        200,
        { added: { evidence: body.evidence?.length } },
      ])
    } finally {
      await empty.dispose()
    }
  })

  test('is found no more once everything is erased', async () => {
    await write({ text: 'Erase this kazoo.' })
    expect(texts(await find({ text: 'kazoo' }))).toHaveLength(1)
    const erased = await server.call('POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status).toBe(200)
    expect(await find({})).toMatchObject({ entries: [], total: 0, unreadable: [] })
    expect((await write({ text: 'A new beginning.' })).status).toBe(201)
  })
})
