// A live Postgres is backed up with its own tools while people write, and put back on another server: whole, and nobody who was erased comes back.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../recording-terminal.ts'
import { temporaryFolder } from '../test-store.ts'
import {
  inviteAt,
  isReady,
  joinAt,
  newcomer,
  type Person,
  startProcess,
  stopProcess,
  type TeamProcess,
} from './team-processes.ts'

interface Postgres {
  url: string
  stop(): Promise<void>
}
const { installedPostgres, startPostgres } = (await import(
  new URL('../../scripts/postgres.mjs', import.meta.url).href
)) as {
  installedPostgres(): string
  startPostgres(settings?: string[], installed?: string): Promise<Postgres>
}
const run = promisify(execFile)
/** Without TLS and without a password: both servers are on this machine, and gone afterwards. */
const LOGIN = 'skillmap_login'
const BACKUP = 'skillmap_backup'
const WORDS = 'a sentence for nobody but Bea'

const programs = installedPostgres()
const tool = (name: string, ...words: string[]) => run(join(programs, name), words)
const folder = temporaryFolder()
const dump = join(folder, 'skillmap.dump')
const roles = join(folder, 'roles.sql')
const keyFile = join(folder, 'key.json')

let from: Postgres
let to: Postgres
let live: TeamProcess
let ada: Person
let bea: Person
let assessmentId = ''
const idOf: Record<string, string> = {}

const addressOf = ({ url }: Postgres, database: string, user = 'skillmap') => {
  const address = new URL(url)
  address.pathname = `/${database}`
  address.username = user
  return address.href
}
const once = () => ({ 'idempotency-key': randomUUID() })

async function ask(where: Postgres, database: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: addressOf(where, database) })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** What docs/team-server.md says once: a login for the server, and one for backups. */
async function prepare(): Promise<void> {
  await ask(from, 'postgres', `CREATE ROLE ${LOGIN} LOGIN CREATEROLE`)
  await ask(from, 'postgres', `CREATE ROLE ${BACKUP} LOGIN BYPASSRLS IN ROLE pg_read_all_data`)
  await ask(from, 'postgres', `CREATE DATABASE skillmap OWNER ${LOGIN}`)
}

/** Ada administers; Bea rates herself and writes a journal; Lea has left. */
async function settle(): Promise<void> {
  ada = newcomer('Ada')
  expect(await joinAt(ada, await inviteAt(live, 'Ada', true), { ask: live, answer: live })).toBe(204)
  for (const displayName of ['Bea', 'Lea']) {
    const body = { displayName, from: '2025-01-01', teamId: null, managerId: null, role: null }
    const added = await ada.at<{ person: { id: string } }>(live, 'POST', '/api/organisation/people', {
      body,
      headers: once(),
    })
    expect(added.status).toBe(201)
    idOf[displayName] = added.body.person.id
  }
  bea = newcomer('Bea')
  expect(await joinAt(bea, await inviteAt(live, 'Bea'), { ask: live, answer: live })).toBe(204)
  const digest = (await ask(from, 'skillmap', 'SELECT digest FROM framework_version LIMIT 1'))[0]?.digest
  const written = await bea.at(live, 'PUT', `/api/evidence/${randomUUID()}`, {
    body: { revisionId: randomUUID(), frameworkDigest: digest, happenedOn: '2026-01-20', text: WORDS },
    headers: { 'if-none-match': '*' },
  })
  expect(written.status).toBe(201)
  const opened = await bea.at<{ id: string }>(live, 'POST', '/api/assessments', {
    body: { frameworkDigest: digest, role: 'senior-engineer' },
    headers: once(),
  })
  expect(opened.status).toBe(201)
  assessmentId = opened.body.id
  const path = `/api/organisation/people/${idOf.Lea}`
  const { revisionId } = (await ada.at<{ revisionId: string }>(live, 'GET', path)).body
  const left = await ada.at(live, 'POST', `${path}/changes`, {
    body: { kind: 'leave', lastDay: '2026-01-31', atOnce: true },
    headers: { 'if-match': `"${revisionId}"` },
  })
  expect(left.status).toBe(200)
}

interface Written {
  id: string
  begunAt: number
  savedAt: number
}

