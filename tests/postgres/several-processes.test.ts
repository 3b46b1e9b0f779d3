// Three server processes on one Postgres: what one of them begins the others know, and what may happen once happens once.
import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { volumeOf } from '../proofs/volume.ts'
import { startOnEmptyDatabase, temporaryFolder } from '../test-store.ts'
import {
  inviteAt,
  isReady,
  joinAt,
  newcomer,
  type Person,
  send,
  startProcess,
  stopProcess,
  type TeamProcess,
} from './team-processes.ts'

const MIGRATIONS = fileURLToPath(new URL('../../src/store/migrations/', import.meta.url))
/** The first look after the data comes so long after a start, in milliseconds; and a moment for it to be done. */
const CARED_BY = 20_000 + 8_000
const CHANGES = volumeOf({ full: 200, small: 20 })

let processes: TeamProcess[]
let removeDatabase: () => Promise<void>
/** As the superuser of the server, whom row security does not hold. */
let database: pg.Client
const folder = temporaryFolder()
const people = new Map<string, Person & { id: string }>()
const person = (name: string) => people.get(name) as Person & { id: string }
const process_ = (n: number) => processes[n] as TeamProcess
const once = () => ({ 'idempotency-key': randomUUID() })
const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows
const orderOf = <Value>(values: readonly Value[]) => values.toSorted()

beforeAll(async () => {
  const server = process.env.SKILLMAP_TEST_DATABASE_URL
  if (server === undefined) throw new Error('These tests need a Postgres server: npm test -- postgres')
  const opened = await startOnEmptyDatabase(async ({ databaseUrl = '' }) => {
    const settings = { databaseUrl, keyFile: join(folder, 'key.json') }
    processes = await Promise.all([1, 2, 3].map(() => startProcess(settings)))
    await Promise.all(processes.map(isReady))
    return databaseUrl
  })
  removeDatabase = opened.remove
  const url = new URL(server)
  url.pathname = new URL(opened.started).pathname
  database = new pg.Client({ connectionString: url.href })
  await database.connect()
})
afterAll(async () => {
  await Promise.all((processes ?? []).map(stopProcess))
  await database?.end()
  await removeDatabase?.()
  rmSync(folder, { recursive: true, force: true })
})

