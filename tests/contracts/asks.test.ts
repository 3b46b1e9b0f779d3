// Asking colleagues for their view: who reads what when, and that nothing is asked, shown or counted that must not be.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Packet, PacketContent } from '../../src/core/packet/packet.ts'
import { listSeenAsked } from '../../src/store/assessment/assessments.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const SKILLS = ['written-communication', 'system-design']

interface AskedBody {
  id: string
  subject: { name: string }
  skills: string[]
  state: string
  managerSees: boolean
  raterKind: string
}
interface OneAsked {
  asked: AskedBody
  assessment: { id: string; ratings: { skill: string; level: number | null }[] } | null
  disputes: { words: string }[]
}
interface Given {
  rater: { name: string }
  assessment: { id: string; purpose: string; ratings: { skill: string; level: number; note: string }[] }
  disputes: { id: string; words: string }[]
}

const id = (who: PersonName) => server.organisation.idOf[who]
const ask = (who: PersonName, body: Record<string, unknown>) =>
  server.as(who, 'POST', '/api/asks', {
    body: { subject: 'me', skills: SKILLS, purpose: 'development', note: '', dueOn: '2026-12-04', ...body },
    headers: { 'idempotency-key': randomUUID() },
  })
const askedOf = async (who: PersonName): Promise<AskedBody[]> =>
  (await server.as<AskedBody[]>(who, 'GET', '/api/asked')).body

async function answer(who: PersonName, askId: string, skill: string, level: number | null): Promise<string> {
  const begun = await server.as<OneAsked>(who, 'POST', `/api/asked/${askId}/begin`)
  expect(begun.status).toBe(200)
  const assessmentId = begun.body.assessment?.id ?? ''
  const rated = await server.as(who, 'PUT', `/api/assessments/${assessmentId}/ratings/${skill}`, {
    body: {
      revisionId: randomUUID(),
      level,
      reason: level === null ? 'not-seen' : null,
      note: `${who} wrote this`,
    },
    headers: { 'if-none-match': '*' },
  })
  expect(rated.status).toBe(201)
  return assessmentId
}

