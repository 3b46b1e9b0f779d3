// A confidential round from its start to after its close: what is told before, what nobody can find out, what is left.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { careOnce } from '../../src/server/care-for-data.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface OneRound {
  round: { id: string; isOver: boolean; confidential: boolean }
  parts: {
    subject: { id: string; name: string }
    chanceShown: number | null
    revisionId: string
    raters: { rater: { name: string } }[]
  }[]
  counts: { asked: number; answered: number | null } | null
}
interface OneAsked {
  asked: { id: string; state: string; confidential: boolean; changesUntil: string | null; dueOn: string }
  assessment: { id: string; ratings: { skill: string; level: number | null; revisionId: string }[] } | null
}
interface SealedRounds {
  rounds: { roundId: string; skills: string[]; why: string | null }[]
  strictness: object | null
}

const SKILLS = ['written-communication', 'system-design', 'mentoring', 'software-craft']
const [WRITTEN = '', DESIGN = '', MENTORING = '', REVIEW = ''] = SKILLS
const LAST_DAY = '2026-12-11'
const RATERS: PersonName[] = ['Cem', 'Dia', 'Eli']
const EVERYBODY: PersonName[] = ['Ada', 'Nia', 'Max', 'Bea', 'Cem', 'Dia', 'Eli', 'Fay', 'Gus', 'Hal']

/** Whoever organises, manages higher up, manages, is it about, answers about the one and the other, and a bystander. */
const READERS: PersonName[] = ['Ada', 'Nia', 'Max', 'Bea', 'Cem', 'Dia', 'Gus', 'Fay']

/** Addresses that answer everybody alike, and are long: the sheet is the same without a row in any table. */
/** Reading is itself a line of the record: this file exports as everybody, and reads the record, each time it looks. */
const LOOKED =
  /\{"seq":\d+,[^{}]*"says":"(read this record|read the record of the organisation|exported everything about yourself)"\},?/g
const OF_NOBODY = /sheet|framework|sign-in|openapi/

let server: TeamServer
let roundId = ''
/** By rater: their question about Bea, and the assessment that their answers are in. */
const askOf: Partial<Record<PersonName, string>> = {}
const assessmentOf: Partial<Record<PersonName, string>> = {}
/** What everybody can read, all addresses without an id, at one moment. */
let before: string[] = []

beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const id = (who: PersonName) => server.organisation.idOf[who]
const nameOf = (personId: string) => EVERYBODY.find((one) => id(one) === personId)
const part = (who: PersonName) => `/api/rounds/${roundId}/people/${id(who)}`
/** As whoever looks at the list before they change it or agree to it. */
const seenList = async (who: PersonName) => {
  const { body } = await server.as<OneRound>('Ada', 'GET', `/api/rounds/${roundId}`)
  const seen = body.parts.find(({ subject }) => subject.id === id(who))?.revisionId
  return { headers: { 'if-match': `"${seen}"` } }
}
const propose = async (who: PersonName, raters: object[]) =>
  server.as('Ada', 'PUT', `${part(who)}/raters`, { body: { raters }, ...(await seenList(who)) })
const agree = async (who: PersonName) => server.as('Ada', 'POST', `${part(who)}/agree`, await seenList(who))
const start = (body: Record<string, unknown>) =>
  server.as<OneRound>('Ada', 'POST', '/api/rounds', {
    body: {
      ...{ title: 'Autumn, in confidence', purpose: 'development', confidential: true, skills: SKILLS },
      ...{ kinds: ['self', 'manager', 'peer'], endsOn: LAST_DAY, ...body },
    },
    headers: { 'idempotency-key': randomUUID() },
  })
const asked = (who: PersonName, path = '') =>
  server.as<OneAsked>(who, 'GET', `/api/asked/${askOf[who]}${path}`)
const act = (who: PersonName, what: string) =>
  server.as<OneAsked>(who, 'POST', `/api/asked/${askOf[who]}/${what}`)
const sealedOf = async (who: PersonName) =>
  (await server.as<SealedRounds>(who, 'GET', '/api/sealed-rounds')).body

/** What is said about Bea carries a word that stands nowhere else. */
const wordOf = (who: PersonName, skill: string) => `${who.toLowerCase()}sword${skill.length}`

function rate(who: PersonName, skill: string, level: number | null, seen: string | null = null) {
  const said = level === null ? { level, reason: 'not-seen' } : { level }
  return server.as(who, 'PUT', `/api/assessments/${assessmentOf[who]}/ratings/${skill}`, {
    body: { revisionId: randomUUID(), ...said, note: wordOf(who, skill) },
    headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
  })
}

