// Drafts of feedback over HTTP: kept, changed, let go, taken along; refused in words where something does not fit.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedbackDraft } from '../../src/core/composing/feedback-draft.ts'
import { NO_PARTS } from '../../src/core/composing/feedback-parts.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const PATH = '/api/feedback-drafts'

function write(draft: Partial<FeedbackDraft>, seen?: string, id: string = randomUUID()) {
  const headers: Record<string, string> =
    seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  const command = {
    revisionId: randomUUID(),
    frameworkDigest: server.current.digest,
    role: 'senior-engineer',
    parts: { ...NO_PARTS, behaviour: 'You wrote the runbook.' },
  }
  return server.call<FeedbackDraft & { errors: unknown[]; current: FeedbackDraft }>('PUT', `${PATH}/${id}`, {
    headers,
    body: { ...command, ...draft },
  })
}

async function list(): Promise<{ drafts: FeedbackDraft[]; unreadable: number }> {
  return (await server.call<{ drafts: FeedbackDraft[]; unreadable: number }>('GET', PATH)).body
}

describe('a draft of feedback', () => {
  test('is kept, changed by somebody who has seen it, let go, and written anew', async () => {
    const first = await write({ recipient: 'Lena', skill: 'written-communication', aim: 'keep' })
    expect([first.status, first.headers.get('etag')]).toEqual([201, `"${first.body.revisionId}"`])
    const { id, revisionId } = first.body
    const second = await write({ recipient: 'Lena B.' }, revisionId, id)
    expect([second.status, second.body.version]).toEqual([200, 2])
    const late = await write({ recipient: 'Somebody else' }, revisionId, id)
    expect([late.status, late.body.current.recipient]).toEqual([412, 'Lena B.'])
    expect((await list()).drafts.map(({ recipient }) => recipient)).toEqual(['Lena B.'])
    const headers = { 'if-match': `"${second.body.revisionId}"` }
    expect((await server.call('DELETE', `${PATH}/${id}`, { headers })).status).toBe(204)
    expect((await list()).drafts).toEqual([])
    expect((await write({ recipient: 'Lena again' }, undefined, id)).body.version).toBe(4)
  })

  test('that is sent twice after a lost answer is kept once', async () => {
    const id = randomUUID()
    const same = { revisionId: randomUUID(), recipient: 'Twice' }
    expect((await write(same, undefined, id)).status).toBe(201)
    expect((await write(same, undefined, id)).status).toBeLessThan(300)
    expect((await list()).drafts.filter(({ recipient }) => recipient === 'Twice')).toHaveLength(1)
    expect((await write({ ...same, recipient: 'Another' }, undefined, id)).status).toBe(422)
  })

  test('is refused with the place and the reason where something does not fit', async () => {
    const refused = [
      await write({ parts: NO_PARTS }),
      await write({ role: 'nobody' }),
      await write({ skill: 'nothing' }),
      await write({ personId: randomUUID() }),
      await write({ parts: { ...NO_PARTS, impact: 'x'.repeat(4001) } }),
      await write({ frameworkDigest: '0'.repeat(64) }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422])
    for (const { body } of refused) expect(body.errors.length).toBeGreaterThan(0)
  })

  test('keeps whatever was written, and goes out with everything else and comes back', async () => {
    const odd = '<script>alert(1)</script> שלום 好的 🙂 **not bold** =1+1'
    const made = await write({ recipient: 'Odd', parts: { ...NO_PARTS, behaviour: odd } })
    const { body } = await server.call<PersonalExport>('GET', '/api/export')
    expect(body.feedbackDrafts?.find(({ id }) => id === made.body.id)?.parts.behaviour).toBe(odd)
    const markdown = await server.call('GET', '/api/export?format=markdown')
    expect(markdown.text).toContain('For Odd')
    const elsewhere = await openTestServer()
    try {
      const brought = await elsewhere.call('POST', '/api/import', {
        headers: { 'idempotency-key': randomUUID() },
        body,
      })
      expect(brought.status, brought.text).toBe(200)
      const there = await elsewhere.call<{ drafts: FeedbackDraft[] }>('GET', PATH)
      expect(there.body.drafts.find(({ id }) => id === made.body.id)?.parts.behaviour).toBe(odd)
    } finally {
      await elsewhere.dispose()
    }
  })
})
