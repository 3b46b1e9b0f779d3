// What people were shown and given, and what was agreed with them, lasts: through corrections, through Undo, and for others.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreedGrowth, Opportunity, WorkPart } from '../../src/core/opportunity/opportunity.ts'
import type { PersonName } from '../organisation.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface Change {
  added: string[]
  ended: string[]
}
interface Mine {
  agreed: AgreedGrowth | null
  parts: WorkPart[]
}

const NOW = new Date('2026-11-23T10:00:00.000Z')
const FROM = '2027-Q1'
let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
  const body = { purpose: 'Plan work so that everybody grows by it.' }
  expect((await server.as('Ada', 'PUT', '/api/views/opportunities', { body })).status).toBe(200)
})
afterAll(() => server.dispose())

const idOf = (who: PersonName) => server.organisation.idOf[who]
const mine = async (who: PersonName) => (await server.as<Mine>(who, 'GET', '/api/opportunities/mine')).body
const partsOf = async (who: PersonName, title: string) =>
  (await mine(who)).parts.filter(({ work }) => work.title === title)

/** Writes a piece of work, new or in place of what it was. */
async function write(who: PersonName, given: Partial<Opportunity> & { title: string }, known?: Opportunity) {
  const headers = known === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${known.revisionId}"` }
  const body = {
    ...{ about: '', kind: 'stretch', quarter: FROM, people: 1, weeks: 4, skills: [], shown: false },
    ...{ tried: { with: [], without: [] }, frameworkDigest: server.current.digest },
    ...given,
    revisionId: randomUUID(),
  }
  const path = `/api/opportunities/${known?.id ?? randomUUID()}`
  const answer = await server.as<Opportunity>(who, 'PUT', path, { headers, body })
  expect(answer.status).toBe(200)
  return answer.body
}

const takeOff = async ({ id, revisionId }: Opportunity) =>
  (
    await server.as<Opportunity>('Max', 'DELETE', `/api/opportunities/${id}`, {
      headers: { 'if-match': `"${revisionId}"` },
    })
  ).body

async function keep(who: PersonName, given: Record<string, PersonName[]>, from = FROM) {
  const board = Object.entries(given).map(([opportunityId, people]) => ({
    opportunityId,
    personIds: people.map(idOf),
  }))
  const path = '/api/opportunities/board'
  const answer = await server.as<Change>(who, 'PUT', path, { body: { from, board } })
  expect(answer.status).toBe(200)
  return answer.body
}

const agree = (about: PersonName, weeks: number) =>
  server.as<AgreedGrowth & { ended: string[] }>('Max', 'PUT', `/api/opportunities/agreed/${idOf(about)}`, {
    body: { frameworkDigest: server.current.digest, areas: [], weeks },
  })

const undo = async (who: PersonName, { added, ended }: Change) =>
  (await server.as(who, 'POST', '/api/opportunities/undo', { body: { added, ended } })).status

async function say(who: PersonName, path: string, body: object) {
  expect((await server.as(who, 'PUT', `/api/opportunities/mine/${path}`, { body })).status).toBe(204)
}
const wish = async (who: PersonName, title: string, wished = true) =>
  say(who, `parts/${(await partsOf(who, title))[0]?.id}/wish`, { wished })
const wishes = async (who: PersonName, title: string) =>
  (await partsOf(who, title)).map(({ wishedAt }) => wishedAt !== null)

describe('A wish', () => {
  test('is still there when the work was taken off the list and put back, or hidden and shown again', async () => {
    const work = { title: 'Speak at the meetup', shown: true }
    const shown = await write('Max', work)
    await wish('Cem', work.title)
    const gone = await takeOff(shown)
    expect(await partsOf('Cem', work.title)).toEqual([])
    const back = await write('Max', work, gone)
    expect(await wishes('Cem', work.title)).toEqual([true])
    expect(await wishes('Dia', work.title)).toEqual([false])
    const hidden = await write('Max', { ...work, shown: false }, back)
    await write('Max', work, hidden)
    expect(await wishes('Cem', work.title)).toEqual([true])
  })

  test('goes along with the work when it is corrected, and can be taken back for good', async () => {
    const work = { title: 'Run the retreat', shown: true }
    const shown = await write('Max', work)
    await wish('Cem', work.title)
    const later = await write('Max', { ...work, quarter: '2027-Q3' }, shown)
    const [part] = await partsOf('Cem', work.title)
    expect([part?.work.quarter, part?.wishedAt === null]).toEqual(['2027-Q3', false])
    await wish('Cem', work.title, false)
    // Back to the words of before: they had wished for these, and do no longer.
    const again = await write('Max', work, later)
    expect(await wishes('Cem', work.title)).toEqual([false])
    const hidden = await write('Max', { ...work, shown: false }, again)
    await write('Max', { ...work, about: 'Two days.', shown: true }, hidden)
    expect(await wishes('Cem', work.title)).toEqual([false])
  })
})