async function readAll(): Promise<string[]> {
  const paths = server.app.declared
    .filter(({ method, path }) => method === 'get' && !path.includes('{') && !OF_NOBODY.test(path))
    .map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['/api/export', '/api/given', '/api/sealed-rounds']))
  const answers: string[] = []
  for (const who of READERS)
    for (const path of paths) answers.push(`${who} ${path} ${(await server.as(who, 'GET', path)).text}`)
  return answers
}

/** Answers that differ, without what only says when they were given. */
function changed(earlier: readonly string[], later: readonly string[]): string[] {
  const known = new Set(earlier.map(withoutClock))
  return later.filter((line) => !known.has(withoutClock(line)))
}

const withoutClock = (line: string) =>
  line
    .replaceAll(LOOKED, '')
    .replaceAll(/2026-1\d-\d\dT[0-9:.]+Z/g, '<time>')
    .replaceAll(/"requestId":"[^"]*"|"uptime":[\d.]+/g, '<request>')

describe('A confidential round, before anybody answers', () => {
  test('says before it is started how many would be asked and how likely it is that anything will be shown', async () => {
    const people = [id('Bea'), id('Fay')].join(',')
    const found = await server.as<{ person: string; invited: number; chanceShown: number }[]>(
      'Ada',
      'GET',
      `/api/round-proposals?people=${people}&kinds=self,manager,peer&skills=`,
    )
    expect(found.body.map(({ person, invited }) => [nameOf(person), invited])).toEqual([
      ['Bea', 3],
      ['Fay', 2],
    ])
    expect(found.body[0]?.chanceShown).toBeCloseTo(0.65 ** 3, 6)
    expect(found.body[1]?.chanceShown).toBe(0)
    const notMine = await server.as(
      'Max',
      'GET',
      `/api/round-proposals?people=${id('Fay')}&kinds=peer&skills=`,
    )
    expect(notMine.status).toBe(422)
  })

  test('counts nobody who can see none of the skills: they are not asked', async () => {
    const proposed = async (skills: string) => {
      const asked = `people=${id('Eli')}&kinds=self,manager,peer&skills=${skills}`
      const found = await server.as<object[]>('Ada', 'GET', `/api/round-proposals?${asked}`)
      return found.body[0]
    }
    expect(await proposed('coaching,mentoring')).toMatchObject({ invited: 3 })
    expect(await proposed('coaching')).toMatchObject({ invited: 0, chanceShown: 0 })
    const started = await start({ subjects: [id('Eli')], title: 'Unseen', skills: ['coaching'] })
    roundId = started.body.round.id
    expect(started.body.parts[0]).toMatchObject({ chanceShown: 0 })
    expect((await agree('Eli')).status).toBe(409)
    const raters = (['Cem', 'Dia'] as const).map((who) => ({ rater: id(who), kind: 'peer' }))
    const reports = (['Gus', 'Hal', 'Bea'] as const).map((who) => ({ rater: id(who), kind: 'report' }))
    expect((await propose('Eli', [...raters, ...reports.slice(0, 2)])).status).toBe(200)
    expect((await agree('Eli')).text).toContain('here it would be 2')
    const enough = await propose('Eli', [...raters, ...reports])
    expect(enough.body).toMatchObject({ chanceShown: 0.65 ** 3 })
    expect((await server.as('Ada', 'POST', `/api/rounds/${roundId}/close`)).status).toBe(200)
  })

  test('is not agreed to with fewer than three colleagues about somebody', async () => {
    const started = await start({ subjects: [id('Bea'), id('Fay')] })
    expect(started.status).toBe(201)
    roundId = started.body.round.id
    expect((await agree('Fay')).text).toContain('at least 3 people')
    const raters = (['Gus', 'Hal', 'Cem'] as const).map((who) => ({ rater: id(who), kind: 'peer' }))
    expect((await propose('Fay', raters)).status).toBe(200)
    for (const who of ['Bea', 'Fay'] as const) expect((await agree(who)).status).toBe(200)
    const seen = await server.as<OneRound>('Bea', 'GET', `/api/rounds/${roundId}`)
    expect(seen.body.parts).toMatchObject([{ subject: { name: 'Bea' }, chanceShown: 0.65 ** 3 }])
  })

  test('tells each colleague that it is confidential, and until when', async () => {
    for (const who of [...RATERS, 'Gus', 'Hal'] as const) {
      const all = await server.as<(OneAsked['asked'] & { subject: { id: string } })[]>(
        who,
        'GET',
        '/api/asked',
      )
      const about = who === 'Gus' || who === 'Hal' ? 'Fay' : 'Bea'
      const one = all.body.find(({ subject }) => subject.id === id(about))
      expect(one).toMatchObject({ confidential: true, state: 'open', changesUntil: null, dueOn: LAST_DAY })
      askOf[who] = one?.id ?? ''
    }
  })
})