describe('A question to colleagues', () => {
  test('reaches each of them with what they can see, and never with a private skill', async () => {
    const sent = await ask('Bea', { raters: [id('Cem'), id('Dia')], skills: [...SKILLS, 'coaching'] })
    expect(sent.status).toBe(201)
    const [cems] = await askedOf('Cem')
    expect(cems).toMatchObject({ subject: { name: 'Bea' }, skills: SKILLS, state: 'open', raterKind: 'peer' })
    const refused = await ask('Bea', { raters: [id('Cem')], skills: ['sustainable-pace'] })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('never asked of others')
  })

  test('may be until today, also where today began later than elsewhere', async () => {
    const before = server.clock.now
    const until = async (dueOn: string, now: string) => {
      server.clock.now = new Date(now)
      return (await ask('Bea', { raters: [id('Fay')], dueOn })).status
    }
    expect(await until('2026-11-22', '2026-11-23T02:00:00.000Z')).toBe(201)
    expect(await until('2026-11-22', '2026-11-23T12:00:00.000Z')).toBe(422)
    server.clock.now = before
  })

  test('takes no rating of a skill that was not asked, and says which were', async () => {
    const [own] = (await askedOf('Cem')).filter(({ state }) => state === 'open')
    const begun = await server.as<OneAsked>('Cem', 'POST', `/api/asked/${own?.id}/begin`)
    const path = `/api/assessments/${begun.body.assessment?.id}/ratings`
    const content = { level: 3, reason: null, note: '' }
    const rate = (skill: string) =>
      server.as<{ type: string; detail: string }>('Cem', 'PUT', `${path}/${skill}`, {
        body: { revisionId: randomUUID(), ...content },
        headers: { 'if-none-match': '*' },
      })
    const refused = await rate('mentoring')
    expect(refused.status).toBe(422)
    expect(refused.body.type).toContain('#invalid')
    expect(refused.body.detail).toBe(
      'Nobody asked about Mentoring & teaching here. The question is about Written communication and System design.',
    )
    expect(
      (await server.as<OneAsked>('Cem', 'GET', `/api/asked/${own?.id}`)).body.assessment?.ratings,
    ).toEqual([])
  })

  test('is the rater’s alone until they give it, and is then read with their name at once', async () => {
    const [cems] = await askedOf('Cem')
    const assessmentId = await answer('Cem', cems?.id ?? '', 'written-communication', 4)
    expect((await server.as<Given[]>('Bea', 'GET', '/api/given')).body).toEqual([])
    expect((await server.as('Bea', 'GET', `/api/assessments/${assessmentId}`)).status).toBe(404)
    const bea = await personViewer(server.store, server.organisation.orgId, id('Bea'))
    expect(await server.store.withViewer(bea, listSeenAsked)).toEqual([])

    const begun = await server.as<{ assessment: { ratings: { revisionId: string }[] } }>(
      'Cem',
      'GET',
      `/api/asked/${cems?.id}`,
    )
    const better = await server.as(
      'Cem',
      'PUT',
      `/api/assessments/${assessmentId}/ratings/written-communication`,
      {
        body: { revisionId: randomUUID(), level: 4, note: 'Said better' },
        headers: { 'if-match': `"${begun.body.assessment.ratings[0]?.revisionId}"` },
      },
    )
    expect(better.status).toBe(200)
    expect((await server.as('Cem', 'POST', `/api/asked/${cems?.id}/give`)).status).toBe(200)
    const given = await server.as<Given[]>('Bea', 'GET', '/api/given')
    expect(given.body).toMatchObject([
      {
        rater: { name: 'Cem' },
        assessment: { purpose: 'development', ratings: [{ level: 4, note: 'Said better' }] },
      },
    ])
    expect((await server.as('Bea', 'GET', `/api/assessments/${assessmentId}`)).status).toBe(200)
  })

  test('does not change once it is given, by the rater or by whom it is about', async () => {
    const [cems] = await askedOf('Cem')
    const one = await server.as<OneAsked>('Cem', 'GET', `/api/asked/${cems?.id}`)
    const path = `/api/assessments/${one.body.assessment?.id}/ratings/system-design`
    const change = { body: { revisionId: randomUUID(), level: 2 }, headers: { 'if-none-match': '*' } }
    expect((await server.as('Cem', 'PUT', path, change)).status).toBe(409)
    expect((await server.as('Bea', 'PUT', path, change)).status).toBe(404)
    expect((await server.as('Bea', 'POST', `/api/assessments/${one.body.assessment?.id}/close`)).status).toBe(
      403,
    )
  })

  test('may be declined without a reason, and whoever asked sees no mark of it', async () => {
    const before = (await server.as('Bea', 'GET', '/api/asks')).body
    const dias = (await askedOf('Dia'))[0]
    expect((await server.as('Dia', 'POST', `/api/asked/${dias?.id}/decline`)).status).toBe(200)
    expect((await server.as('Bea', 'GET', '/api/asks')).body).toEqual(before)
    expect(JSON.stringify(before)).not.toMatch(/declined|answered|state/)
    expect((await server.as('Dia', 'POST', `/api/asked/${dias?.id}/begin`)).status).toBe(409)
  })

  test('answers nobody else under its id: not a colleague, the person, their manager or an administrator', async () => {
    const [cems] = await askedOf('Cem')
    for (const who of ['Bea', 'Dia', 'Eli', 'Max', 'Nia', 'Ada'] as const)
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/begin'],
        ['POST', '/give'],
        ['POST', '/decline'],
        ['POST', '/open'],
      ] as const)
        expect([who, path, (await server.as(who, method, `/api/asked/${cems?.id}${path}`)).status]).toEqual([
          who,
          path,
          404,
        ])
    const assessmentId = (await server.as<OneAsked>('Cem', 'GET', `/api/asked/${cems?.id}`)).body.assessment
      ?.id
    for (const who of ['Dia', 'Max', 'Nia', 'Ada'] as const)
      expect((await server.as(who, 'GET', `/api/assessments/${assessmentId}`)).status).toBe(404)
  })

  test('enters the numbers of whom it is about, by name, and nobody else’s', async () => {
    const about = await server.as<{ ratings: { skill: string; rater?: { name: string } }[] }>(
      'Bea',
      'GET',
      '/api/people/me/ratings',
    )
    expect(about.body.ratings).toMatchObject([{ skill: 'written-communication', rater: { name: 'Cem' } }])
    const levels = await server.as<{ levels: { skill: string; sources?: unknown }[] }>(
      'Bea',
      'GET',
      '/api/levels',
    )
    expect(levels.body.levels.map(({ skill }) => skill)).toContain('written-communication')
    const cems = await server.as<{ ratings: unknown[] }>('Cem', 'GET', '/api/people/me/ratings')
    expect(cems.body.ratings).toEqual([])
    expect((await server.as<unknown[]>('Cem', 'GET', '/api/assessments')).body).toEqual([])
  })
})