describe('Whoever joins a team later', () => {
  test('is shown the work that is shown to the others once the manager looks at their list, and once only', async () => {
    const work = await write('Max', { title: 'Choose the vendor', shown: true })
    const path = `/api/organisation/people/${idOf('Fay')}`
    const record = await server.as('Ada', 'GET', path)
    const moved = await server.as('Ada', 'POST', `${path}/changes`, {
      headers: { 'if-match': record.headers.get('etag') ?? '' },
      body: { kind: 'manager', value: idOf('Max'), from: NOW.toISOString().slice(0, 10) },
    })
    expect(moved.status, moved.text).toBe(200)
    await wish('Cem', work.title)
    const read = () => server.as<{ parts: WorkPart[] }>('Max', 'GET', '/api/opportunities')
    const [{ body }] = await Promise.all([read(), read()])
    expect(body.parts.some(({ personId }) => personId === idOf('Fay'))).toBe(true)
    expect(await wishes('Fay', work.title)).toEqual([false])
    expect(await wishes('Cem', work.title)).toEqual([true])
  })
})

describe('Keeping a board', () => {
  test('leaves what a former manager gave, and what was given of work that is off the list', async () => {
    // A year before, Bea was one of Nia's people.
    server.clock.now = new Date('2025-11-24T10:00:00.000Z')
    const theirs = await write('Nia', { title: 'Given by Nia' })
    await keep('Nia', { [theirs.id]: ['Bea'] })
    server.clock.now = NOW
    const off = await write('Max', { title: 'Given and off the list' })
    await keep('Max', { [off.id]: ['Bea'] })
    await takeOff(off)
    const own = await write('Max', { title: 'Given by Max' })
    await keep('Max', { [own.id]: ['Bea'] })
    await keep('Max', { [own.id]: ['Cem'] })
    for (const title of ['Given by Nia', 'Given and off the list'])
      expect(await partsOf('Bea', title)).toHaveLength(1)
    expect(await partsOf('Bea', 'Given by Max')).toEqual([])
  })

  test('keeps the remark of a person when a word of the work is corrected, and says anew why it is theirs', async () => {
    const work = { title: 'Design the queue' }
    const first = await write('Max', work)
    await keep('Max', { [first.id]: ['Dia'] })
    const [part] = await partsOf('Dia', work.title)
    await say('Dia', `parts/${part?.id}/note`, { note: 'I need a second reader.' })
    const corrected = await write('Max', { ...work, about: 'With two readers.' }, first)
    await keep('Max', { [first.id]: ['Dia'] })
    expect(await partsOf('Dia', work.title)).toMatchObject([
      { work: { about: 'With two readers.' }, note: 'I need a second reader.' },
    ])
    const set = { ...work, about: 'With two readers.', tried: { with: [idOf('Dia')], without: [] } }
    await write('Max', set, corrected)
    await keep('Max', { [first.id]: ['Dia'] })
    const [now] = await partsOf('Dia', work.title)
    expect(now?.why).toContain('Your manager set this.')
    expect(now?.note).toBe('I need a second reader.')
  })

  test('gives work that was put off once, not in both quarters', async () => {
    const work = { title: 'Move the archive' }
    const first = await write('Max', work)
    await keep('Max', { [first.id]: ['Eli'] })
    await write('Max', { ...work, quarter: '2027-Q2' }, first)
    await keep('Max', { [first.id]: ['Eli'] }, '2027-Q2')
    expect((await partsOf('Eli', work.title)).map((part) => part.work.quarter)).toEqual(['2027-Q2'])
  })

  test('twice at once gives each their work once', async () => {
    const work = await write('Max', { title: 'Split the service', people: 2 })
    const board = { [work.id]: ['Bea', 'Cem'] satisfies PersonName[] }
    await Promise.all([keep('Max', board), keep('Max', board), keep('Max', board)])
    expect(await partsOf('Bea', work.title)).toHaveLength(1)
  })
})

