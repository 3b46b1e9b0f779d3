// Packets over HTTP: arranged from records, written on, kept as versions, removed; refused in words where something does
// not fit.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import type { Packet, PacketContent, PacketSection, PacketVersion } from '../../src/core/packet/packet.ts'
import type { PacketSummary, PacketVersionLine } from '../../src/server/packet/packet-wire.ts'
import { sessionIn } from '../../src/store/sql-session.ts'
import { expectProblem } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

const SECRET_WORDS = 'Only Łukasz and I know about the purple ledger.'
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
  const { digest } = server.current
  const body = {
    revisionId: randomUUID(),
    frameworkDigest: digest,
    happenedOn: '2026-10-01',
    text: `${SECRET_WORDS} It saved **40%**.`,
    links: ['https://example.org/plan'],
    credit: [{ name: 'Łukasz', personId: null }],
    skills: [{ skill: 'mentoring', level: 4, note: 'I paired with him.' }],
  }
  const headers = { 'if-none-match': '*' }
  await server.call('PUT', `/api/evidence/${randomUUID()}`, { headers, body })
  const assessment = await server.openAssessment('senior-engineer')
  await server.rate(assessment.id, 'mentoring', 3)
})

afterAll(() => server.dispose())

const arrange = (asked: Record<string, string> = {}) =>
  server.call<{ frameworkDigest: string; content: PacketContent }>(
    'GET',
    `/api/packet-arranged?${new URLSearchParams({ purpose: 'promotion', role: 'staff-engineer', from: '2025-11-27', until: '2026-11-26', ...asked })}`,
  )
const sectionOf = (content: PacketContent, skill = 'mentoring') =>
  content.sections.find((one) => one.skill === skill) as PacketSection

function save(id: string, content: unknown, seen?: string, revisionId: string = randomUUID()) {
  const headers: Record<string, string> =
    seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  const body = { revisionId, frameworkDigest: server.current.digest, content }
  return server.call<Packet & { current: Packet }>('PUT', `/api/packets/${id}`, { headers, body })
}
const keep = (id: string, version: string, seen: string) =>
  server.call<PacketVersion>('PUT', `/api/packets/${id}/versions/${version}`, {
    headers: { 'if-match': `"${seen}"` },
  })
const read = async (id: string) =>
  (await server.call<{ packet: Packet; versions: PacketVersionLine[] }>('GET', `/api/packets/${id}`)).body
const fresh = async () => (await arrange()).body.content

describe('arranging', () => {
  test('gives a section with the evidence, the own level and the likely range, and writes nothing', async () => {
    const answer = await arrange()
    expect(answer.status, answer.text).toBe(200)
    const { claimed, range, items } = sectionOf(answer.body.content)
    expect(claimed).toBe(3)
    expect(range?.low).toBeLessThan(range?.high ?? 0)
    expect(items).toMatchObject([
      {
        kind: 'evidence',
        text: `${SECRET_WORDS} It saved 40%.`,
        people: ['Łukasz'],
        how: 'I paired with him.',
      },
    ])
    expect((await server.call<{ packets: [] }>('GET', '/api/packets')).body.packets).toEqual([])
  })

  test('holds what somebody said, by name, and what was put aside is not in it', async () => {
    const { body: mona } = await server.call<{ id: string }>('POST', '/api/people', {
      headers: { 'idempotency-key': randomUUID() },
      body: { displayName: 'Mona Berg', relation: 'manager' },
    })
    const say = (text: string, judgement: string, skills: string[]) =>
      server.call('PUT', `/api/feedback/${randomUUID()}`, {
        headers: { 'if-none-match': '*' },
        body: {
          ...{ revisionId: randomUUID(), frameworkDigest: server.current.digest, saidOn: '2026-09-30' },
          ...{ text, judgement, skills, polarity: 'strength', saidBy: mona.id },
        },
      })
    expect((await say('You bring people on.', 'accepted', ['delegation'])).status).toBe(201)
    await say('Nice weather.', 'dismissed', [])
    const { content } = (await arrange()).body
    expect(sectionOf(content, 'delegation').items).toMatchObject([
      {
        kind: 'words',
        text: 'You bring people on.',
        people: ['Mona Berg'],
        polarity: 'strength',
        asked: false,
      },
    ])
    expect(JSON.stringify(content)).not.toContain('weather')
  })

  test('names what is wrong with the role or the period', async () => {
    expectProblem(await arrange({ role: 'wizard' }), 422, 'invalid')
    expectProblem(await arrange({ until: '2024-01-01' }), 422, 'invalid')
    expectProblem(await arrange({ from: '2026-02-30' }), 422, 'invalid')
  })
})

