// A round: who may start it and for whom, what two people rate without seeing each other's, and what both sign.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RaterKind } from '../../src/core/assessment/assessment.ts'
import type { Round, RoundRater } from '../../src/core/round/round.ts'
import { careOnce } from '../../src/server/care-for-data.ts'
import { asksFor } from '../../src/server/round/round-parts.ts'
import { saveMemberChanged } from '../../src/store/organisation/members.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'
import { openTestServer } from './test-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

interface Part {
  subject: { id: string; name: string }
  agreedAt: string | null
  mayPropose: boolean
  mayAgree: boolean
  revisionId: string
  raters: { rater: { id: string; name: string }; kind: string }[]
}
interface OneRound {
  round: { id: string; organises: boolean; isOver: boolean }
  parts: Part[]
  counts: { asked: number; answered: number | null } | null
}
interface Asked {
  id: string
  raterKind: string
  state: string
  blindWith: { name: string } | null
  round: { title: string } | null
}
interface OneAsked {
  asked: Asked
  assessment: { id: string } | null
  otherIsDone: boolean | null
  openingId: string | null
}
interface Opening {
  id: string
  sides: Record<'subject' | 'manager', { ratings: { skill: string; level: number }[]; guesses: object }>
}

const SKILLS = ['written-communication', 'system-design']
const id = (who: PersonName) => server.organisation.idOf[who]
const once = () => ({ 'idempotency-key': randomUUID() })

const start = (who: PersonName, body: Record<string, unknown>) =>
  server.as<OneRound>(who, 'POST', '/api/rounds', {
    body: {
      title: 'Autumn',
      purpose: 'development',
      skills: SKILLS,
      kinds: ['self', 'manager', 'peer'],
      endsOn: '2026-12-11',
      ...body,
    },
    headers: once(),
  })
const askedOf = async (who: PersonName, kind?: string): Promise<Asked[]> =>
  (await server.as<Asked[]>(who, 'GET', '/api/asked')).body.filter(
    ({ raterKind }) => kind === undefined || raterKind === kind,
  )

async function rate(who: PersonName, askId: string, levels: Record<string, number>): Promise<string> {
  const begun = await server.as<OneAsked>(who, 'POST', `/api/asked/${askId}/begin`)
  const assessmentId = begun.body.assessment?.id ?? ''
  for (const [skill, level] of Object.entries(levels)) {
    const rated = await server.as(who, 'PUT', `/api/assessments/${assessmentId}/ratings/${skill}`, {
      body: { revisionId: randomUUID(), level, note: `${who} on ${skill}` },
      headers: { 'if-none-match': '*' },
    })
    expect(rated.status).toBe(201)
  }
  return assessmentId
}
/** The list of who rates somebody, as it stands now, in the header that says so. */
const seenList = async (roundId: string, about: PersonName) => {
  const { body } = await server.as<OneRound>('Ada', 'GET', `/api/rounds/${roundId}`)
  const part = body.parts.find(({ subject }) => subject.id === id(about))
  return { headers: { 'if-match': `"${part?.revisionId}"` } }
}
const propose = (who: PersonName, path: string, raters: object[], seen: object) =>
  server.as<Part & { current: Part }>(who, 'PUT', `${path}/raters`, { body: { raters }, ...seen })
const peers = (...names: PersonName[]) => names.map((who) => ({ rater: id(who), kind: 'peer' }))
const agree = (who: PersonName, path: string, seen: object) =>
  server.as<Part & { current: Part; detail: string }>(who, 'POST', `${path}/agree`, seen)
const give = (who: PersonName, askId: string) => server.as<OneAsked>(who, 'POST', `/api/asked/${askId}/give`)

/** Everything that the row rules of the database let somebody read, with no rule of the program before it. */
async function rowsOf(who: PersonName, table: string): Promise<Record<string, unknown>[]> {
  const viewer = await personViewer(server.store, server.organisation.orgId, id(who))
  return server.store.withViewer(viewer, async (tx) => {
    const { rows } = await sql.raw<Record<string, unknown>>(`SELECT * FROM ${table}`).execute(tx.db)
    return rows
  })
}