describe('A confidential round, while it is open', () => {
  beforeAll(async () => {
    before = await readAll()
  })

  test('keeps each answer as it is given, and “I have not seen this” is a whole one', async () => {
    for (const [at, who] of RATERS.entries()) {
      assessmentOf[who] = (await act(who, 'begin')).body.assessment?.id ?? ''
      for (const skill of SKILLS) {
        const level = who === 'Dia' && skill === REVIEW ? null : 2 + at
        expect((await rate(who, skill, level)).status).toBe(201)
        expect((await asked(who)).body.assessment?.ratings.map((one) => one.skill)).toContain(skill)
      }
      expect((await act(who, 'give')).body.asked).toMatchObject({ state: 'given', changesUntil: LAST_DAY })
    }
    for (const who of ['Gus', 'Hal'] as const) {
      assessmentOf[who] = (await act(who, 'begin')).body.assessment?.id ?? ''
      expect((await rate(who, DESIGN, 3)).status).toBe(201)
      expect((await act(who, 'give')).status).toBe(200)
    }
  })

  test('changes nothing that anybody else can read, not for whom it is about and not for who organises it', async () => {
    const after = await readAll()
    const told = changed(before, after).map((line) => line.split(' ').slice(0, 2).join(' '))
    const raters = [...RATERS, 'Gus', 'Hal']
    expect(told.filter((line) => !raters.some((who) => line.startsWith(`${who} `)))).toEqual([])
    for (const who of RATERS)
      for (const line of after.filter((text) => !text.startsWith(`${who} `)))
        expect(line.includes(wordOf(who, DESIGN)) ? line.slice(0, 60) : '').toBe('')
  })

  test('shows a colleague nothing of another’s under any address or id, and writes nothing for them', async () => {
    for (const who of ['Bea', 'Max', 'Ada', 'Dia', 'Nia', 'Gus'] as const) {
      const none = randomUUID()
      const nothing = withoutClock((await server.as(who, 'GET', `/api/assessments/${none}`)).text)
      for (const known of [assessmentOf.Cem ?? '', askOf.Cem ?? '']) {
        const found = await server.as(who, 'GET', `/api/assessments/${known}`)
        expect([found.status, withoutClock(found.text)]).toEqual([404, nothing.replaceAll(none, known)])
      }
      for (const what of ['', '/begin', '/give', '/take-back', '/decline']) {
        const found = await server.as(who, what === '' ? 'GET' : 'POST', `/api/asked/${askOf.Cem}${what}`)
        expect([who, what, found.status]).toEqual([who, what, 404])
      }
      const written = await server.as(who, 'PUT', `/api/assessments/${assessmentOf.Cem}/ratings/${DESIGN}`, {
        body: { revisionId: randomUUID(), level: 0 },
        headers: { 'if-none-match': '*' },
      })
      expect(written.status).toBe(404)
    }
  })

  test('holds in the database too, where the program has asked nothing first', async () => {
    for (const who of EVERYBODY) {
      const viewer = await personViewer(server.store, server.organisation.orgId, id(who))
      const rows = await server.store.withViewer(viewer, async (tx) => {
        const tables = [
          'ask',
          'assessment',
          'rating_revision',
          'assessment_rater',
          'sealed_contribution',
          'rater_strictness',
        ]
        const all = []
        for (const table of tables)
          all.push(...(await sql.raw<Record<string, unknown>>(`SELECT * FROM ${table}`).execute(tx.db)).rows)
        return all
      })
      expect(rows.filter((row) => row.owner_id !== id(who))).toEqual([])
    }
  })

  test('tells whoever organises it how many answered only in counts that point at nobody, and never who', async () => {
    const seen = await server.as<OneRound>('Ada', 'GET', `/api/rounds/${roundId}`)
    // Six colleagues, two pairs of oneself and one's manager: five have answered, five have not.
    expect(seen.body.counts).toEqual({ asked: 10, answered: 5 })
    expect(seen.text).not.toMatch(/answeredAt|assessmentId/)
    await act('Gus', 'take-back')
    await act('Hal', 'take-back')
    expect((await server.as<OneRound>('Ada', 'GET', `/api/rounds/${roundId}`)).body.counts?.answered).toBe(3)
    await act('Hal', 'give')
    await act('Gus', 'give')
  })

  test('lets a colleague change what they gave, take it back and give it again', async () => {
    const given = (await asked('Cem')).body
    const seen = given.assessment?.ratings.find(({ skill }) => skill === DESIGN)?.revisionId ?? ''
    expect((await rate('Cem', DESIGN, 5, seen)).status).toBe(200)
    const taken = await act('Cem', 'take-back')
    expect(taken.body.asked).toMatchObject({ state: 'open', changesUntil: null })
    expect(taken.body.assessment?.ratings.find(({ skill }) => skill === DESIGN)?.level).toBe(5)
    expect((await act('Cem', 'take-back')).status).toBe(409)
    expect((await act('Cem', 'give')).body.asked).toMatchObject({ state: 'given', changesUntil: LAST_DAY })
  })

  test('shows whom it is about nothing yet: no estimate, and levels that stay what they were', async () => {
    expect(await sealedOf('Bea')).toEqual({ rounds: [], strictness: null })
    expect((await server.as('Bea', 'GET', '/api/levels')).text).not.toContain('confidential')
    expect((await server.as('Bea', 'GET', '/api/given')).body).toEqual([])
  })
})

