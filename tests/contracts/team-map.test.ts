// What is handed to a colleague, and the team map that is made from it: who reads what, until when.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handover } from '../../src/core/handover/handover.ts'
import type { TeamPerson } from '../../src/core/team-map/team-map.ts'
import { asKeeper } from '../../src/store/as-keeper.ts'
import { listReleasePeople } from '../../src/store/sealing/release-people.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const NOTHING = { evidence: [], told: [], levels: [], areas: [] }

async function rate(who: PersonName, skill: string, level: number) {
  const { body } = await server.as<{ id: string }>(who, 'POST', '/api/assessments', {
    headers: { 'idempotency-key': randomUUID() },
    body: { frameworkDigest: server.current.digest, role: 'senior-engineer' },
  })
  const rated = await server.as(who, 'PUT', `/api/assessments/${body.id}/ratings/${skill}`, {
    headers: { 'if-none-match': '*' },
    body: { revisionId: randomUUID(), level },
  })
  expect(rated.status).toBe(201)
}

function handOver(
  who: PersonName,
  to: PersonName,
  levels: string[],
  { destination = false, words = 'For our talk.' } = {},
) {
  return server.as<Handover>(who, 'POST', '/api/handovers', {
    headers: { 'idempotency-key': randomUUID() },
    body: {
      recipientId: server.organisation.idOf[to],
      words,
      choice: { ...NOTHING, levels },
      destination,
    },
  })
}

const teamMap = (who: PersonName) =>
  server.as<{ people: TeamPerson[]; purpose: string }>(who, 'GET', '/api/team-map')

describe('A handover', () => {
  let given: Handover

  test('holds what was chosen, and is read by its giver and by whom it was given to', async () => {
    await rate('Cem', 'mentoring', 3)
    const made = await handOver('Cem', 'Max', ['mentoring'])
    expect(made.status).toBe(201)
    given = made.body
    expect(given.content.items).toMatchObject([{ kind: 'level', skill: { id: 'mentoring' } }])
    const ofMax = await server.as<{ received: Handover[] }>('Max', 'GET', '/api/handovers')
    expect(ofMax.body.received.map(({ id }) => id)).toEqual([given.id])
    expect((await server.as('Cem', 'GET', `/api/handovers/${given.id}`)).status).toBe(200)
  })

  test('is not there for anybody else, administrators and higher managers among them', async () => {
    for (const who of ['Ada', 'Nia', 'Bea'] as const) {
      expect((await server.as(who, 'GET', `/api/handovers/${given.id}`)).status).toBe(404)
      expect((await server.as(who, 'DELETE', `/api/handovers/${given.id}`)).status).toBe(404)
      const lists = await server.as<Record<string, Handover[]>>(who, 'GET', '/api/handovers')
      expect(lists.body).toEqual({ given: [], received: [] })
    }
  })

  test('cannot be withdrawn by whoever received it', async () => {
    expect((await server.as('Max', 'DELETE', `/api/handovers/${given.id}`)).status).toBe(403)
  })

  test('never holds a private skill, is for a colleague, and holds at least one thing', async () => {
    await rate('Dia', 'sustainable-pace', 1)
    expect((await handOver('Dia', 'Max', ['sustainable-pace'])).status).toBe(422)
    expect((await handOver('Dia', 'Dia', ['mentoring'])).status).toBe(422)
    expect((await handOver('Dia', 'Lea', ['mentoring'])).status).toBe(422)
    expect((await handOver('Dia', 'Max', [], { words: ' ' })).status).toBe(422)
  })

  test('may be words alone, as feedback that is sent', async () => {
    const sent = await handOver('Cem', 'Max', [], { words: 'You named the risk before the release.' })
    expect(sent.status).toBe(201)
    const read = await server.as<Handover>('Max', 'GET', `/api/handovers/${sent.body.id}`)
    expect(read.body.content).toMatchObject({ words: 'You named the risk before the release.', items: [] })
    expect((await server.as('Cem', 'DELETE', `/api/handovers/${sent.body.id}`)).status).toBe(204)
  })

  test('is gone for the other once it is withdrawn', async () => {
    const second = await handOver('Cem', 'Max', ['mentoring'])
    expect((await server.as('Cem', 'DELETE', `/api/handovers/${second.body.id}`)).status).toBe(204)
    expect((await server.as('Max', 'GET', `/api/handovers/${second.body.id}`)).status).toBe(404)
    expect((await server.as('Cem', 'GET', `/api/handovers/${second.body.id}`)).body).toMatchObject({
      withdrawnAt: expect.any(String),
    })
  })
})

