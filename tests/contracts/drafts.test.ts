// What the API promises about editing a framework of one's own: nothing is overwritten unseen, and only touched bytes change.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DraftComment } from '../../src/core/revision/draft.ts'
import type { DraftReport, OpenDraft, OpenFile } from '../../src/server/framework/draft-wire.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

const DRAFT = '/api/own-frameworks/our-ladder/draft'
const SKILL = 'skills/delegation.md'

let server: TestServer
let folder: string

beforeEach(async () => {
  server = await openTestServer()
  await server.call('POST', '/api/own-frameworks', {
    headers: { 'idempotency-key': 'make' },
    body: { digest: server.current.digest, id: 'our-ladder', name: 'Our ladder' },
  })
  folder = join(server.store.places.frameworks, 'our-ladder')
})

afterEach(() => server.dispose())

const read = async () => (await server.call<OpenDraft>('GET', DRAFT)).body
const fileIn = (draft: OpenDraft, path: string) => draft.files.find((file) => file.path === path)
const onDisk = (path: string) => readFileSync(join(folder, path), 'utf8')

/** What somebody has seen who opened the editor just now. */
function hashOnDisk(path: string): string | null {
  const file = join(folder, path)
  return existsSync(file) ? createHash('sha256').update(readFileSync(file, 'utf8')).digest('hex') : null
}

function change(path: string, text: string | null, seen: string | null = null, more = {}) {
  const headers: Record<string, string> =
    seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  const body = { text, revisionId: randomUUID(), folderHash: hashOnDisk(path), ...more }
  return server.call<OpenFile>('PUT', `${DRAFT}/file?path=${encodeURIComponent(path)}`, { headers, body })
}

const publish = (more: Record<string, unknown> = {}, key = randomUUID()) =>
  server.call<{ digest: string; version: string }>('POST', `${DRAFT}/publish`, {
    headers: { 'idempotency-key': key },
    body: { version: '2.0', ...more },
  })

describe('a draft', () => {
  test('begins as the folder is, and holds only what was touched', async () => {
    const before = await read()
    expect(before).toMatchObject({ draft: null, name: 'Our ladder', comments: [] })
    expect(fileIn(before, SKILL)).toMatchObject({ text: onDisk(SKILL), revisionId: null, changed: false })
    const text = onDisk(SKILL).replace('Delegation', 'Handing over')
    const saved = await change(SKILL, text)
    expect(saved).toMatchObject({ status: 200, body: { changed: true, overtaken: false } })
    const after = await read()
    expect(after.draft).not.toBeNull()
    expect(after.files.filter((file) => file.changed).map((file) => file.path)).toEqual([SKILL])
    expect(onDisk(SKILL)).not.toBe(text)
  })

  test('changed in two windows loses nothing: the second one is shown the first one’s words', async () => {
    const first = await change(SKILL, 'one')
    const stale = expectProblem(await change(SKILL, 'two'), 412, 'stale')
    expect(stale.current).toMatchObject({ path: SKILL, text: 'one', revisionId: first.body.revisionId })
    const second = await change(SKILL, 'two', first.body.revisionId)
    expect(second.status).toBe(200)
    expectProblem(await change(SKILL, 'three', first.body.revisionId), 412, 'stale')
    const again = { revisionId: second.body.revisionId }
    expect((await change(SKILL, 'two', first.body.revisionId, again)).status).toBe(200)
    expect((await change(SKILL, 'other', first.body.revisionId, again)).status).toBe(422)
    expectProblem(
      await server.call('PUT', `${DRAFT}/file?path=${SKILL}`, {
        body: { text: 'x', revisionId: randomUUID(), folderHash: null },
      }),
      428,
      'no-precondition',
    )
  })

  test('takes a file back, and can be let go as a whole', async () => {
    const saved = await change(SKILL, 'one')
    const headers = { 'if-match': `"${saved.body.revisionId}"` }
    expect((await server.call('DELETE', `${DRAFT}/file?path=${SKILL}`, { headers })).status).toBe(204)
    expect(fileIn(await read(), SKILL)).toMatchObject({ changed: false, revisionId: null })
    await change('roles.yaml', 'roles: []')
    expect((await server.call('DELETE', DRAFT)).status).toBe(204)
    expect(await read()).toMatchObject({ draft: null })
    expect((await server.call('DELETE', DRAFT)).status).toBe(204)
  })

  test('that was let go is not opened again by what was still on its way to it', async () => {
    const saved = await change(SKILL, 'one')
    expect((await server.call('DELETE', DRAFT)).status).toBe(204)
    const late = expectProblem(await change(SKILL, 'two', saved.body.revisionId), 412, 'stale')
    expect(late.current).toBeNull()
    expect(await read()).toMatchObject({ draft: null })
  })

  test('is of a folder of one’s own, and of files of a framework', async () => {
    expectProblem(await server.call('GET', '/api/own-frameworks/skillmap/draft'), 404, 'not-found')
    expectProblem(await server.call('GET', '/api/own-frameworks/nothing/draft'), 404, 'not-found')
    for (const path of ['../../secret.md', 'README.md', 'skills/x/y.md'])
      expect((await change(path, 'x')).status).toBeGreaterThanOrEqual(400)
  })

  test('is judged: errors with their line, and what its content could be better at', async () => {
    const clean = (await server.call<DraftReport>('GET', `${DRAFT}/report`)).body
    expect(clean.entries.filter((entry) => entry.severity === 'error')).toEqual([])
    await change(SKILL, onDisk(SKILL).replace(/^- \[[a-z-]+\] /m, '- '))
    const report = (await server.call<DraftReport>('GET', `${DRAFT}/report`)).body
    const errors = report.entries.filter((entry) => entry.severity === 'error')
    expect(errors[0]).toMatchObject({ file: SKILL, line: expect.any(Number), mend: expect.any(String) })
    expectProblem(await publish(), 422, 'invalid')
    expectProblem(await server.call('GET', `${DRAFT}/framework`), 422, 'invalid')
  })
})