describe('a packet', () => {
  test('is written, changed by somebody who has seen it, and is not overwritten by anybody else', async () => {
    const id = randomUUID()
    const content = await fresh()
    const first = await save(id, content)
    expect([first.status, first.headers.get('etag')]).toEqual([201, `"${first.body.revisionId}"`])
    const second = await save(id, { ...content, summary: 'Mine.' }, first.body.revisionId)
    expect(second.status).toBe(200)
    const late = await save(id, content, first.body.revisionId)
    expectProblem(late, 412, 'stale')
    expect(late.body.current.summary).toBe('Mine.')
    expect((await read(id)).packet).toEqual(second.body)
  })

  test('can be sent again after a lost answer', async () => {
    const [id, revisionId] = [randomUUID(), randomUUID()]
    const content = await fresh()
    const first = await save(id, content, undefined, revisionId)
    expect((await save(id, content, undefined, revisionId)).body).toEqual(first.body)
  })

  test('is kept in versions that say what changed, and an earlier one can be read in full', async () => {
    const id = randomUUID()
    const content = await fresh()
    const first = await save(id, content)
    const [one, two] = [randomUUID(), randomUUID()]
    expect((await keep(id, one, first.body.revisionId)).body.version).toBe(1)
    const second = await save(id, { ...content, summary: 'Better words.' }, first.body.revisionId)
    expectProblem(await keep(id, two, first.body.revisionId), 412, 'stale')
    expect((await keep(id, two, second.body.revisionId)).body.version).toBe(2)
    expect((await keep(id, two, second.body.revisionId)).body.version).toBe(2)
    expect((await keep(id, randomUUID(), second.body.revisionId)).body.id).toBe(two)
    expect((await read(id)).versions).toMatchObject([
      { id: one, version: 1, changes: [] },
      { id: two, version: 2, changes: ['The summary was rewritten.'] },
    ])
    const earlier = await server.call<PacketVersion>('GET', `/api/packets/${id}/versions/${one}`)
    expect(earlier.body).toMatchObject(content)
    expectProblem(await server.call('GET', `/api/packets/${id}/versions/${randomUUID()}`), 404, 'not-found')
  })

  test('is refused with the place of what does not fit, and stays as it was', async () => {
    const id = randomUUID()
    const content = await fresh()
    const at = content.sections.findIndex(({ skill }) => skill === 'mentoring')
    const saved = await save(id, content)
    const wrong = async (change: (section: PacketSection, content: PacketContent) => void) => {
      const copy = structuredClone(content)
      change(copy.sections[at] as PacketSection, copy)
      const answer = await save(id, copy, saved.body.revisionId)
      expectProblem(answer, 422, 'invalid')
      return answer.text
    }
    expect(await wrong((section) => void Object.assign(section, { claimed: 9 }))).toContain(
      `sections/${at}/claimed`,
    )
    expect(await wrong((section) => void section.items[0]?.links.push('javascript:alert(1)'))).toContain(
      'links/1',
    )
    expect(await wrong((_, copy) => void Object.assign(copy, { role: 'wizard' }))).toContain('No role')
    expect(await wrong((section) => void Object.assign(section, { skill: 'sustainable-pace' }))).toContain(
      'private',
    )
    expect(await wrong((section) => void Object.assign(section, { own: 'x'.repeat(20_001) }))).toContain(
      'longer',
    )
    expect((await read(id)).packet.revisionId).toBe(saved.body.revisionId)
    expectProblem(await save(randomUUID(), { ...content, summary: 'x'.repeat(9_000_000) }), 413, 'too-large')
  })

  test('lies in the database without a readable word of it', async () => {
    await save(randomUUID(), await fresh())
    const { viewer } = await server.services.owner()
    const { rows } = await server.store.withViewer(viewer, (tx) =>
      sessionIn(tx).query('SELECT * FROM packet', []),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/purple|ledger|staff/)
  })

  test('and its versions cannot be changed, but can be removed with it', async () => {
    const id = randomUUID()
    const saved = await save(id, await fresh())
    await keep(id, randomUUID(), saved.body.revisionId)
    const { viewer } = await server.services.owner()
    const overwrite = server.store.withViewer(viewer, (tx) =>
      sessionIn(tx).query("UPDATE packet_version SET sealed = 'x'", []),
    )
    await expect(overwrite).rejects.toThrow(/permission denied/)
    const headers = { 'if-match': `"${randomUUID()}"` }
    expectProblem(await server.call('DELETE', `/api/packets/${id}`, { headers }), 412, 'stale')
    headers['if-match'] = `"${saved.body.revisionId}"`
    expect((await server.call('DELETE', `/api/packets/${id}`, { headers })).status).toBe(204)
    expect((await server.call('DELETE', `/api/packets/${id}`, { headers })).status).toBe(204)
    expectProblem(await server.call('GET', `/api/packets/${id}`), 404, 'not-found')
  })

  test('is in the export, as data and as a page, and comes back elsewhere with its versions', async () => {
    const id = randomUUID()
    const saved = await save(id, { ...(await fresh()), title: 'Handed in' })
    await keep(id, randomUUID(), saved.body.revisionId)
    const { body } = await server.call<PersonalExport>('GET', '/api/export')
    const page = await server.call('GET', '/api/export?format=markdown')
    expect(page.text).toContain('### Handed in')
    const elsewhere = await openTestServer()
    try {
      const headers = { 'idempotency-key': randomUUID() }
      const answer = await elsewhere.call('POST', '/api/import', { headers, body })
      expect(answer.status, answer.text).toBe(200)
      const there = await elsewhere.call<{ packet: Packet; versions: PacketVersionLine[] }>(
        'GET',
        `/api/packets/${id}`,
      )
      expect(there.body.packet).toEqual(saved.body)
      expect(there.body.versions).toHaveLength(1)
      await elsewhere.call('POST', '/api/erase', { body: { confirm: 'erase everything' } })
      const left = await elsewhere.call<{ packets: PacketSummary[] }>('GET', '/api/packets')
      expect(left.body.packets).toEqual([])
    } finally {
      await elsewhere.dispose()
    }
  })
})
