// Keeping the list of people over HTTP: who may, what holds from which day, what is taken back, and who is let in.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '../organisation.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

interface Record_ {
  id: string
  displayName: string
  leftOn: string | null
  closedAt: string | null
  lines: { kind: string; value: string; says: string; from: string; until: string | null }[]
  administers: { scope: string }[]
  changes: { id: string; says: string[]; madeBy: string | null; source: string; undoneAt: string | null }[]
  revisionId: string
}

interface Changed {
  person: Record_
  changeId: string | null
  others: string[]
}

const idOf = (name: PersonName) => server.organisation.idOf[name]
const once = () => ({ 'idempotency-key': randomUUID() })
const record = async (id: string, who: PersonName = 'Ada') =>
  (await server.as<Record_>(who, 'GET', `/api/organisation/people/${id}`)).body

async function change(id: string, body: object, who: PersonName = 'Ada') {
  const { revisionId } = await record(id)
  const headers = { 'if-match': `"${revisionId}"` }
  return server.as<Changed>(who, 'POST', `/api/organisation/people/${id}/changes`, { headers, body })
}

const undo = (changeId: string | null) =>
  server.as<{ removed: number; left: string[] }>('Ada', 'POST', `/api/organisation/changes/${changeId}/undo`)

async function add(more: object = {}) {
  const body = { displayName: 'Zoe', from: '2026-11-23', teamId: null, managerId: null, role: null, ...more }
  return server.as<Changed>('Ada', 'POST', '/api/organisation/people', { headers: once(), body })
}

describe('The pages of the list', () => {
  test('are for administrators of people alone', async () => {
    for (const who of ['Bea', 'Max', 'Nia'] as const) {
      expectProblem(await server.as(who, 'GET', '/api/organisation/people'), 403, 'not-allowed')
      const body = { kind: 'name', displayName: 'Me' }
      const path = `/api/organisation/people/${idOf('Bea')}/changes`
      expectProblem(
        await server.as(who, 'POST', path, { headers: { 'if-match': '"x"' }, body }),
        403,
        'not-allowed',
      )
    }
  })

  test('show fifty people at a time, by name, with whoever has left when asked', async () => {
    const read = async (query: string) =>
      (
        await server.as<{ people: { displayName: string }[]; total: number }>(
          'Ada',
          'GET',
          `/api/organisation/people${query}`,
        )
      ).body
    const all = await read('')
    expect(all.total).toBe(all.people.length)
    expect((await read('?left=yes')).people.map(({ displayName }) => displayName)).toContain('Lea')
    expect((await read('?find=max')).people).toMatchObject([{ displayName: 'Max' }])
    expect((await read(`?skip=${all.total}`)).people).toEqual([])
  })
})

describe('What is kept about somebody', () => {
  test('is read by themselves and by administrators of people, and does not exist for others', async () => {
    const bea = await record(idOf('Bea'), 'Bea')
    expect(bea.lines.map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        'Team Apps',
        'Team Platform',
        'Reports to Nia',
        'Reports to Max',
        'Held as Senior engineer',
      ]),
    )
    expect((await record(idOf('Bea'))).id).toBe(idOf('Bea'))
    for (const who of ['Max', 'Cem'] as const)
      expectProblem(await server.as(who, 'GET', `/api/organisation/people/${idOf('Bea')}`), 404, 'not-found')
    expectProblem(await server.as('Ada', 'GET', `/api/organisation/people/${UNKNOWN}`), 404, 'not-found')
  })

  test('says what was changed, from which day and by whom', async () => {
    const moved = await change(idOf('Cem'), {
      kind: 'team',
      value: server.organisation.teamOf.Apps,
      from: '2026-12-01',
    })
    expect(moved.status, moved.text).toBe(200)
    const mine = await record(idOf('Cem'), 'Cem')
    expect(mine.changes[0]).toMatchObject({
      madeBy: 'Ada',
      source: 'page',
      says: ['Team Platform until 2026-11-30', 'Team Apps from 2026-12-01'],
    })
    expect((await undo(moved.body.changeId)).status).toBe(200)
    const after = await record(idOf('Cem'), 'Cem')
    expect(after.lines.filter(({ kind }) => kind === 'team')).toMatchObject([
      { says: 'Team Platform', until: null },
    ])
    expect(after.changes.map(({ source }) => source).sort()).toEqual(['page', 'undo'])
    expect(after.changes.find(({ source }) => source === 'page')?.undoneAt).not.toBeNull()
    expectProblem(await undo(moved.body.changeId), 409, 'conflict')
  })
})

