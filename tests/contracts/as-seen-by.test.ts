// One's own things as somebody else reads them: what they would get themselves, and never what is theirs.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN_SCOPES } from '../../src/core/access/viewer.ts'
import { NO_PARTS } from '../../src/core/composing/feedback-parts.ts'
import { NO_CONVERSATION } from '../../src/core/conversation/conversation.ts'
import type { Handover } from '../../src/core/handover/handover.ts'
import type { PersonName } from '../organisation.ts'
import { EVERYBODY } from '../policy/probe-world.ts'
import { askAndBegin, handOverLevel } from './give-and-hand-over.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface Seen {
  name: string | null
  line: { displayName: string; managerName: string | null; role: { role: string } | null }
  handovers: Handover[]
  given: { assessment: { id: string }; disputes: { words: string }[] }[]
  growth: { id: string }[]
  also: string[]
  unseen: string[]
}

/** Words that stand nowhere but in what Bea may not read. */
const SECRET = 'canary4f1c0de5ecre7'
const OTHERS = EVERYBODY.filter((who) => who !== 'Bea')

let server: TeamServer
let toMax: string
let toCem: string
let forBoth: string
let forBea: string
let ungiven: string

const idOf = (who: PersonName) => server.organisation.idOf[who]
const as = (who: string, me: PersonName = 'Bea') => server.as<Seen>(me, 'GET', `/api/as-seen-by/${who}`)
const by = async (who: PersonName) => (await as(idOf(who))).body

beforeAll(async () => {
  server = await openTeamServer()
  toMax = await handOverLevel(server, 'Bea', 'Max')
  toCem = await handOverLevel(server, 'Bea', 'Cem')
  await handOverLevel(server, 'Dia', 'Max', SECRET)
  const both = await askAndBegin(server, { from: 'Max', to: 'Dia', about: 'Bea' })
  const alone = await askAndBegin(server, { from: 'Bea', to: 'Cem', about: 'me' })
  for (const [who, { askId }] of [
    ['Dia', both],
    ['Cem', alone],
  ] as const)
    expect((await server.as(who, 'POST', `/api/asked/${askId}/give`)).status).toBe(200)
  forBoth = both.assessmentId
  forBea = alone.assessmentId
  const open = await askAndBegin(server, { from: 'Max', to: 'Eli', about: 'Bea', note: SECRET })
  ungiven = open.assessmentId
  await writeInPrivate()
  const said = { skill: 'written-communication', kind: 'contest', words: 'One document of twelve.' }
  for (const id of [forBoth, forBea])
    expect((await server.as('Bea', 'POST', `/api/given/${id}/disputes`, { body: said })).status).toBe(201)
})
afterAll(async () => server.dispose())

/** Max prepares a talk with Bea, writes feedback for her, and keeps a name like hers for himself. */
async function writeInPrivate(): Promise<void> {
  const put = (path: string, body: Record<string, unknown>) =>
    server.as('Max', 'PUT', `/api/${path}/${randomUUID()}`, {
      headers: { 'if-none-match': '*' },
      body: { revisionId: randomUUID(), frameworkDigest: server.current.digest, ...body },
    })
  const written = [
    await put('evidence', { happenedOn: '2026-11-20', text: `${SECRET} about Bea`, credit: [] }),
    await put('conversations', {
      content: {
        ...NO_CONVERSATION,
        ...{ heldOn: '2026-11-26', since: '2026-10-01', withWhom: SECRET, personId: null },
      },
    }),
    await put('feedback-drafts', {
      ...{ role: 'senior-engineer', recipient: SECRET, personId: null },
      parts: { ...NO_PARTS, behaviour: SECRET },
    }),
  ]
  expect(written.map(({ status }) => status)).toEqual([201, 201, 201])
  const kept = await server.as('Max', 'POST', '/api/people', {
    headers: { 'idempotency-key': randomUUID() },
    body: { displayName: `Bea ${SECRET}`, relation: 'report', role: null },
  })
  expect(kept.status).toBe(201)
}