describe('A round', () => {
  let roundId = ''

  test('is started by an organiser for anybody, or by a manager for whoever reports to them today', async () => {
    expect((await start('Bea', { subjects: [id('Cem')] })).status).toBe(422)
    expect((await start('Nia', { subjects: [id('Bea')] })).status).toBe(422)
    expect((await start('Max', { subjects: [id('Bea'), id('Fay')] })).status).toBe(422)
    const byOrganiser = await start('Ada', { subjects: [id('Fay')], title: 'Apps', endsOn: '2026-11-24' })
    expect(byOrganiser.status).toBe(201)
    const started = await start('Max', { subjects: [id('Bea')] })
    expect(started.status).toBe(201)
    roundId = started.body.round.id
    expect(started.body.parts).toMatchObject([{ subject: { name: 'Bea' }, mayAgree: true, agreedAt: null }])
    expect(started.body.parts[0]?.raters.map(({ rater, kind }) => `${rater.name} ${kind}`).sort()).toEqual([
      'Bea self',
      'Cem peer',
      'Dia peer',
      'Eli peer',
      'Max manager',
    ])
  })

  test('is there for whom it is about and for whoever organises it, and for nobody else', async () => {
    for (const who of ['Max', 'Bea', 'Ada'] as const)
      expect((await server.as(who, 'GET', `/api/rounds/${roundId}`)).status).toBe(200)
    for (const who of ['Cem', 'Dia', 'Nia', 'Fay'] as const)
      expect([who, (await server.as(who, 'GET', `/api/rounds/${roundId}`)).status]).toEqual([who, 404])
    const beas = await server.as<OneRound>('Bea', 'GET', `/api/rounds/${roundId}`)
    expect(beas.body).toMatchObject({ counts: null, round: { organises: false } })
  })

  test('asks colleagues once the person proposed them and their manager agreed', async () => {
    const path = `/api/rounds/${roundId}/people/${id('Bea')}`
    expect((await askedOf('Cem')).length).toBe(0)
    const raters = peers('Cem', 'Dia', 'Gus')
    const first = await seenList(roundId, 'Bea')
    const proposed = await propose('Bea', path, raters, first)
    expect(proposed.status).toBe(200)
    expect(proposed.body.raters.map(({ rater }) => rater.name).sort()).toEqual([
      'Bea',
      'Cem',
      'Dia',
      'Gus',
      'Max',
    ])
    const seen = await seenList(roundId, 'Bea')
    expect(seen.headers['if-match']).toBe(`"${proposed.body.revisionId}"`)
    expect((await propose('Cem', path, raters, seen)).status).toBe(404)
    expect((await agree('Bea', path, seen)).status).toBe(409)
    expect((await agree('Cem', path, seen)).status).toBe(404)
    // The list that their manager looks at is not the one that stands there by now.
    expect((await agree('Max', path, first)).status).toBe(412)
    expect(await askedOf('Cem')).toEqual([])
    expect((await agree('Max', path, seen)).status).toBe(200)
    expect((await propose('Bea', path, raters, seen)).status).toBe(409)
    for (const who of ['Cem', 'Dia', 'Gus'] as const)
      expect(await askedOf(who)).toMatchObject([
        { raterKind: 'peer', round: { title: 'Autumn' }, state: 'open' },
      ])
    expect(await askedOf('Eli')).toEqual([])
  })

  test('tells organisers how many answered only where that points at nobody', async () => {
    const [cems] = await askedOf('Cem')
    await rate('Cem', cems?.id ?? '', { 'system-design': 4 })
    await give('Cem', cems?.id ?? '')
    const seen = await server.as<OneRound>('Max', 'GET', `/api/rounds/${roundId}`)
    expect(seen.body.counts).toEqual({ asked: 5, answered: null })
  })

  test('keeps oneself and one’s manager from seeing each other’s, over HTTP and in the database', async () => {
    const [beas] = await askedOf('Bea', 'self')
    const [maxs] = await askedOf('Max', 'manager')
    expect(beas).toMatchObject({ blindWith: { name: 'Max' } })
    const selfId = await rate('Bea', beas?.id ?? '', { 'written-communication': 4, 'system-design': 3 })
    const guessed = await server.as('Bea', 'PUT', `/api/asked/${beas?.id}/guesses`, {
      body: { guesses: { 'system-design': 2 } },
    })
    expect(guessed.status).toBe(200)
    expect((await give('Bea', beas?.id ?? '')).body).toMatchObject({ otherIsDone: false, openingId: null })
    expect((await server.as('Bea', 'POST', `/api/asked/${beas?.id}/open`)).status).toBe(409)

    const managerId = await rate('Max', maxs?.id ?? '', { 'written-communication': 2 })
    expect((await server.as<OneAsked>('Max', 'GET', `/api/asked/${maxs?.id}`)).body.otherIsDone).toBeNull()
    for (const [who, other] of [
      ['Bea', managerId],
      ['Max', selfId],
    ] as const) {
      expect((await server.as(who, 'GET', `/api/assessments/${other}`)).status).toBe(404)
      expect((await server.as(who, 'GET', '/api/openings')).body).toEqual([])
      expect((await rowsOf(who, 'assessment')).map((row) => row.id)).not.toContain(other)
      expect((await rowsOf(who, 'rating_revision')).map((row) => row.assessment_id)).not.toContain(other)
      const asks = await rowsOf(who, 'ask')
      expect(asks.every((row) => row.owner_id === id(who))).toBe(true)
    }
    expect((await server.as('Bea', 'GET', '/api/people/me/ratings')).text).not.toContain('Max on')
    expect((await server.as('Bea', 'GET', '/api/export')).text).not.toContain('Max on')
    expect((await server.as('Max', 'GET', '/api/export')).text).not.toContain('Bea on')
  })

  test('opens both sides to both at once, and to nobody else', async () => {
    const [beas] = await askedOf('Bea', 'self')
    const [maxs] = await askedOf('Max', 'manager')
    const done = await give('Max', maxs?.id ?? '')
    expect(done.body).toMatchObject({ otherIsDone: true, openingId: null })
    expect((await server.as('Cem', 'POST', `/api/asked/${maxs?.id}/open`)).status).toBe(404)
    const opened = await server.as<Opening>('Bea', 'POST', `/api/asked/${beas?.id}/open`)
    expect(opened.status).toBe(200)
    expect(opened.body.sides).toMatchObject({
      subject: { guesses: { 'system-design': 2 } },
      manager: { ratings: [{ skill: 'written-communication', level: 2 }], guesses: {} },
    })
    const again = await server.as<Opening>('Max', 'POST', `/api/asked/${maxs?.id}/open`)
    expect(again.body.id).toBe(opened.body.id)
    for (const who of ['Cem', 'Nia', 'Ada'] as const) {
      expect((await server.as(who, 'GET', `/api/openings/${opened.body.id}`)).status).toBe(404)
      expect(await rowsOf(who, 'opening')).toEqual([])
    }
    const about = await server.as('Bea', 'GET', '/api/people/me/ratings')
    expect(about.text).toContain('Max on written-communication')
    expect((await rowsOf('Max', 'rating_revision')).some((row) => row.owner_id === id('Bea'))).toBe(false)
  })

  test('lets no peer read what another said, under any id', async () => {
    const [cems] = await askedOf('Cem')
    const one = await server.as<OneAsked>('Cem', 'GET', `/api/asked/${cems?.id}`)
    for (const who of ['Dia', 'Gus'] as const) {
      const [own] = await askedOf(who)
      expect((await server.as(who, 'GET', `/api/assessments/${one.body.assessment?.id}`)).status).toBe(404)
      expect((await server.as(who, 'GET', `/api/assessments/${one.body.asked.id}`)).status).toBe(404)
      expect((await server.as(who, 'GET', `/api/asked/${cems?.id}`)).status).toBe(404)
      expect((await server.as('Cem', 'GET', `/api/asked/${own?.id}`)).status).toBe(404)
      expect((await rowsOf(who, 'rating_revision')).length).toBe(0)
    }
  })

  test('ends by hand or after its last day; what was given stays', async () => {
    expect((await server.as('Bea', 'POST', `/api/rounds/${roundId}/close`)).status).toBe(404)
    const fays = (await server.as<{ id: string; title: string }[]>('Ada', 'GET', '/api/rounds')).body.find(
      ({ title }) => title === 'Apps',
    )
    const closed = await server.as<OneRound>('Max', 'POST', `/api/rounds/${roundId}/close`)
    expect(closed.body.round.isOver).toBe(true)
    const [dias] = await askedOf('Dia')
    expect(dias?.state).toBe('ended')
    expect((await server.as('Dia', 'POST', `/api/asked/${dias?.id}/begin`)).status).toBe(409)
    expect((await server.as<unknown[]>('Bea', 'GET', '/api/given')).body.length).toBe(2)
    const before = server.clock.now
    server.clock.now = new Date('2026-11-25T08:00:00.000Z')
    await careOnce(server.services)
    const apps = await server.as<OneRound>('Ada', 'GET', `/api/rounds/${fays?.id}`)
    expect(apps.body).toMatchObject({ round: { isOver: true, closedAt: '2026-11-25T08:00:00.000Z' } })
    server.clock.now = before
  })
})

