// Bringing a framework: a file is sent, looked at, corrected and used; whatever is sent, the server stays up.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { ImportPreview } from '../../src/core/importing/import-preview.ts'
import type { ColumnMeaning, Loss } from '../../src/core/importing/import-source.ts'
import type { ListedFramework } from '../../src/server/framework/framework-list.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { ADDRESS, type Answered, openTestServer, SECRET, type TestServer } from './test-server.ts'

type Preview = ImportPreview & {
  token: string
  suggestedId: string
  asVersion: { id: string; losses: Loss[] }[]
}

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const LADDER = [
  ['Area', 'Skill', 'Engineer', 'Senior Engineer', 'Staff Engineer'],
  ['Craft', 'Testing', '2', '3', '4'],
  ['Craft', 'System design', '1', '3', '4'],
  ['People', 'Mentoring', '1', '2', '4'],
]
const CSV = LADDER.map((row) => row.join(',')).join('\n')

async function bring(
  name: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Answered<Preview>> {
  const answer = await server.app.fetch(
    new Request(`${ADDRESS}/api/imports?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${SECRET}`,
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body,
      duplex: 'half',
    } as RequestInit),
  )
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) as Preview }
}

const keep = (token: string, body: object, key = crypto.randomUUID() as string) =>
  server.call<{ digest: string; id: string }>('POST', `/api/imports/${token}/framework`, {
    headers: { 'idempotency-key': key },
    body,
  })

const said = (preview: Preview) => preview.reading.problems.map((problem) => problem.message).join(' ')
const counted = (preview: Preview) =>
  Object.fromEntries(preview.reading.understood.map(({ what, count }) => [what, count]))

describe('a spreadsheet ladder', () => {
  test('is understood, shown with its first rows, and kept as a framework in use', async () => {
    const workbook = await writeXlsxFile(
      LADDER.map((row) => row.map((value) => ({ value, type: String }))),
      { sheet: 'Ladder' },
    ).toBuffer()
    const { status, body } = await bring('our ladder.xlsx', new Uint8Array(workbook))
    expect(status).toBe(201)
    expect(body.reading.kind).toBe('tables')
    expect(counted(body)).toMatchObject({ roles: 3, skills: 3 })
    expect(body.excerpts[0]).toMatchObject({ sheet: 'Ladder', rows: LADDER })
    const kept = await keep(body.token, { id: 'our-ladder', name: 'Our ladder' }, 'keep-it')
    expect(kept.status, kept.text).toBe(201)
    const me = await server.call<{ framework: { digest: string } }>('GET', '/api/me')
    expect(me.body.framework).toMatchObject({ id: 'our-ladder', digest: kept.body.digest })
    const whole = await server.call<Framework>('GET', `/api/frameworks/${kept.body.digest}`)
    expect(whole.body.expectations['staff-engineer']).toMatchObject({ mentoring: { level: 4 } })
    expect(existsSync(join(server.store.places.frameworks, 'our-ladder', 'skills', 'mentoring.md'))).toBe(
      true,
    )
    const again = await keep(body.token, { id: 'our-ladder', name: 'Our ladder' }, 'keep-it')
    expect([again.status, again.body.digest]).toEqual([201, kept.body.digest])
  })

  test('is read again with a corrected mapping', async () => {
    const { body } = await bring('ladder.csv', CSV)
    const [table] = body.reading.mapping?.tables ?? []
    const columns = (table?.columns ?? []).map((column) => ({
      ...column,
      meaning: (column.column === 0 ? 'ignored' : column.meaning) as ColumnMeaning,
    }))
    const corrected = await server.call<Preview>('PUT', `/api/imports/${body.token}/choices`, {
      body: {
        name: 'Corrected',
        mapping: { tables: [{ ...table, columns }], levelWords: body.reading.mapping?.levelWords ?? [] },
      },
    })
    expect(corrected.status, corrected.text).toBe(200)
    expect(corrected.body.reading.framework?.name).toBe('Corrected')
    expect(counted(body).groups).toBe(2)
    expect(counted(corrected.body).groups).toBe(1)
  })

  test('comes a second time as another version of the same framework, or under another id', async () => {
    const first = await bring('second.csv', CSV)
    const made = await keep(first.body.token, { id: 'second', name: 'Second', use: false })
    expect(made.status, made.text).toBe(201)
    const { body } = await bring('second.csv', CSV.replace('Mentoring,1,2,4', 'Mentoring,1,3,4'))
    const taken = await keep(body.token, { id: 'second', name: 'Second', use: false })
    expect(namesOf(expectProblem(taken, 422, 'invalid'))).toEqual(['#/id'])
    const newer = await keep(body.token, { id: 'second', name: 'Second', use: false, newVersion: true })
    expect(newer.status, newer.text).toBe(201)
    const { body: list } = await server.call<{ frameworks: ListedFramework[] }>('GET', '/api/frameworks')
    const second = list.frameworks.find((one) => one.id === 'second')
    expect(second?.versions.map((version) => version.source)).toEqual(['imported', 'imported'])
    expect(second?.folder?.state).toBe('published')
  })

  test('leaves what else lies in the folder as it is, and says before what cannot stay', async () => {
    const first = await bring('team.csv', CSV)
    await keep(first.body.token, { id: 'team', name: 'Team', use: false })
    const folder = join(server.store.places.frameworks, 'team')
    const put = (path: string, text: string) => writeFileSync(join(folder, path), text)
    const translated = (name: string) => `---\nname: ${name}\n---\n\nWas das ist.\n`
    put('README.md', 'Why it is so.\n')
    put('LICENSE', 'Ours.\n')
    put('skills/testing.de.md', translated('Prüfen'))
    put('skills/mentoring.de.md', translated('Begleiten'))
    put('roles.yaml', `# Agreed on with the guild.\n${readFileSync(join(folder, 'roles.yaml'), 'utf8')}`)
    const published = await server.call('POST', '/api/own-frameworks/team/publications', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: {},
    })
    expect(published.status, published.text).toBe(201)
    const { body } = await bring('team.csv', CSV.replace('People,Mentoring,1,2,4', 'People,Feedback,1,2,4'))
    expect(body.asVersion.find((one) => one.id === 'team')?.losses).toMatchObject([
      { place: { path: 'skills/mentoring.de.md' }, what: 'The translation' },
      { place: { path: 'roles.yaml' }, what: 'Comments' },
    ])
    const newer = await keep(body.token, { id: 'team', name: 'Team', use: false, newVersion: true })
    expect(newer.status, newer.text).toBe(201)
    expect(readdirSync(folder).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'expectations.csv',
      'framework.yaml',
      'moves.yaml',
      'roles.yaml',
      'skills',
    ])
    expect(readdirSync(join(folder, 'skills')).toSorted()).toEqual([
      'feedback.md',
      'system-design.md',
      'testing.de.md',
      'testing.md',
    ])
  })

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${CSV.replace('Mentoring', 'Förderung')}`, 'utf16le')],
    ['Windows-1252', Buffer.from(CSV.replace('Mentoring', 'Förderung'), 'latin1')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${CSV.replace('Mentoring', 'Förderung')}`)],
  ])('is read in %s', async (_, bytes) => {
    const { body } = await bring('ladder.csv', new Uint8Array(bytes))
    expect(body.reading.framework?.skills.map((skill) => skill.name)).toContain('Förderung')
  })

  test('is read from a zip archive of a folder, whatever else lies in it', async () => {
    const archive = zipSync({
      'ladder/levels.csv': new Uint8Array(Buffer.from(CSV)),
      '__MACOSX/ladder/._levels.csv': new Uint8Array([0, 1, 2]),
      'ladder/logo.png': new Uint8Array(Buffer.from('89504e470d0a1a0a', 'hex')),
    })
    const { body } = await bring('ladder.zip', archive)
    expect(counted(body)).toMatchObject({ roles: 3, skills: 3 })
    expect(body.reading.losses).toMatchObject([{ place: { path: 'ladder/logo.png' } }])
  })
})