describe('Two administrators', () => {
  test('do not overwrite each other', async () => {
    const { revisionId } = await record(idOf('Dia'))
    const path = `/api/organisation/people/${idOf('Dia')}/changes`
    const say = (displayName: string) =>
      server.as<Changed>('Ada', 'POST', path, {
        headers: { 'if-match': `"${revisionId}"` },
        body: { kind: 'name', displayName },
      })
    expect((await say('Dia Dahl')).status).toBe(200)
    const late = expectProblem(await say('Dia Doe'), 412, 'stale')
    expect(late.current).toMatchObject({ displayName: 'Dia Dahl' })
    expectProblem(
      await server.as('Ada', 'POST', path, { body: { kind: 'name', displayName: 'X' } }),
      428,
      'no-precondition',
    )
  })
})

describe('What may not be', () => {
  test.each([
    [
      'a circle of managers',
      'Nia',
      () => ({ kind: 'manager', value: idOf('Bea'), from: '2026-12-01' }),
      '#/value',
    ],
    [
      'a manager who has left',
      'Bea',
      () => ({ kind: 'manager', value: idOf('Lea'), from: '2026-12-01' }),
      '#/value',
    ],
    ['a team of nobody’s', 'Bea', () => ({ kind: 'team', value: UNKNOWN, from: '2026-12-01' }), '#/value'],
    [
      'a role of no framework',
      'Bea',
      () => ({ kind: 'role', value: { frameworkId: 'skillmap', role: 'wizard' }, from: '2026-12-01' }),
      '#/role',
    ],
    ['a day that is none', 'Bea', () => ({ kind: 'team', value: null, from: '2026-02-30' }), '#/from'],
    ['a day far ahead', 'Bea', () => ({ kind: 'team', value: null, from: '2031-01-01' }), '#/from'],
    ['a return of somebody who is there', 'Bea', () => ({ kind: 'return', from: '2026-11-23' }), '#/from'],
  ] as const)('%s is refused by its field', async (_, who, body, field) => {
    const problem = expectProblem(await change(idOf(who), body()), 422, 'invalid')
    expect(namesOf(problem)).toEqual([field])
  })
})

