// What the API promises about ratings: nothing is lost, overwritten or accepted by halves.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

describe('ratings', () => {
  const path = (assessment: Assessment, skill = 'mentoring') =>
    `/api/assessments/${assessment.id}/ratings/${skill}`

  test('are added, changed and taken back', async () => {
    const assessment = await server.openAssessment()
    const first = await server.rate(assessment.id, 'mentoring', 2)
    expect([first.status, first.body.version]).toEqual([201, 1])
    const second = await server.rate(assessment.id, 'mentoring', 3, first.body.revisionId)
    expect([second.status, second.body.version]).toEqual([200, 2])
    const headers = { 'if-match': second.headers.get('etag') ?? '' }
    expect((await server.call('DELETE', path(assessment), { headers })).status).toBe(204)
    expect((await server.call('DELETE', path(assessment), { headers })).status).toBe(204)
    const { body } = await server.call<Assessment>('GET', `/api/assessments/${assessment.id}`)
    expect(body.ratings).toEqual([])
    expect((await server.rate(assessment.id, 'mentoring', 1)).body).toMatchObject({ version: 4, level: 1 })
  })

  test('survive a lost answer: sending the same revision again succeeds', async () => {
    const assessment = await server.openAssessment()
    const call = { headers: { 'if-none-match': '*' }, body: { revisionId: randomUUID(), level: 2 } }
    const first = await server.call<Rating>('PUT', path(assessment), call)
    const again = await server.call<Rating>('PUT', path(assessment), call)
    expect(again.body).toEqual(first.body)
    const other = { ...call, body: { ...call.body, level: 3 } }
    expect((await server.call('PUT', path(assessment), other)).status).toBeGreaterThanOrEqual(400)
  })

  test('changed in two windows lose nothing: the second window is shown the first one’s words', async () => {
    const assessment = await server.openAssessment()
    const seen = (await server.rate(assessment.id, 'mentoring', 2)).body.revisionId
    const winner = await server.rate(assessment.id, 'mentoring', 3, seen)
    const loser = await server.rate(assessment.id, 'mentoring', 4, seen)
    const problem = expectProblem(loser, 412, 'stale')
    expect(problem.current).toEqual(winner.body)
    const withdrawal = await server.call('DELETE', path(assessment), { headers: { 'if-match': `"${seen}"` } })
    expect(expectProblem(withdrawal, 412, 'stale').current).toEqual(winner.body)
  })

  test('say that a reason is an answer too', async () => {
    const assessment = await server.openAssessment()
    const body = {
      revisionId: randomUUID(),
      level: null,
      reason: 'not-seen',
      note: 'Not my part of the work.',
    }
    const answer = await server.call('PUT', path(assessment), { headers: { 'if-none-match': '*' }, body })
    expect(answer.body).toMatchObject({ level: null, reason: 'not-seen', note: 'Not my part of the work.' })
  })

  test.each<[object, string]>([
    [{ level: 6 }, '#/level'],
    [{ level: -1 }, '#/level'],
    [{ level: 2.5 }, '#/level'],
    [{ level: '2' }, '#/level'],
    [{ level: null }, '#/reason'],
    [{ level: undefined }, '#/level'],
    [{ reason: 'too-lazy' }, '#/reason'],
    [{ behaviours: ['sings'] }, '#/behaviours'],
    [{ behaviours: 'sings' }, '#/behaviours'],
    [{ observedOn: '2026-02-30' }, '#/observedOn'],
    [{ observedOn: '2027-06-01' }, '#/observedOn'],
    [{ note: 'x'.repeat(4001) }, '#/note'],
    [{ note: 'half \ud800' }, '#/note'],
    [{ note: 'nul \u0000' }, '#/note'],
    [{ revisionId: '7' }, '#/revisionId'],
    [{ raterId: UNKNOWN }, '#/raterId'],
    [{ version: 9 }, '#/version'],
  ])('refuse %j and name the field', async (change, pointer) => {
    const assessment = await server.openAssessment()
    const body = { revisionId: randomUUID(), level: 2, ...change }
    const answer = await server.call('PUT', path(assessment), { headers: { 'if-none-match': '*' }, body })
    expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual([pointer])
  })

  test.each<[Record<string, string>, number, string]>([
    [{}, 428, 'no-precondition'],
    [{ 'if-match': '*' }, 400, 'bad-header'],
    [{ 'if-match': 'abc' }, 400, 'bad-header'],
    [{ 'if-none-match': '"abc"' }, 400, 'bad-header'],
    [{ 'if-none-match': '*', 'if-match': '"abc"' }, 400, 'bad-header'],
    [{ 'if-match': '"abc"' }, 412, 'stale'],
  ])('with the headers %j are refused', async (headers, status, kind) => {
    const assessment = await server.openAssessment()
    const body = { revisionId: randomUUID(), level: 2 }
    expectProblem(await server.call('PUT', path(assessment), { headers, body }), status, kind)
  })

  test('in a closed assessment never change', async () => {
    const assessment = await server.openAssessment()
    const rated = await server.rate(assessment.id, 'mentoring', 2)
    await server.call('POST', `/api/assessments/${assessment.id}/close`)
    expectProblem(await server.rate(assessment.id, 'mentoring', 3, rated.body.revisionId), 409, 'closed')
    expectProblem(await server.rate(assessment.id, 'speaking', 1), 409, 'closed')
    const headers = { 'if-match': `"${rated.body.revisionId}"` }
    expectProblem(await server.call('DELETE', path(assessment), { headers }), 409, 'closed')
  })

  test('of an unknown skill or in an unknown assessment are not found', async () => {
    const assessment = await server.openAssessment()
    expectProblem(await server.rate(assessment.id, 'juggling', 2), 404, 'not-found')
    expectProblem(await server.rate(assessment.id, '..%2f..', 2), 404, 'not-found')
    expectProblem(await server.rate(UNKNOWN, 'mentoring', 2), 404, 'not-found')
  })

  test('do not take a revision id that stands for something else', async () => {
    const assessment = await server.openAssessment()
    const { revisionId } = (await server.rate(assessment.id, 'mentoring', 2)).body
    const call = { headers: { 'if-none-match': '*' }, body: { revisionId, level: 2 } }
    const problem = expectProblem(
      await server.call('PUT', path(assessment, 'speaking'), call),
      422,
      'invalid',
    )
    expect(namesOf(problem)).toEqual(['#/revisionId'])
  })
})
