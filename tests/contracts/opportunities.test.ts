// A manager plans upcoming work with their own people, and each person reads what is about themselves and nothing else.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreedGrowth, Opportunity, WorkPart } from '../../src/core/opportunity/opportunity.ts'
import type { PersonName } from '../organisation.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

interface Planner {
  people: { id: string; displayName: string; isNew: boolean }[]
  opportunities: Opportunity[]
  agreed: AgreedGrowth[]
  parts: WorkPart[]
}
interface Mine {
  agreed: AgreedGrowth | null
  parts: WorkPart[]
  names: Record<string, string>
}

const idOf = (who: PersonName) => server.organisation.idOf[who]
const planner = async (who: PersonName) => (await server.as<Planner>(who, 'GET', '/api/opportunities')).body
const mine = async (who: PersonName) => (await server.as<Mine>(who, 'GET', '/api/opportunities/mine')).body

const work = (given: Record<string, unknown> = {}) => ({
  title: 'Lead the billing migration',
  about: '',
  kind: 'stretch',
  quarter: '2027-Q1',
  people: 1,
  weeks: 4,
  skills: [{ skill: 'project-leadership', level: 3 }],
  frameworkDigest: server.current.digest,
  shown: false,
  tried: { with: [], without: [] },
  revisionId: randomUUID(),
  ...given,
})

async function write(
  who: PersonName,
  given: Record<string, unknown> = {},
  id: string = randomUUID(),
  seen?: string,
) {
  const headers = seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
  return server.as<Opportunity>(who, 'PUT', `/api/opportunities/${id}`, { headers, body: work(given) })
}

const agree = (who: PersonName, about: PersonName, level = 2) =>
  server.as<AgreedGrowth>(who, 'PUT', `/api/opportunities/agreed/${idOf(about)}`, {
    body: {
      frameworkDigest: server.current.digest,
      areas: [{ skill: 'project-leadership', level }],
      weeks: 6,
    },
  })

describe('While the view is off', () => {
  test('a manager plans nothing, and everybody still reads what is kept of them', async () => {
    expect((await server.as('Max', 'GET', '/api/opportunities')).status).toBe(409)
    expect((await write('Max')).status).toBe(409)
    expect(await mine('Bea')).toEqual({ agreed: null, parts: [], names: {} })
  })
})

