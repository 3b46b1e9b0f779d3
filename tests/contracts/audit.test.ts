// The record of what was done over HTTP: who reads which lines, whether the chain is whole, and what an outsider can check.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import { checkExportedLines } from '../../src/store/audit/check-exported-audit.ts'
import { saveAdminGrant } from '../../src/store/organisation/admin-grants.ts'
import type { PersonName } from '../organisation.ts'
import { expectProblem } from './expect-problem.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface Page {
  lines: { seq: number; at: string; actorId: string | null; who: string; says: string }[]
  next: number | null
}
interface Checked {
  checkedTo: number
  brokenAt: number | null
  head: { seq: number; hash: string }
}

let server: TeamServer
const idOf = (name: PersonName) => server.organisation.idOf[name]
const read = async (query = '', who: PersonName = 'Ada') =>
  (await server.as<Page>(who, 'GET', `/api/organisation/audit${query}`)).body
const checked = async () =>
  (await server.as<Checked>('Ada', 'POST', '/api/organisation/audit/check', { body: { after: 0 } })).body

beforeAll(async () => {
  server = await openTeamServer()
  // Nia administers the audit alone: neither people nor rounds.
  await server.store.withViewer(visitor(server.organisation.orgId), (tx) =>
    saveAdminGrant(tx, { id: randomUUID(), personId: idOf('Nia'), scope: 'audit' }),
  )
  const purpose = 'To see where help is needed.'
  await server.as('Ada', 'PUT', '/api/views/team-map', { body: { purpose } })
})
afterAll(() => server.dispose())

/** Bea rates herself, keeps a person, writes a journal and asks Cem; Cem answers. */
async function doPrivateThings(): Promise<void> {
  const post = async (who: PersonName, path: string, body: object) => {
    const headers = { 'idempotency-key': randomUUID() }
    expect((await server.as(who, 'POST', path, { body, headers })).status).toBeLessThan(300)
  }
  await post('Bea', '/api/people', { displayName: 'Kept in private', relation: 'peer', role: null })
  await post('Bea', '/api/assessments', { frameworkDigest: server.current.digest, role: 'senior-engineer' })
  const asks = {
    subject: 'me',
    skills: ['system-design'],
    purpose: 'development',
    note: '',
    dueOn: '2026-12-04',
  }
  await post('Bea', '/api/asks', { ...asks, raters: [idOf('Cem')] })
  const asked = await server.as<{ id: string }[]>('Cem', 'GET', '/api/asked')
  await post('Cem', `/api/asked/${asked.body[0]?.id}/begin`, {})
  await server.as('Bea', 'GET', '/api/export')
}

describe('The record of what was done', () => {
  test('is read by administrators of the audit alone', async () => {
    for (const who of ['Bea', 'Max'] as const) {
      expectProblem(await server.as(who, 'GET', '/api/organisation/audit'), 403, 'not-allowed')
      const body = { after: 0 }
      for (const what of ['check', 'export'])
        expectProblem(
          await server.as(who, 'POST', `/api/organisation/audit/${what}`, { body }),
          403,
          'not-allowed',
        )
    }
    expect((await read('', 'Nia')).lines.length).toBeGreaterThan(3)
  })

  test('says in sentences who did what and what for, the newest first', async () => {
    const { lines } = await read('?kind=views')
    expect(lines[0]).toMatchObject({
      who: 'Ada',
      says: 'switched the view “Map of a team” on, for: “To see where help is needed.”',
    })
    const all = (await read()).lines.map(({ seq }) => seq)
    expect(all).toEqual(all.toSorted((one, other) => other - one))
  })

  test('says nothing of what people do with what is theirs; each of them reads that of their own', async () => {
    const before = await read()
    await doPrivateThings()
    const after = await read()
    const told = ({ lines }: Page) => lines.filter(({ says }) => says !== 'read this record')
    expect(told(after)).toEqual(told(before))
    const own = await server.as<Page>('Bea', 'GET', '/api/audit/mine')
    expect(own.body.lines.map(({ says }) => says)).toEqual(
      expect.arrayContaining(['added somebody whom you keep for yourself', 'added an assessment']),
    )
    const cem = await server.as<Page>('Cem', 'GET', '/api/audit/mine')
    expect(cem.text).not.toContain('keep for yourself')
  })

  test('is filtered by who did it, by kind and by day', async () => {
    expect((await read(`?by=${idOf('Bea')}`)).lines).toEqual([])
    expect((await read(`?by=${idOf('Ada')}&kind=views`)).lines).toHaveLength(1)
    expect((await read('?kind=views&until=2026-11-22')).lines).toEqual([])
    expect((await read('?kind=views&from=2026-11-23&until=2026-11-23')).lines).toHaveLength(1)
    expectProblem(await server.as('Ada', 'GET', '/api/organisation/audit?kind=ratings'), 422, 'invalid')
  })

  test('is read in pages that neither repeat nor skip a line', async () => {
    for (let n = 0; n < 60; n += 1)
      await server.as('Ada', 'PUT', '/api/views/calibration', {
        body: { purpose: `For reason number ${n}.` },
      })
    const seen: number[] = []
    let next: number | null = null
    do {
      const page: Page = await read(`?kind=views${next === null ? '' : `&before=${next}`}`)
      seen.push(...page.lines.map(({ seq }) => seq))
      next = page.next
    } while (next !== null)
    expect(seen).toHaveLength(new Set(seen).size)
    expect(seen).toHaveLength(1 + 60 + 59)
  })

  test('holds that it was read, once an hour for each reader', async () => {
    const readings = async () =>
      (await read('?kind=audit')).lines.filter(({ says }) => says === 'read this record')
    const count = (await readings()).length
    await read()
    expect(await readings()).toHaveLength(count)
    server.clock.now = new Date(server.clock.now.getTime() + 61 * 60_000)
    await read()
    expect(await readings()).toHaveLength(count + 1)
  })
})

