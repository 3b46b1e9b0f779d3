// Export, import, backups and erase over HTTP: nothing of a person is left out, kept back or left behind.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment } from '../../src/core/assessment/assessment.ts'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import { type Answered, openTestServer, type TestServer } from './test-server.ts'

/** Holds a person's data; `empty` holds nothing until an import succeeds. */
let server: TestServer
let empty: TestServer
let kept: Assessment
let file: PersonalExport

beforeAll(async () => {
  ;[server, empty] = await Promise.all([openTestServer(), openTestServer()])
  kept = await server.openAssessment()
  const first = await server.rate(kept.id, 'mentoring', 2)
  await server.rate(kept.id, 'mentoring', 3, first.body.revisionId)
  await server.rate(kept.id, 'speaking', 1)
  const body = {
    frameworkDigest: server.current.digest,
    role: 'senior-engineer',
    destinations: ['staff-engineer'],
    revisionId: randomUUID(),
  }
  await server.call('PUT', '/api/target', { headers: { 'if-none-match': '*' }, body })
  file = (await exported(server)).body
})

afterAll(async () => {
  await server.dispose()
  await empty.dispose()
})

function erase(words: string) {
  return server.call<{ erased: Record<string, number>; backupsRemoved: number }>('POST', '/api/erase', {
    body: { confirm: words },
  })
}

function exported(from: TestServer): Promise<Answered<PersonalExport>> {
  return from.call<PersonalExport>('GET', '/api/export')
}

function importing(body: unknown): Promise<Answered<Record<string, unknown>>> {
  return empty.call('POST', '/api/import', { headers: { 'idempotency-key': randomUUID() }, body })
}

/** What a person said, without the ids of this computer. */
const content = ({ frameworks, targets, assessments }: PersonalExport) => ({
  frameworks,
  targets,
  assessments: assessments.map(({ subjectId: _, ...rest }) => rest),
})

describe('export', () => {
  test('is a download that no cache keeps', async () => {
    const { headers, status } = await exported(server)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe('attachment; filename="skillmap-2026-11-23.json"')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('can be read by a person', async () => {
    const answer = await server.call('GET', '/api/export?format=markdown')
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(answer.text).toContain('# ')
    expect(answer.text.toLowerCase()).toContain('mentoring')
  })

  test('in another format is refused, naming the parameter', async () => {
    const answer = await server.call('GET', '/api/export?format=pdf')
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ field: 'format', message: 'This is json or markdown.' }],
    ])
  })
})

describe('import', () => {
  test.each<[string, (copy: PersonalExport) => unknown]>([
    ['of another program', () => ({ people: [] })],
    ['without its assessments', ({ assessments: _, ...rest }) => rest],
    ['of a later version', (copy) => ({ ...copy, schemaVersion: 99 })],
    ['with a framework that is not what its digest says', renamed],
    ['with a gap in a history', withGap],
    ['with a level that the scale does not have', withLevelNine],
    ['with a rating by somebody else', byPeer],
    ['with a framework that misses its scale', withoutScale],
  ])('of a file %s changes nothing and says why', async (_, change) => {
    const answer = await importing(change(structuredClone(file)))
    expect(answer.status, answer.text).toBe(422)
    expect(answer.body.errors).not.toEqual([])
    expect((await empty.call('GET', '/api/assessments')).body).toEqual([])
  })

  test('of a truncated file changes nothing', async () => {
    const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
    const text = JSON.stringify(file).slice(0, -200)
    expect((await empty.call('POST', '/api/import', { headers, text })).status).toBe(400)
    expect((await empty.call('GET', '/api/assessments')).body).toEqual([])
  })

  /** By kind of thing, as an import counts them. */
  const NOTHING = {
    frameworks: 0,
    targets: 0,
    assessments: 0,
    ratings: 0,
    people: 0,
    plans: 0,
    reports: 0,
    forecasts: 0,
    evidence: 0,
    feedback: 0,
    feedbackDrafts: 0,
    conversations: 0,
    shares: 0,
    checkIns: 0,
    packets: 0,
  }

  test('brings an export to another computer, whole', async () => {
    const answer = await importing(file)
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        added: { ...NOTHING, targets: 1, assessments: 1, ratings: 3 },
        kept: { ...NOTHING, frameworks: 1 },
      },
    ])
    expect(content((await exported(empty)).body)).toEqual(content(file))
  })

  test('of the same export twice adds nothing twice', async () => {
    const { body } = await importing(file)
    expect(body.added).toEqual(NOTHING)
    expect(content((await exported(empty)).body)).toEqual(content(file))
  })
})

