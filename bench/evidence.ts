// How long it takes to find something among ten thousand entries of evidence, over HTTP, with all the opening that it needs.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot, type RunningServer, startServerProcess } from './running-server.ts'

const ENTRIES = 10_000
const ROUNDS = 30

interface Framework {
  skills: { id: string; anchors: { level: number; behaviours: { text: string }[] }[] }[]
}

/** Questions as somebody types them, with a skill, a person and a time among them. */
const questions = [
  { text: 'runbook' },
  { text: 'design rev' },
  { text: 'decision team written' },
  { text: 'decisoin' },
  { text: 'te' },
  { skill: 'mentoring' },
  { person: 'Person 7', text: 'plan' },
  { from: '2024-01-01', until: '2024-06-30' },
  {},
]

/** Entries in the words of the framework's behaviours: three of them each, about 300 characters. */
function entries({ skills }: Framework, frameworkDigest: string): object[] {
  const texts = skills.flatMap(({ id, anchors }) =>
    anchors.flatMap(({ level, behaviours }) => behaviours.map(({ text }) => ({ id, level, text }))),
  )
  return Array.from({ length: ENTRIES }, (_, index) => {
    const at = (step: number) => texts[(index * 31 + step * 977) % texts.length]
    const first = at(0)
    const day = new Date(Date.UTC(2018, 0, 1) + Math.floor(index / 4) * 86_400_000)
    return {
      id: randomUUID(),
      revisionId: randomUUID(),
      version: 1,
      replaces: null,
      withdrawn: false,
      frameworkDigest,
      happenedOn: day.toISOString().slice(0, 10),
      text: [first, at(1), at(2)].map((one) => one?.text).join(' '),
      links: [`https://example.org/change/${index}`],
      credit: [{ name: `Person ${index % 50}`, personId: null }],
      skills: [{ skill: first?.id, level: first?.level || null, behaviours: [], note: '' }],
      template: 'plain',
      source: { kind: 'typed' },
      writtenAt: day.toISOString(),
    }
  })
}

interface Index {
  put(entry: object): void
  find(asked: object): unknown[]
}

/** Processor time, in milliseconds: what else the machine does is not counted. */
function processorTime(action: () => void): number {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The same search without server and network. */
async function inMemory(all: readonly object[]): Promise<Figure[]> {
  const path = join(projectRoot, 'build', 'core', 'evidence', 'evidence-index.js')
  const { evidenceIndex } = (await import(path)) as { evidenceIndex: () => Index }
  const index = evidenceIndex()
  const making = processorTime(() => {
    for (const entry of all) index.put(entry)
  })
  index.find({})
  const asked = questions.flatMap((question) =>
    Array.from({ length: 10 }, () => processorTime(() => void index.find(question))),
  )
  const note = `processor time, ${asked.length} questions among ${all.length} entries`
  const [p50, p99] = [percentile(asked, 0.5), percentile(asked, 0.99)]
  return [
    { name: 'evidence, searching in memory, p50', value: p50, unit: 'ms', target: 30, note },
    { name: 'evidence, searching in memory, p99', value: p99, unit: 'ms', target: 30, note },
    { name: 'evidence, making the index', value: making, unit: 'ms', target: 3000, note: 'processor time' },
  ]
}

/** The first question opens every entry; after that only what changed is read anew. */
export async function measureEvidence(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  try {
    const { framework } = await answer<{ framework: { digest: string } }>(server, 'GET', '/api/me')
    const whole = await answer<Framework>(server, 'GET', `/api/frameworks/${framework.digest}`)
    const own = await answer<Record<string, unknown>>(server, 'GET', '/api/export')
    const frameworks = [{ digest: framework.digest, framework: whole }]
    const all = entries(whole, framework.digest)
    const body = { ...own, frameworks, evidence: all }
    await answer(server, 'POST', '/api/import', body, { 'idempotency-key': randomUUID() })
    const opening = await timed(() => answer(server, 'GET', '/api/evidence?text=runbook'))
    const asked: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const question of questions) {
        const query = new URLSearchParams(Object.entries(question))
        asked.push(await timed(() => answer(server, 'GET', `/api/evidence?${query}`)))
      }
    const changed = await afterChanges(server, framework.digest)
    const among = `among ${ENTRIES} entries`
    const note = `${asked.length} questions over HTTP, ${among}`
    return [
      ...(await inMemory(all)),
      { name: 'evidence, one search, p50', value: percentile(asked, 0.5), unit: 'ms', target: 30, note },
      { name: 'evidence, one search, p99', value: percentile(asked, 0.99), unit: 'ms', target: 30, note },
      {
        name: 'evidence, a search after a change',
        value: percentile(changed, 0.5),
        unit: 'ms',
        target: 200,
        note: `median of ${changed.length}, ${among}`,
      },
      {
        name: 'evidence, the first search',
        value: opening,
        unit: 'ms',
        target: 4000,
        note: `opens ${ENTRIES} entries and makes the index, once until ten idle minutes have passed`,
      },
    ]
  } finally {
    await server.stop()
    folder.remove()
  }
}

async function afterChanges(server: RunningServer, frameworkDigest: string): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < 10; round += 1) {
    const body = { revisionId: randomUUID(), frameworkDigest, happenedOn: '2026-01-01', text: 'One more.' }
    await answer(server, 'PUT', `/api/evidence/${randomUUID()}`, body, { 'if-none-match': '*' })
    taken.push(await timed(() => answer(server, 'GET', '/api/evidence?text=more')))
  }
  return taken
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await action()
  return performance.now() - begun
}

async function answer<Body>(
  { url, secret }: RunningServer,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Body> {
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as Body
}