async function urlOfProcesses(): Promise<string> {
  const [{ name }] = await rows('SELECT current_database() AS name')
  const url = new URL(process.env.SKILLMAP_TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  url.username = 'skillmap_test_login'
  return url.href
}

/** Ada administers everything and manages the others, who are one team. */
async function settle(): Promise<void> {
  const ada = newcomer('Ada')
  const token = await inviteAt(process_(0), 'Ada', true)
  expect(await joinAt(ada, token, { ask: process_(0), answer: process_(1) })).toBe(204)
  const me = await ada.at<{ personId: string }>(process_(2), 'GET', '/api/session')
  people.set('Ada', { ...ada, id: me.body.personId })
  const today = new Date().toISOString().slice(0, 10)
  const team = await ada.at<{ id: string }>(process_(1), 'POST', '/api/organisation/teams', {
    body: { name: 'Platform', parentId: null },
    headers: once(),
  })
  for (const [at, displayName] of ['Bea', 'Cem', 'Dia', 'Eli', 'Fay'].entries()) {
    const body = { displayName, from: today, teamId: team.body.id, managerId: me.body.personId, role: null }
    const added = await ada.at<{ person: { id: string } }>(
      process_(at % 3),
      'POST',
      '/api/organisation/people',
      {
        body,
        headers: once(),
      },
    )
    expect(added.status).toBe(201)
    const somebody = newcomer(displayName)
    const secret = await inviteAt(process_(at % 3), displayName)
    const ways = { ask: process_((at + 1) % 3), answer: process_((at + 2) % 3) }
    expect(await joinAt(somebody, secret, ways)).toBe(204)
    people.set(displayName, { ...somebody, id: added.body.person.id })
  }
}

describe('Three processes on one database', () => {
  test('start at once on an empty one, and make its tables once', async () => {
    const applied = await rows('SELECT name FROM skillmap_meta.migration')
    expect(orderOf(applied.map(({ name }) => name))).toEqual(
      orderOf(readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'))),
    )
    expect(await rows('SELECT count(*)::int AS n FROM org')).toEqual([{ n: 1 }])
  })

  test('let somebody begin to join at one and end it at another, who is then in at all of them', async () => {
    await settle()
    for (const where of processes) {
      const { body } = await person('Bea').at<{ displayName: string }>(where, 'GET', '/api/session')
      expect(body.displayName).toBe('Bea')
    }
  })

  test('let an invitation be used once, by whoever of three at once is first', async () => {
    const token = await inviteAt(process_(0), 'Zoe')
    const three = processes.map((where) => ({ who: newcomer('Zoe'), where }))
    const statuses = await Promise.all(
      three.map(({ who, where }) => joinAt(who, token, { ask: where, answer: where })),
    )
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(await rows(`SELECT count(*)::int AS n FROM person WHERE display_name = 'Zoe'`)).toEqual([{ n: 1 }])
    expect(
      await rows(
        `SELECT count(*)::int AS n FROM passkey JOIN person ON person.id = passkey.owner_id WHERE display_name = 'Zoe'`,
      ),
    ).toEqual([{ n: 1 }])
  })

  test('end a session everywhere as soon as it is ended at one', async () => {
    const fay = person('Fay')
    const cookies = new Map(fay.cookies)
    expect((await fay.at(process_(0), 'POST', '/api/sign-out', { body: {} })).status).toBeLessThan(300)
    for (const [key, value] of cookies) fay.cookies.set(key, value)
    for (const where of processes) expect((await fay.at(where, 'GET', '/api/session')).status).toBe(401)
    fay.cookies.clear()
    const asked = await fay.at<{ challenge: string }>(process_(1), 'POST', '/api/sign-in/passkey-question', {
      body: {},
    })
    const answered = fay.device.answer(asked.body.challenge)
    const back = await fay.at(process_(2), 'POST', '/api/sign-in/passkey', { body: answered })
    expect(back.status).toBe(204)
    expect((await fay.at(process_(0), 'GET', '/api/session')).status).toBe(200)
  })

  test('create once what is sent to all three with one key', async () => {
    const headers = once()
    const body = { name: 'Apps', parentId: null }
    const made = await Promise.all(
      processes.map((where) =>
        person('Ada').at<{ id: string }>(where, 'POST', '/api/organisation/teams', { body, headers }),
      ),
    )
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(made.map((one) => one.body.id)).size).toBe(1)
    expect(await rows(`SELECT count(*)::int AS n FROM team WHERE name = 'Apps'`)).toEqual([{ n: 1 }])
  })

  test(`lose no change where ${CHANGES} times all three change the same: one wins, two are told`, async () => {
    const ada = person('Ada')
    const path = `/api/organisation/people/${person('Eli').id}`
    let seen = (await ada.at<{ revisionId: string }>(process_(0), 'GET', path)).body.revisionId
    for (let turn = 0; turn < CHANGES; turn += 1) {
      const tries = await Promise.all(
        processes.map((where, at) =>
          ada.at<{ person: { revisionId: string } }>(where, 'POST', `${path}/changes`, {
            body: { kind: 'name', displayName: `Eli ${turn} ${at}` },
            headers: { 'if-match': `"${seen}"` },
          }),
        ),
      )
      expect(orderOf(tries.map(({ status }) => status))).toEqual([200, 412, 412])
      seen = tries.find(({ status }) => status === 200)?.body.person.revisionId ?? ''
    }
  })

  test('let nobody in again whom a directory shuts out at one while it renames them at another', async () => {
    const ada = person('Ada')
    const body = { displayName: 'Gil', from: '2026-01-01', teamId: null, managerId: null, role: null }
    const added = await ada.at<{ person: { id: string } }>(process_(0), 'POST', '/api/organisation/people', {
      body,
      headers: once(),
    })
    const token = await ada.at<{ secret: string }>(
      process_(0),
      'POST',
      '/api/organisation/directory-tokens',
      {
        body: { label: 'Directory' },
      },
    )
    const patch = (where: TeamProcess, path: string, value: unknown) =>
      send<{ active: boolean }>(where, 'PATCH', `/scim/v2/Users/${added.body.person.id}`, {
        body: { Operations: [{ op: 'replace', path, value }] },
        headers: { authorization: `Bearer ${token.body.secret}` },
      })
    for (let turn = 0; turn < 10; turn += 1) {
      const tries = await Promise.all([
        patch(process_(0), 'active', false),
        patch(process_(1), 'displayName', `Gil ${turn}`),
        patch(process_(2), 'externalId', `gil-${turn}`),
      ])
      expect(tries.map(({ status }) => status)).toEqual([200, 200, 200])
      const found = await rows('SELECT closed_at IS NULL AS is_in FROM person WHERE id = $1', [
        added.body.person.id,
      ])
      expect([turn, found]).toEqual([turn, [{ is_in: false }]])
      expect((await patch(process_(0), 'active', true)).status).toBe(200)
    }
  })

  test('write one chain of the record, unbroken, whichever of them wrote a line', async () => {
    const checked = await person('Ada').at<{
      brokenAt: number | null
      checkedTo: number
      head: { seq: number }
    }>(process_(2), 'POST', '/api/organisation/audit/check', { body: { after: 0 } })
    expect(checked.body.brokenAt).toBeNull()
    expect(checked.body.checkedTo).toBe(checked.body.head.seq)
    const [gaps] = await rows('SELECT count(*)::int AS n, max(seq)::int AS last FROM audit')
    expect(gaps.n).toBe(gaps.last)
  })
})

describe('A confidential round', () => {
  test('that is closed at one while people answer at the others leaves nothing of who said what', async () => {
    const [ada, bea] = [person('Ada'), person('Bea')]
    const skills = ['system-design', 'mentoring']
    const started = await ada.at<{ round: { id: string } }>(process_(0), 'POST', '/api/rounds', {
      body: {
        title: 'In confidence',
        purpose: 'development',
        confidential: true,
        skills,
        kinds: ['peer'],
        endsOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
        subjects: [bea.id],
      },
      headers: once(),
    })
    expect(started.status).toBe(201)
    const { id } = started.body.round
    const part = `/api/rounds/${id}/people/${bea.id}`
    const raters = ['Cem', 'Dia', 'Eli', 'Fay'].map((name) => ({ rater: person(name).id, kind: 'peer' }))
    const path = `/api/rounds/${id}`
    const seen = async () => {
      const { body } = await ada.at<{ parts: { revisionId: string }[] }>(process_(0), 'GET', path)
      return { 'if-match': `"${body.parts[0]?.revisionId}"` }
    }
    const proposed = { body: { raters }, headers: await seen() }
    expect((await ada.at(process_(1), 'PUT', `${part}/raters`, proposed)).status).toBe(200)
    const agreed = { body: {}, headers: await seen() }
    expect((await ada.at(process_(2), 'POST', `${part}/agree`, agreed)).status).toBe(200)
    const statuses: number[] = []
    let isClosed = false
    const answering = ['Cem', 'Dia', 'Eli', 'Fay'].map(async (name, at) => {
      const rater = person(name)
      const where = process_(1 + (at % 2))
      const asked = await rater.at<{ id: string }[]>(where, 'GET', '/api/asked')
      const question = asked.body[0]?.id
      const begun = await rater.at<{ assessment: { id: string } }>(
        where,
        'POST',
        `/api/asked/${question}/begin`,
        {
          body: {},
        },
      )
      let seen: string | null = null
      for (let turn = 0; !isClosed || turn < 3; turn += 1) {
        const revisionId = randomUUID()
        const rated = await rater.at(
          where,
          'PUT',
          `/api/assessments/${begun.body.assessment.id}/ratings/system-design`,
          {
            body: { revisionId, level: turn % 5, note: 'said-in-confidence' },
            headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
          },
        )
        statuses.push(rated.status)
        if (rated.status < 300) seen = revisionId
        if (turn === 2)
          statuses.push((await rater.at(where, 'POST', `/api/asked/${question}/give`, { body: {} })).status)
      }
    })
    // In the middle: everybody has given and goes on to correct what they said.
    await expect.poll(() => statuses.length, { timeout: 120_000 }).toBeGreaterThan(24)
    const closed = await ada.at(process_(0), 'POST', `/api/rounds/${id}/close`, { body: {} })
    isClosed = true
    await Promise.all(answering)
    expect(closed.status).toBe(200)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    for (const table of ['assessment', 'ask', 'round_rater'])
      expect([
        table,
        await rows(`SELECT count(*)::int AS n FROM ${table} WHERE round_id = $1`, [id]),
      ]).toEqual([table, [{ n: 0 }]])
    expect(
      await rows(`SELECT count(*)::int AS n FROM rating_revision WHERE note = 'said-in-confidence'`),
    ).toEqual([{ n: 0 }])
    const sealed = await rows('SELECT owner_id, content IS NOT NULL AS counts FROM sealed_contribution')
    expect(sealed).toEqual([{ owner_id: bea.id, counts: true }])
  })
})

describe('Trying too often to get in', () => {
  type Question = { challenge: string }
  const ask = (where: TeamProcess) =>
    newcomer('Stranger').at<Question>(where, 'POST', '/api/sign-in/passkey-question', { body: {} })

  /** Somebody who has the id of Dia's passkey and nothing else. */
  async function failAt(where: TeamProcess): Promise<number> {
    const stranger = newcomer('Stranger')
    const asked = await stranger.at<Question>(where, 'POST', '/api/sign-in/passkey-question', { body: {} })
    const body = { ...person('Dia').device.answer(asked.body.challenge), signature: 'AAAA' }
    return (await stranger.at(where, 'POST', '/api/sign-in/passkey', { body })).status
  }

  test('is refused after ten failures of one passkey in all, wherever they were, and by a process that starts later', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 12; time += 1) statuses.push(await failAt(process_(time % 3)))
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
    const fresh = await startProcess({
      databaseUrl: await urlOfProcesses(),
      keyFile: join(folder, 'key.json'),
    })
    try {
      await isReady(fresh)
      expect(await failAt(fresh)).toBe(429)
    } finally {
      expect(await stopProcess(fresh)).toBe(0)
    }
  })

  test('lets exactly as many begin as may, where they begin at all three at once', async () => {
    // Whatever began before began from this address, more often than it failed.
    await database.query(
      'UPDATE sign_in_count SET times = 590 WHERE times = (SELECT max(times) FROM sign_in_count)',
    )
    const asked = await Promise.all(Array.from({ length: 30 }, (_, at) => ask(process_(at % 3))))
    expect(orderOf(asked.map(({ status }) => status))).toEqual([
      ...Array(10).fill(200),
      ...Array(20).fill(429),
    ])
    const refused = asked.find(({ status }) => status === 429)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(600)
  })

  test('is forgotten once the time is over', async () => {
    await database.query(`UPDATE sign_in_count SET expires_at = now() - interval '1 second'`)
    expect((await ask(process_(1))).status).toBe(200)
    expect(await failAt(process_(2))).toBe(403)
  })
})

