// A directory that keeps the list: the examples of RFC 7643 and 7644, and what somebody might try with its token.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'

import { createApp, type SkillmapApp } from '../../src/server/app.ts'
import { SCIM_ROUTES } from '../../src/server/scim/scim-routes.ts'
import { hashSecret } from '../../src/server/sign-in/launch-links.ts'
import { beginTeamSession } from '../../src/server/sign-in/team-sessions.ts'
import { teamDoor } from '../../src/server/team-door.ts'
import { saveDirectoryToken } from '../../src/store/organisation/directory-tokens.ts'
import { saveMember } from '../../src/store/organisation/members.ts'
import { findOrMakeTeamOrg } from '../../src/store/organisation/team-org.ts'
import { UNKNOWN } from './expect-problem.ts'
import { ORIGIN, openTeamServer, type TeamServer } from './team-server.ts'
import { type Answered, readAnswer, SECRET } from './test-server.ts'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

let server: TeamServer
let secret: string
beforeAll(async () => {
  server = await openTeamServer()
  const made = await server.as<{ secret: string }>('Ada', 'POST', '/api/organisation/directory-tokens', {
    body: { label: 'Our directory' },
  })
  secret = made.body.secret
})
afterAll(() => server.dispose())

interface User {
  id: string
  userName: string
  externalId?: string
  displayName: string
  active: boolean
  meta: { version: string; location: string }
  [ENTERPRISE]: { manager?: { value: string } }
}

interface Group {
  id: string
  displayName: string
  members: { value: string }[]
}

interface List<One> {
  totalResults: number
  startIndex: number
  itemsPerPage: number
  Resources: One[]
}

interface Call {
  body?: unknown
  text?: string
  token?: string
  headers?: Record<string, string>
  app?: SkillmapApp
}

async function scim<Body = User>(method: string, path: string, call: Call = {}): Promise<Answered<Body>> {
  const text = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body))
  const headers = {
    authorization: `Bearer ${call.token ?? secret}`,
    ...(text === null ? {} : { 'content-type': 'application/scim+json' }),
    ...call.headers,
  }
  const request = new Request(`${ORIGIN}/scim/v2${path}`, { method, headers, body: text })
  return readAnswer<Body>(await (call.app ?? server.app).fetch(request))
}

const patch = (path: string, ...Operations: object[]) =>
  scim('PATCH', path, { body: { schemas: [PATCH], Operations } })

function refused(answer: Answered<unknown>, status: number, scimType?: string): void {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/scim+json')
  expect(answer.body).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: expect.any(String),
    ...(scimType === undefined ? {} : { scimType }),
  })
}

/** RFC 7644, 3.3. */
const BJENSEN = {
  schemas: [USER],
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
}

describe('Every address of SCIM', () => {
  test('answers 401 without the token of a directory, whatever else is sent', async () => {
    for (const { method, path } of [...SCIM_ROUTES, { method: 'GET', path: '/scim/v2/Nothing' }]) {
      const address = `${ORIGIN}${path.replace(':id', UNKNOWN)}`
      for (const authorization of [undefined, 'Bearer x', `Bearer ${'x'.repeat(43)}`, `Bearer ${SECRET}`]) {
        const headers = authorization === undefined ? {} : { authorization }
        const answer = await readAnswer(await server.app.fetch(new Request(address, { method, headers })))
        refused(answer, 401)
        expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      }
    }
  })

  test('takes no session of a person, and its token opens nothing else', async () => {
    refused(await server.as('Ada', 'GET', '/scim/v2/Users'), 401)
    const headers = { authorization: `Bearer ${secret}` }
    expect((await server.raw('GET', '/api/organisation/people', { headers })).status).toBe(401)
  })

  test('says what the service can do', async () => {
    const config = await scim<Record<string, { supported: boolean }>>('GET', '/ServiceProviderConfig')
    expect(config.body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      etag: { supported: true },
    })
    expect(
      (await scim<List<{ id: string }>>('GET', '/Schemas')).body.Resources.map(({ id }) => id),
    ).toContain(ENTERPRISE)
    expect((await scim<{ id: string }>('GET', `/Schemas/${USER}`)).body.id).toBe(USER)
    expect((await scim<List<unknown>>('GET', '/ResourceTypes')).body.totalResults).toBe(2)
    refused(await scim('GET', '/ResourceTypes/Printer'), 404)
  })
})

