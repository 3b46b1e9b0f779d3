// A company of 100,000 people on Postgres: mixed traffic at a fixed rate, each answer timed from when it was due.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { hashSecret, newSecret } from '#build/server/sign-in/launch-links.js'
import { seededId } from '#build/store/seed-organisation.js'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot } from './running-server.ts'

const PEOPLE = Number(process.env.SKILLMAP_LOAD_PEOPLE ?? 100_000)
const RATE = 150
const SECONDS = Number(process.env.SKILLMAP_LOAD_SECONDS ?? 60)
const WARM_UP_SECONDS = 10
const GROUP = 13
/** Teams whose people have handed over their levels. */
const TEAMS = 200
const PORT = 4791
const ORIGIN = `http://localhost:${PORT}`
/** What a Postgres on a machine of two cores is usually given; commits reach the disk. */
const SETTINGS = ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=4GB', '-c', 'work_mem=16MB']

interface Person {
  id: string
  cookie: string
  assessmentId: string
  revisions: Map<string, string>
}

type Kind = 'page' | 'rating' | 'team-map'

/** Of a hundred requests. */
const MIX: Record<Kind, number> = { page: 70, rating: 25, 'team-map': 5 }

/** A database that was seeded before may be named, so that it can be measured again without writing it again. */
export async function measureTeamLoad(): Promise<Figure[]> {
  const seeded = process.env.SKILLMAP_LOAD_DATABASE
  if (seeded !== undefined) return served(seeded)
  const { startPostgres } = (await import(
    pathToFileURL(join(projectRoot, 'scripts', 'postgres.mjs')).href
  )) as { startPostgres: (settings: string[]) => Promise<{ url: string; stop: () => Promise<void> }> }
  const postgres = await startPostgres(SETTINGS)
  const folder = freshFolder()
  try {
    const env = { ...process.env, DATABASE_URL: postgres.url, SKILLMAP_DATA: folder.path }
    const begun = performance.now()
    await run(['seed', '--people', String(PEOPLE)], env)
    console.log(`  seeded ${PEOPLE} people in ${Math.round((performance.now() - begun) / 1000)} s`)
    return await served(postgres.url)
  } finally {
    folder.remove()
    await postgres.stop()
  }
}

async function served(databaseUrl: string): Promise<Figure[]> {
  const folder = freshFolder()
  const server = spawn(process.execPath, ['bin/skillmap.mjs', 'serve', '--team', '--port', String(PORT)], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: databaseUrl, SKILLMAP_DATA: folder.path, SKILLMAP_ORIGIN: ORIGIN },
    stdio: 'ignore',
  })
  try {
    await untilReady()
    return await measured(databaseUrl)
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    folder.remove()
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['bin/skillmap.mjs', ...args], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`skillmap ${args.join(' ')} ended with ${code}.`)
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      if ((await fetch(`${ORIGIN}/api/ready`)).ok) return
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not become ready.')
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

interface Answer {
  status: number
  text: string
}

