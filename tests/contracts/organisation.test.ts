// A team's server: who gets in, what the list of people says to whom, and views of several people that are off.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import { findMember, saveMemberChanged } from '../../src/store/organisation/members.ts'
import { findOrMakeTeamOrg } from '../../src/store/organisation/team-org.ts'
import { personViewer } from '../person-viewer.ts'
import { openTestStore } from '../test-store.ts'
import { ORIGIN, openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

interface Member {
  id: string
  displayName: string
  teams: { name: string }[]
  managerId: string | null
  managerName: string | null
  role: { role: string } | null
}

describe('A team’s server', () => {
  test('tells each person who they are here', async () => {
    const { idOf } = server.organisation
    const max = await server.as('Max', 'GET', '/api/session')
    expect(max.body).toMatchObject({
      kind: 'team',
      personId: idOf.Max,
      displayName: 'Max',
      organisation: 'Hello Ltd',
      adminOf: [],
      manages: true,
    })
    const ada = await server.as('Ada', 'GET', '/api/session')
    expect(ada.body).toMatchObject({ manages: false, adminOf: expect.arrayContaining(['people', 'views']) })
  })

  test('shows nothing to a browser without a session, and says how to get in', async () => {
    const { status, text } = await server.raw('GET', '/')
    expect(status).toBe(401)
    expect(text).toContain('Sign in')
    expect((await server.raw('GET', '/api/session')).status).toBe(401)
  })

  test('answers at its own name only, and takes no change from another site', async () => {
    const elsewhere = new Request('https://other.test/api/session', { headers: { host: 'other.test' } })
    expect((await server.app.fetch(elsewhere)).status).toBe(421)
    const foreign = await server.as('Ada', 'DELETE', '/api/views/team-map', {
      headers: { origin: 'https://evil.test' },
    })
    expect(foreign.status).toBe(403)
  })

  test('lets its terminal invite an administrator and read nobody’s data', async () => {
    const body = { displayName: 'Olu', admin: true }
    const made = await server.operator<{ url: string; isNew: boolean }>('POST', '/api/operator/invitations', {
      body,
    })
    expect(made.status).toBe(201)
    expect(made.body.isNew).toBe(true)
    expect(made.body.url).toMatch(new RegExp(`^${ORIGIN}/join\\?token=`))
    expect((await server.operator('GET', '/api/session')).status).toBe(401)
    expect((await server.as('Ada', 'POST', '/api/operator/invitations', { body })).status).toBe(401)
  })

  test('lets its terminal invite somebody anew: whoever is about to leave is nobody else, and no grant is given twice', async () => {
    const invite = async (displayName: string, admin: boolean) =>
      (
        await server.operator<{ personId: string; isNew: boolean }>('POST', '/api/operator/invitations', {
          body: { displayName, admin },
        })
      ).body
    const pat = await invite('Pat', true)
    expect(await invite('Pat', true)).toMatchObject({ personId: pat.personId, isNew: false })
    const grants = await server.as<{ personId: string; scope: string }[]>(
      'Ada',
      'GET',
      '/api/organisation/grants',
    )
    const scopes = grants.body.filter(({ personId }) => personId === pat.personId).map(({ scope }) => scope)
    expect(scopes.length).toBe(new Set(scopes).size)
    expect(scopes).toContain('people')
    const { idOf, orgId } = server.organisation
    const ada = await personViewer(server.store, orgId, idOf.Ada)
    await server.store.withViewer(ada, async (tx) => {
      await saveMemberChanged(tx, { id: pat.personId, displayName: 'Pat', leftOn: '2026-12-31' })
    })
    expect(await invite('Pat', false)).toMatchObject({ personId: pat.personId, isNew: false })
    // Whose access was ended at once has left, though today is their last day.
    const path = `/api/organisation/people/${pat.personId}`
    const etag = (await server.as('Ada', 'GET', path)).headers.get('etag') ?? ''
    const today = server.clock.now.toISOString().slice(0, 10)
    const closed = await server.as('Ada', 'POST', `${path}/changes`, {
      headers: { 'if-match': etag },
      body: { kind: 'leave', lastDay: today, atOnce: true },
    })
    expect(closed.status, closed.text).toBe(200)
    expect(await invite('Pat', false)).toMatchObject({ isNew: true })
  })

  test('lets nobody in after their last day', async () => {
    const { idOf, orgId } = server.organisation
    expect((await server.as('Hal', 'GET', '/api/session')).status).toBe(200)
    const ada = await personViewer(server.store, orgId, idOf.Ada)
    await server.store.withViewer(ada, async (tx) => {
      const hal = await findMember(tx, idOf.Hal)
      if (hal === null) throw new Error('Hal is not there.')
      await saveMemberChanged(tx, { ...hal, leftOn: '2026-11-22' })
    })
    expect((await server.as('Hal', 'GET', '/api/session')).status).toBe(401)
    const gone = await server.store.withViewer(visitor(orgId), (tx) => findMember(tx, idOf.Hal))
    expect(gone?.leftOn).toBe('2026-11-22')
  })
})

describe('A database', () => {
  test('of a team is not opened for one person, nor that of one person for a team', async () => {
    await expect(server.store.personalViewer()).rejects.toThrow('skillmap serve --team')
    const personal = await openTestStore()
    try {
      await personal.personalViewer()
      await expect(findOrMakeTeamOrg(personal, {})).rejects.toThrow('belongs to one person')
    } finally {
      await personal.dispose()
    }
  })
})

describe('The list of people', () => {
  test('comes by the page, names each manager, and finds whoever reports to somebody', async () => {
    const { idOf } = server.organisation
    const find = async (query: string) =>
      (await server.as<Member[]>('Fay', 'GET', `/api/members?${query}`)).body
    const all = await find('')
    expect(await find('skip=3')).toEqual(all.slice(3))
    expect(await find(`skip=${all.length}`)).toEqual([])
    const [bea] = await find('find=Bea')
    expect(bea?.managerName).toBe('Max')
    const reports = await find(`manager=${idOf.Max}`)
    expect(reports.map(({ displayName }) => displayName)).toEqual(['Bea', 'Cem', 'Dia', 'Eli'])
  })

  test('says to everybody who works where and for whom', async () => {
    const { body } = await server.as<Member[]>('Fay', 'GET', '/api/members')
    const names = body.map(({ displayName }) => displayName)
    expect(names).toEqual([...names].sort())
    expect(names).not.toContain('Lea')
    const bea = body.find(({ displayName }) => displayName === 'Bea')
    expect(bea).toMatchObject({
      teams: [{ name: 'Platform' }],
      managerId: server.organisation.idOf.Max,
      role: null,
    })
  })

  test('tells a last day that is ahead to them and those who keep the list, and names those who left to the latter', async () => {
    const { idOf, orgId } = server.organisation
    const ada = await personViewer(server.store, orgId, idOf.Ada)
    await server.store.withViewer(ada, async (tx) => {
      await saveMemberChanged(tx, { id: idOf.Gus, displayName: 'Gus', leftOn: '2026-12-31' })
    })
    type Leaver = Member & { leftOn: string | null }
    for (const who of ['Gus', 'Ada', 'Fay', 'Nia'] as const) {
      const expected = who === 'Gus' || who === 'Ada' ? '2026-12-31' : null
      const one = await server.as<Leaver>(who, 'GET', `/api/members/${idOf.Gus}`)
      const [found] = (await server.as<Leaver[]>(who, 'GET', '/api/members?find=Gus')).body
      expect([who, one.body.leftOn, found?.leftOn]).toEqual([who, expected, expected])
      const all = (await server.as<Leaver[]>(who, 'GET', '/api/members?left=yes')).body
      expect([who, all.some(({ displayName }) => displayName === 'Lea')]).toEqual([who, who === 'Ada'])
    }
    await server.store.withViewer(ada, async (tx) => {
      await saveMemberChanged(tx, { id: idOf.Gus, displayName: 'Gus', leftOn: null })
    })
  })

  test('tells the role somebody is held in to them, their present manager and its keepers alone', async () => {
    const { idOf } = server.organisation
    const roleOfBea = async (who: Parameters<TeamServer['as']>[0]) =>
      (await server.as<Member>(who, 'GET', `/api/members/${idOf.Bea}`)).body.role
    for (const who of ['Bea', 'Max', 'Ada'] as const)
      expect(await roleOfBea(who)).toMatchObject({ role: 'senior-engineer' })
    // Nia managed her until the end of 2025.
    for (const who of ['Cem', 'Fay', 'Nia'] as const) expect(await roleOfBea(who)).toBeNull()
  })
})

describe('A view of several people', () => {
  test('is off until an administrator of views says what it is for, which everybody reads', async () => {
    const body = { purpose: 'To see where a team needs help.' }
    expect((await server.as('Max', 'PUT', '/api/views/team-map', { body })).status).toBe(403)
    expect((await server.as('Ada', 'PUT', '/api/views/team-map', { body: { purpose: 'ok' } })).status).toBe(
      422,
    )
    expect((await server.as('Ada', 'PUT', '/api/views/team-map', { body })).status).toBe(200)
    const cem = await server.as<{ view: string; purpose: string }[]>('Cem', 'GET', '/api/views')
    expect(cem.body).toMatchObject([{ view: 'team-map', purpose: body.purpose, endedAt: null }])
    expect((await server.as('Ada', 'DELETE', '/api/views/team-map')).status).toBe(204)
    const after = await server.as<unknown[]>('Cem', 'GET', '/api/views')
    expect(after.body).toMatchObject([{ endedAt: expect.any(String) }])
  })
})