describe('What somebody says of a rating of them', () => {
  test('travels with it: to the rater, into the numbers’ list and into both exports', async () => {
    const [given] = (await server.as<Given[]>('Bea', 'GET', '/api/given')).body
    const said = await server.as<{ id: string }>(
      'Bea',
      'POST',
      `/api/given/${given?.assessment.id}/disputes`,
      {
        body: { skill: 'written-communication', kind: 'contest', words: 'You saw one document of twelve.' },
      },
    )
    expect(said.status).toBe(201)
    const [cems] = await askedOf('Cem')
    const seen = await server.as<OneAsked>('Cem', 'GET', `/api/asked/${cems?.id}`)
    expect(seen.body.disputes).toMatchObject([{ words: 'You saw one document of twelve.' }])
    const listed = await server.as('Bea', 'GET', '/api/people/me/ratings')
    expect(listed.text).toContain('one document of twelve')
    for (const who of ['Bea', 'Cem'] as const) {
      const exported = await server.as(who, 'GET', '/api/export')
      expect(exported.text).toContain('one document of twelve')
      expect(exported.text).toContain('Said better')
      expect(exported.text.includes('Cem wrote this')).toBe(who === 'Cem')
    }
    expect((await server.as('Dia', 'GET', '/api/export')).text).not.toContain('one document of twelve')
  })

  test('travels into a packet that quotes the rating, also one that was arranged before it was said', async () => {
    const role = { purpose: 'review', role: 'senior-engineer', from: '2025-11-27', until: '2026-11-26' }
    const arranged = await server.as<{ frameworkDigest: string; content: PacketContent }>(
      'Bea',
      'GET',
      `/api/packet-arranged?${new URLSearchParams(role)}`,
    )
    const quoted = (content: PacketContent) =>
      content.sections.flatMap(({ items }) => items).find(({ text }) => text === 'Said better')
    const disputes = [{ kind: 'contest', words: 'You saw one document of twelve.' }]
    expect(quoted(arranged.body.content)).toMatchObject({ people: ['Cem'], disputes })

    const packetId = randomUUID()
    const before = structuredClone(arranged.body.content)
    delete quoted(before)?.disputes
    const saved = await server.as<Packet>('Bea', 'PUT', `/api/packets/${packetId}`, {
      headers: { 'if-none-match': '*' },
      body: { revisionId: randomUUID(), frameworkDigest: arranged.body.frameworkDigest, content: before },
    })
    expect(saved.status).toBe(201)
    const read = await server.as<{ packet: Packet }>('Bea', 'GET', `/api/packets/${packetId}`)
    expect(quoted(read.body.packet)).toMatchObject({ disputes })
    const kept = await server.as<Packet>('Bea', 'PUT', `/api/packets/${packetId}/versions/${randomUUID()}`, {
      headers: { 'if-match': `"${saved.body.revisionId}"` },
    })
    expect(quoted(kept.body)).toMatchObject({ disputes })
    const exported = await server.as<{ packets: Packet[] }>('Bea', 'GET', '/api/export')
    expect(exported.body.packets.map(quoted)).toMatchObject([{ disputes }])
  })

  test('makes a new version of a packet that was kept before it was said, though not a word of that was changed', async () => {
    const { packets } = (
      await server.as<{ packets: { id: string; revisionId: string }[] }>('Bea', 'GET', '/api/packets')
    ).body
    const [{ id, revisionId } = { id: '', revisionId: '' }] = packets
    const keep = async () =>
      (
        await server.as<{ version: number }>('Bea', 'PUT', `/api/packets/${id}/versions/${randomUUID()}`, {
          headers: { 'if-match': `"${revisionId}"` },
        })
      ).body.version
    expect([await keep(), await keep()]).toEqual([1, 1])
    const [given] = (await server.as<Given[]>('Bea', 'GET', '/api/given')).body
    const said = { skill: 'written-communication', kind: 'addition', words: 'There were two since.' }
    const path = `/api/given/${given?.assessment.id}/disputes`
    const added = await server.as<{ id: string }>('Bea', 'POST', path, { body: said })
    expect(added.status, added.text).toBe(201)
    expect(await keep()).toBe(2)
    expect((await server.as('Bea', 'DELETE', `/api/disputes/${added.body.id}`)).status).toBe(204)
    expect(await keep()).toBe(3)
  })

  test('is theirs alone to say and to take back', async () => {
    const [given] = (await server.as<Given[]>('Bea', 'GET', '/api/given')).body
    const words = { skill: 'written-communication', kind: 'addition', words: 'Mine to say' }
    for (const who of ['Cem', 'Dia', 'Max'] as const)
      expect(
        (await server.as(who, 'POST', `/api/given/${given?.assessment.id}/disputes`, { body: words })).status,
      ).toBe(404)
    const disputeId = given?.disputes[0]?.id
    for (const who of ['Cem', 'Dia', 'Max'] as const)
      expect((await server.as(who, 'DELETE', `/api/disputes/${disputeId}`)).status).toBe(404)
    expect((await server.as('Bea', 'DELETE', `/api/disputes/${disputeId}`)).status).toBe(204)
    expect((await server.as('Bea', 'GET', '/api/people/me/ratings')).text).not.toContain('one document')
  })
})

