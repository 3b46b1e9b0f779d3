// How long one durably saved rating and the data of the map take over HTTP, on the embedded database.
import { randomUUID } from 'node:crypto'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, type RunningServer, startServerProcess } from './running-server.ts'

const saves = 1000
const reads = 1000

function caller(server: RunningServer) {
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${server.secret}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
}

async function timed(action: () => Promise<Response>): Promise<number> {
  const begun = performance.now()
  const reply = await action()
  await reply.arrayBuffer()
  if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`)
  return performance.now() - begun
}

const content = (level: number, round: number) => ({
  level,
  reason: null,
  approaching: false,
  behaviours: [],
  confidence: null,
  observedOn: null,
  note: `round ${round}`,
})

/** Saves ratings one after the other, each on its own revision, and reads what the map needs. */
export async function measureApi(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  try {
    const call = caller(server)
    const me = await (await call('GET', '/api/me')).json()
    const framework = await (await call('GET', `/api/frameworks/${me.framework.digest}`)).json()
    const role = framework.roles[0].id
    const opened = await call(
      'POST',
      '/api/assessments',
      { frameworkDigest: me.framework.digest, role },
      { 'idempotency-key': randomUUID() },
    )
    const assessment = await opened.json()
    const skills: string[] = framework.skills.map((skill: { id: string }) => skill.id)
    const last = new Map<string, string>()
    const saved: number[] = []
    for (let index = 0; index < saves; index += 1) {
      const skill = skills[index % skills.length] ?? ''
      const revisionId = randomUUID()
      const before = last.get(skill)
      const precondition: Record<string, string> =
        before === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${before}"` }
      const path = `/api/assessments/${assessment.id}/ratings/${skill}`
      const body = { revisionId, ...content(1 + (index % 2), index) }
      saved.push(await timed(() => call('PUT', path, body, precondition)))
      last.set(skill, revisionId)
    }
    const read: number[] = []
    for (let index = 0; index < reads; index += 1) read.push(await timed(() => call('GET', '/api/me')))
    const note = (count: number) => `${count} requests over HTTP`
    return [
      {
        name: 'One rating saved durably, p50',
        value: percentile(saved, 0.5),
        unit: 'ms',
        target: 8,
        note: note(saves),
      },
      {
        name: 'One rating saved durably, p99',
        value: percentile(saved, 0.99),
        unit: 'ms',
        target: 30,
        note: note(saves),
      },
      {
        name: 'Map data read, p99',
        value: percentile(read, 0.99),
        unit: 'ms',
        target: 15,
        note: note(reads),
      },
    ]
  } finally {
    await server.stop()
    folder.remove()
  }
}
