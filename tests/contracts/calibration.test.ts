// Managers read the same cases; the framework's owner learns which anchors differ, each reader how their own scale lies.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalibrationCase, CalibrationRound, OwnScale } from '../../src/core/calibration/calibration.ts'
import { saveManagement } from '../../src/store/organisation/management.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface Seen {
  cases: (CalibrationCase & { own: boolean })[]
  rounds: CalibrationRound[]
  readings: { roundId: string; caseId: string; level: number }[]
  scales: OwnScale[]
  reads: boolean
}

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
  const { orgId, idOf } = server.organisation
  const ada = await personViewer(server.store, orgId, idOf.Ada)
  // Four people to whom somebody reports: Nia and Max, and now Gus and Dia.
  await server.store.withViewer(ada, async (tx) => {
    for (const [who, boss] of [
      ['Hal', 'Gus'],
      ['Eli', 'Dia'],
    ] as const)
      await saveManagement(tx, {
        ...{ id: randomUUID(), personId: idOf[who], managerId: idOf[boss] },
        ...{ from: '2026-02-01', until: null },
      })
  })
})
afterAll(() => server.dispose())

const seen = async (who: PersonName) => (await server.as<Seen>(who, 'GET', '/api/calibration')).body
const open = (who: PersonName, cases: string[]) =>
  server.as<CalibrationRound>(who, 'POST', '/api/calibration/rounds', {
    headers: { 'idempotency-key': randomUUID() },
    body: { purpose: 'See whether we read the levels alike.', cases },
  })
const say = (who: PersonName, round: string, body: { caseId: string; skill: string; level: number }) =>
  server.as(who, 'PUT', `/api/calibration/rounds/${round}/readings`, { body })

async function readAll(who: PersonName, round: CalibrationRound, shift: number) {
  for (const [index, one] of round.cases.entries())
    for (const skill of one.skills) {
      const level = 2 + (index % 2) + shift
      expect((await say(who, round.id, { caseId: one.id, skill, level })).status).toBe(204)
    }
}

test('nothing is there while it is off', async () => {
  expect((await server.as('Max', 'GET', '/api/calibration')).status).toBe(409)
})

describe('Once it is on', () => {
  let round: CalibrationRound
  beforeAll(async () => {
    const body = { purpose: 'See whether we read the levels alike.' }
    await server.as('Ada', 'PUT', '/api/views/calibration', { body })
    const { cases } = await seen('Ada')
    round = (
      await open(
        'Ada',
        cases.slice(0, 4).map(({ id }) => id),
      )
    ).body
  })

  test('only an administrator of frameworks writes cases and opens rounds', async () => {
    expect((await open('Max', ['the-no-that-held'])).status).toBe(403)
    const write = (who: PersonName, skill: string) =>
      server.as<CalibrationCase>(who, 'POST', '/api/calibration/cases', {
        headers: { 'idempotency-key': randomUUID() },
        body: { title: 'The long table', text: 'Somebody sat twelve people around it.', skills: [skill] },
      })
    expect((await write('Max', 'facilitation')).status).toBe(403)
    expect((await write('Ada', 'sustainable-pace')).status).toBe(422)
    const { body } = await write('Ada', 'facilitation')
    expect((await seen('Max')).cases.find(({ id }) => id === body.id)?.own).toBe(true)
    expect((await server.as('Ada', 'DELETE', `/api/calibration/cases/${body.id}`)).status).toBe(204)
    expect((await seen('Max')).cases.map(({ id }) => id)).not.toContain(body.id)
  })

  test('those to whom somebody reports read the cases; what each says is theirs alone, also for who owns the framework', async () => {
    expect(
      (await say('Bea', round.id, { caseId: 'the-quiet-handover', skill: 'delegation', level: 2 })).status,
    ).toBe(403)
    await readAll('Max', round, 0)
    await readAll('Nia', round, 1)
    expect((await seen('Max')).readings).toHaveLength(8)
    const ada = await server.as<Seen>('Ada', 'GET', '/api/calibration')
    expect(ada.body.readings).toEqual([])
    expect(ada.body.rounds[0]?.result).toBeNull()
    for (const who of ['Max', 'Nia'] as const) expect(ada.text).not.toContain(server.organisation.idOf[who])
  })

  test('a reading may be changed until the round is closed, and names what does not fit', async () => {
    const at = { caseId: 'the-quiet-handover', skill: 'delegation' }
    expect((await say('Max', round.id, { ...at, level: 4 })).status).toBe(204)
    expect((await say('Max', round.id, { ...at, level: 3 })).status).toBe(204)
    expect((await seen('Max')).readings).toHaveLength(8)
    expect((await say('Max', round.id, { ...at, level: 9 })).body).toMatchObject({
      errors: [{ pointer: '#/level' }],
    })
    expect((await say('Max', round.id, { ...at, skill: 'coaching', level: 3 })).status).toBe(422)
  })

  test('a round closed with two readers says nothing, not even how many there were', async () => {
    const small = (await open('Ada', ['the-quiet-handover'])).body
    for (const who of ['Max', 'Nia'] as const)
      await say(who, small.id, { caseId: 'the-quiet-handover', skill: 'delegation', level: 3 })
    await server.as('Ada', 'POST', `/api/calibration/rounds/${small.id}/close`)
    const { rounds } = await seen('Ada')
    expect(rounds.find(({ id }) => id === small.id)?.result).toEqual({ readers: 0, skills: [] })
  })

  test('closed with four, it tells the owner which skills are read differently, and each reader of their own scale', async () => {
    await readAll('Gus', round, 1)
    await readAll('Dia', round, 1)
    expect((await server.as('Max', 'POST', `/api/calibration/rounds/${round.id}/close`)).status).toBe(403)
    expect((await server.as('Ada', 'POST', `/api/calibration/rounds/${round.id}/close`)).status).toBe(204)
    const result = (await seen('Ada')).rounds.find(({ id }) => id === round.id)?.result
    expect(result?.readers).toBe(4)
    expect(result?.skills.length).toBeGreaterThan(3)
    const own = await seen('Max')
    expect(own.rounds.find(({ id }) => id === round.id)?.result).toBeNull()
    expect(own.scales).toEqual([expect.objectContaining({ roundId: round.id, others: 3, difference: -1 })])
    expect((await seen('Ada')).scales).toEqual([])
    const late = await say('Max', round.id, { caseId: 'the-quiet-handover', skill: 'delegation', level: 1 })
    expect(late.status).toBe(404)
    expect((await server.as('Ada', 'POST', `/api/calibration/rounds/${round.id}/close`)).status).toBe(404)
  })
})
