// What colleagues give and hand each other, over the API: for tests of who reads it afterwards.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { PersonName } from '../organisation.ts'
import type { TeamServer } from './team-server.ts'

const once = () => ({ 'idempotency-key': randomUUID() })
const NOTHING = { evidence: [], told: [], levels: [], areas: [] }

/** Rates one skill of one's own and hands a copy to a colleague; returns the id of the copy. */
export async function handOverLevel(
  server: TeamServer,
  from: PersonName,
  to: PersonName,
  words = 'For our talk.',
): Promise<string> {
  const opened = await server.as<{ id: string }>(from, 'POST', '/api/assessments', {
    headers: once(),
    body: { frameworkDigest: server.current.digest, role: 'senior-engineer' },
  })
  const rated = await server.as(from, 'PUT', `/api/assessments/${opened.body.id}/ratings/mentoring`, {
    headers: { 'if-none-match': '*' },
    body: { revisionId: randomUUID(), level: 3 },
  })
  expect([201, 428, 412]).toContain(rated.status)
  const made = await server.as<{ id: string }>(from, 'POST', '/api/handovers', {
    headers: once(),
    body: {
      recipientId: server.organisation.idOf[to],
      words,
      choice: { ...NOTHING, levels: ['mentoring'] },
      destination: false,
    },
  })
  expect(made.status).toBe(201)
  return made.body.id
}

/** Asks a colleague, who writes one answer and has not given it yet. */
export async function askAndBegin(
  server: TeamServer,
  asked: { from: PersonName; to: PersonName; about: PersonName | 'me'; note?: string },
): Promise<{ askId: string; assessmentId: string }> {
  const { idOf } = server.organisation
  const { from, to, about, note = 'As I see it' } = asked
  const sent = await server.as(from, 'POST', '/api/asks', {
    headers: once(),
    body: {
      subject: about === 'me' ? 'me' : idOf[about],
      raters: [idOf[to]],
      skills: ['written-communication'],
      purpose: 'development',
      // Whoever asks about somebody else says what for.
      note: about === 'me' ? '' : 'For our talk',
      dueOn: '2026-12-04',
    },
  })
  expect(sent.status).toBe(201)
  const list = await server.as<{ id: string; state: string }[]>(to, 'GET', '/api/asked')
  const askId = list.body.find(({ state }) => state === 'open')?.id ?? ''
  const begun = await server.as<{ assessment: { id: string } }>(to, 'POST', `/api/asked/${askId}/begin`)
  const assessmentId = begun.body.assessment.id
  const rated = await server.as(to, 'PUT', `/api/assessments/${assessmentId}/ratings/written-communication`, {
    headers: { 'if-none-match': '*' },
    body: { revisionId: randomUUID(), level: 4, note },
  })
  expect(rated.status).toBe(201)
  return { askId, assessmentId }
}