describe('A confidential round, once it is closed', () => {
  test('is closed by who organises it, and by nobody else', async () => {
    for (const who of ['Bea', 'Cem', 'Nia'] as const)
      expect((await server.as(who, 'POST', `/api/rounds/${roundId}/close`)).status).toBe(404)
    const closed = await server.as<OneRound>('Ada', 'POST', `/api/rounds/${roundId}/close`)
    expect(closed.body.round.isOver).toBe(true)
    expect(closed.body.parts.flatMap(({ raters }) => raters)).toEqual([])
  })

  test('shows the person in which skills an estimate counts, and not where fewer than three answered', async () => {
    const { rounds } = await sealedOf('Bea')
    expect(rounds).toMatchObject([{ roundId, why: null, skills: [MENTORING, DESIGN, WRITTEN] }])
    const levels = await server.as<{ levels: { skill: string; sources: { source: string }[] }[] }>(
      'Bea',
      'GET',
      '/api/levels',
    )
    const design = levels.body.levels.find(({ skill }) => skill === DESIGN)
    expect(design?.sources.map(({ source }) => source)).toContain('confidential')
  })

  test('says why nothing is shown where two answered, and not how many', async () => {
    const { rounds } = await sealedOf('Fay')
    expect(rounds).toMatchObject([{ roundId, skills: [] }])
    expect(rounds[0]?.why).toContain('Fewer than 3 people answered')
    expect((await server.as('Fay', 'GET', '/api/levels')).text).not.toContain('confidential')
  })

  test('shows nobody else any of it: not the manager, not the organiser, not a colleague', async () => {
    for (const who of ['Max', 'Ada', 'Nia', 'Cem', 'Gus'] as const)
      expect((await sealedOf(who)).rounds).toEqual([])
  })

  test('lets nobody take back, change or read what they said any more, not even whoever said it', async () => {
    for (const who of RATERS) {
      expect((await asked(who)).status).toBe(404)
      for (const what of ['take-back', 'give', 'begin', 'decline'])
        expect((await act(who, what)).status).toBe(404)
      expect((await server.as(who, 'GET', `/api/assessments/${assessmentOf[who]}`)).status).toBe(404)
      expect((await rate(who, DESIGN, 1)).status).toBe(404)
    }
  })

  test('leaves nothing that links: no word, id or list says who answered, in any answer to anybody', async () => {
    const after = (await readAll()).join('\n')
    const links = [...Object.values(askOf), ...Object.values(assessmentOf)]
    const words = RATERS.flatMap((who) => SKILLS.map((skill) => wordOf(who, skill)))
    expect([...links, ...words].filter((link) => after.includes(link))).toEqual([])
    expect(server.logged.join('\n')).not.toContain('sword')
  })
})

describe('A confidential round that nobody closes', () => {
  test('closes on the day after its last, with what was given until then', async () => {
    const started = await start({ subjects: [id('Dia')], kinds: ['peer'], title: 'Second' })
    roundId = started.body.round.id
    expect((await agree('Dia')).status).toBe(200)
    for (const who of ['Bea', 'Cem', 'Eli'] as const) {
      const all = await server.as<(OneAsked['asked'] & { round: { id: string } | null })[]>(
        who,
        'GET',
        '/api/asked',
      )
      askOf[who] = all.body.find(({ round }) => round?.id === roundId)?.id ?? ''
      assessmentOf[who] = (await act(who, 'begin')).body.assessment?.id ?? ''
      expect((await rate(who, WRITTEN, 3)).status).toBe(201)
      expect((await act(who, 'give')).status).toBe(200)
    }
    server.clock.now = new Date(`${LAST_DAY}T23:00:00.000Z`)
    await careOnce(server.services)
    expect((await asked('Bea')).body.asked.changesUntil).toBe(LAST_DAY)
    expect((await sealedOf('Dia')).rounds).toEqual([])
    server.clock.now = new Date('2026-12-12T00:30:00.000Z')
    expect((await asked('Bea')).body.asked.changesUntil).toBeNull()
    expect((await act('Bea', 'take-back')).status).toBe(409)
    await careOnce(server.services)
    expect((await sealedOf('Dia')).rounds).toMatchObject([{ roundId, skills: [WRITTEN], why: null }])
    expect((await asked('Bea')).status).toBe(404)
  })
})
