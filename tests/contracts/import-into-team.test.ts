// A file of one's own, from a laptop or from the team itself, brought into a team whose members it names.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import type { PersonName } from '../organisation.ts'
import { askAndBegin } from './give-and-hand-over.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'
import { openTestServer, type TestServer } from './test-server.ts'

const GIVEN = 'Clear, and short enough.'
const CHANGED = 'Cem never wrote this.'
const NOTED = 'He wrote the guide.'
const WRITING = 'written-communication'

let server: TeamServer
let laptop: TestServer
beforeAll(async () => {
  server = await openTeamServer()
  const { askId } = await askAndBegin(server, { from: 'Bea', to: 'Cem', about: 'me', note: GIVEN })
  expect((await server.as('Cem', 'POST', `/api/asked/${askId}/give`)).status).toBe(200)
})
beforeEach(async () => {
  laptop = await openTestServer()
  return () => laptop.dispose()
})
afterAll(() => server.dispose())

interface Brought {
  added: { people: number; assessments: number; ratings: number }
  kept: { people: number; assessments: number; ratings: number }
}
interface Given {
  rater: { name: string }
  assessment: { ratings: { level: number; note: string }[] }
}
const once = () => ({ 'idempotency-key': randomUUID() })
const exportOf = async (who: PersonName) => (await server.as<PersonalExport>(who, 'GET', '/api/export')).body
const bring = (who: PersonName, file: object) =>
  server.as<Brought>(who, 'POST', '/api/import', { body: file, headers: once() })
const keptBy = async (who: PersonName) =>
  (await server.as<{ id: string; displayName: string }[]>(who, 'GET', '/api/people')).body
const givenTo = async (who: PersonName) => (await server.as<Given[]>(who, 'GET', '/api/given')).body

/** What a laptop makes of the file, with which its owner goes on there. */
async function onLaptop(file: object): Promise<void> {
  const taken = await laptop.call('POST', '/api/import', { headers: once(), body: file })
  expect(taken.status, taken.text).toBe(200)
}
const exportOfLaptop = async () => (await laptop.call<PersonalExport>('GET', '/api/export')).body