describe('Whether the record is whole', () => {
  const exported = async () => {
    const body = { after: 0 }
    return (
      await server.as<{ lines: { seq: number }[]; head: { seq: number; hash: string } }>(
        'Nia',
        'POST',
        '/api/organisation/audit/export',
        { body },
      )
    ).body
  }

  test('is found out from every line, with a hash of the newest to note down', async () => {
    const found = await checked()
    expect(found.brokenAt).toBeNull()
    expect(found.checkedTo).toBe(found.head.seq)
    expect(found.head.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('can be checked by an outsider from the exported file, which tells nothing of what is private', async () => {
    const { lines, head } = await exported()
    expect(checkExportedLines(lines)).toMatchObject({ brokenAt: null, unchecked: 0, head })
    const text = JSON.stringify(lines)
    for (const noun of ['kept-person', 'assessment', 'ask', 'rating', 'account', 'session'])
      expect(text).not.toContain(`"noun":"${noun}"`)
    const bea = lines.filter((line) => JSON.stringify(line).includes(idOf('Bea')))
    expect(bea.every((line) => JSON.stringify(line).includes('"noun":"person"'))).toBe(true)
  })

  test('shows in the file when a line was changed, left out or put in another place', async () => {
    const { lines } = await exported()
    const readable = lines.findIndex((line) => 'noun' in line && line.seq > 5)
    const withheld = lines.findIndex((line) => 'commitment' in line)
    const changed = lines.with(readable, { ...lines[readable], action: 'remove' } as never)
    expect(checkExportedLines(changed).brokenAt).toBe(lines[readable]?.seq)
    const replaced = lines.with(withheld, { ...lines[withheld], commitment: '0'.repeat(64) } as never)
    expect(checkExportedLines(replaced).brokenAt).toBe(lines[withheld]?.seq)
    expect(checkExportedLines(lines.toSpliced(readable, 1)).brokenAt).not.toBeNull()
    expect(
      checkExportedLines(lines.toSpliced(3, 2, ...lines.slice(3, 5).toReversed())).brokenAt,
    ).not.toBeNull()
  })

  test('shows in the database, at the line that somebody changed there', async () => {
    const { lines } = await read('?kind=views')
    const victim = lines[10]?.seq ?? 0
    const set = (noun: string) =>
      server.store.database.alone(async (session) => {
        await session.run('BEGIN')
        await session.query('ALTER TABLE audit NO FORCE ROW LEVEL SECURITY')
        await session.query('UPDATE audit SET noun = $1 WHERE seq = $2', [noun, victim])
        await session.query('ALTER TABLE audit FORCE ROW LEVEL SECURITY')
        await session.run('COMMIT')
      })
    await set('view-Switch')
    expect((await checked()).brokenAt).toBe(victim)
    await set('view-switch')
    expect((await checked()).brokenAt).toBeNull()
  })

  test('asks for a fresh proof of who takes it out', async () => {
    const declared = server.app.declared.filter(({ path }) => path.startsWith('/api/organisation/audit/'))
    expect(declared.map(({ freshProof }) => freshProof)).toEqual([true, true])
  })
})