function ask(
  method: string,
  path: string,
  cookie: string,
  more: { headers?: Record<string, string>; body?: unknown } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const body = more.body === undefined ? undefined : JSON.stringify(more.body)
    const headers = {
      cookie,
      origin: ORIGIN,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more.headers,
    }
    const sent = request(`${ORIGIN}${path}`, { method, headers, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sessions are written into the database as a sign-in would; the secret is known here alone. */
async function signIn(client: pg.Client, orgId: string, numbers: readonly number[]): Promise<string[]> {
  const cookies = []
  await client.query('BEGIN; SET LOCAL ROLE skillmap_keeper')
  for (const n of numbers) {
    const secret = newSecret()
    await client.query(
      `INSERT INTO session (org_id, token_hash, owner_id, created_at, last_seen_at, expires_at, id, browser, proved_at)
       VALUES ($1, $2, ${seededId('person', n)}, now(), now(), now() + interval '1 day', $3, 'Load', now())`,
      [orgId, hashSecret(secret), randomUUID()],
    )
    cookies.push(`skillmap-team-${PORT}=${secret}`)
  }
  await client.query('COMMIT')
  return cookies
}

async function measured(databaseUrl: string): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const org = await client.query<{ org_id: string }>('SELECT org_id FROM org LIMIT 1')
  const orgId = org.rows[0]?.org_id ?? ''
  const engineers = Array.from({ length: 300 }, (_, index) => (index * 331 + 1) % PEOPLE).filter(
    (n) => n % GROUP !== 0,
  )
  const managers = Array.from(
    { length: Math.min(TEAMS, Math.floor(PEOPLE / GROUP)) },
    (_, index) => index * GROUP,
  )
  const people = await openAssessments(await signIn(client, orgId, engineers))
  const managerCookies = await signIn(client, orgId, managers)
  await switchOn(client, orgId)
  await client.end()
  const skills = await skillsOf(people[0]?.cookie ?? '')
  const asked = async (kind: Kind, index: number): Promise<number> => {
    const person = people[index % people.length] as Person
    if (kind === 'page') return (await ask('GET', '/api/me', person.cookie)).status
    if (kind === 'team-map')
      return (await ask('GET', '/api/team-map', managerCookies[index % managerCookies.length] ?? '')).status
    return saveRating(person, skills[Math.floor(index / people.length) % skills.length] ?? '')
  }
  await traffic(asked, WARM_UP_SECONDS)
  const took = await traffic(asked, SECONDS)
  const alone = await oneAfterTheOther(asked)
  return figuresOf(took, alone)
}

async function openAssessments(cookies: readonly string[]): Promise<Person[]> {
  const people: Person[] = []
  for (const cookie of cookies) {
    const me = JSON.parse((await ask('GET', '/api/me', cookie)).text)
    const opened = await ask('POST', '/api/assessments', cookie, {
      headers: { 'idempotency-key': randomUUID() },
      body: { frameworkDigest: me.framework.digest, role: 'senior-engineer' },
    })
    const { id: assessmentId } = JSON.parse(opened.text)
    people.push({ id: me.person.id, cookie, assessmentId, revisions: new Map() })
  }
  return people
}

async function switchOn(client: pg.Client, orgId: string): Promise<void> {
  await client.query('BEGIN; SET LOCAL ROLE skillmap_keeper')
  await client.query(
    `INSERT INTO view_switch (org_id, id, view, purpose, switched_on_at) VALUES ($1, $2, 'team-map', 'To measure it.', now())`,
    [orgId, randomUUID()],
  )
  await client.query('COMMIT')
}

async function skillsOf(cookie: string): Promise<string[]> {
  const me = JSON.parse((await ask('GET', '/api/me', cookie)).text)
  const framework = JSON.parse((await ask('GET', `/api/frameworks/${me.framework.digest}`, cookie)).text)
  return framework.skills.map(({ id }: { id: string }) => id)
}

async function saveRating(person: Person, skill: string): Promise<number> {
  const revisionId = randomUUID()
  const before = person.revisions.get(skill)
  const headers: Record<string, string> =
    before === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${before}"` }
  const body = { revisionId, level: revisionId.charCodeAt(0) % 5 }
  // Taken before the answer: the same person's next save comes much later.
  person.revisions.set(skill, revisionId)
  const path = `/api/assessments/${person.assessmentId}/ratings/${skill}`
  return (await ask('PUT', path, person.cookie, { headers, body })).status
}

interface Took {
  kind: Kind
  ms: number
  status: number
}

/** Requests come at their times whether or not earlier ones are answered, so that a stall is seen by all that wait. */
async function traffic(
  asked: (kind: Kind, index: number) => Promise<number>,
  seconds: number,
): Promise<Took[]> {
  const took: Took[] = []
  const pending: Promise<void>[] = []
  const begun = performance.now()
  for (let index = 0; index < RATE * seconds; index += 1) {
    const due = begun + (index * 1000) / RATE
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const place = (index * 37) % 100
    const kind: Kind = place < MIX.page ? 'page' : place < MIX.page + MIX.rating ? 'rating' : 'team-map'
    pending.push(
      asked(kind, index).then(
        (status) => void took.push({ kind, ms: performance.now() - due, status }),
        () => void took.push({ kind, ms: performance.now() - due, status: 0 }),
      ),
    )
  }
  await Promise.all(pending)
  return took
}

async function oneAfterTheOther(asked: (kind: Kind, index: number) => Promise<number>): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < 200; index += 1) {
    const begun = performance.now()
    await asked('team-map', index)
    took.push(performance.now() - begun)
  }
  return took
}

function figuresOf(took: readonly Took[], alone: readonly number[]): Figure[] {
  const note = `${PEOPLE} people, ${RATE} requests/s for ${SECONDS} s, of which 70 % pages, 25 % ratings, 5 % team maps of 12`
  const ofKind = (kind: Kind) => took.filter((one) => one.kind === kind).map(({ ms }) => ms)
  const bad = took.filter(({ status }) => status < 200 || status >= 300).length
  return [
    {
      name: 'Mixed traffic, p99',
      value: percentile(
        took.map(({ ms }) => ms),
        0.99,
      ),
      unit: 'ms',
      target: 300,
      note,
    },
    { name: 'Mixed traffic, errors', value: bad, unit: 'requests', target: 0, note },
    { name: 'Opening a page, p99', value: percentile(ofKind('page'), 0.99), unit: 'ms', target: 300 },
    { name: 'Saving a rating, p99', value: percentile(ofKind('rating'), 0.99), unit: 'ms', target: 300 },
    {
      name: 'Team map of 12 in that traffic, p99',
      value: percentile(ofKind('team-map'), 0.99),
      unit: 'ms',
      target: 300,
    },
    {
      name: 'Team map of 12 × 45 skills by itself, p95',
      value: percentile(alone, 0.95),
      unit: 'ms',
      target: 30,
    },
  ]
}