describe('a file that is no framework', () => {
  test.each([
    ['ladder.xlsx', 'only a text', 'nothing'],
    ['ladder.csv', Buffer.from('%PDF-1.7 …'), 'This is a PDF'],
    ['ladder.xlsx', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'an old .xls'],
    ['ladder.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'a picture'],
    ['ladder.csv', '', 'The file is empty'],
    ['ladder.csv', Buffer.from([1, 0, 7, 0, 0, 0, 9]), 'not a text'],
    ['ladder.zip', Buffer.from('504b0304140000000800', 'hex'), 'damaged or was only half written'],
  ])('%s is told apart by what it holds', async (name, bytes, words) => {
    const { status, body } = await bring(name, typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
    expect([status, body.reading.framework]).toEqual([201, null])
    expect(said(body).toLowerCase()).toContain(words === 'nothing' ? 'looked for' : words.toLowerCase())
    expect(body.reading.problems[0]?.mend).not.toBe('')
    expectProblem(await keep(body.token, { id: 'nothing', name: 'Nothing' }), 409, 'conflict')
  })
})

describe('sending a file', () => {
  test('is not possible for a page of another site: the type is one that browsers ask about first', async () => {
    expectProblem(await bring('x.csv', CSV, { 'content-type': 'text/plain' }), 415, 'not-a-file')
    expectProblem(await bring('x.csv', CSV, { 'content-type': 'multipart/form-data' }), 415, 'not-a-file')
    const foreign = { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }
    expectProblem(await bring('x.csv', CSV, foreign), 403, 'other-site')
  })

  test('ends at 20 MB, wherever a file would end, and leaves nothing behind', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000).fill(0x2c))
      },
    })
    const pending = join(server.store.places.run, 'imports')
    const before = readdirSync(pending).length
    expectProblem(await bring('endless.csv', endless), 413, 'too-large')
    expect(sent).toBeLessThan(30_000_000)
    expectProblem(await bring('big.csv', CSV, { 'content-length': '200000000' }), 413, 'too-large')
    expect(readdirSync(pending)).toHaveLength(before)
  })

  test('is called off without a trace, and is forgotten after an hour', async () => {
    const { body } = await bring('ladder.csv', CSV)
    expect((await server.call('DELETE', `/api/imports/${body.token}`)).status).toBe(204)
    expect(existsSync(join(server.store.places.run, 'imports', body.token))).toBe(false)
    expectProblem(await server.call('DELETE', `/api/imports/${body.token}`), 404, 'not-found')
    expectProblem(await keep(UNKNOWN, { id: 'x', name: 'X' }), 404, 'not-found')
    const later = await bring('ladder.csv', CSV)
    server.clock.now = new Date(server.clock.now.getTime() + 61 * 60 * 1000)
    const choices = { body: { name: 'Late' } }
    const late = await server.call('PUT', `/api/imports/${later.body.token}/choices`, choices)
    expectProblem(late, 404, 'not-found')
  })
})