describe('Once it is on', () => {
  beforeAll(async () => {
    const body = { purpose: 'Plan work so that everybody grows by it.' }
    expect((await server.as('Ada', 'PUT', '/api/views/opportunities', { body })).status).toBe(200)
  })

  test('a manager plans with those who report to them today, by name', async () => {
    expect((await planner('Max')).people.map(({ displayName }) => displayName)).toEqual([
      'Bea',
      'Cem',
      'Dia',
      'Eli',
    ])
    expect((await planner('Bea')).people).toEqual([])
  })

  test('pieces of work are their manager’s alone, also for the manager above', async () => {
    const saved = await write('Max')
    expect(saved.status).toBe(200)
    expect((await planner('Max')).opportunities.map(({ title }) => title)).toContain(saved.body.title)
    expect((await planner('Nia')).opportunities).toEqual([])
    expect((await write('Nia', {}, saved.body.id)).status).toBe(422)
    const seen = { 'if-match': `"${saved.body.revisionId}"` }
    const gone = await server.as('Nia', 'DELETE', `/api/opportunities/${saved.body.id}`, { headers: seen })
    expect(gone.status).toBe(404)
  })

  test('work taken off the list can be put back as it was', async () => {
    const saved = (await write('Max', { title: 'On-call rota', kind: 'glue' })).body
    const path = `/api/opportunities/${saved.id}`
    const gone = await server.as<Opportunity>('Max', 'DELETE', path, {
      headers: { 'if-match': `"${saved.revisionId}"` },
    })
    expect((await planner('Max')).opportunities.map(({ id }) => id)).not.toContain(saved.id)
    expect((await write('Max', { title: 'On-call rota' }, saved.id, saved.revisionId)).status).toBe(412)
    const back = await write('Max', { title: 'On-call rota', kind: 'glue' }, saved.id, gone.body.revisionId)
    expect([back.status, back.body.removedAt]).toEqual([200, null])
  })

  test('private skills and levels beyond the scale are refused by name', async () => {
    const rest = await write('Max', { skills: [{ skill: 'sustainable-pace', level: 2 }] })
    expect(rest.body).toMatchObject({ errors: [{ pointer: '#/skills/0/skill' }] })
    const high = await write('Max', { skills: [{ skill: 'facilitation', level: 9 }] })
    expect(high.body).toMatchObject({ errors: [{ pointer: '#/skills/0/level' }] })
  })

  test('what two agreed is written by the manager of today, read by the person, and by nobody else', async () => {
    expect((await agree('Max', 'Bea')).status).toBe(200)
    // Nia managed Bea until last year, and manages Max.
    expect((await agree('Nia', 'Bea')).status).toBe(404)
    expect((await agree('Bea', 'Bea')).status).toBe(404)
    expect((await planner('Nia')).agreed).toEqual([])
    const own = await mine('Bea')
    expect(own.agreed).toMatchObject({ areas: [{ skill: 'project-leadership', level: 2 }], weeks: 6 })
    expect(Object.values(own.names)).toEqual(['Max'])
    expect((await mine('Cem')).agreed).toBeNull()
  })

  test('the person adds a remark, which stands beside it; nobody remarks for them', async () => {
    const { agreed } = await mine('Bea')
    const path = `/api/opportunities/mine/agreed/${agreed?.id}/note`
    const note = { body: { note: 'We said level 3.' } }
    expect((await server.as('Max', 'PUT', path, note)).status).toBe(404)
    expect((await server.as('Bea', 'PUT', path, note)).status).toBe(204)
    expect((await planner('Max')).agreed[0]?.note).toBe('We said level 3.')
  })

  test('a newer agreement ends the one before', async () => {
    await agree('Max', 'Bea', 1)
    await agree('Max', 'Bea', 2)
    expect((await planner('Max')).agreed.filter(({ personId }) => personId === idOf('Bea'))).toHaveLength(1)
  })

  test('work that is shown can be wished for by the people of its manager, and the wish reaches the plan', async () => {
    const saved = (await write('Max', { title: 'Speak at the meetup', shown: true })).body
    const [part] = (await mine('Cem')).parts
    expect(part).toMatchObject({ stage: 'shown', work: { title: 'Speak at the meetup' } })
    expect((await mine('Fay')).parts).toEqual([])
    const path = `/api/opportunities/mine/parts/${part?.id}/wish`
    expect((await server.as('Dia', 'PUT', path, { body: { wished: true } })).status).toBe(404)
    expect((await server.as('Cem', 'PUT', path, { body: { wished: true } })).status).toBe(204)
    const wishes = (await planner('Max')).parts.filter(({ wishedAt }) => wishedAt !== null)
    expect(wishes.map(({ personId }) => personId)).toEqual([idOf('Cem')])
    // A change of the work keeps the wish; hiding it ends what was shown.
    const again = await write('Max', { title: 'Speak in Leeds', shown: true }, saved.id, saved.revisionId)
    expect((await planner('Max')).parts.filter(({ wishedAt }) => wishedAt !== null)).toHaveLength(1)
    await write('Max', { title: 'Speak in Leeds' }, saved.id, again.body.revisionId)
    expect((await mine('Cem')).parts).toEqual([])
  })

  test('what is tried on the board is nobody’s business until it is kept; then each reads their own part and why', async () => {
    const saved = (
      await write('Max', {
        title: 'Move the queue',
        tried: { with: [idOf('Bea'), idOf('Fay')], without: [] },
      })
    ).body
    expect(saved.tried.with).toEqual([idOf('Bea')])
    expect((await mine('Bea')).parts).toEqual([])
    const keep = (personIds: string[]) =>
      server.as<WorkPart[]>('Max', 'PUT', '/api/opportunities/board', {
        body: { from: '2027-Q1', board: [{ opportunityId: saved.id, personIds }] },
      })
    expect((await keep([idOf('Fay')])).status).toBe(422)
    expect((await keep([idOf('Bea')])).status).toBe(200)
    const [part] = (await mine('Bea')).parts
    expect(part?.work.title).toBe('Move the queue')
    expect(part?.why).toEqual([
      'Your manager set this.',
      'It asks for Project leadership at level 3: the next step of a growth area of yours.',
      'You have had no other stretch work within the year.',
    ])
    expect((await mine('Cem')).parts).toEqual([])
    // Keeping the same again changes nothing; keeping another board ends it.
    await keep([idOf('Bea')])
    expect((await mine('Bea')).parts.map(({ id }) => id)).toEqual([part?.id])
    await keep([idOf('Cem')])
    expect((await mine('Bea')).parts).toEqual([])
    expect((await mine('Cem')).parts).toHaveLength(1)
  })

  test('earlier work is a fact that the person reads, and that their manager can take back', async () => {
    const path = `/api/opportunities/earlier/${idOf('Dia')}`
    const { revisionId: _, frameworkDigest: __, shown: ___, tried: ____, people: _____, ...fact } = work()
    const body = { ...fact, title: 'Incident reviews', kind: 'glue', quarter: '2026-Q2' }
    expect((await server.as('Nia', 'POST', path, { body })).status).toBe(404)
    expect((await server.as('Max', 'POST', path, { body })).status).toBe(201)
    const [part] = (await mine('Dia')).parts
    expect(part?.work.title).toBe('Incident reviews')
    const end = `/api/opportunities/parts/${part?.id}`
    expect((await server.as('Dia', 'DELETE', end)).status).toBe(404)
    expect((await server.as('Max', 'DELETE', end)).status).toBe(204)
    expect((await mine('Dia')).parts).toEqual([])
  })

  test('a table is read without keeping anything, and kept whole or not at all', async () => {
    const before = (await planner('Max')).opportunities.length
    const text = 'work,kind,skills\nRota,glue,\nDesign review,stretch,Facilitation 3\n'
    const read = await server.as<{ opportunities: object[] }>('Max', 'POST', '/api/opportunities/read', {
      body: { text, quarter: '2027-Q1' },
    })
    expect(read.body.opportunities).toHaveLength(2)
    expect((await planner('Max')).opportunities).toHaveLength(before)
    const plain = read.body.opportunities.map((one) => {
      const { line: _, ...rest } = one as { line: number }
      return rest
    })
    const bring = (opportunities: object[]) =>
      server.as('Max', 'POST', '/api/opportunities/brought', {
        headers: { 'idempotency-key': randomUUID() },
        body: { frameworkDigest: server.current.digest, opportunities },
      })
    const wrong = { ...plain[1], skills: [{ skill: 'flying', level: 2 }] }
    expect((await bring([...plain, wrong])).body).toMatchObject({
      errors: [{ pointer: '#/opportunities/2/skills/0/skill' }],
    })
    expect((await planner('Max')).opportunities).toHaveLength(before)
    expect((await bring(plain)).status).toBe(201)
    expect((await planner('Max')).opportunities).toHaveLength(before + 2)
  })

  test('the export of a person holds what was written of them, and nothing of what is tried', async () => {
    const { text } = await server.as('Bea', 'GET', '/api/export')
    expect(text).toContain('"project-leadership"')
    expect(text).not.toContain('"tried"')
  })
})