describe('A user', () => {
  test('of RFC 7644 is created, read, filtered for, replaced and deleted', async () => {
    const made = await scim('POST', '/Users', { body: BJENSEN })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({
      userName: 'bjensen',
      externalId: 'bjensen',
      displayName: 'Ms. Barbara J Jensen III',
      active: true,
    })
    expect(made.headers.get('location')).toBe(`${ORIGIN}/scim/v2/Users/${made.body.id}`)
    expect(made.headers.get('etag')).toBe(made.body.meta.version)
    refused(
      await scim('POST', '/Users', { body: { ...BJENSEN, userName: 'BJensen', externalId: 'other' } }),
      409,
      'uniqueness',
    )
    refused(await scim('POST', '/Users', { body: { ...BJENSEN, userName: 'other' } }), 409, 'uniqueness')

    for (const filter of [
      'userName eq "bjensen"',
      'USERNAME Eq "BJENSEN"',
      'externalId eq "bjensen"',
      'displayName co "jensen" and active eq true',
      'not (userName pr) or userName sw "bj"',
    ]) {
      const { body } = await scim<List<User>>('GET', `/Users?filter=${encodeURIComponent(filter)}`)
      expect([filter, body.Resources.map(({ id }) => id)]).toEqual([filter, [made.body.id]])
    }
    refused(await scim('GET', `/Users?filter=${encodeURIComponent('userName eq')}`), 400, 'invalidFilter')

    const path = `/Users/${made.body.id}`
    expect((await scim('GET', path, { headers: { 'if-none-match': made.body.meta.version } })).status).toBe(
      304,
    )
    const body = {
      schemas: [USER],
      userName: 'bjensen',
      name: { givenName: 'Barbara', familyName: 'Jensen' },
    }
    refused(await scim('PUT', path, { body, headers: { 'if-match': 'W/"old"' } }), 412)
    const put = await scim('PUT', path, { body, headers: { 'if-match': made.body.meta.version } })
    expect(put.body).toMatchObject({ displayName: 'Barbara Jensen' })
    expect(put.body.externalId).toBeUndefined()

    expect((await scim('DELETE', path)).status).toBe(204)
    refused(await scim('GET', path), 404)
    refused(await scim('DELETE', path), 404)
  })

  test('of the enterprise extension has a manager, from the day on which it is said', async () => {
    const boss = (
      await scim('POST', '/Users', {
        body: { schemas: [USER], userName: 'jsmith', displayName: 'John Smith' },
      })
    ).body
    const manager = { value: boss.id, $ref: `../Users/${boss.id}` }
    const body = {
      schemas: [USER, ENTERPRISE],
      userName: 'tour',
      [ENTERPRISE]: { employeeNumber: '701984', manager },
    }
    const made = await scim('POST', '/Users', { body })
    expect(made.body[ENTERPRISE].manager?.value).toBe(boss.id)
    const later = await patch(`/Users/${made.body.id}`, {
      op: 'Replace',
      path: `${ENTERPRISE}:manager`,
      value: server.organisation.idOf.Nia,
    })
    expect(later.body[ENTERPRISE].manager?.value).toBe(server.organisation.idOf.Nia)
    for (const value of [UNKNOWN, 'nobody', server.organisation.idOf.Lea, made.body.id])
      refused(
        await patch(`/Users/${made.body.id}`, {
          op: 'replace',
          path: `${ENTERPRISE}:manager`,
          value: { value },
        }),
        400,
        'invalidValue',
      )
    const gone = await patch(`/Users/${made.body.id}`, { op: 'remove', path: `${ENTERPRISE}:manager` })
    expect(gone.body[ENTERPRISE].manager).toBeUndefined()
  })

  test('is patched with and without paths, and an unknown path changes nothing', async () => {
    const { body: made } = await scim('POST', '/Users', {
      body: { schemas: [USER], userName: 'patchy', displayName: 'Pat Chy' },
    })
    const path = `/Users/${made.id}`
    const changed = await patch(
      path,
      {
        op: 'add',
        value: { displayName: 'Pat Chee', 'name.familyName': 'Chi', nickName: 'P', shoeSize: 44 },
      },
      { op: 'replace', path: 'externalId', value: 'p-1' },
      { op: 'replace', path: `${USER}:userName`, value: 'patchy2' },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'p@example.com' },
    )
    expect(changed.body).toMatchObject({ displayName: 'Pat Chee', externalId: 'p-1', userName: 'patchy2' })
    expect(changed.text).not.toContain('example.com')
    for (const [operation, type] of [
      [{ op: 'replace', path: 'shoeSize', value: 44 }, 'invalidPath'],
      [{ op: 'replace', path: '__proto__.polluted', value: true }, 'invalidPath'],
      [{ op: 'replace', path: 'userName[', value: 'x' }, 'invalidPath'],
      [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
      [{ op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
      [{ op: 'remove' }, 'noTarget'],
      [{ op: 'move', path: 'userName' }, 'invalidSyntax'],
    ] as const)
      refused(await patch(path, { op: 'replace', path: 'displayName', value: 'Lost' }, operation), 400, type)
    expect((await scim('GET', path)).body.displayName).toBe('Pat Chee')
  })

  test('who is made inactive is out at once, and may be back the same day and later', async () => {
    const { idOf } = server.organisation
    expect((await server.as('Gus', 'GET', '/api/session')).status).toBe(200)
    const off = await patch(`/Users/${idOf.Gus}`, { op: 'replace', path: 'active', value: 'False' })
    expect(off.body.active).toBe(false)
    expect((await server.as('Gus', 'GET', '/api/session')).status).toBe(401)
    const on = await patch(`/Users/${idOf.Gus}`, { op: 'replace', value: { active: true } })
    expect(on.body).toMatchObject({ active: true, [ENTERPRISE]: { manager: { value: idOf.Nia } } })
    await patch(`/Users/${idOf.Gus}`, { op: 'replace', path: 'active', value: false })
    server.clock.now = new Date('2026-12-01T10:00:00.000Z')
    const later = await patch(`/Users/${idOf.Gus}`, { op: 'replace', path: 'active', value: true })
    expect(later.body.active).toBe(true)
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who was added on a page and is inactive is still there when a key of theirs changes', async () => {
    const { idOf } = server.organisation
    await patch(`/Users/${idOf.Eli}`, { op: 'replace', path: 'active', value: false })
    const keyed = await patch(`/Users/${idOf.Eli}`, { op: 'replace', path: 'externalId', value: 'eli-1' })
    expect(keyed.body).toMatchObject({ active: false, externalId: 'eli-1' })
    const back = await patch(`/Users/${idOf.Eli}`, { op: 'replace', path: 'active', value: true })
    expect(back.body).toMatchObject({ active: true, userName: idOf.Eli })
  })

  test('who was made inactive for a moment has the people again who report to them', async () => {
    const { idOf } = server.organisation
    await patch(`/Users/${idOf.Max}`, { op: 'replace', path: 'active', value: false })
    expect((await scim('GET', `/Users/${idOf.Cem}`)).body[ENTERPRISE].manager?.value).toBe(idOf.Max)
    await patch(`/Users/${idOf.Max}`, { op: 'replace', path: 'active', value: true })
    server.clock.now = new Date('2026-11-25T10:00:00.000Z')
    expect((await scim('GET', `/Users/${idOf.Cem}`)).body[ENTERPRISE].manager?.value).toBe(idOf.Max)
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who was made inactive for a moment leaves on the day that had been planned', async () => {
    const { idOf } = server.organisation
    const path = `/api/organisation/people/${idOf.Dia}`
    const read = async () =>
      (
        await server.as<{
          revisionId: string
          leftOn: string | null
          closedAt: string | null
          lines: { kind: string; until: string | null }[]
        }>('Ada', 'GET', path)
      ).body
    const left = await server.as('Ada', 'POST', `${path}/changes`, {
      headers: { 'if-match': `"${(await read()).revisionId}"` },
      body: { kind: 'leave', lastDay: '2026-12-31', atOnce: false },
    })
    expect(left.status, left.text).toBe(200)
    const planned = await read()
    server.clock.now = new Date('2026-11-23T11:00:00.000Z')
    await patch(`/Users/${idOf.Dia}`, { op: 'replace', path: 'active', value: false })
    expect((await read()).leftOn).toBe('2026-11-23')
    server.clock.now = new Date('2026-11-23T12:00:00.000Z')
    const on = await patch(`/Users/${idOf.Dia}`, { op: 'replace', path: 'active', value: true })
    expect(on.body.active, on.text).toBe(true)
    const { leftOn, closedAt, lines } = await read()
    expect({ leftOn, closedAt, lines }).toEqual({
      leftOn: '2026-12-31',
      closedAt: null,
      lines: planned.lines,
    })
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who is made active again on a later day administers nothing', async () => {
    const { idOf } = server.organisation
    const body = { personId: idOf.Hal, scope: 'people' }
    const headers = { 'idempotency-key': randomUUID() }
    expect((await server.as('Ada', 'POST', '/api/organisation/grants', { headers, body })).status).toBe(201)
    await patch(`/Users/${idOf.Hal}`, { op: 'replace', path: 'active', value: false })
    server.clock.now = new Date('2026-12-01T10:00:00.000Z')
    await patch(`/Users/${idOf.Hal}`, { op: 'replace', path: 'active', value: true })
    expect((await server.as('Hal', 'GET', '/api/session')).body).toMatchObject({ adminOf: [] })
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who is the last administrator of people stays', async () => {
    const { idOf } = server.organisation
    refused(
      await patch(`/Users/${idOf.Ada}`, { op: 'replace', path: 'active', value: false }),
      409,
      'mutability',
    )
    refused(await scim('DELETE', `/Users/${idOf.Ada}`), 409, 'mutability')
    expect((await server.as('Ada', 'GET', '/api/session')).status).toBe(200)
  })

  test('is paged through without loss, and names only what was asked for', async () => {
    const ids = new Set<string>()
    let total = 1
    for (let start = 1; start <= total; start += 4) {
      const { body } = await scim<List<User>>('GET', `/Users?startIndex=${start}&count=4&attributes=userName`)
      total = body.totalResults
      expect(body.itemsPerPage).toBeLessThanOrEqual(4)
      for (const one of body.Resources) {
        expect(Object.keys(one).sort()).toEqual(['id', 'schemas', 'userName'])
        ids.add(one.id)
      }
    }
    expect(ids.size).toBe(total)
    const full = await scim<List<User>>(
      'GET',
      `/Users?attributes=${USER}:userName,${ENTERPRISE}:manager.value`,
    )
    for (const one of full.body.Resources)
      expect(Object.keys(one).sort()).toEqual(['id', 'schemas', ENTERPRISE, 'userName'])
    const without = await scim<List<User>>('GET', `/Users?excludedAttributes=${USER}:name.formatted`)
    expect(without.body.Resources[0]).not.toHaveProperty('name')
    expect((await scim<List<User>>('GET', '/Users?count=0')).body).toMatchObject({
      totalResults: total,
      Resources: [],
    })
    expect((await scim<List<User>>('GET', '/Users?startIndex=-5&count=100000')).body.startIndex).toBe(1)
    expect((await scim<List<User>>('GET', `/Users?startIndex=${total + 1}`)).body).toMatchObject({
      totalResults: total,
      itemsPerPage: 0,
    })
  })

  test('is on a page exactly if a filter that fits everybody finds them, whoever left or was deleted', async () => {
    const add = (userName: string) => scim('POST', '/Users', { body: { schemas: [USER], userName } })
    const [gone, inactive] = [(await add('gone-again')).body, (await add('not-active')).body]
    expect((await scim('DELETE', `/Users/${gone.id}`)).status).toBe(204)
    await patch(`/Users/${inactive.id}`, { op: 'replace', path: 'active', value: false })
    const pages = await allOf<User>('/Users')
    expect(pages).toEqual(await everyFit<User>('/Users'))
    const ids = pages.map(({ id }) => id)
    expect(ids).toContain(inactive.id)
    expect(ids).not.toContain(gone.id)
  })
})

/** Page after page, three at a time. */
async function allOf<One>(path: string): Promise<One[]> {
  const found: One[] = []
  for (let total = 1; found.length < total; ) {
    const { body } = await scim<List<One>>('GET', `${path}?startIndex=${found.length + 1}&count=3`)
    total = body.totalResults
    expect(body.itemsPerPage).toBe(Math.min(3, total - found.length))
    found.push(...body.Resources)
  }
  return found
}

/** All at once, each held against a filter that it fits. */
async function everyFit<One>(path: string): Promise<One[]> {
  const filter = encodeURIComponent('meta.location pr')
  const { body } = await scim<List<One>>('GET', `${path}?filter=${filter}`)
  expect(body.totalResults).toBe(body.Resources.length)
  return body.Resources
}

describe('A group', () => {
  test('is a team: created, joined, left, renamed and ended', async () => {
    const { idOf } = server.organisation
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Tour Guides',
      members: [{ value: idOf.Fay, display: 'Fay' }],
    }
    const made = await scim<Group>('POST', '/Groups', { body })
    expect(made.status, made.text).toBe(201)
    const path = `/Groups/${made.body.id}`
    const membersOf = async () => (await scim<Group>('GET', path)).body.members.map(({ value }) => value)
    refused(
      await scim('POST', '/Groups', { body: { ...body, displayName: 'tour guides' } }),
      409,
      'uniqueness',
    )
    await patch(path, {
      op: 'add',
      path: 'members',
      value: [{ value: idOf.Bea }, { value: idOf.Cem }, { value: idOf.Fay }],
    })
    expect((await membersOf()).sort()).toEqual([idOf.Bea, idOf.Cem, idOf.Fay].sort())
    // RFC 7644, 3.5.2.2: one member by a filter, then all.
    await patch(path, { op: 'remove', path: `members[value eq "${idOf.Bea}"]` })
    expect(await membersOf()).not.toContain(idOf.Bea)
    await patch(path, { op: 'replace', value: { displayName: 'Guides', members: [{ value: idOf.Dia }] } })
    expect(await membersOf()).toEqual([idOf.Dia])
    const mine = await server.as<{ lines: { says: string }[] }>(
      'Dia',
      'GET',
      `/api/organisation/people/${idOf.Dia}`,
    )
    // A team of a directory comes beside the one that somebody is in.
    expect(mine.body.lines.map(({ says }) => says)).toEqual(
      expect.arrayContaining(['Team Platform', 'Team Guides']),
    )
    refused(
      await patch(path, { op: 'add', path: 'members', value: [{ value: UNKNOWN }] }),
      400,
      'invalidValue',
    )
    refused(
      await patch(path, { op: 'add', path: 'members', value: [{ value: made.body.id }] }),
      400,
      'invalidValue',
    )
    await patch(path, { op: 'remove', path: 'members' })
    expect(await membersOf()).toEqual([])
    const found = await scim<List<Group>>(
      'GET',
      `/Groups?filter=${encodeURIComponent('displayName eq "guides"')}&excludedAttributes=members`,
    )
    expect(found.body.Resources).toMatchObject([{ id: made.body.id }])
    expect(found.body.Resources[0]).not.toHaveProperty('members')
    expect((await scim('DELETE', path)).status).toBe(204)
    refused(await scim('GET', path), 404)
  })

  test('ends on the day on which somebody of it left, for those who were to join it too', async () => {
    const { idOf } = server.organisation
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
    const members = [{ value: idOf.Fay }, { value: idOf.Eli }]
    const { body } = await scim<Group>('POST', '/Groups', {
      body: { schemas, displayName: 'Short-lived', members },
    })
    await patch(`/Users/${idOf.Fay}`, { op: 'replace', path: 'active', value: false })
    const path = `/api/organisation/people/${idOf.Bea}`
    const { revisionId } = (await server.as<{ revisionId: string }>('Ada', 'GET', path)).body
    const planned = await server.as('Ada', 'POST', `${path}/changes`, {
      headers: { 'if-match': `"${revisionId}"` },
      body: { kind: 'team', value: body.id, from: '2027-01-01' },
    })
    expect(planned.status, planned.text).toBe(200)
    const removed = await scim('DELETE', `/Groups/${body.id}`)
    expect(removed.status, removed.text).toBe(204)
    refused(await scim('GET', `/Groups/${body.id}`), 404)
    refused(await patch('/Groups/nothing', { op: 'remove', path: 'members' }), 404)
    await patch(`/Users/${idOf.Fay}`, { op: 'replace', path: 'active', value: true })
  })

  test('that is about to end is joined until then, so that whoever joins it can still be moved', async () => {
    const { idOf } = server.organisation
    const headers = { 'idempotency-key': randomUUID() }
    const team = { name: 'Until the end of the year', parentId: null }
    const added = await server.as<{ id: string; revisionId: string }>(
      'Ada',
      'POST',
      '/api/organisation/teams',
      { headers, body: team },
    )
    const { id, revisionId } = added.body
    const ending = await server.as('Ada', 'PUT', `/api/organisation/teams/${id}`, {
      headers: { 'if-match': `"${revisionId}"` },
      body: { ...team, endedOn: '2026-12-31' },
    })
    expect(ending.status, ending.text).toBe(200)
    await patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: idOf.Cem }] })
    const path = `/api/organisation/people/${idOf.Cem}`
    const cem = await server.as<{
      revisionId: string
      lines: { value: string; until: string | null }[]
    }>('Ada', 'GET', path)
    expect(cem.body.lines.find(({ value }) => value === id)?.until).toBe('2026-12-31')
    const moved = await server.as('Ada', 'POST', `${path}/changes`, {
      headers: { 'if-match': `"${cem.body.revisionId}"` },
      body: { kind: 'manager', value: idOf.Nia, from: '2026-12-01' },
    })
    expect(moved.status, moved.text).toBe(200)
    expect((await scim('DELETE', `/Groups/${id}`)).status).toBe(204)
  })

  test('is paged through with its members, and found by its name or by who belongs to it', async () => {
    const { idOf, teamOf } = server.organisation
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'For a day',
      members: [],
    }
    const ended = (await scim<Group>('POST', '/Groups', { body })).body
    expect((await scim('DELETE', `/Groups/${ended.id}`)).status).toBe(204)
    const pages = await allOf<Group>('/Groups')
    expect(pages).toEqual(await everyFit<Group>('/Groups'))
    expect(pages.map(({ id }) => id)).not.toContain(ended.id)
    const platform = pages.find(({ id }) => id === teamOf.Platform)
    expect(platform?.members.map(({ value }) => value)).toContain(idOf.Max)
    const found = async (filter: string) =>
      (await scim<List<Group>>('GET', `/Groups?filter=${encodeURIComponent(filter)}`)).body.Resources
    expect(await found('displayName eq "platform"')).toEqual([platform])
    expect(await found(`displayName eq "Platform" and members eq "${idOf.Max}"`)).toEqual([platform])
    expect(await found(`displayName eq "Platform" and not (members.value eq "${idOf.Max}")`)).toEqual([])
    const none = await scim<List<Group>>('GET', '/Groups?count=0')
    expect(none.body).toMatchObject({ totalResults: pages.length, Resources: [] })
  })
})