describe('forms over a draft', () => {
  const entries = (body: Record<string, unknown>) =>
    server.call<{ text: string; entries: Record<string, unknown>[] }>('POST', `${DRAFT}/entries`, { body })

  test('read what a text says and write one change into it, and save nothing', async () => {
    const text = onDisk('roles.yaml')
    const before = (await entries({ path: 'roles.yaml', text })).body
    expect(before.text).toBe(text)
    const edit = { kind: 'set', at: 1, members: { scope: 'Two teams', tags: null } }
    const after = (await entries({ path: 'roles.yaml', text, edit })).body
    expect(after.entries[1]).toMatchObject({ id: before.entries[1]?.id, scope: 'Two teams' })
    expect(after.entries[1]).not.toHaveProperty('tags')
    expect(after.entries.toSpliced(1, 1)).toEqual(before.entries.toSpliced(1, 1))
    expect(await read()).toMatchObject({ draft: null })
  })

  test('name the line of a text that cannot be read, and write nothing into it', async () => {
    for (const text of [
      'roles:\n  - id: "a\n',
      'roles:\n  - &a { id: x }\n  - *a\n',
      'roles:\n  - { band: .inf }\n',
    ]) {
      const problem = expectProblem(await entries({ path: 'roles.yaml', text }), 422, 'invalid')
      expect(namesOf(problem)[0]).toMatch(/^roles\.yaml:\d+$/)
    }
    const edit = { kind: 'set', at: 7, members: { name: 'x' } }
    for (const text of ['roles: 5\n', 'roles: []\n', '5\n', ''])
      expectProblem(await entries({ path: 'roles.yaml', text, edit }), 422, 'invalid')
    expectProblem(await entries({ path: 'framework.yaml', text: 'id: x' }), 422, 'invalid')
  })

  test('tell what depends on a role, in the draft as it is, and change nothing by telling', async () => {
    const what = { kind: 'role', id: 'tech-lead' }
    const plan = await server.call<{ dependents: unknown[]; files: { path: string; text: string }[] }>(
      'POST',
      `${DRAFT}/removal`,
      { body: what },
    )
    expect(plan.body.files.map((file) => file.path).toSorted()).toEqual([
      'expectations.csv',
      'framework.yaml',
      'moves.yaml',
      'roles.yaml',
    ])
    expect(await read()).toMatchObject({ draft: null })
    for (const { path, text } of plan.body.files) expect((await change(path, text)).status).toBe(200)
    expectProblem(await server.call('POST', `${DRAFT}/removal`, { body: what }), 404, 'not-found')
    const report = (await server.call<DraftReport>('GET', `${DRAFT}/report`)).body
    expect(report.entries.filter((entry) => entry.severity === 'error')).toEqual([])
  })
})

