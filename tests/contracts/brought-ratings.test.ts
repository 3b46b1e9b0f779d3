// A team's spreadsheet is brought whole, can be taken back whole, and comes out again as it went in.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import type { ImportReading } from '../../src/core/importing/import-source.ts'
import type { KeptPerson } from '../../src/core/person/kept-person.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { ADDRESS, openTestServer, SECRET, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

beforeEach(async () => {
  const brought = await server.call<Brought['brought'][]>('GET', '/api/brought-ratings')
  for (const { id } of brought.body) await server.call('POST', `/api/brought-ratings/${id}/undo`)
  for (const { id } of await people()) await server.call('DELETE', `/api/people/${id}`)
})

const people = async () => (await server.call<KeptPerson[]>('GET', '/api/people')).body

const GRID = [
  'Name,Rated on,Rated by,Mentoring & teaching,Speaking & presenting,Juggling',
  'Rosa,2026-03-31,,3,2+,1',
  'Tom,2026-03-31,Rosa,1,,',
  'Me,2026-03-31,Rosa,2,9,',
].join('\n')

async function send(file: string | Uint8Array<ArrayBuffer>, name = 'team.csv') {
  const request = new Request(`${ADDRESS}/api/imports?name=${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/octet-stream' },
    body: file,
  })
  const answer = await server.app.fetch(request)
  expect(answer.status).toBe(201)
  return (await answer.json()) as { token: string; reading: ImportReading }
}

interface Brought {
  brought: { id: string; people: number; ratings: number; undoneAt: string | null }
  kept: number
  losses: { what: string; why: string }[]
}

function bring(token: string, choices: object = {}) {
  const body = { rater: 'me', ratedOn: '2026-06-30', people: {}, skills: {}, ...choices }
  const headers = { 'idempotency-key': randomUUID() }
  return server.call<Brought>('POST', `/api/imports/${token}/ratings`, { headers, body })
}

/** What is said about everybody, in words: "Rosa mentoring 3 by me on 2026-03-31". */
async function everything(): Promise<string[]> {
  const me = (await server.call<{ person: { id: string } }>('GET', '/api/me')).body.person.id
  const lines: string[] = []
  for (const { id, displayName } of [{ id: 'me', displayName: 'I' }, ...(await people())]) {
    const { body } = await server.call<{ ratings: RatingAbout[] }>('GET', `/api/people/${id}/ratings`)
    for (const { skill, level, approaching, ratedAt, rater } of body.ratings) {
      const by = rater === undefined ? displayName : rater.id === me ? 'me' : (rater.name ?? 'somebody')
      lines.push(
        `${displayName} ${skill} ${level}${approaching ? '+' : ''} by ${by} on ${ratedAt.slice(0, 10)}`,
      )
    }
  }
  return lines.sort()
}

const WHOLE = [
  'I mentoring 2 by Rosa on 2026-03-31',
  'Rosa mentoring 3 by me on 2026-03-31',
  'Rosa speaking 2+ by me on 2026-03-31',
  'Tom mentoring 1 by Rosa on 2026-03-31',
]

describe('a spreadsheet of a team', () => {
  test('becomes people and what was said about them, and says what was left out', async () => {
    const { token, reading } = await send(GRID)
    expect(reading.kind).toBe('people-grid')
    const { status, body } = await bring(token)
    expect([status, body.brought]).toMatchObject([201, { source: 'team.csv', people: 2, ratings: 4 }])
    expect(body.losses.map(({ why }) => why)).toEqual([
      expect.stringContaining('has no such skill'),
      expect.stringContaining('ends at 5'),
    ])
    expect(await everything()).toEqual(WHOLE)
    const relations = (await people()).map(({ displayName, relation }) => [displayName, relation])
    expect(relations).toEqual([
      ['Rosa', 'report'],
      ['Tom', 'report'],
    ])
  })

  test('brought twice adds nothing twice', async () => {
    await bring((await send(GRID)).token)
    const { body } = await bring((await send(GRID)).token)
    expect([body.brought.people, body.brought.ratings, body.kept]).toEqual([0, 0, 4])
    expect(await everything()).toEqual(WHOLE)
  })

  test('that corrects a level is taken back to the level before', async () => {
    await bring((await send(GRID)).token)
    const corrected = await bring(
      (await send(GRID.replace('Rosa,2026-03-31,,3', 'Rosa,2026-03-31,,4'))).token,
    )
    expect(corrected.body.brought.ratings).toBe(1)
    expect(await everything()).toContain('Rosa mentoring 4 by me on 2026-03-31')
    const path = `/api/brought-ratings/${corrected.body.brought.id}/undo`
    for (const back of [1, 0]) {
      const undone = await server.call('POST', path)
      expect(undone.body).toMatchObject({ ratings: { back, left: 0 } })
    }
    expect(await everything()).toEqual(WHOLE)
  })

  test('is taken back with the people whom only it named, and what was changed since stays', async () => {
    const { body } = await bring((await send(GRID)).token)
    const tom = (await people()).find((one) => one.displayName === 'Tom')
    const about = await server.call<{ ratings: RatingAbout[] }>('GET', `/api/people/${tom?.id}/ratings`)
    const rating = about.body.ratings[0]
    await server.rate(rating?.assessmentId ?? '', 'mentoring', 2, rating?.revisionId)
    const undone = await server.call('POST', `/api/brought-ratings/${body.brought.id}/undo`)
    expect(undone.body).toMatchObject({ ratings: { back: 3, left: 1 }, people: { back: 0, left: 2 } })
    expect(await everything()).toEqual(['Tom mentoring 2 by Rosa on 2026-03-31'])
    const [newest] = (await server.call<Brought['brought'][]>('GET', '/api/brought-ratings')).body
    expect(newest?.undoneAt).not.toBeNull()
  })

  test('leaves nobody behind when it is taken back at once', async () => {
    const { body } = await bring((await send(GRID)).token)
    await server.call('POST', `/api/brought-ratings/${body.brought.id}/undo`)
    expect([await people(), await everything()]).toEqual([[], []])
  })

  test('is corrected by hand: who somebody is, and which skill is meant', async () => {
    const { token } = await send(GRID)
    const ada = await server.call<KeptPerson>('POST', '/api/people', {
      headers: { 'idempotency-key': randomUUID() },
      body: { displayName: 'Rosalind', relation: 'peer' },
    })
    const choices = {
      people: { Rosa: ada.body.id, Tom: 'leave' },
      skills: { Juggling: 'delegation', 'Mentoring & teaching': '' },
    }
    await bring(token, choices)
    expect(await everything()).toEqual([
      'Rosalind delegation 1 by me on 2026-03-31',
      'Rosalind speaking 2+ by me on 2026-03-31',
    ])
    const stranger = await bring(token, { people: { Rosa: UNKNOWN } })
    expect(namesOf(expectProblem(stranger, 422, 'invalid'))).toEqual(['#/people/Rosa'])
    expectProblem(
      await bring(token, { people: { Rosa: 'leave', Tom: 'leave', Me: 'leave' } }),
      409,
      'conflict',
    )
    expectProblem(await bring(UNKNOWN), 404, 'not-found')
  })

  test('with what I said about myself goes into my own assessment', async () => {
    const own = 'Name,Rated by,Mentoring & teaching\nMe,Me,4\nRosa,Me,1\n'
    const { body } = await bring((await send(own)).token)
    const me = await server.call<{ levels: { skill: string; level: number; ratedAt: string }[] }>(
      'GET',
      '/api/me',
    )
    expect(me.body.levels).toMatchObject([
      { skill: 'mentoring', level: 4, ratedAt: '2026-06-30T00:00:00.000Z' },
    ])
    await server.call('POST', `/api/brought-ratings/${body.brought.id}/undo`)
    expect((await server.call('GET', '/api/me')).body.levels).toEqual([])
  })

  test.each(['csv', 'xlsx'])('goes out as %s and comes back as the same ratings', async (form) => {
    await bring((await send(GRID)).token)
    const path = `/api/people-grid?form=${form}&purpose=development&me=yes`
    const request = new Request(`${ADDRESS}${path}`, { headers: { authorization: `Bearer ${SECRET}` } })
    const answer = await server.app.fetch(request)
    expect(answer.headers.get('content-disposition')).toContain(`people-development-2026-11-23.${form}`)
    const file = new Uint8Array(await answer.arrayBuffer())
    const same = await bring((await send(file, `again.${form}`)).token, { rater: 'unknown' })
    expect([same.body.brought.people, same.body.brought.ratings, same.body.kept]).toEqual([0, 0, 4])
    for (const { id } of await people()) await server.call('DELETE', `/api/people/${id}`)
    const left = await everything()
    expect(left).toEqual(['I mentoring 2 by somebody on 2026-03-31'])
    await bring((await send(file, `again.${form}`)).token, { rater: 'unknown' })
    expect(await everything()).toEqual([...left, ...WHOLE].sort())
  })

  test('goes out only for a purpose', async () => {
    const answer = await server.call('GET', '/api/people-grid')
    expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual(['purpose'])
    const { text } = await server.call('GET', '/api/people-grid?purpose=evaluation')
    expect(text).toBe('Person,Remarks\r\n')
  })
})