/** Rates until told to stop; what is returned was acknowledged. */
function rateUntil(isOver: () => boolean): Promise<Written[]> {
  const rate = async (skill: string): Promise<Written[]> => {
    const written: Written[] = []
    for (let seen: string | null = null; !isOver(); ) {
      const id = randomUUID()
      const begunAt = performance.now()
      const saved = await bea.at(live, 'PUT', `/api/assessments/${assessmentId}/ratings/${skill}`, {
        body: { revisionId: id, level: written.length % 5 },
        headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
      })
      if (saved.status >= 300)
        throw new Error(`Not saved while the backup ran: ${JSON.stringify(saved.body)}`)
      written.push({ id, begunAt, savedAt: performance.now() })
      seen = id
    }
    return written
  }
  return Promise.all(['mentoring', 'system-design'].map(rate)).then((all) => all.flat())
}

beforeAll(async () => {
  ;[from, to] = await Promise.all([startPostgres(undefined, programs), startPostgres(undefined, programs)])
  await prepare()
  live = await startProcess({ databaseUrl: addressOf(from, 'skillmap', LOGIN), keyFile })
  await isReady(live)
  await settle()
})
afterAll(async () => {
  if (live !== undefined) await stopProcess(live)
  await Promise.all([from?.stop(), to?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const doctor = (env: Record<string, string>) => runCommand(['doctor'], env)

describe('A live Postgres', () => {
  let before: Written[] = []
  let during: Written[] = []
  let after: Written[] = []

  test('is backed up by its own tools while people write', async () => {
    let isOver = false
    const writing = rateUntil(() => isOver)
    await expect
      .poll(() => ask(from, 'skillmap', 'SELECT count(*)::int AS n FROM rating_revision'), {
        timeout: 60_000,
      })
      .not.toEqual([{ n: 0 }])
    const begunAt = performance.now()
    await tool('pg_dump', '--format=custom', `--file=${dump}`, addressOf(from, 'skillmap', BACKUP))
    const endedAt = performance.now()
    await tool(
      'pg_dumpall',
      '--roles-only',
      '--no-role-passwords',
      `--file=${roles}`,
      `--dbname=${addressOf(from, 'postgres')}`,
    )
    isOver = true
    const all = await writing
    before = all.filter(({ savedAt }) => savedAt < begunAt)
    after = all.filter((one) => one.begunAt > endedAt)
    during = all.filter((one) => one.savedAt >= begunAt && one.begunAt <= endedAt)
    expect(before.length).toBeGreaterThan(0)
    expect(during.length).toBeGreaterThan(0)
    expect(after.length).toBeGreaterThan(0)
  })

  test('gives the login of the server no backup: row security would leave rows out, so it refuses', async () => {
    const refused = tool(
      'pg_dump',
      '--format=custom',
      `--file=${dump}.refused`,
      addressOf(from, 'skillmap', LOGIN),
    )
    await expect(refused).rejects.toThrow(/row-level security/)
  })

  test('goes on: somebody is erased after the backup', async () => {
    const path = `/api/organisation/people/${idOf.Lea}/erasure`
    expect((await ada.at(live, 'POST', path, { body: { confirm: 'Lea' } })).status).toBe(200)
    expect(await ask(from, 'skillmap', `SELECT 1 FROM person WHERE display_name = 'Lea'`)).toEqual([])
  })

  test('is put back on another server with what was acknowledged before, and nothing that was written after', async () => {
    // The login that the other server has already, and nothing else, is said to exist.
    await tool('psql', '--quiet', `--file=${roles}`, addressOf(to, 'postgres'))
    await ask(to, 'postgres', `CREATE DATABASE skillmap OWNER ${LOGIN}`)
    await tool('pg_restore', '--exit-on-error', `--dbname=${addressOf(to, 'skillmap')}`, dump)
    const rows = await ask(to, 'skillmap', 'SELECT revision_id::text AS id FROM rating_revision')
    const restored = new Set(rows.map(({ id }) => id))
    expect(before.filter(({ id }) => !restored.has(id))).toEqual([])
    expect(after.filter(({ id }) => restored.has(id))).toEqual([])
    // One moment: of those written meanwhile no later one is there without an earlier one of the same skill.
    const versions = await ask(
      to,
      'skillmap',
      'SELECT skill, count(*)::int AS n, max(version)::int AS last FROM rating_revision GROUP BY skill',
    )
    expect(versions.every(({ n, last }) => n === last)).toBe(true)
  })
})

describe('What was put back', () => {
  const env = () => {
    const dataDir = join(folder, 'data')
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    // What docs/team-server.md says to keep beside the dump.
    copyFileSync(join(live.dataDir, 'erased.json'), join(dataDir, 'erased.json'))
    return {
      SKILLMAP_DATA: dataDir,
      SKILLMAP_KEY_FILE: keyFile,
      DATABASE_URL: addressOf(to, 'skillmap', LOGIN),
    }
  }

  test('is looked through by the doctor: tables, row security, references, the record, keys, and who was erased', async () => {
    const { out, code } = await doctor(env())
    expect(out).toMatch(/ok {7}Tables: up to date/)
    expect(out).toMatch(/ok {7}Row security and keys: \d+ tables, \d+ references that hold/)
    expect(out).toMatch(/ok {7}Record: unbroken, \d+ lines; newest \d+:[0-9a-f]{64}/)
    expect(out).toMatch(/ok {7}Keys of private text: .* opens all 1/)
    expect(out).toMatch(/warning {2}Erased people: 1 of 1 came back/)
    expect(code).toBe(0)
  })

  test('is found not whole where a restore left something out', async () => {
    await ask(to, 'skillmap', 'ALTER TABLE rating_revision DISABLE ROW LEVEL SECURITY')
    const { out, code } = await doctor(env())
    expect(out).toContain('PROBLEM  Row security and keys: tables without row security: 1')
    expect(code).toBe(1)
    await ask(to, 'skillmap', 'ALTER TABLE rating_revision ENABLE ROW LEVEL SECURITY')
  })

  test('has an older end of the record than was noted down since, and the check says so', async () => {
    const [newest] = await ask(
      from,
      'skillmap',
      'SELECT seq::int AS seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
    )
    const head = `${newest?.seq}:${newest?.hash}`
    const whole = { DATABASE_URL: addressOf(from, 'skillmap', LOGIN) }
    expect((await runCommand(['audit', '--check', '--head', head], whole)).code).toBe(0)
    const { out, code } = await runCommand(['audit', '--check', '--head', head], env())
    expect(out).toContain('is not there as it was noted down')
    expect(code).toBe(1)
  })

  test('without the key file keeps private words shut, and the doctor says so', async () => {
    const dataDir = join(folder, 'without-key')
    const other = join(folder, 'another-key.json')
    const without = { ...env(), SKILLMAP_DATA: dataDir, SKILLMAP_KEY_FILE: other }
    const { out, code } = await doctor(without)
    expect(out).toMatch(/PROBLEM {2}Keys of private text: .* opens 0 of 1 \(it is missing\)/)
    expect(code).toBe(1)
    const server = await startProcess({ databaseUrl: without.DATABASE_URL, keyFile: other, dataDir })
    try {
      await isReady(server)
      const answer = await bea.at(server, 'GET', '/api/evidence')
      expect(answer.status).toBeLessThan(500)
      expect(JSON.stringify(answer.body)).not.toContain(WORDS)
    } finally {
      expect(await stopProcess(server)).toBe(0)
    }
  })

  test('serves with it: Bea reads her journal, the record goes on, and Lea was erased again', async () => {
    const { SKILLMAP_DATA: dataDir, DATABASE_URL: databaseUrl } = env()
    const server = await startProcess({ databaseUrl, keyFile, dataDir })
    try {
      await isReady(server)
      expect(JSON.stringify((await bea.at(server, 'GET', '/api/evidence')).body)).toContain(WORDS)
      expect(await ask(to, 'skillmap', `SELECT 1 FROM person WHERE display_name = 'Lea'`)).toEqual([])
      const erasures = await ada.at<{ proof: { personId: string } }[]>(
        server,
        'GET',
        '/api/organisation/erasures',
      )
      expect(erasures.body.map(({ proof }) => proof.personId)).toEqual([idOf.Lea])
      const checked = await ada.at<{ brokenAt: number | null }>(
        server,
        'POST',
        '/api/organisation/audit/check',
        {
          body: { after: 0 },
        },
      )
      expect(checked.body.brokenAt).toBeNull()
    } finally {
      expect(await stopProcess(server)).toBe(0)
    }
  })
})