describe('publishing a draft', () => {
  test('makes a version and writes the touched files; every other byte of the folder stays', async () => {
    mkdirSync(join(folder, '.git', 'refs'), { recursive: true })
    writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n')
    writeFileSync(join(folder, 'LICENSE'), 'Ours.')
    const roles = onDisk('roles.yaml')
    const text = onDisk(SKILL).replace(/(- \[[a-z-]+\]) .+/, '$1 Gives the whole of it away.')
    await change(SKILL, text)
    const body = {
      note: 'What the guild agreed on.',
      effectiveFrom: '2027-01-01',
      approvers: [{ name: 'Ada', date: '2026-11-20' }],
    }
    const key = randomUUID()
    const made = await publish(body, key)
    expect(made).toMatchObject({ status: 201, body: { version: '2.0' } })
    expect((await publish(body, key)).body).toEqual(made.body)
    expect([onDisk(SKILL), onDisk('roles.yaml'), onDisk('LICENSE')]).toEqual([text, roles, 'Ours.'])
    expect(onDisk('.git/HEAD')).toBe('ref: refs/heads/main\n')
    expect(onDisk('framework.yaml')).toMatch(/^version: "2.0"$/m)
    expect(await read()).toMatchObject({
      draft: null,
      published: { digest: made.body.digest, version: '2.0' },
    })
    const { frameworks } = (
      await server.call<{ frameworks: { id: string; versions: object[] }[] }>('GET', '/api/frameworks')
    ).body
    expect(frameworks.find((one) => one.id === 'our-ladder')?.versions[0]).toMatchObject({
      digest: made.body.digest,
      effectiveFrom: '2027-01-01',
      note: 'What the guild agreed on.',
      approvers: ['Ada, 2026-11-20'],
    })
  })

  test('is refused while the folder was edited elsewhere, until that was looked at', async () => {
    const saved = await change(SKILL, onDisk(SKILL).replace('Delegation', 'Handing over'))
    writeFileSync(join(folder, SKILL), onDisk(SKILL).replace('Delegation', 'Delegating'))
    expect(fileIn(await read(), SKILL)).toMatchObject({ overtaken: true })
    expectProblem(await publish(), 409, 'conflict')
    const seen = { takeFolder: true }
    const mine = onDisk(SKILL).replace('Delegating', 'Handing over')
    await change(SKILL, mine, saved.body.revisionId, seen)
    expect((await publish()).status).toBe(201)
    expect(onDisk(SKILL)).toBe(mine)
  })

  test('is refused where the folder was edited after the editor was opened and before the first change', async () => {
    const opened = fileIn(await read(), SKILL)
    const theirs = onDisk(SKILL).replace('Delegation', 'Delegating')
    writeFileSync(join(folder, SKILL), theirs)
    const mine = opened?.text?.replace('Delegation', 'Handing over') ?? ''
    const saved = await change(SKILL, mine, null, { folderHash: opened?.folderHash })
    expect(saved.body).toMatchObject({ overtaken: true })
    expectProblem(await publish(), 409, 'conflict')
    expect(onDisk(SKILL)).toBe(theirs)
  })

  test('is refused where the draft was changed meanwhile, and nothing of it is lost', async () => {
    const saved = await change(SKILL, onDisk(SKILL).replace('Delegation', 'Handing over'))
    // Another window saves after the draft was read and before it is published.
    const { alone } = server.services
    server.services.alone = (action) =>
      alone(async () => {
        expect((await change(SKILL, 'typed meanwhile', saved.body.revisionId)).status).toBe(200)
        return action()
      })
    expectProblem(await publish(), 409, 'conflict')
    expect(fileIn(await read(), SKILL)).toMatchObject({ text: 'typed meanwhile' })
  })

  test('is refused where nothing changed, and where the id is another one', async () => {
    expectProblem(await publish({ version: server.current.framework.version }), 409, 'conflict')
    await change('framework.yaml', onDisk('framework.yaml').replace('id: our-ladder', 'id: their-ladder'))
    expectProblem(await publish(), 409, 'conflict')
  })

  test('says so where this very version was published before, and what was said of it then stays', async () => {
    const { version } = server.current.framework
    await change('roles.yaml', `# Agreed on with the guild.\n${onDisk('roles.yaml')}`)
    const again = await publish({ version, note: 'Another reason.' })
    expect(again).toMatchObject({ status: 201, body: { version, isNew: false } })
    expect(onDisk('roles.yaml')).toMatch(/^# Agreed on/)
    await change(SKILL, onDisk(SKILL).replace('Delegation', 'Handing over'))
    expect((await publish()).body).toMatchObject({ version: '2.0', isNew: true })
  })

  test('keeps people from moving before the day from which it holds', async () => {
    await change(SKILL, onDisk(SKILL).replace('Delegation', 'Handing over'))
    const before = (await read()).published?.digest
    const made = await publish({ effectiveFrom: '2027-01-01' })
    const body = {
      beforeDigest: before,
      afterDigest: made.body.digest,
      role: 'senior-engineer',
      decisions: [],
    }
    const move = () =>
      server.call('POST', '/api/carry-overs', { headers: { 'idempotency-key': randomUUID() }, body })
    const problem = expectProblem(await move(), 422, 'invalid')
    expect(namesOf(problem)).toEqual(['#/afterDigest'])
    const use = await server.call('PUT', '/api/framework-in-use', {
      headers: { 'if-none-match': '*' },
      body: { digest: made.body.digest, revisionId: randomUUID() },
    })
    expect(namesOf(expectProblem(use, 422, 'invalid'))).toEqual(['#/digest'])
    server.clock.now = new Date('2027-01-01T08:00:00.000Z')
    expect((await move()).status).toBe(201)
  })
})

describe('comments on a draft', () => {
  const write = (body: object, key = randomUUID()) =>
    server.call<DraftComment>('POST', `${DRAFT}/comments`, { headers: { 'idempotency-key': key }, body })

  test('are about a skill, a level or a cell, and are dealt with or opened again', async () => {
    const on = await write({ skill: 'delegation', level: 3, content: 'Is this not level 4?' })
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    await write({ skill: 'delegation', role: 'staff-engineer', content: 'Too much.' })
    expect((await read()).comments).toMatchObject([
      { skill: 'delegation', level: 3, role: null, resolvedAt: null },
      { skill: 'delegation', level: null, role: 'staff-engineer' },
    ])
    const path = `/api/comments/${on.body.id}/resolved`
    const resolved = await server.call<DraftComment>('PUT', path, { body: { resolved: true } })
    expect(resolved.body.resolvedAt).not.toBeNull()
    const open = await server.call<DraftComment>('PUT', path, { body: { resolved: false } })
    expect(open.body.resolvedAt).toBeNull()
    expectProblem(await write({ skill: 'delegation', content: ' ' }), 422, 'invalid')
    expectProblem(await write({ skill: 'delegation', level: 1, role: 'x', content: 'Both.' }), 422, 'invalid')
    expectProblem(
      await server.call('PUT', `/api/comments/${UNKNOWN}/resolved`, { body: { resolved: true } }),
      404,
      'not-found',
    )
  })
})
