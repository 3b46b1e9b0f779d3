// Proof: no request, however malformed, crashes the server or gets a 5xx, and each refusal says what is wrong.
import fc from 'fast-check'
import type { Rating } from '../../src/core/assessment/assessment.ts'
import type { DeclaredRoute } from '../../src/server/define-route.ts'
import { problemSchema } from '../../src/server/wire.ts'
import { openTestServer, SECRET, type TestServer } from '../contracts/test-server.ts'
import { type KnownThings, type RandomRequest, requestTo } from './request-arbitraries.ts'

export interface ProofOptions {
  /** How many requests. */
  volume: number
  /** Repeats an earlier run. */
  seed?: number
}

/** Statuses by how often they came. */
export interface Proved {
  requests: number
  byStatus: Record<string, number>
}

/** These do real work each time they succeed; they are sent with a body that cannot succeed. */
const HEAVY = new Set(['post /api/backups'])
/** Refusals that must say which field, parameter or header is wrong. */
const NAMES_A_FIELD = new Set(['invalid', 'bad-header', 'no-precondition'])

export async function prove({ volume, seed }: ProofOptions): Promise<Proved> {
  const server = await openTestServer()
  const byStatus: Record<string, number> = {}
  try {
    const known = await makeKnownThings(server)
    const routes = server.app.declared.filter((route) => !HEAVY.has(`${route.method} ${route.path}`))
    const request = fc.oneof(...routes.map((route: DeclaredRoute) => requestTo(route, known)))
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const status = await sendAndJudge(server, one)
        byStatus[status] = (byStatus[status] ?? 0) + 1
      }),
      { numRuns: volume, ...(seed === undefined ? {} : { seed }) },
    )
    const me = await server.call('GET', '/api/me')
    if (me.status !== 200) throw new Error(`Afterwards the server answers ${me.status}: ${me.text}`)
    return { requests: volume, byStatus }
  } finally {
    await server.dispose()
  }
}

async function sendAndJudge(server: TestServer, one: RandomRequest): Promise<number> {
  const answer = await server.app.fetch(
    new Request(`http://127.0.0.1:4747${one.path}`, {
      method: one.method,
      headers: { authorization: `Bearer ${SECRET}`, ...one.headers },
      body: one.body,
    }),
  )
  const text = await answer.text()
  if (answer.status >= 500) {
    throw new Error(`${answer.status} for ${JSON.stringify(one)}\n${text}\n${server.logged.join('\n')}`)
  }
  if (answer.status >= 400) judgeRefusal(one, text)
  return answer.status
}

function judgeRefusal(one: RandomRequest, text: string): void {
  const problem = problemSchema.parse(JSON.parse(text))
  const kind = problem.type.split('#')[1] ?? ''
  if (problem.detail.length < 10)
    throw new Error(`A refusal without a reason for ${JSON.stringify(one)}: ${text}`)
  if (NAMES_A_FIELD.has(kind) && (problem.errors ?? []).length === 0) {
    throw new Error(`A refusal that names no field for ${JSON.stringify(one)}: ${text}`)
  }
}

async function makeKnownThings(server: TestServer): Promise<KnownThings> {
  const open = await server.openAssessment()
  const closed = await server.openAssessment('tech-lead')
  const rated: Rating[] = []
  for (const skill of ['mentoring', 'speaking']) {
    rated.push((await server.rate(open.id, skill, 2)).body, (await server.rate(closed.id, skill, 1)).body)
  }
  await server.call('POST', `/api/assessments/${closed.id}/close`)
  const { framework, digest } = server.current
  const roles = framework.roles.slice(0, 4).map((role) => role.id)
  const behaviours = framework.skills.flatMap((skill) =>
    skill.anchors.flatMap((anchor) => anchor.behaviours.map((behaviour) => behaviour.id)),
  )
  const plan = crypto.randomUUID()
  const choices = {
    fromRole: roles[0],
    destinations: [{ role: roles[1] }],
    hoursPerWeek: [3],
    quarters: 4,
  }
  const body = { revisionId: plan, frameworkDigest: digest, choices }
  await server.call('PUT', '/api/plan', { headers: { 'if-none-match': '*' }, body })
  return {
    byName: {
      fromRole: roles,
      week: ['2026-11-23', '2026-11-16', '2026-11-24', '2026-11-30'],
      level: ['3', '4', '0', '99'],
      planRevisionId: [plan, crypto.randomUUID()],
      to: [plan],
      pins: ['mentoring', 'speaking'],
      without: ['system-design', 'mentoring'],
      order: ['mentoring', 'speaking'],
      id: [open.id, open.id, closed.id],
      skill: ['mentoring', 'speaking', 'system-design'],
      digest: [digest],
      frameworkDigest: [digest],
      role: roles,
      destinations: [...roles, 'stay'],
      behaviours: behaviours.slice(0, 10),
      observedOn: ['2026-03-31', '2026-02-30', '2031-01-01'],
      note: ['', 'Seen in March.'],
      revisionId: [
        ...rated.map((rating) => rating.revisionId),
        plan,
        ...Array.from({ length: 40 }, () => crypto.randomUUID()),
      ],
      name: ['2026-01-01.json', 'nothing'],
    },
  }
}