describe('Somebody with the token of a directory', () => {
  test('reaches nobody of another organisation, and its token opens no other', async () => {
    const other = randomUUID()
    const { store, services } = server
    await findOrMakeTeamOrg(store, { orgId: other })
    const stranger = randomUUID()
    await store.withViewer(visitor(other), (tx) =>
      saveMember(tx, { id: stranger, displayName: 'Stranger', leftOn: null }),
    )
    const theirs = 'the-token-of-another-organisation'
    await store.withViewer({ ...visitor(other), adminOf: ['people'] }, (tx) =>
      saveDirectoryToken(tx, { id: randomUUID(), label: 'Theirs', tokenHash: hashSecret(theirs) }),
    )
    refused(await scim('GET', `/Users/${stranger}`), 404)
    refused(await scim('DELETE', `/Users/${stranger}`), 404)
    refused(
      await scim('PATCH', `/Users/${stranger}`, {
        body: { Operations: [{ op: 'replace', path: 'active', value: false }] },
      }),
      404,
    )
    refused(
      await patch(`/Users/${server.organisation.idOf.Bea}`, {
        op: 'replace',
        path: `${ENTERPRISE}:manager`,
        value: stranger,
      }),
      400,
      'invalidValue',
    )
    refused(
      await patch(`/Groups/${server.organisation.teamOf.Apps}`, {
        op: 'add',
        path: 'members',
        value: [{ value: stranger }],
      }),
      400,
      'invalidValue',
    )
    refused(await scim('GET', '/Users', { token: theirs }), 401)
    const ready = Promise.resolve({ ...services, teamOrgId: other })
    const app = createApp({
      ...{
        services: ready,
        version: '0',
        address: () => ORIGIN,
        webRoot: null,
        now: () => server.clock.now,
        log: () => undefined,
      },
      door: teamDoor({ services: ready, origin: ORIGIN, secret: SECRET }),
    })
    const seen = await scim<List<User>>('GET', '/Users', { token: theirs, app })
    expect(seen.body.Resources.map(({ displayName }) => displayName)).toEqual(['Stranger'])
    refused(await scim('GET', '/Users', { app }), 401)
  })

  test('cannot make an externalId or a userName pass for an id of this server, or for an identity', async () => {
    const { idOf } = server.organisation
    const made = await scim('POST', '/Users', {
      body: { schemas: [USER], userName: 'mallory', externalId: idOf.Ada },
    })
    expect(made.status).toBe(201)
    expect(made.body.id).not.toBe(idOf.Ada)
    expect((await scim('GET', `/Users/${idOf.Ada}`)).body.displayName).toBe('Ada')
    refused(
      await scim('POST', '/Users', { body: { schemas: [USER], userName: idOf.Ada } }),
      400,
      'invalidValue',
    )
    refused(await scim('GET', '/Users/mallory'), 404)
    const rows = await server.store.database.alone(
      async (session) => (await session.query('SELECT count(*)::int AS n FROM account')).rows,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('sends what is no body, is too much of one, or means to change what every object is', async () => {
    const text =
      '{"schemas":[],"userName":"proto","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"active":true}'
    expect((await scim('POST', '/Users', { text })).status).toBe(201)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    for (const one of ['', '[]', '"x"', '{', '['.repeat(100)])
      refused(await scim('POST', '/Users', { text: one }), 400, 'invalidSyntax')
    refused(await scim('POST', '/Users', { text: `{"userName":"${'x'.repeat(2_100_000)}"}` }), 413)
    refused(await scim('POST', '/Users', { text: '{}', headers: { 'content-type': 'text/plain' } }), 415)
    for (const body of [
      {},
      { userName: 1 },
      { userName: 'a\u0000b' },
      { userName: 'x'.repeat(201) },
      { userName: 'z', active: 7 },
      { userName: 'z', externalId: {} },
    ])
      refused(await scim('POST', '/Users', { body }), 400, 'invalidValue')
    const deep = `${'('.repeat(60)}userName pr${')'.repeat(60)}`
    refused(await scim('GET', `/Users?filter=${encodeURIComponent(deep)}`), 400, 'invalidFilter')
  })

  test('is out from the moment on which it is ended, and was seen', async () => {
    const made = await server.as<{ secret: string; token: { id: string } }>(
      'Ada',
      'POST',
      '/api/organisation/directory-tokens',
      { body: { label: 'Second' } },
    )
    const token = made.body.secret
    expect((await scim('GET', '/Users', { token })).status).toBe(200)
    const { body } = await server.as<{ id: string; lastUsedAt: string | null }[]>(
      'Ada',
      'GET',
      '/api/organisation/directory-tokens',
    )
    expect(body.find(({ id }) => id === made.body.token.id)?.lastUsedAt).not.toBeNull()
    await server.as('Ada', 'DELETE', `/api/organisation/directory-tokens/${made.body.token.id}`)
    refused(await scim('GET', '/Users', { token }), 401)
  })
})

describe('Where the installation says whose subjects a directory names', () => {
  beforeAll(() => {
    server.services.scimAccounts = { issuer: 'https://id.example.com', subject: 'externalId' }
  })
  afterAll(() => {
    server.services.scimAccounts = null
  })
  const post = (userName: string, externalId: string) =>
    scim('POST', '/Users', { body: { schemas: [USER], userName, externalId } })
  const rows = (query: string) =>
    server.store.database.alone(async (session) => (await session.query(query)).rows)
  const ask = () => rows('SELECT owner_id::text AS owner, issuer, subject FROM account')
  const bound = (owner: string, subject: string) => ({ owner, issuer: 'https://id.example.com', subject })
  const tick = (): void => {
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
  }

  test('it lets exactly that person in, and never moves an identity', async () => {
    const first = await post('sub-one', 'sub-1')
    expect(first.status, first.text).toBe(201)
    const { id } = first.body
    expect(await ask()).toEqual([bound(id, 'sub-1')])
    // They read of each on their account; what the directory does not change is not told again.
    const told = () => rows('SELECT owner_id::text AS owner, kind FROM account_event ORDER BY at, kind')
    const event = (kind: string) => ({ owner: id, kind })
    expect(await told()).toEqual([event('identity-added')])
    const put = (externalId: string) =>
      scim('PUT', `/Users/${id}`, {
        body: { schemas: [USER], userName: 'sub-one', externalId, displayName: 'One' },
      })
    expect((await put('sub-1')).status).toBe(200)
    expect(await told()).toHaveLength(1)
    // Held by somebody, it is nobody else's.
    refused(await post('sub-two', 'sub-1'), 409, 'uniqueness')
    // A key that was changed lets nobody in any more, under either name.
    tick()
    expect((await put('sub-9')).status).toBe(200)
    expect(await ask()).toEqual([bound(id, 'sub-9')])
    expect(await told()).toEqual(['added', 'added', 'removed'].map((kind) => event(`identity-${kind}`)))
    await scim('DELETE', `/Users/${id}`)
  })

  test('whoever is deleted and added again by the directory gets in as who they are now', async () => {
    const first = await post('back', 'back-1')
    expect((await scim('DELETE', `/Users/${first.body.id}`)).status).toBe(204)
    expect(await ask()).toEqual([])
    const again = await post('back', 'back-1')
    expect(again.status, again.text).toBe(201)
    expect(await ask()).toEqual([bound(again.body.id, 'back-1')])
    await scim('DELETE', `/Users/${again.body.id}`)
  })

  test('a key that is put right on the page, or taken back there, lets in no more, and whoever came in by it is out', async () => {
    const { id } = (await post('page', 'wrong')).body
    await beginTeamSession(server.services, ORIGIN, { personId: id, browser: 'Theirs' })
    const sessions = () => rows(`SELECT browser FROM session WHERE owner_id = '${id}'`)
    expect(await sessions()).toHaveLength(1)
    const record = await server.as('Ada', 'GET', `/api/organisation/people/${id}`)
    const put = await server.as<{ changeId: string }>(
      'Ada',
      'POST',
      `/api/organisation/people/${id}/changes`,
      {
        headers: { 'if-match': record.headers.get('etag') ?? '' },
        body: { kind: 'key', userName: 'page', externalId: 'right' },
      },
    )
    expect(put.status, put.text).toBe(200)
    expect(await ask()).toEqual([])
    expect(await sessions()).toEqual([])
    // The directory says it again, and with that it is theirs.
    await patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Page' })
    expect(await ask()).toEqual([bound(id, 'right')])
    const undone = await server.as('Ada', 'POST', `/api/organisation/changes/${put.body.changeId}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect(await ask()).toEqual([])
    await scim('DELETE', `/Users/${id}`)
  })
})