describe('A manager who asks about a report', () => {
  test('names what it is for, and whoever is asked is told that the manager reads it', async () => {
    const about = { subject: id('Eli'), raters: [id('Cem')], purpose: 'evaluation' }
    expect((await ask('Max', about)).status).toBe(422)
    expect((await ask('Nia', { ...about, note: 'Salary review' })).status).toBe(422)
    expect((await ask('Max', { ...about, note: 'Salary review' })).status).toBe(201)
    const asked = (await askedOf('Cem')).find(({ subject }) => subject.name === 'Eli')
    expect(asked).toMatchObject({ managerSees: true, state: 'open' })
    await answer('Cem', asked?.id ?? '', 'system-design', 3)
    await server.as('Cem', 'POST', `/api/asked/${asked?.id}/give`)
    for (const [who, path] of [
      ['Eli', '/api/given'],
      ['Max', `/api/given?about=${id('Eli')}`],
    ] as const)
      expect((await server.as<Given[]>(who, 'GET', path)).body).toMatchObject([
        { assessment: { purpose: 'evaluation', ratings: [{ level: 3 }] } },
      ])
    for (const who of ['Nia', 'Ada', 'Dia'] as const)
      expect((await server.as(who, 'GET', `/api/given?about=${id('Eli')}`)).status).toBe(404)
  })

  test('for evaluation changes no number that the person grows by', async () => {
    const about = await server.as<{ ratings: unknown[] }>('Eli', 'GET', '/api/people/me/ratings')
    expect(about.body.ratings).toEqual([])
  })

  test('reads nothing that the person asked for themselves', async () => {
    expect((await server.as<Given[]>('Max', 'GET', `/api/given?about=${id('Bea')}`)).body).toEqual([])
  })
})