describe('The list of who rates somebody', () => {
  test('is overwritten by nobody who has not seen what somebody else put on it', async () => {
    const started = await start('Max', { subjects: [id('Cem')], title: 'Two hands' })
    const roundId = started.body.round.id
    const path = `/api/rounds/${roundId}/people/${id('Cem')}`
    const seen = await seenList(roundId, 'Cem')
    expect((await server.as('Cem', 'PUT', `${path}/raters`, { body: { raters: [] } })).status).toBe(428)
    const [one, other] = await Promise.all([
      propose('Cem', path, peers('Dia', 'Gus'), seen),
      propose('Max', path, peers('Dia', 'Hal'), seen),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 412])
    const [done, late] = one.status === 200 ? [one, other] : [other, one]
    const { revisionId, raters } = done.body
    expect(late.body.current).toMatchObject({ revisionId, raters })
    const { body } = await server.as<OneRound>('Max', 'GET', `/api/rounds/${roundId}`)
    expect(body.parts).toMatchObject([{ revisionId, raters }])
    expect((await propose('Cem', path, peers('Dia', 'Hal'), await seenList(roundId, 'Cem'))).status).toBe(200)
  })

  test('is not agreed to where nobody on it can see any of the skills, so that nobody would be asked', async () => {
    const started = await start('Max', { subjects: [id('Cem')], title: 'Unseen', skills: ['coaching'] })
    const roundId = started.body.round.id
    const path = `/api/rounds/${roundId}/people/${id('Cem')}`
    const refused = await agree('Max', path, await seenList(roundId, 'Cem'))
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'Nobody on the list can see any of these skills in their work, so that nobody would be asked.',
    ])
    const mixed = [...peers('Dia'), { rater: id('Gus'), kind: 'report' }]
    await propose('Cem', path, mixed, await seenList(roundId, 'Cem'))
    expect((await agree('Max', path, await seenList(roundId, 'Cem'))).status).toBe(200)
    const asks = async (who: PersonName) =>
      (await askedOf(who)).filter(({ round }) => round?.title === 'Unseen')
    expect([await asks('Dia'), (await asks('Gus')).length]).toEqual([[], 1])
  })

  test('leaves whoever rates themselves without the other half where their manager can see none of the skills', () => {
    const { framework } = server.current
    const unseen = framework.skills.map((skill) => ({
      ...skill,
      observability: { peers: 3, manager: 0, reports: 3 } as const,
    }))
    const round = { id: 'r', skills: SKILLS, confidential: false, endsOn: '2026-12-11' } as unknown as Round
    const rater = (raterId: string, kind: RaterKind) =>
      ({ raterId, kind, subjectId: 'bea', roundId: 'r' }) as RoundRater
    const raters = [rater('bea', 'self'), rater('max', 'manager')]
    const asked = (skills: typeof framework.skills) =>
      asksFor({ newId: randomUUID }, { personId: 'max' } as never, {
        ...{ round, raters, framework: { ...framework, skills }, now: '2026-11-23T10:00:00.000Z' },
      }).map(({ raterId, blindWith }) => [raterId, blindWith])
    expect(asked(framework.skills)).toEqual([
      ['bea', 'max'],
      ['max', 'bea'],
    ])
    expect(asked(unseen)).toEqual([['bea', null]])
  })
})

