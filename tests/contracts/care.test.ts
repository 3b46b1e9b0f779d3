// What happens to the data by itself: idle assessments close, backups are taken when there is something new.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Assessment } from '../../src/core/assessment/assessment.ts'
import { careOnce } from '../../src/server/care-for-data.ts'
import { openTestServer, type TestServer } from './test-server.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

async function daysLater(days: number): Promise<unknown[]> {
  server.clock.now = new Date(server.clock.now.getTime() + days * DAY_MS)
  await careOnce(server.services)
  return (await server.call<unknown[]>('GET', '/api/backups')).body
}

test('a backup is taken when something is new and a day has passed, and not again for the same', async () => {
  await server.openAssessment()
  expect(await daysLater(0)).toHaveLength(1)
  await server.openAssessment('tech-lead')
  expect(await daysLater(0)).toHaveLength(1)
  expect(await daysLater(2)).toHaveLength(2)
  expect(await daysLater(2)).toHaveLength(2)
})

test('an assessment closes by itself after thirty idle days, as of the thirtieth and not when somebody looks', async () => {
  const { id } = await server.openAssessment()
  const { body: rating } = await server.rate(id, 'mentoring', 2)
  await daysLater(29)
  expect((await server.call<Assessment>('GET', `/api/assessments/${id}`)).body.closedAt).toBeNull()
  await daysLater(9)
  const { body } = await server.call<Assessment>('GET', `/api/assessments/${id}`)
  expect(body.closedAt).toBe(new Date(Date.parse(rating.ratedAt) + 30 * DAY_MS).toISOString())
  expect((await server.rate(id, 'mentoring', 3, rating.revisionId)).status).toBe(409)
})

test('an idle assessment takes no rating either, where nobody has come round to closing it', async () => {
  const { id } = await server.openAssessment()
  const { body: rating } = await server.rate(id, 'mentoring', 2)
  server.clock.now = new Date(server.clock.now.getTime() + 31 * DAY_MS)
  expect((await server.rate(id, 'mentoring', 3, rating.revisionId)).status).toBe(409)
  const { body } = await server.call<Assessment>('GET', `/api/assessments/${id}`)
  expect(body.lastActivityAt).toBe(rating.ratedAt)
})
