// Files of people, teams and grants over HTTP: previewed, taken over whole, and never the end of the last who can mend it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '../organisation.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const once = () => ({ 'idempotency-key': randomUUID() })
const FILE_TYPE = { 'content-type': 'application/octet-stream' }

interface Preview {
  counts: { added: number; changed: number; ended: number; same: number }
  people: { name: string; what: string; says: string[] }[]
  problems: { line: number; message: string; mend: string }[]
  teams: string[]
  planId: string
}

const preview = (text: string, who: PersonName = 'Ada') =>
  server.as<Preview>(who, 'POST', '/api/organisation/people-files/preview', { text, headers: FILE_TYPE })

const takeOver = (text: string, planId: string) =>
  server.as<{ changeId: string | null; counts: Preview['counts'] }>(
    'Ada',
    'POST',
    '/api/organisation/people-files?name=people.csv',
    { text, headers: { ...FILE_TYPE, ...once(), 'if-match': `"${planId}"` } },
  )

const FILE = `name;team;manager;role;from
Uwe;Ops;Vera;Senior engineer;2026-11-01
Vera;Ops;Nia;engineering-manager;2026-11-01
Bea;Ops;Vera;;2026-12-01
`

describe('A file of people', () => {
  test('is looked at, taken over, does nothing a second time, and is taken back', async () => {
    const seen = await preview(FILE)
    expect(seen.status, seen.text).toBe(200)
    expect(seen.body).toMatchObject({
      counts: { added: 2, changed: 1, ended: 0, same: 0 },
      teams: ['Ops'],
      problems: [],
    })
    expect(seen.body.people.find(({ name }) => name === 'Bea')?.says).toEqual([
      'Team Platform until 2026-11-30',
      'Team Ops from 2026-12-01',
      'Reports to Max until 2026-11-30',
      'Reports to Vera from 2026-12-01',
    ])
    const taken = await takeOver(FILE, seen.body.planId)
    expect(taken.status, taken.text).toBe(201)
    const again = (await preview(FILE)).body
    expect(again).toMatchObject({ counts: { added: 0, changed: 0, same: 3 }, people: [], teams: [] })
    expect((await takeOver(FILE, again.planId)).body.changeId).toBeNull()
    const files = await server.as<{ label: string }[]>('Ada', 'GET', '/api/organisation/people-files')
    expect(files.body).toMatchObject([{ label: 'people.csv', people: 3, undoneAt: null }])
    const undone = await server.as('Ada', 'POST', `/api/organisation/changes/${taken.body.changeId}/undo`)
    expect([undone.status, undone.body]).toEqual([200, { people: 3, removed: 2, left: [] }])
    expect((await preview(FILE)).body).toMatchObject({ counts: { added: 2, changed: 1 } })
  })

  test('is taken over only as it was shown', async () => {
    const { planId } = (await preview(FILE)).body
    expectProblem(await takeOver(FILE.replace('Uwe', 'Uwe U'), planId), 412, 'stale')
    const headers = { ...FILE_TYPE, ...once() }
    expectProblem(
      await server.as('Ada', 'POST', '/api/organisation/people-files', { text: FILE, headers }),
      428,
      'no-precondition',
    )
  })

  test('with a mistake changes nothing, and says where', async () => {
    const text = `${FILE}Wim;Ops;Verena;;\n`
    const { problems, planId } = (await preview(text)).body
    expect(problems).toMatchObject([{ line: 5, message: expect.stringContaining('Verena') }])
    expect(namesOf(expectProblem(await takeOver(text, planId), 422, 'invalid'))).toEqual(['line 5'])
  })

  test('does not end the last administrator of people', async () => {
    const { problems } = (await preview('name,left\nAda,2026-12-31\n')).body
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('last administrator') }])
  })

  test('moves a last day with all that ended on it, and gives nobody who comes back a grant', async () => {
    const bring = async (text: string) => {
      const seen = (await preview(text)).body
      expect(seen.problems).toEqual([])
      const taken = await takeOver(text, seen.planId)
      expect(taken.status, taken.text).toBe(201)
      server.clock.now = new Date(server.clock.now.getTime() + 1000)
    }
    await bring('name,manager\nNils,\nOna,Nils\n')
    await bring('name,left\nNils,2026-11-24\n')
    await bring('name,left\nNils,2026-12-31\n')
    const found = await server.as<{ people: { id: string; displayName: string }[] }>(
      'Ada',
      'GET',
      '/api/organisation/people',
    )
    const idOf = (name: string) => found.body.people.find(({ displayName }) => displayName === name)?.id
    const record = async (name: string) =>
      (
        await server.as<{ lines: { until: string | null }[]; administers: unknown[] }>(
          'Ada',
          'GET',
          `/api/organisation/people/${idOf(name)}`,
        )
      ).body
    expect((await record('Ona')).lines).toMatchObject([{ until: '2026-12-31' }])
    const body = { personId: idOf('Ona'), scope: 'views' }
    await server.as('Ada', 'POST', '/api/organisation/grants', { headers: once(), body })
    expect((await record('Ona')).administers).toHaveLength(1)
    await bring('name,left\nOna,2026-11-20\n')
    await bring('name,from\nOna,2026-11-23\n')
    expect((await record('Ona')).administers).toEqual([])
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('that is no table of text is refused', async () => {
    expectProblem(await preview('PK\u0003\u0004workbook'), 422, 'invalid')
    expectProblem(await preview('name\nBea\u0000\n'), 422, 'invalid')
  })

  test('is for administrators of people alone', async () => {
    expectProblem(await preview(FILE, 'Max'), 403, 'not-allowed')
  })

  test('of a thousand people is taken over in one go, and taken back', async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, at) => `Person ${at},P${at},Unit ${at % 30},${at === 0 ? '' : `P${Math.floor((at - 1) / 8)}`}`,
    )
    const text = `name,id,team,manager\n${lines.join('\n')}\n`
    const { planId, counts } = (await preview(text)).body
    expect(counts.added).toBe(1000)
    const taken = await takeOver(text, planId)
    expect(taken.status, taken.text).toBe(201)
    expect((await preview(text)).body.counts).toEqual({ added: 0, changed: 0, ended: 0, same: 1000 })
    const undone = await server.as<{ removed: number }>(
      'Ada',
      'POST',
      `/api/organisation/changes/${taken.body.changeId}/undo`,
    )
    expect(undone.body.removed).toBe(1000)
  })
})