describe('The team map', () => {
  const purpose = 'To see where the team needs help.'

  test('is off until it is switched on', async () => {
    expect((await teamMap('Max')).status).toBe(409)
    expect((await server.as('Ada', 'PUT', '/api/views/team-map', { body: { purpose } })).status).toBe(200)
    expect((await teamMap('Max')).body.purpose).toBe(purpose)
  })

  test('holds the people whom one manages today, by name, with what they handed over and nothing else', async () => {
    const { people } = (await teamMap('Max')).body
    expect(people.map(({ name }) => name)).toEqual(['Bea', 'Cem', 'Dia', 'Eli'])
    const cem = people.find(({ name }) => name === 'Cem')
    expect(cem?.known.map(({ skill }) => skill)).toEqual(['mentoring'])
    expect(cem?.known[0]?.high).toBeGreaterThan(cem?.known[0]?.low ?? 0)
    expect(people.filter(({ known }) => known.length > 0)).toHaveLength(1)
    expect((await teamMap('Nia')).body.people.map(({ name }) => name)).toEqual(['Fay', 'Gus', 'Hal', 'Max'])
    expect((await teamMap('Cem')).body.people).toEqual([])
    expect((await teamMap('Ada')).body.people).toEqual([])
  })

  test('holds no number about a person as a whole', async () => {
    const { text } = await teamMap('Max')
    expect(text).not.toMatch(/total|average|mean|score|readiness|rank|pace/i)
  })

  test('tells the people in a table that it was taken out, by whom and what for', async () => {
    const body = { form: 'csv', purpose: 'For the talk about next quarter.' }
    const file = await server.as('Max', 'POST', '/api/team-map/files', { body })
    expect(file.status).toBe(200)
    expect(file.text).toContain('Cem')
    expect(file.text).toContain('For the talk about next quarter.')
    expect(file.text).not.toContain('Dia')
    const notices = await server.as<{ exportedBy: string; purpose: string }[]>(
      'Cem',
      'GET',
      '/api/export-notices',
    )
    expect(notices.body).toMatchObject([
      { exportedBy: server.organisation.idOf.Max, purpose: body.purpose, view: 'team-map' },
    ])
    expect((await server.as('Dia', 'GET', '/api/export-notices')).body).toEqual([])
    expect((await server.as('Max', 'GET', '/api/export-notices')).body).toEqual([])
    const workbook = await server.as('Max', 'POST', '/api/team-map/files', {
      body: { ...body, form: 'xlsx' },
    })
    expect(workbook.text.startsWith('PK')).toBe(true)
  })

  test('forgets what is withdrawn', async () => {
    const { received } = (await server.as<{ received: Handover[] }>('Max', 'GET', '/api/handovers')).body
    for (const { id } of received) await server.as('Cem', 'DELETE', `/api/handovers/${id}`)
    expect((await teamMap('Max')).body.people.every(({ known }) => known.length === 0)).toBe(true)
    const nothing = await server.as('Max', 'POST', '/api/team-map/files', {
      body: { form: 'csv', purpose: 'For the talk about next quarter.' },
    })
    expect(nothing.status).toBe(409)
  })
})