describe('Looking at oneself', () => {
  test('as one’s manager shows what was handed to them and given for them, and what one says of it', async () => {
    const seen = await by('Max')
    expect(seen.name).toBe('Max')
    expect(seen.line).toMatchObject({ displayName: 'Bea', managerName: 'Max' })
    expect(seen.line.role?.role).toBe('senior-engineer')
    expect(seen.handovers.map(({ id }) => id)).toEqual([toMax])
    expect(seen.given.map(({ assessment }) => assessment.id)).toEqual([forBoth])
    expect(seen.given[0]?.disputes).toMatchObject([{ words: 'One document of twelve.' }])
    expect(seen.also).toEqual(expect.arrayContaining(['roundSubject', 'teamMapPerson']))
    expect(seen.unseen).toEqual(
      expect.arrayContaining(['rating', 'target', 'plan', 'evidence', 'checkIn', 'handover', 'given']),
    )
  })

  test('as a colleague shows what was handed to them, what they gave themselves, and not the role held', async () => {
    const seen = await by('Cem')
    expect(seen.handovers.map(({ id }) => id)).toEqual([toCem])
    expect(seen.given.map(({ assessment }) => assessment.id)).toEqual([forBea])
    expect(seen.line.role).toBeNull()
    expect(seen.also).toEqual([])
    expect(seen.unseen).toContain('heldRole')
  })

  test('as somebody of another team, a higher manager, or anybody, shows the line of the list alone', async () => {
    for (const who of ['anybody', idOf('Fay'), idOf('Nia')]) {
      const { body } = await as(who)
      expect(body).toMatchObject({ handovers: [], given: [], growth: [], also: [] })
      expect(body.line.role).toBeNull()
    }
  })

  test('as an administrator shows what the grant lets its holder read, and nothing that anybody wrote', async () => {
    expect((await as('people')).body.also).toEqual(['adminGrant', 'memberRecord'])
    expect((await as('people')).body.line.role?.role).toBe('senior-engineer')
    expect((await as('rounds')).body.also).toEqual(['roundSubject'])
    for (const scope of ADMIN_SCOPES)
      expect((await as(scope)).body).toMatchObject({ handovers: [], given: [], growth: [] })
  })

  test('stops showing what is withdrawn', async () => {
    const more = await handOverLevel(server, 'Bea', 'Eli')
    expect((await by('Eli')).handovers.map(({ id }) => id)).toEqual([more])
    await server.as('Bea', 'DELETE', `/api/handovers/${more}`)
    expect((await by('Eli')).handovers).toEqual([])
  })
})

test('What one says of a rating stands in the list of what others said, and their rating is not one’s own to change', async () => {
  const { body } = await server.as<{
    ratings: { assessmentId: string; given?: true; disputes?: { words: string }[] }[]
  }>('Bea', 'GET', '/api/people/me/ratings')
  for (const id of [forBoth, forBea])
    expect(body.ratings.find(({ assessmentId }) => assessmentId === id)).toMatchObject({
      given: true,
      disputes: [{ kind: 'contest', words: 'One document of twelve.' }],
    })
})

describe('It is no way to learn', () => {
  test('what anybody keeps for themselves, has not given yet, or knows of others', async () => {
    for (const who of [...OTHERS.map(idOf), 'anybody', ...ADMIN_SCOPES]) {
      const { text, status } = await as(who)
      expect(status).toBe(200)
      for (const hidden of [SECRET, ungiven]) expect(text).not.toContain(hidden)
    }
  })

  test('more than both read: each copy shown is in what the other gets themselves, and in one’s own', async () => {
    const mine = await server.as<{ given: Handover[] }>('Bea', 'GET', '/api/handovers')
    const own = mine.body.given.map(({ id }) => id)
    for (const who of OTHERS) {
      const theirs = await server.as<{ received: Handover[] }>(who, 'GET', '/api/handovers')
      const expected = theirs.body.received.filter(({ ownerId }) => ownerId === idOf('Bea'))
      const shown = (await by(who)).handovers.map(({ id }) => id)
      expect([who, shown]).toEqual([who, expected.map(({ id }) => id)])
      for (const id of shown) expect(own).toContain(id)
    }
  })

  test('who has a grant: as a person, Ada reads no more than anybody', async () => {
    const { name: _, ...ada } = await by('Ada')
    const { name: __, ...anybody } = (await as('anybody')).body
    expect(ada).toEqual(anybody)
  })

  test('of oneself as oneself, of whoever has left, and of nobody: all get the same kind of answer', async () => {
    for (const who of [idOf('Bea'), idOf('Lea'), randomUUID()]) expect((await as(who)).status).toBe(404)
  })

  test('and looking leaves no trace with whoever is looked as', async () => {
    const before = await server.as('Max', 'GET', '/api/handovers')
    await by('Max')
    expect((await server.as('Max', 'GET', '/api/handovers')).text).toBe(before.text)
  })
})