describe('A file that names members of the team', () => {
  test('from the team itself adds nobody and changes nothing of what was given', async () => {
    const before = await givenTo('Bea')
    const brought = await bring('Bea', await exportOf('Bea'))
    expect(brought.status, brought.text).toBe(200)
    expect(brought.body.added).toMatchObject({ people: 0, assessments: 0, ratings: 0 })
    expect(await keptBy('Bea')).toEqual([])
    expect(await givenTo('Bea')).toEqual(before)
  })

  test('from a laptop on which it was gone on with adds what was noted there, under an id of its own', async () => {
    await onLaptop(await exportOf('Bea'))
    const [cem] = (await laptop.call<{ id: string; displayName: string }[]>('GET', '/api/people')).body
    // On the laptop Cem is kept under the id that he has in the team.
    expect(cem).toMatchObject({ id: server.organisation.idOf.Cem, displayName: 'Cem' })
    const noted = await laptop.call<{ id: string }>('POST', `/api/people/${cem?.id}/assessments`, {
      headers: once(),
      body: {
        frameworkDigest: server.current.digest,
        raterKind: 'peer',
        rater: 'me',
        ratedOn: '2026-03-02',
      },
    })
    expect(noted.status, noted.text).toBe(201)
    const rated = await laptop.call('PUT', `/api/assessments/${noted.body.id}/ratings/${WRITING}`, {
      headers: { 'if-none-match': '*' },
      body: { revisionId: randomUUID(), level: 3, note: NOTED },
    })
    expect(rated.status, rated.text).toBe(201)

    const file = await exportOfLaptop()
    const first = await bring('Bea', file)
    expect(first.status, first.text).toBe(200)
    expect(first.body.added).toMatchObject({ people: 1, assessments: 1, ratings: 1 })
    const [kept, ...more] = await keptBy('Bea')
    expect(more).toEqual([])
    expect(kept).toMatchObject({ displayName: 'Cem' })
    expect(kept?.id).not.toBe(server.organisation.idOf.Cem)
    // Nothing is linked by itself: Cem learns of it when Bea says that it is him.
    expect((await server.as('Cem', 'GET', '/api/held')).body).toEqual([])
    expect((await server.as('Cem', 'GET', '/api/export')).text).not.toContain(NOTED)

    const again = await bring('Bea', file)
    expect(again.body.added).toMatchObject({ people: 0, assessments: 0, ratings: 0 })
    expect((await keptBy('Bea')).length).toBe(1)
  })

  test('cannot change what a colleague gave, also where it was changed on the laptop', async () => {
    const before = await givenTo('Bea')
    await onLaptop(await exportOf('Bea'))
    const file = await exportOfLaptop()
    const forged = {
      ...file,
      noted: (file.noted ?? []).map((one) => {
        const last = one.revisions.at(-1)
        if (last === undefined || last.note !== GIVEN) return one
        const next = {
          ...last,
          ...{ revisionId: randomUUID(), version: last.version + 1, replaces: last.revisionId },
          ...{ level: 5, note: CHANGED },
        }
        return { ...one, revisions: [...one.revisions, next] }
      }),
    }
    expect(JSON.stringify(forged)).toContain(CHANGED)
    const brought = await bring('Bea', forged)
    expect(brought.status, brought.text).toBe(200)
    expect(await givenTo('Bea')).toEqual(before)
    for (const who of ['Bea', 'Cem'] as const)
      expect((await server.as(who, 'GET', '/api/export')).text).not.toContain(CHANGED)
  })

  test('of somebody else’s kept person says nothing of them, and adds one of its own', async () => {
    const max = await server.as<{ id: string }>('Max', 'POST', '/api/people', {
      headers: once(),
      body: { displayName: 'Pat', relation: 'peer' },
    })
    const file = await exportOf('Dia')
    const pat = {
      id: max.body.id,
      displayName: 'Pat',
      relation: 'peer',
      role: null,
      revisionId: randomUUID(),
    }
    const brought = await bring('Dia', { ...file, people: [pat] })
    expect(brought.status, brought.text).toBe(200)
    expect(brought.body.added.people).toBe(1)
    expect((await keptBy('Dia'))[0]?.id).not.toBe(max.body.id)
    expect((await keptBy('Max')).map(({ id }) => id)).toEqual([max.body.id])
    expect((await bring('Dia', { ...file, people: [pat] })).body.added.people).toBe(0)
  })

  test('keeps a talk with whom it was with, also where that person has another id here', async () => {
    const pat = { displayName: 'Kim', relation: 'report' }
    const kept = await laptop.call<{ id: string }>('POST', '/api/people', { headers: once(), body: pat })
    const talk = randomUUID()
    const content = {
      ...{ heldOn: '2026-11-24', personId: kept.body.id, withWhom: 'Kim', about: 'them' },
      ...{ since: '2026-08-24', chosen: [], showsStanding: false, towards: null },
      ...{ oneThing: '', questions: [], steps: [], notes: '' },
    }
    const written = await laptop.call('PUT', `/api/conversations/${talk}`, {
      body: { revisionId: randomUUID(), frameworkDigest: server.current.digest, content },
      headers: { 'if-none-match': '*' },
    })
    expect(written.status, written.text).toBeLessThan(300)
    const file = await exportOfLaptop()
    // Somebody else brought the same file first, so that the id is taken.
    for (const who of ['Gus', 'Hal'] as const) {
      const own = who === 'Gus' ? { ...file, conversations: [] } : file
      expect((await bring(who, own)).status).toBe(200)
    }
    const here = (await keptBy('Hal')).find(({ displayName }) => displayName === 'Kim')
    expect(here?.id).not.toBe(kept.body.id)
    const talks = await server.as<{ conversations: { personId: string | null }[] }>(
      'Hal',
      'GET',
      '/api/conversations',
    )
    expect(talks.body.conversations.map(({ personId }) => personId)).toEqual([here?.id])
  })
})