describe('A leaver', () => {
  test('is out at once, with every session, and the people who reported to them are named', async () => {
    expect((await server.as('Max', 'GET', '/api/session')).status).toBe(200)
    const left = await change(idOf('Max'), { kind: 'leave', lastDay: '2026-11-23', atOnce: true })
    expect(left.status, left.text).toBe(200)
    expect(left.body.others).toEqual(expect.arrayContaining(['Bea', 'Cem', 'Eli']))
    expect((await server.as('Max', 'GET', '/api/session')).status).toBe(401)
    // As if it had not been: but the session stays ended.
    expect((await undo(left.body.changeId)).status).toBe(200)
    expect((await server.as('Max', 'GET', '/api/session')).status).toBe(401)
    expect((await record(idOf('Max'))).leftOn).toBeNull()
    const bea = await record(idOf('Bea'))
    expect(bea.lines).toContainEqual(expect.objectContaining({ says: 'Reports to Max', until: null }))
  })

  test('works until the end of the last day otherwise, and may come back', async () => {
    const left = await change(idOf('Hal'), { kind: 'leave', lastDay: '2026-11-23', atOnce: false })
    expect(left.status).toBe(200)
    expect((await server.as('Hal', 'GET', '/api/session')).status).toBe(200)
    server.clock.now = new Date('2026-11-24T08:00:00.000Z')
    expect((await server.as('Hal', 'GET', '/api/session')).status).toBe(401)
    const back = await change(idOf('Hal'), { kind: 'return', from: '2026-11-24' })
    expect(back.body.person.leftOn).toBeNull()
    expect((await server.as('Hal', 'GET', '/api/session')).status).toBe(200)
    const placed = await change(idOf('Hal'), { kind: 'manager', value: idOf('Nia'), from: '2026-11-24' })
    const managers = placed.body.person.lines.filter(({ kind }) => kind === 'manager')
    expect(managers).toMatchObject([{ until: '2026-11-23' }, { from: '2026-11-24', until: null }])
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who stays after all has their people again, and so it is where the last day is moved', async () => {
    const leave = (lastDay: string) => change(idOf('Nia'), { kind: 'leave', lastDay, atOnce: false })
    const before = await record(idOf('Fay'))
    await leave('2026-11-30')
    server.clock.now = new Date('2026-11-23T11:00:00.000Z')
    const moved = await leave('2026-12-31')
    expect(moved.body.others).toContain('Fay')
    expect((await record(idOf('Fay'))).lines).toContainEqual(
      expect.objectContaining({ says: 'Reports to Nia', until: '2026-12-31' }),
    )
    server.clock.now = new Date('2026-11-23T12:00:00.000Z')
    const stays = await change(idOf('Nia'), { kind: 'stay' })
    expect(stays.body).toMatchObject({ person: { leftOn: null }, others: [] })
    expect((await record(idOf('Fay'))).lines).toEqual(before.lines)
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('is not told to the people who report to them before their last day has come, in no record and no export', async () => {
    const before = await record(idOf('Fay'), 'Fay')
    const read = async () => {
      const { text } = await server.as('Fay', 'GET', '/api/export')
      return { own: await record(idOf('Fay'), 'Fay'), text }
    }
    const leave = (lastDay: string) => change(idOf('Nia'), { kind: 'leave', lastDay, atOnce: false })
    for (const [hour, lastDay] of [
      ['14', '2026-12-30'],
      ['15', '2026-12-31'],
    ] as const) {
      server.clock.now = new Date(`2026-11-23T${hour}:00:00.000Z`)
      expect((await leave(lastDay)).status).toBe(200)
      const { own, text } = await read()
      expect([own.lines, own.changes]).toEqual([before.lines, before.changes])
      expect(text).not.toMatch(/2026-12-3[01]/)
      expect((await server.as('Nia', 'GET', '/api/export')).text).toContain(lastDay)
    }
    expect(JSON.stringify((await record(idOf('Fay'))).changes)).toContain('until 2026-12-31')
    // Once the day is over they read it, and not which day it was to be before.
    server.clock.now = new Date('2027-01-01T10:00:00.000Z')
    const after = await read()
    expect(after.own.lines).toContainEqual(
      expect.objectContaining({ says: 'Reports to Nia', until: '2026-12-31' }),
    )
    expect(after.own.changes.map(({ says }) => says)).toContainEqual(['Reports to Nia until 2026-12-31'])
    expect(after.text).not.toContain('"after":{"until":"2026-12-30"}')
    server.clock.now = new Date('2026-11-23T16:00:00.000Z')
    expect((await change(idOf('Nia'), { kind: 'stay' })).status).toBe(200)
    const stays = await read()
    expect([stays.own.lines, stays.own.changes]).toEqual([before.lines, before.changes])
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('who comes back administers nothing until it is given to them again', async () => {
    const personId = (await add({ displayName: 'Tom' })).body.person.id
    const body = { personId, scope: 'views' }
    const given = await server.as('Ada', 'POST', '/api/organisation/grants', { headers: once(), body })
    expect(given.status, given.text).toBe(201)
    await change(personId, { kind: 'leave', lastDay: '2026-11-23', atOnce: true })
    server.clock.now = new Date('2026-12-01T10:00:00.000Z')
    const back = await change(personId, { kind: 'return', from: '2026-12-01' })
    expect(back.body.person).toMatchObject({ leftOn: null, administers: [] })
    server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  })

  test('is never the last administrator of people', async () => {
    const refused = await change(idOf('Ada'), { kind: 'leave', lastDay: '2026-12-31', atOnce: false })
    expect(expectProblem(refused, 409, 'conflict').detail).toContain('last administrator of people')
  })
})

describe('Somebody new', () => {
  test('is added once, with the place they begin in', async () => {
    const key = once()
    const body = {
      displayName: ' Kai  Kern ',
      from: '2026-11-23',
      teamId: server.organisation.teamOf.Apps,
      managerId: idOf('Nia'),
      role: { frameworkId: 'skillmap', role: 'senior-engineer' },
      externalId: 'K-1',
    }
    const say = () => server.as<Changed>('Ada', 'POST', '/api/organisation/people', { headers: key, body })
    const [first, again] = [await say(), await say()]
    expect(first.status, first.text).toBe(201)
    expect(again.body.person.id).toBe(first.body.person.id)
    expect(first.body.person.displayName).toBe('Kai Kern')
    const clash = expectProblem(await add({ externalId: 'K-1' }), 422, 'invalid')
    expect(namesOf(clash)).toEqual(['#/externalId'])
  })

  test('is gone again when that is taken back, unless something of theirs is here', async () => {
    const zoe = (await add()).body
    expect((await undo(zoe.changeId)).body).toMatchObject({ removed: 1, left: [] })
    expectProblem(
      await server.as('Ada', 'GET', `/api/organisation/people/${zoe.person.id}`),
      404,
      'not-found',
    )

    const ola = (await add({ displayName: 'Ola' })).body
    await server.store.withViewer(
      { orgId: server.organisation.orgId, personId: ola.person.id, adminOf: [], reports: [] },
      async (tx) => {
        const { orgId } = tx.viewer
        await sql`INSERT INTO account (org_id, id, owner_id, issuer, subject) VALUES (${orgId}, ${randomUUID()}, ${ola.person.id}, 'https://id.test', 'ola')`.execute(
          tx.db,
        )
      },
    )
    expect((await undo(ola.changeId)).body).toMatchObject({ removed: 0, left: ['Ola'] })
    expect(await record(ola.person.id)).toMatchObject({ leftOn: '2026-11-22', closedAt: expect.any(String) })
  })

  test('stays when somebody reports to them meanwhile', async () => {
    const boss = (await add({ displayName: 'Pia' })).body
    await change(idOf('Gus'), { kind: 'manager', value: boss.person.id, from: '2026-12-01' })
    expectProblem(await undo(boss.changeId), 409, 'conflict')
  })
})

describe('A change', () => {
  interface Team {
    id: string
    revisionId: string
  }
  const refusedWith = async (changeId: string | null) =>
    expectProblem(await undo(changeId), 409, 'conflict').detail

  test('is not taken back where somebody would have two managers at once, or manage themselves', async () => {
    const { id } = (await add({ displayName: 'Ugo', managerId: idOf('Max') })).body.person
    const none = await change(id, { kind: 'manager', value: null, from: '2026-12-01' })
    await change(id, { kind: 'manager', value: idOf('Nia'), from: '2026-12-15' })
    expect(await refusedWith(none.body.changeId)).toContain(
      'On 2026-12-15 something else of this kind holds for Ugo already.',
    )
    const boss = (await add({ displayName: 'Vic', managerId: id })).body.person.id
    const free = await change(boss, { kind: 'manager', value: null, from: '2026-11-24' })
    await change(id, { kind: 'manager', value: boss, from: '2027-01-01' })
    expect(await refusedWith(free.body.changeId)).toContain('would manage themselves')
  })

  test('is not taken back where it would bring somebody into a team that has ended', async () => {
    const body = { name: 'For a while', parentId: null }
    const team = (await server.as<Team>('Ada', 'POST', '/api/organisation/teams', { headers: once(), body }))
      .body
    const { id } = (await add({ displayName: 'Wes', teamId: team.id })).body.person
    const out = await change(id, { kind: 'team', value: null, from: '2026-11-24' })
    const ended = await server.as('Ada', 'PUT', `/api/organisation/teams/${team.id}`, {
      headers: { 'if-match': `"${team.revisionId}"` },
      body: { ...body, endedOn: '2026-11-30' },
    })
    expect(ended.status, ended.text).toBe(200)
    expect(await refusedWith(out.body.changeId)).toContain('The team For a while ended on 2026-11-30.')
  })

  test('is not taken back where somebody else has the id that they would have again', async () => {
    const { id } = (await add({ displayName: 'Xia', externalId: 'X-1' })).body.person
    const renamed = await change(id, { kind: 'key', userName: null, externalId: 'X-2' })
    await add({ displayName: 'Yan', externalId: 'X-1' })
    expect(await refusedWith(renamed.body.changeId)).toContain('Somebody else has the id X-1.')
  })

  test('is not taken back where the last administrator of people would be gone, or a manager of somebody', async () => {
    const grants = '/api/organisation/grants'
    const left = await change(idOf('Hal'), { kind: 'leave', lastDay: '2026-11-22', atOnce: false })
    const back = await change(idOf('Hal'), { kind: 'return', from: '2026-11-23' })
    expect([left.status, back.status]).toEqual([200, 200])
    const report = (await add({ displayName: 'Zac', managerId: idOf('Hal') })).body.person.id
    expect(await refusedWith(back.body.changeId)).toContain('Hal leaves on 2026-11-22 and manages nobody')
    await change(report, { kind: 'leave', lastDay: '2026-11-22', atOnce: false })
    const give = { personId: idOf('Hal'), scope: 'people' }
    await server.as('Ada', 'POST', grants, { headers: once(), body: give })
    const own = (await server.as<{ id: string; displayName: string; scope: string }[]>('Ada', 'GET', grants))
      .body
    const last = own.find(({ displayName, scope }) => displayName === 'Ada' && scope === 'people')
    expect((await server.as('Ada', 'DELETE', `${grants}/${last?.id}?own=yes`)).status).toBe(204)
    const refused = await server.as('Hal', 'POST', `/api/organisation/changes/${back.body.changeId}/undo`)
    expect(expectProblem(refused, 409, 'conflict').detail).toContain('last administrator of people')
    const again = { personId: idOf('Ada'), scope: 'people' }
    await server.as('Hal', 'POST', grants, { headers: once(), body: again })
  })
})