describe('Taken back', () => {
  test('a board that was kept gives back what was given before, with the remarks', async () => {
    const work = await write('Max', { title: 'Lead the migration' })
    await keep('Max', { [work.id]: ['Bea'] })
    const [before] = await partsOf('Bea', work.title)
    await say('Bea', `parts/${before?.id}/note`, { note: 'Gladly.' })
    const change = await keep('Max', { [work.id]: ['Cem'] })
    expect(await undo('Nia', change)).toBe(412)
    expect(await partsOf('Cem', work.title)).toHaveLength(1)
    expect(await undo('Max', change)).toBe(204)
    expect(await partsOf('Cem', work.title)).toEqual([])
    expect(await partsOf('Bea', work.title)).toEqual([{ ...before, note: 'Gladly.' }])
    // It is taken back once, and not at all where it would hold twice.
    expect(await undo('Max', change)).toBe(412)
    expect(await partsOf('Bea', work.title)).toHaveLength(1)
  })

  test('what a person said since of the same work stays as they said it last', async () => {
    const work = { title: 'Write the handbook' }
    const first = await write('Max', work)
    await keep('Max', { [first.id]: ['Bea'] })
    const note = async (text: string) =>
      say('Bea', `parts/${(await partsOf('Bea', work.title))[0]?.id}/note`, { note: text })
    const corrected = async (about: string, known: Opportunity) => {
      const saved = await write('Max', { ...work, about }, known)
      return { saved, change: await keep('Max', { [first.id]: ['Bea'] }) }
    }
    const notes = async () => (await partsOf('Bea', work.title)).map((part) => part.note)
    await note('Said in anger.')
    const one = await corrected('With drawings.', first)
    await note('')
    expect(await undo('Max', one.change)).toBe(204)
    expect(await notes()).toEqual([''])
    const two = await corrected('With photographs.', one.saved)
    await note('I need a week more.')
    expect(await undo('Max', two.change)).toBe(204)
    expect(await notes()).toEqual(['I need a week more.'])
  })

  test('a board is not taken back where another was kept meanwhile, not even in part', async () => {
    const work = await write('Max', { title: 'Mend the build' })
    const change = await keep('Max', { [work.id]: ['Bea'] })
    await keep('Max', { [work.id]: ['Dia'] })
    expect(await undo('Max', change)).toBe(412)
    expect(await partsOf('Dia', work.title)).toHaveLength(1)
    expect(await partsOf('Bea', work.title)).toEqual([])
  })

  test('a first agreement leaves nothing agreed, and a change of one what was agreed before, with the remark', async () => {
    const first = (await agree('Eli', 6)).body
    expect(await undo('Max', { added: [first.id], ended: first.ended })).toBe(204)
    expect((await mine('Eli')).agreed).toBeNull()
    const { ended: _, ...stands } = (await agree('Eli', 8)).body
    await say('Eli', `agreed/${stands.id}/note`, { note: 'We said seven.' })
    const next = (await agree('Eli', 4)).body
    expect(await undo('Max', { added: [next.id], ended: next.ended })).toBe(204)
    expect((await mine('Eli')).agreed).toEqual({ ...stands, note: 'We said seven.' })
    // A second one of the same person would hold beside it.
    expect(await undo('Max', { added: [], ended: [next.id] })).toBe(412)
    // What they said to the one that is taken back is not lost.
    const last = (await agree('Eli', 2)).body
    await say('Eli', `agreed/${last.id}/note`, { note: 'Two are too few.' })
    expect(await undo('Max', { added: [last.id], ended: last.ended })).toBe(204)
    expect((await mine('Eli')).agreed).toEqual({ ...stands, note: 'We said seven.\nTwo are too few.' })
  })

  test('agreements made at once leave one that holds', async () => {
    await Promise.all([agree('Dia', 3), agree('Dia', 4), agree('Dia', 5)])
    const { body } = await server.as<{ agreed: AgreedGrowth[] }>('Max', 'GET', '/api/opportunities')
    expect(body.agreed.filter(({ personId }) => personId === idOf('Dia'))).toHaveLength(1)
  })
})