describe('A round for evaluation', () => {
  test('never enters the numbers that somebody grows by', async () => {
    const started = await start('Max', {
      subjects: [id('Eli')],
      purpose: 'evaluation',
      title: 'Review',
      managerSees: true,
    })
    expect(started.status).toBe(201)
    const roundId = started.body.round.id
    await agree('Max', `/api/rounds/${roundId}/people/${id('Eli')}`, await seenList(roundId, 'Eli'))
    const cems = (await askedOf('Cem')).find(({ round }) => round?.title === 'Review')
    await rate('Cem', cems?.id ?? '', { 'system-design': 2 })
    await give('Cem', cems?.id ?? '')
    const [elis] = await askedOf('Eli', 'self')
    await rate('Eli', elis?.id ?? '', { 'system-design': 5 })
    for (const path of ['/api/people/me/ratings', '/api/assessments', '/api/levels'])
      expect((await server.as('Eli', 'GET', path)).text).not.toMatch(/Cem on|Eli on|"level":5/)
    expect((await server.as('Eli', 'GET', '/api/given')).text).toContain('Cem on system-design')
    expect((await server.as('Max', 'GET', `/api/given?about=${id('Eli')}`)).text).toContain('Cem on')
    expect((await server.as('Nia', 'GET', `/api/given?about=${id('Eli')}`)).status).toBe(404)
  })
})