describe('What a server does by itself', () => {
  test('is done once, however many processes look after the data', async () => {
    const ada = person('Ada')
    const started = await ada.at<{ round: { id: string } }>(process_(0), 'POST', '/api/rounds', {
      body: {
        title: 'Over by now',
        purpose: 'development',
        skills: ['system-design'],
        kinds: ['self', 'manager'],
        endsOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
        subjects: [person('Cem').id],
      },
      headers: once(),
    })
    const { id } = started.body.round
    await database.query(`UPDATE round SET starts_on = '2026-01-01', ends_on = '2026-01-31' WHERE id = $1`, [
      id,
    ])
    // Three that start now look all within the same seconds.
    const settings = { databaseUrl: await urlOfProcesses(), keyFile: join(folder, 'key.json') }
    const fresh = await Promise.all([1, 2].map(() => startProcess(settings)))
    try {
      await Promise.all(fresh.map(isReady))
      await sleep(CARED_BY)
      await expect
        .poll(() => rows(`SELECT closed_at IS NOT NULL AS closed FROM round WHERE id = $1`, [id]), {
          timeout: 60_000,
        })
        .toEqual([{ closed: true }])
      const lines = await rows(
        `SELECT seq FROM audit WHERE noun = 'round' AND action = 'close' AND object_id = $1`,
        [id],
      )
      expect(lines).toHaveLength(1)
      for (const { log } of [...processes, ...fresh])
        expect(log.text).not.toContain('Looking after the data failed')
    } finally {
      expect(await Promise.all(fresh.map(stopProcess))).toEqual([0, 0])
    }
  })
})

test('A process that is told to stop finishes what was asked of it; the others go on', async () => {
  const leaving = process_(2)
  const asking = Array.from({ length: 12 }, () =>
    person('Ada')
      .at(leaving, 'GET', '/api/export')
      .then(({ status }) => status)
      // What comes after it stopped listening is for the proxy to send elsewhere.
      .catch((error: NodeJS.ErrnoException) => error.code),
  )
  // Once it has begun with them: the first is answered.
  await Promise.race(asking)
  leaving.child.kill('SIGTERM')
  const answers = await Promise.all(asking)
  expect(await leaving.exited).toBe(0)
  expect(answers.filter((answer) => answer !== 200 && answer !== 'ECONNREFUSED')).toEqual([])
  expect((await person('Ada').at(process_(0), 'GET', '/api/session')).status).toBe(200)
  expect((await person('Ada').at(process_(1), 'GET', '/api/ready')).status).toBe(200)
})
