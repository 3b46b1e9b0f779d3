// A team's server is watched: readiness, figures and lines for an operator, none of which tells of a person.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

describe('A watched server', () => {
  test('is ready while its database answers and nobody told it to stop', async () => {
    expect((await server.raw('GET', '/api/ready')).status).toBe(200)
    server.watched.readiness.isStopping = true
    expect((await server.raw('GET', '/api/ready')).status).toBe(503)
    server.watched.readiness.isStopping = false
  })

  test('writes a line for each request, with the pattern of the route and no id, name or word', async () => {
    server.logged.length = 0
    const { idOf } = server.organisation
    await server.as('Max', 'GET', `/api/members/${idOf.Bea}?framework=Secret`)
    await server.as('Cem', 'POST', '/api/assessments', {
      headers: { 'idempotency-key': randomUUID() },
      body: { frameworkDigest: 'no', role: 'A very private word' },
    })
    const lines = server.logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/api/members/{id}', 422],
      ['/api/assessments', 422],
    ])
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual([
        'level',
        'method',
        'ms',
        'requestId',
        'route',
        'status',
        'time',
      ])
    const text = server.logged.join('\n')
    for (const word of ['private', 'Secret', 'Bea', 'Max', ...Object.values(idOf)])
      expect(text).not.toContain(word)
  })

  test('tells of a fault by its kind and place, without what somebody wrote', async () => {
    server.logged.length = 0
    const { store } = server.services
    const { withViewer } = store
    store.withViewer = () => Promise.reject(new TypeError('duplicate key (note)=(He never listens.)'))
    try {
      expect(
        (await server.raw('GET', '/api/session', { headers: { cookie: '__Host-skillmap=x' } })).status,
      ).toBe(500)
    } finally {
      store.withViewer = withViewer
    }
    const text = server.logged.join('\n')
    expect(text).toContain('"fault":"TypeError"')
    expect(text).toContain('watched.test')
    expect(text).not.toContain('listens')
  })

  test('counts requests by route for a monitoring system', async () => {
    await server.as('Max', 'GET', '/api/session')
    const text = await server.watched.metrics.text()
    expect(text).toMatch(
      /skillmap_request_duration_seconds_count\{method="GET",route="\/api\/session",status="2xx"\} [1-9]/,
    )
    for (const id of Object.values(server.organisation.idOf)) expect(text).not.toContain(id)
  })
})