describe('backups', () => {
  test('are taken, listed and put back', async () => {
    const taken = await server.call<{ name: string; verified: boolean }>('POST', '/api/backups')
    expect([taken.status, taken.body.verified]).toEqual([201, true])
    const listed = await server.call<unknown[]>('GET', '/api/backups')
    expect(listed.body).toContainEqual(taken.body)
    await server.call('POST', `/api/assessments/${kept.id}/close`)
    const path = `/api/backups/${taken.body.name}/restore`
    const restored = await server.call('POST', path, { body: { confirm: 'restore' } })
    expect([restored.status, restored.body]).toEqual([200, { restored: taken.body.name }])
    expect(content((await exported(server)).body)).toEqual(content(file))
  })

  test.each(['nothing', 'skillmap-2020-01-01T000000000Z.jsonl.gz', '..%2Fformat.json', '%00'])(
    'called %s are not found',
    async (name) => {
      const answer = await server.call('POST', `/api/backups/${name}/restore`, {
        body: { confirm: 'restore' },
      })
      expect(answer.status).toBe(404)
    },
  )

  test('are put back only with the word that confirms it', async () => {
    const answer = await server.call('POST', '/api/backups/nothing/restore', { body: { confirm: 'yes' } })
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '#/confirm', message: 'To confirm, send the word restore.' }],
    ])
  })
})

describe('erase', () => {
  test.each(['yes', '', 'Erase everything', 'erase everything '])(
    'is not confirmed by “%s”',
    async (words) => {
      expect((await erase(words)).status).toBe(422)
      expect((await server.call('GET', `/api/assessments/${kept.id}`)).status).toBe(200)
    },
  )

  test('removes everything, with the backups and the sessions, and leaves an empty map', async () => {
    const cookie = cookieOf(
      await server.raw('GET', `/launch?token=${server.launchLinks.issue(server.clock.now)}`),
    )
    expect((await server.raw('GET', '/api/me', { headers: { cookie } })).status).toBe(200)
    const { status, body } = await erase('erase everything')
    expect(status).toBe(200)
    expect(body.erased).toMatchObject({ assessment: 1, rating_revision: 3, target_revision: 1, session: 1 })
    // The one that was taken, and the one that restoring it took first.
    expect(body.backupsRemoved).toBe(2)
    const { backups } = server.store.places
    expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([])
    expect((await server.raw('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
    const me = await server.call('GET', '/api/me')
    expect(me.body).toMatchObject({ target: null, levels: [], openAssessment: null })
  })

  test('leaves the browser that asked for it signed in, to an empty map', async () => {
    const getIn = `/launch?token=${server.launchLinks.issue(server.clock.now)}`
    const before = cookieOf(await server.raw('GET', getIn))
    const headers = { cookie: before, origin: 'http://127.0.0.1:4747' }
    const erased = await server.raw('POST', '/api/erase', { headers, body: { confirm: 'erase everything' } })
    const cookie = cookieOf(erased)
    expect(cookie).not.toBe(before)
    const me = await server.raw('GET', '/api/me', { headers: { cookie } })
    expect([me.status, me.body.target]).toEqual([200, null])
  })
})

function cookieOf(answer: Answered<unknown>): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

function renamed(copy: PersonalExport): PersonalExport {
  for (const { framework } of copy.frameworks) framework.name = 'Other'
  return copy
}

function withGap(copy: PersonalExport): PersonalExport {
  for (const assessment of copy.assessments) assessment.revisions.shift()
  return copy
}

function withLevelNine(copy: PersonalExport): PersonalExport {
  for (const { revisions } of copy.assessments) for (const revision of revisions) revision.level = 9
  return copy
}

function byPeer(copy: PersonalExport): PersonalExport {
  for (const assessment of copy.assessments) assessment.raterKind = 'peer'
  return copy
}

function withoutScale(copy: PersonalExport): PersonalExport {
  for (const { framework } of copy.frameworks) Object.assign(framework, { scale: 7 })
  return copy
}

describe('an erase and a restore at the same moment', () => {
  test('happen one after the other: what was erased is not put back', async () => {
    await server.openAssessment()
    const taken = await server.call<{ name: string }>('POST', '/api/backups')
    const path = `/api/backups/${taken.body.name}/restore`
    const [erased, restored] = await Promise.all([
      erase('erase everything'),
      server.call('POST', path, { body: { confirm: 'restore' } }),
    ])
    expect([erased.status, restored.status]).toEqual([200, 404])
    expect((await server.call<unknown[]>('GET', '/api/assessments')).body).toEqual([])
  })
})