describe('Preparing a talk', () => {
  const purpose = 'To come prepared to a talk.'
  const prepare = (who: PersonName, about: PersonName) =>
    server.as<{ person: TeamPerson; handovers: Handover[] }>(
      who,
      'GET',
      `/api/preparations/${server.organisation.idOf[about]}`,
    )

  test('is off until it is switched on', async () => {
    expect((await prepare('Max', 'Cem')).status).toBe(409)
    expect(
      (await server.as('Ada', 'PUT', '/api/views/conversation-prep', { body: { purpose } })).status,
    ).toBe(200)
  })

  test('begins with whoever reports to the reader today, by name, and tells nobody else of them', async () => {
    const listed = async (who: PersonName) =>
      (await server.as<{ name: string; role: string }[]>(who, 'GET', '/api/preparations')).body
    expect(await listed('Max')).toMatchObject(
      ['Bea', 'Cem', 'Dia', 'Eli'].map((name) => ({ name, role: expect.any(String) })),
    )
    for (const who of ['Ada', 'Bea'] as const) expect(await listed(who)).toEqual([])
  })

  test('holds what somebody handed to the manager they have today, and nothing that was withdrawn', async () => {
    const made = await handOver('Cem', 'Max', ['mentoring'])
    const { body } = await prepare('Max', 'Cem')
    expect(body.person.name).toBe('Cem')
    expect(body.handovers.map(({ id }) => id)).toEqual([made.body.id])
    await server.as('Cem', 'DELETE', `/api/handovers/${made.body.id}`)
    expect((await prepare('Max', 'Cem')).body.handovers).toEqual([])
  })

  test('is not there for anybody else: a manager of last year, an administrator, a colleague, the person', async () => {
    for (const [who, about] of [
      ['Nia', 'Bea'],
      ['Ada', 'Cem'],
      ['Dia', 'Cem'],
      ['Cem', 'Cem'],
    ] as const)
      expect((await prepare(who, about)).status).toBe(404)
  })

  test('holds levels that both signed, and nothing that waits for proof, for the other or is for an evaluation', async () => {
    const agree = async (purpose: 'development' | 'evaluation', items: object[], signs: boolean) => {
      const body = {
        with: server.organisation.idOf.Dia,
        frameworkDigest: server.current.digest,
        purpose,
        items,
      }
      const headers = { 'idempotency-key': randomUUID() }
      const made = await server.as<{ id: string }>('Max', 'POST', '/api/agreements', { body, headers })
      expect(made.status).toBe(201)
      if (signs) await server.as('Dia', 'POST', `/api/agreements/${made.body.id}/sign`)
    }
    const shown = { skill: 'system-design', level: 3, proof: '', by: null }
    const toShow = { skill: 'mentoring', level: 4, proof: 'A joiner who stands alone', by: '2027-03-31' }
    const ofDia = async (who: PersonName) =>
      (await teamMap(who)).body.people.find(({ name }) => name === 'Dia')?.known
    await agree('development', [shown, toShow], true)
    await agree('development', [{ ...shown, level: 5 }], false)
    await agree('evaluation', [{ ...shown, level: 1 }], true)
    expect(await ofDia('Max')).toEqual([
      { skill: 'system-design', level: 3, low: 3, high: 3, from: 'agreed', on: '2026-11-23' },
    ])
    expect(await ofDia('Nia')).toBeUndefined()
    // A later version about something else takes nothing back, here and in figures about the organisation.
    await agree('development', [{ skill: 'mentoring', level: 2, proof: '', by: null }], true)
    const both = (await ofDia('Max'))?.map(({ skill, level }) => [skill, level]) ?? []
    expect(Object.fromEntries(both)).toEqual({ 'system-design': 3, mentoring: 2 })
    const { store, organisation, current } = server
    const ada = await personViewer(store, organisation.orgId, organisation.idOf.Ada)
    const counted = await store.withViewer(ada, (tx) =>
      asKeeper(tx, () => listReleasePeople(tx, current.framework)),
    )
    expect(counted.find(({ id }) => id === organisation.idOf.Dia)?.levels).toEqual(Object.fromEntries(both))
  })
})