interface Team {
  id: string
  name: string
  endedOn: string | null
  revisionId: string
}

describe('A team', () => {
  const put = (team: Team, more: object) => {
    const body = { name: team.name, parentId: null, endedOn: team.endedOn, ...more }
    return server.as<Team>('Ada', 'PUT', `/api/organisation/teams/${team.id}`, {
      headers: { 'if-match': `"${team.revisionId}"` },
      body,
    })
  }
  const find = async (name: string) =>
    (await server.as<Team[]>('Bea', 'GET', '/api/organisation/teams')).body.find(
      (one) => one.name === name,
    ) as Team

  test('is added, renamed, put under another and ended, with nobody in it', async () => {
    const body = { name: ' Site  reliability ', parentId: null }
    const added = await server.as<Team>('Ada', 'POST', '/api/organisation/teams', { headers: once(), body })
    expect(added.body).toMatchObject({ name: 'Site reliability', endedOn: null })
    const moved = await put(added.body, { name: 'SRE', parentId: server.organisation.teamOf.Platform })
    expect(moved.status, moved.text).toBe(200)
    expectProblem(await put(added.body, { name: 'Other' }), 412, 'stale')
    expect((await put(moved.body, { endedOn: '2026-11-30' })).body.endedOn).toBe('2026-11-30')
  })

  test('does not end under the people who belong to it, nor belong to itself, nor share a name', async () => {
    const platform = await find('Platform')
    expect(namesOf(expectProblem(await put(platform, { endedOn: '2026-11-30' }), 422, 'invalid'))).toEqual([
      '#/endedOn',
    ])
    expect(namesOf(expectProblem(await put(platform, { parentId: platform.id }), 422, 'invalid'))).toEqual([
      '#/parentId',
    ])
    expect(namesOf(expectProblem(await put(platform, { name: 'apps' }), 422, 'invalid'))).toEqual(['#/name'])
  })

  test('is changed by administrators of people alone', async () => {
    const body = { name: 'Mine', parentId: null }
    expectProblem(
      await server.as('Max', 'POST', '/api/organisation/teams', { headers: once(), body }),
      403,
      'not-allowed',
    )
  })
})

describe('A grant', () => {
  interface Grant {
    id: string
    displayName: string
    scope: string
  }
  const list = async (who: PersonName = 'Ada') =>
    (await server.as<Grant[]>(who, 'GET', '/api/organisation/grants')).body
  const give = (personId: string, scope: string, who: PersonName = 'Ada') =>
    server.as<Grant>(who, 'POST', '/api/organisation/grants', { headers: once(), body: { personId, scope } })

  test('of the last administrator of people stays, and one’s own ends by no slip', async () => {
    const own = (await list()).find(({ scope }) => scope === 'people') as Grant
    expectProblem(
      await server.as('Ada', 'DELETE', `/api/organisation/grants/${own.id}?own=yes`),
      409,
      'conflict',
    )
    const given = await give(server.organisation.idOf.Nia, 'people')
    expect(given.status, given.text).toBe(201)
    expectProblem(await give(server.organisation.idOf.Nia, 'people'), 409, 'conflict')
    expectProblem(await server.as('Ada', 'DELETE', `/api/organisation/grants/${own.id}`), 409, 'conflict')
    expect((await server.as('Ada', 'DELETE', `/api/organisation/grants/${own.id}?own=yes`)).status).toBe(204)
    // From the very next request on.
    expectProblem(await server.as('Ada', 'GET', '/api/organisation/people'), 403, 'not-allowed')
    expect((await give(server.organisation.idOf.Ada, 'people', 'Nia')).status).toBe(201)
  })

  test('is not given to somebody who has left or is nobody, nor by somebody who may not', async () => {
    expectProblem(await give(server.organisation.idOf.Lea, 'views'), 422, 'invalid')
    expectProblem(await give(UNKNOWN, 'views'), 422, 'invalid')
    expectProblem(await give(server.organisation.idOf.Max, 'views', 'Max'), 403, 'not-allowed')
    expect(await list('Bea')).toEqual([])
  })
})

describe('A token for a directory', () => {
  test('is shown once, kept as a hash, and ended', async () => {
    const made = await server.as<{ secret: string; token: { id: string } }>(
      'Ada',
      'POST',
      '/api/organisation/directory-tokens',
      { body: { label: 'Our directory' } },
    )
    expect(made.status, made.text).toBe(201)
    const listed = await server.as('Ada', 'GET', '/api/organisation/directory-tokens')
    expect(listed.text).not.toContain(made.body.secret)
    expect(
      (await server.as('Ada', 'DELETE', `/api/organisation/directory-tokens/${made.body.token.id}`)).status,
    ).toBe(204)
    expectProblem(await server.as('Max', 'GET', '/api/organisation/directory-tokens'), 403, 'not-allowed')
  })
})