describe('Agreed levels', () => {
  interface Agreement {
    id: string
    version: number
    signedAt: string | null
    items: { proof: string }[]
    frameworkVersion: string
  }
  const item = { skill: 'system-design', level: 3, proof: 'One design read by two teams', by: '2027-03-31' }
  const propose = (who: PersonName, withWhom: PersonName, items: object[]) =>
    server.as<Agreement>(who, 'POST', '/api/agreements', {
      body: { with: id(withWhom), frameworkDigest: server.current.digest, purpose: 'development', items },
      headers: once(),
    })

  test('hold once both signed the same version, with the day and the framework’s version', async () => {
    expect((await propose('Bea', 'Cem', [item])).status).toBe(422)
    expect((await propose('Nia', 'Bea', [item])).status).toBe(422)
    const proposed = await propose('Max', 'Bea', [item])
    expect(proposed.status).toBe(201)
    expect(proposed.body).toMatchObject({ version: 1, signedAt: null })
    const sign = (who: PersonName) =>
      server.as<Agreement>(who, 'POST', `/api/agreements/${proposed.body.id}/sign`)
    expect((await sign('Max')).status).toBe(409)
    for (const who of ['Cem', 'Nia', 'Ada'] as const) expect((await sign(who)).status).toBe(404)
    const signed = await sign('Bea')
    expect(signed.body).toMatchObject({ signedAt: server.clock.now.toISOString() })
    expect(signed.body.frameworkVersion).toContain(server.current.framework.version)
  })

  test('stay beside a later version, so that moved goalposts show, and never change', async () => {
    const moved = { ...item, proof: 'Three designs read by four teams' }
    expect((await propose('Max', 'Bea', [moved])).body.version).toBe(2)
    const all = await server.as<Agreement[]>('Bea', 'GET', '/api/agreements')
    expect(
      all.body.map(({ version, signedAt, items }) => [version, signedAt !== null, items[0]?.proof]),
    ).toEqual([
      [2, false, moved.proof],
      [1, true, item.proof],
    ])
    const first = all.body[1]?.id
    expect((await server.as('Bea', 'POST', `/api/agreements/${first}/sign`)).status).toBe(409)
    const max = await personViewer(server.store, server.organisation.orgId, id('Max'))
    const rewriting = server.store.withViewer(max, async (tx) => {
      await sql`UPDATE agreement SET items = '[]' WHERE id = ${first}`.execute(tx.db)
    })
    await expect(rewriting).rejects.toThrow('permission denied')
    for (const who of ['Cem', 'Nia', 'Ada'] as const)
      expect((await server.as(who, 'GET', '/api/agreements')).body).toEqual([])
  })
})

describe('Somebody who goes', () => {
  test('has what was said of them in their file, of which a team’s server makes nothing anew', async () => {
    const file = await server.as<{ asked: { raterName: string }[] }>('Bea', 'GET', '/api/export')
    expect(file.body.asked.map(({ raterName }) => raterName)).toContain('Cem')
    const imported = await server.as('Bea', 'POST', '/api/import', { body: file.body, headers: once() })
    expect(imported.body).toMatchObject({ added: { assessments: 0, ratings: 0, people: 0 } })
  })

  test('takes with them what they said of others and what others said of them', async () => {
    expect((await server.as<unknown[]>('Bea', 'GET', '/api/given')).text).toContain('Cem')
    const erased = await server.as('Cem', 'POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status).toBe(200)
    expect((await server.as('Bea', 'GET', '/api/given')).text).not.toContain('Cem')
    expect((await server.as('Bea', 'GET', '/api/given')).status).toBe(200)
  })

  test('has openings and agreements in their file alone, and whoever stays goes on reading theirs', async () => {
    interface File {
      records: Record<string, unknown[]>
    }
    const file = await server.as<File>('Bea', 'GET', '/api/export')
    expect(file.body.records.opening).toHaveLength(1)
    expect(file.body.records.agreement).toHaveLength(2)
    const laptop = await openTestServer()
    try {
      const read = await laptop.call('POST', '/api/import', { body: file.body, headers: once() })
      expect(read.status, read.text).toBe(200)
      const { records } = (await laptop.call<File>('GET', '/api/export')).body
      expect([records.opening, records.agreement]).toEqual([[], []])
    } finally {
      await laptop.dispose()
    }
    const ada = await personViewer(server.store, server.organisation.orgId, id('Ada'))
    const left = { id: id('Bea'), displayName: 'Bea', leftOn: '2026-11-20' }
    await server.store.withViewer(ada, (tx) => saveMemberChanged(tx, left))
    expect((await server.as('Bea', 'GET', '/api/agreements')).status).toBe(401)
    for (const path of ['/api/agreements', '/api/openings'])
      expect((await server.as('Max', 'GET', path)).text).toContain(id('Bea'))
  })
})
