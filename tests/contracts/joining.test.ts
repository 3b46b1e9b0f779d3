// A manager begins alone with people who have no accounts; whoever joins later reads all of it, claims it or objects.
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../src/store/audit/audit.ts'
import { restoreBackup, saveBackup } from '../../src/store/own-data/backups.ts'
import { listErasedPeople } from '../../src/store/own-data/erased-people.ts'
import { finishErasing } from '../../src/store/own-data/finish-erasing.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'
import { openTestServer } from './test-server.ts'

const WRITING = 'written-communication'
const DESIGN = 'system-design'
const SECRET_NOTE = 'Her summaries end before the point.'

interface Answer {
  id: string
  kind: 'claimed' | 'objected'
  wish: string | null
  words: string
  reply: string | null
  removedAt: string | null
}
interface Rating {
  assessmentId: string
  skill: string
  saidBy: string
  current: { level: number | null; note: string; withdrawn: boolean }
  earlier: { level: number | null }[]
  whyNotClaimed: string | null
  answer: Answer | null
}
interface Held {
  id: string
  keeper: { name: string }
  keptAs: { name: string; relation: string | null; role: string | null }
  ratings: Rating[]
  named: { id: string; kind: string; day: string; answer: Answer | null }[]
  removed: Answer[]
}
interface Kept extends Omit<Held, 'id' | 'keeper' | 'keptAs'> {
  joining: { id: string; member: { id: string; name: string } } | null
  mayBe: { id: string; displayName: string; teams: { name: string }[] }[]
}

let server: TeamServer
let digest: string
beforeEach(async () => {
  server = await openTeamServer()
  digest = server.current.digest
})
afterEach(() => server.dispose())

const id = (who: PersonName) => server.organisation.idOf[who]
const once = () => ({ 'idempotency-key': randomUUID() })

async function keep(who: PersonName, displayName: string, relation = 'report'): Promise<string> {
  const body = { displayName, relation }
  const kept = await server.as<{ id: string }>(who, 'POST', '/api/people', { body, headers: once() })
  expect(kept.status, kept.text).toBe(201)
  return kept.body.id
}

interface Note {
  rater?: string | null
  kind?: string
  skill?: string
  level?: number
  note?: string
  day?: string
  about?: string
}

/** What `who` writes down about somebody whom they keep; the id of the assessment that it is in. */
async function note(who: PersonName, keptId: string, said: Note = {}): Promise<string> {
  const { rater = 'me', kind = 'manager', skill = WRITING, level = 2, day = '2026-05-04' } = said
  const noted = await server.as<{ id: string; ratings: { skill: string; revisionId: string }[] }>(
    who,
    'POST',
    `/api/people/${said.about ?? keptId}/assessments`,
    { body: { frameworkDigest: digest, raterKind: kind, rater, ratedOn: day }, headers: once() },
  )
  expect(noted.status, noted.text).toBe(201)
  const before = noted.body.ratings.find((one) => one.skill === skill)
  const headers: Record<string, string> =
    before === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${before.revisionId}"` }
  const rated = await server.as(who, 'PUT', `/api/assessments/${noted.body.id}/ratings/${skill}`, {
    body: { revisionId: randomUUID(), level, note: said.note ?? SECRET_NOTE },
    headers,
  })
  expect(rated.status, rated.text).toBeLessThan(300)
  return noted.body.id
}

const kept = async (who: PersonName, keptId: string) =>
  (await server.as<Kept>(who, 'GET', `/api/people/${keptId}/joining`)).body
const link = (who: PersonName, keptId: string, member: PersonName) =>
  server.as<Kept>(who, 'PUT', `/api/people/${keptId}/joining`, { body: { memberId: id(member) } })
const held = async (who: PersonName) => (await server.as<Held[]>(who, 'GET', '/api/held')).body
const theOne = async (who: PersonName): Promise<Held> => {
  const all = await held(who)
  expect(all).toHaveLength(1)
  return all[0] as Held
}
const claim = (who: PersonName, joiningId: string, items: object[]) =>
  server.as<Held>(who, 'POST', `/api/held/${joiningId}/claims`, { body: { items } })
const object = (who: PersonName, joiningId: string, item: object, said: object = {}) =>
  server.as<Held>(who, 'POST', `/api/held/${joiningId}/objections`, {
    body: { item, wish: 'beside', words: 'That was my first week.', ...said },
  })
const ratingsAbout = async (who: PersonName, subject: string) =>
  (
    await server.as<{ ratings: { skill: string; level: number; rater?: { name: string | null } }[] }>(
      who,
      'GET',
      `/api/people/${subject}/ratings`,
    )
  ).body.ratings

/** Max keeps Bea from before she had an account, with one rating of his own, and says that it is she. */
async function maxKeptBea(): Promise<{ keptId: string; assessmentId: string; joiningId: string }> {
  const keptId = await keep('Max', 'Bea')
  const assessmentId = await note('Max', keptId)
  expect((await link('Max', keptId, 'Bea')).status).toBe(200)
  return { keptId, assessmentId, joiningId: (await theOne('Bea')).id }
}

describe('Before anybody is linked', () => {
  test('the keeper is offered members whose names are alike, and nobody is told or linked', async () => {
    const keptId = await keep('Max', 'Béa L.')
    await note('Max', keptId)
    const other = await keep('Max', 'Somebody Else')
    expect((await kept('Max', keptId)).joining).toBeNull()
    const plain = await keep('Max', 'bea')
    expect((await kept('Max', plain)).mayBe).toMatchObject([
      { displayName: 'Bea', teams: [{ name: 'Platform' }] },
    ])
    expect((await kept('Max', other)).mayBe).toEqual([])
    expect(await held('Bea')).toEqual([])
  })

  test('the keeper sees what the member would see, with every wording, and removes for good what should not stand', async () => {
    const keptId = await keep('Max', 'Bea')
    const assessmentId = await note('Max', keptId, { level: 1 })
    await note('Max', keptId, { level: 3, note: 'Better said.' })
    await note('Max', keptId, { skill: DESIGN })
    const before = await kept('Max', keptId)
    expect(
      before.ratings.map(({ skill, current, earlier }) => [skill, current.level, earlier.length]),
    ).toEqual([
      [DESIGN, 2, 0],
      [WRITING, 3, 1],
    ])
    const remove = (who: PersonName, skill: string) =>
      server.as(who, 'POST', `/api/people/${keptId}/removals`, { body: { assessmentId, skill } })
    expectProblem(await remove('Nia', WRITING), 404, 'not-found')
    expect((await remove('Max', WRITING)).status).toBe(204)
    expectProblem(await remove('Max', WRITING), 404, 'not-found')
    expect((await kept('Max', keptId)).ratings.map(({ skill }) => skill)).toEqual([DESIGN])
    const rows = await server.store.database.alone(
      async (one) => (await one.query(`SELECT note FROM rating_revision WHERE skill = '${WRITING}'`)).rows,
    )
    expect(rows).toEqual([])
  })

  test('only somebody of the organisation who is here can be meant, and only one of those whom one keeps', async () => {
    const keptId = await keep('Max', 'Bea')
    for (const memberId of [id('Max'), id('Lea'), keptId, UNKNOWN]) {
      const answer = await server.as('Max', 'PUT', `/api/people/${keptId}/joining`, { body: { memberId } })
      expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual(['#/memberId'])
    }
    expectProblem(await link('Nia', keptId, 'Bea'), 404, 'not-found')
    expect((await link('Max', keptId, 'Bea')).status).toBe(200)
    expect((await link('Max', keptId, 'Bea')).status).toBe(200)
    expectProblem(await link('Max', keptId, 'Cem'), 409, 'conflict')
    expectProblem(await link('Max', await keep('Max', 'Bea the second'), 'Bea'), 409, 'conflict')
  })
})

describe('Notes from a laptop', () => {
  test('come along with whom they are about, as nobody else’s, and are shown once it is said who that is', async () => {
    const laptop = await openTestServer()
    try {
      const body = { displayName: 'Bea', relation: 'report' }
      const added = await laptop.call<{ id: string }>('POST', '/api/people', { body, headers: once() })
      const noted = await laptop.call<{ id: string }>('POST', `/api/people/${added.body.id}/assessments`, {
        body: { frameworkDigest: digest, raterKind: 'manager', rater: 'me', ratedOn: '2026-03-02' },
        headers: once(),
      })
      await laptop.call('PUT', `/api/assessments/${noted.body.id}/ratings/${WRITING}`, {
        body: { revisionId: randomUUID(), level: 2, note: SECRET_NOTE },
        headers: { 'if-none-match': '*' },
      })
      const file = (await laptop.call<object>('GET', '/api/export')).body
      const brought = await server.as('Max', 'POST', '/api/import', { body: file, headers: once() })
      expect(brought.status, brought.text).toBe(200)
      expect(await held('Bea')).toEqual([])
      const [bea] = (await server.as<{ id: string }[]>('Max', 'GET', '/api/people')).body
      await link('Max', bea?.id ?? '', 'Bea')
      expect((await theOne('Bea')).ratings).toMatchObject([
        { saidBy: 'keeper', current: { note: SECRET_NOTE } },
      ])
    } finally {
      await laptop.dispose()
    }
  })
})

describe('Whoever joins later', () => {
  test('reads everything that is held about them, by whom and since when, and nobody else reads it', async () => {
    const { joiningId } = await maxKeptBea()
    expect(await theOne('Bea')).toMatchObject({
      id: joiningId,
      keeper: { name: 'Max' },
      keptAs: { name: 'Bea', relation: 'report', role: null },
      ratings: [{ skill: WRITING, saidBy: 'keeper', current: { level: 2, note: SECRET_NOTE }, answer: null }],
    })
    expect((await server.as<{ heldBy: number }>('Bea', 'GET', '/api/session')).body.heldBy).toBe(1)
    for (const who of ['Ada', 'Nia', 'Cem', 'Max'] as const) expect(await held(who)).toEqual([])
    for (const who of ['Ada', 'Nia', 'Cem'] as const) {
      const item = { assessmentId: UNKNOWN, skill: WRITING }
      expectProblem(await claim(who, joiningId, [item]), 404, 'not-found')
      expectProblem(await object(who, joiningId, item), 404, 'not-found')
      expectProblem(await server.as(who, 'DELETE', `/api/held/${joiningId}`), 404, 'not-found')
    }
  })

  test('also reads what is written about them afterwards', async () => {
    const { keptId } = await maxKeptBea()
    await note('Max', keptId, { skill: DESIGN, level: 4, note: 'Led the review.' })
    expect((await theOne('Bea')).ratings.map(({ skill }) => skill).sort()).toEqual([DESIGN, WRITING])
  })

  test('is not told who else said something to the keeper, nor what they themselves said about others', async () => {
    const keptId = await keep('Max', 'Bea')
    const ben = await keep('Max', 'Ben the colleague', 'peer')
    await note('Max', keptId, { rater: ben, kind: 'peer', note: 'Told me over lunch.' })
    await note('Max', keptId, { rater: null, kind: 'peer', skill: DESIGN, day: '2026-05-05' })
    await note('Max', ben, {
      rater: keptId,
      kind: 'peer',
      note: 'A word about Ben alone.',
      day: '2026-05-06',
    })
    await link('Max', keptId, 'Bea')
    const answer = await server.as<Held[]>('Bea', 'GET', '/api/held')
    expect(answer.text).not.toContain('Ben the colleague')
    expect(answer.text).not.toContain('A word about Ben alone')
    expect(answer.body[0]?.ratings.map(({ saidBy }) => saidBy).sort()).toEqual(['somebody-else', 'unknown'])
    expect(answer.body[0]?.named).toMatchObject([{ kind: 'said', day: '2026-05-06', answer: null }])
  })

  test('learns that the keeper prepared a talk with them and its day, and none of its words', async () => {
    const keptId = await keep('Max', 'Bea')
    const content = {
      ...{ heldOn: '2026-06-01', personId: keptId, withWhom: 'Bea', about: 'them', since: '2026-01-01' },
      ...{ chosen: [], showsStanding: false, towards: null, oneThing: 'Ask about the rota.' },
      ...{ questions: [], steps: [], notes: 'My own doubts.' },
    }
    const talkId = randomUUID()
    const talk = await server.as('Max', 'PUT', `/api/conversations/${talkId}`, {
      body: { content, frameworkDigest: digest, revisionId: randomUUID() },
      headers: { 'if-none-match': '*' },
    })
    expect(talk.status, talk.text).toBe(201)
    await link('Max', keptId, 'Bea')
    const answer = await server.as<Held[]>('Bea', 'GET', '/api/held')
    expect(answer.body[0]?.named).toMatchObject([{ kind: 'talk', day: '2026-06-01' }])
    for (const word of ['Ask about the rota', 'My own doubts', talkId])
      expect(answer.text).not.toContain(word)
    const recordId = answer.body[0]?.named[0]?.id ?? ''
    const objected = await object(
      'Bea',
      answer.body[0]?.id ?? '',
      { recordId },
      { wish: 'removal', words: '' },
    )
    expect(objected.body.named[0]?.answer).toMatchObject({ kind: 'objected', wish: 'removal' })
    const gone = await server.as('Max', 'DELETE', `/api/conversations/${talkId}`, {
      headers: { 'if-match': talk.headers.get('etag') ?? '' },
    })
    expect(gone.status, gone.text).toBe(204)
    await kept('Max', keptId)
    expect(await theOne('Bea')).toMatchObject({ named: [], removed: [{ kind: 'objected' }] })
  })

  test('finds all of it in their export, and the keeper finds their words', async () => {
    const { joiningId, assessmentId } = await maxKeptBea()
    await object('Bea', joiningId, { assessmentId, skill: WRITING })
    const hers = await server.as<{ held: { keeperName: string }[] }>('Bea', 'GET', '/api/export')
    expect(hers.body.held).toMatchObject([{ keeperName: 'Max', keptAs: { displayName: 'Bea' } }])
    expect(hers.text).toContain(SECRET_NOTE)
    expect((await server.as('Max', 'GET', '/api/export')).text).toContain('That was my first week.')
    expect((await server.as('Bea', 'GET', '/api/export?format=markdown')).text).toContain('held about you')
    for (const who of ['Ada', 'Nia', 'Cem'] as const)
      expect((await server.as(who, 'GET', '/api/export')).text).not.toContain(SECRET_NOTE)
  })
})

describe('What is claimed', () => {
  test('is a rating that was given to the member by its writer, until that is taken back', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    expect(await ratingsAbout('Bea', 'me')).toEqual([])
    const item = { assessmentId, skill: WRITING }
    const claimed = await claim('Bea', joiningId, [item, item])
    expect(claimed.status, claimed.text).toBe(200)
    expect(claimed.body.ratings).toMatchObject([{ ...item, answer: { kind: 'claimed' } }])
    expect(await ratingsAbout('Bea', 'me')).toMatchObject([{ level: 2, rater: { name: 'Max' } }])
    expect(await ratingsAbout('Max', keptId)).toEqual([])
    const given = await server.as<{ assessment: { id: string } }[]>('Bea', 'GET', '/api/given')
    expect(given.body).toMatchObject([{ rater: { name: 'Max' }, assessment: { purpose: 'development' } }])
    const contested = await server.as('Bea', 'POST', `/api/given/${given.body[0]?.assessment.id}/disputes`, {
      body: { skill: WRITING, kind: 'contest', words: 'I was new.' },
    })
    expect(contested.status).toBe(201)
    expectProblem(
      await server.as('Max', 'POST', `/api/people/${keptId}/removals`, { body: item }),
      404,
      'not-found',
    )
    const answerId = claimed.body.ratings[0]?.answer?.id ?? ''
    expectProblem(await server.as('Max', 'DELETE', `/api/held-answers/${answerId}`), 403, 'not-allowed')
    expect((await server.as('Bea', 'DELETE', `/api/held-answers/${answerId}`)).status).toBe(204)
    expect(await ratingsAbout('Bea', 'me')).toEqual([])
    expect((await server.as<unknown[]>('Bea', 'GET', '/api/given')).body).toEqual([])
    expect(await ratingsAbout('Max', keptId)).toMatchObject([{ level: 2 }])
    expect((await theOne('Bea')).ratings).toMatchObject([{ ...item, answer: null }])
  })

  test('does not give somebody else’s words the keeper’s name, nor count them as the keeper’s', async () => {
    const keptId = await keep('Max', 'Bea')
    const ben = await keep('Max', 'Ben the colleague', 'peer')
    const assessmentId = await note('Max', keptId, { rater: ben, kind: 'peer' })
    const own = await note('Max', keptId, { rater: keptId, kind: 'self', skill: DESIGN })
    await link('Max', keptId, 'Bea')
    const { id: joiningId, ratings } = await theOne('Bea')
    expect(ratings.find(({ skill }) => skill === DESIGN)?.whyNotClaimed).toBe('own-words')
    expectProblem(await claim('Bea', joiningId, [{ assessmentId: own, skill: DESIGN }]), 422, 'invalid')
    expect((await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])).status).toBe(200)
    expect(await ratingsAbout('Bea', 'me')).toMatchObject([{ rater: { name: null, kind: 'peer' } }])
    const given = await server.as('Bea', 'GET', '/api/given')
    expect(given.body).toMatchObject([{ assessment: { writtenDown: true } }])
    expect(given.text).not.toContain('Ben the colleague')
  })

  test('goes back to a place of its own where something new was noted meanwhile', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    const item = { assessmentId, skill: WRITING }
    const claimed = await claim('Bea', joiningId, [item])
    await note('Max', keptId, { level: 4, note: 'Said again.' })
    const answerId = claimed.body.ratings[0]?.answer?.id ?? ''
    expect((await server.as('Bea', 'DELETE', `/api/held-answers/${answerId}`)).status).toBe(204)
    expect((await theOne('Bea')).ratings.map(({ current }) => current.level).sort()).toEqual([2, 4])
  })
})

describe('An objection', () => {
  test('takes the rating out of every use, and is answered with words or with removal', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    const item = { assessmentId, skill: WRITING }
    const levels = async () =>
      (await server.as<{ levels: { skill: string }[] }>('Max', 'GET', `/api/people/${keptId}/levels`)).body
    expect(JSON.stringify((await levels()).levels)).toContain(WRITING)
    expectProblem(await object('Bea', joiningId, item, { words: ' ' }), 422, 'invalid')
    const objected = await object('Bea', joiningId, item)
    expect(objected.status, objected.text).toBe(200)
    const answerId = objected.body.ratings[0]?.answer?.id ?? ''
    expect(await ratingsAbout('Max', keptId)).toEqual([])
    expect((await levels()).levels).toEqual([])
    const grid = await server.as('Max', 'GET', '/api/people-grid?format=csv&purpose=development')
    expect(grid.text).not.toContain('Bea,')
    const seen = (await kept('Max', keptId)).ratings[0]
    expect(seen?.answer).toMatchObject({ kind: 'objected', words: 'That was my first week.', reply: null })
    const reply = (who: PersonName, words: string) =>
      server.as(who, 'PUT', `/api/held-answers/${answerId}/reply`, { body: { words } })
    expectProblem(await reply('Bea', 'Mine'), 403, 'not-allowed')
    expectProblem(await reply('Nia', 'Not mine'), 404, 'not-found')
    expect((await reply('Max', 'I see; I will look again.')).status).toBe(204)
    expect((await theOne('Bea')).ratings[0]?.answer?.reply).toBe('I see; I will look again.')
    expect(await ratingsAbout('Max', keptId)).toEqual([])
    expect((await server.as('Max', 'POST', `/api/people/${keptId}/removals`, { body: item })).status).toBe(
      204,
    )
    const after = await server.as<Held[]>('Bea', 'GET', '/api/held')
    expect(after.body[0]).toMatchObject({ ratings: [], removed: [{ words: 'That was my first week.' }] })
    expect(after.body[0]?.removed[0]?.removedAt).not.toBeNull()
    expect(after.text).not.toContain(SECRET_NOTE)
  })

  test('can be taken back, and then the rating is used as before; claiming ends it too', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    const item = { assessmentId, skill: WRITING }
    const first = await object('Bea', joiningId, item, { wish: 'removal', words: '' })
    const answerId = first.body.ratings[0]?.answer?.id ?? ''
    expect((await server.as('Bea', 'DELETE', `/api/held-answers/${answerId}`)).status).toBe(204)
    expect(await ratingsAbout('Max', keptId)).toHaveLength(1)
    await object('Bea', joiningId, item)
    expect((await claim('Bea', joiningId, [item])).body.ratings[0]?.answer?.kind).toBe('claimed')
    expect((await object('Bea', joiningId, item)).body.ratings[0]?.answer?.kind).toBe('objected')
    expect(await ratingsAbout('Bea', 'me')).toEqual([])
  })
})

describe('A mistake', () => {
  test.each([
    ['the keeper', 'Max'],
    ['the wrong person', 'Bea'],
  ] as const)('is undone by %s, and the wrong person has nothing of it any more', async (_, who) => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    await note('Max', keptId, { skill: DESIGN })
    await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])
    await object('Bea', joiningId, { assessmentId, skill: DESIGN })
    const path = who === 'Max' ? `/api/people/${keptId}/joining` : `/api/held/${joiningId}`
    expect((await server.as(who, 'DELETE', path)).status).toBe(204)
    expect(await held('Bea')).toEqual([])
    expect(await ratingsAbout('Bea', 'me')).toEqual([])
    const hers = (await server.as('Bea', 'GET', '/api/export')).text
    for (const trace of [SECRET_NOTE, keptId, joiningId, 'That was my first week.'])
      expect(hers).not.toContain(trace)
    expect((await ratingsAbout('Max', keptId)).map(({ skill }) => skill).sort()).toEqual([DESIGN, WRITING])
    expect((await kept('Max', keptId)).joining).toBeNull()
    expect((await link('Max', keptId, 'Cem')).status).toBe(200)
    expect((await theOne('Cem')).ratings).toHaveLength(2)
  })
})

describe('Views of several people', () => {
  test('hold nothing of somebody who is kept: not before it is claimed, and not for anybody else afterwards', async () => {
    for (const view of ['team-map', 'conversation-prep', 'opportunities', 'organisation'])
      await server.as('Ada', 'PUT', `/api/views/${view}`, {
        body: { purpose: 'So that work and growth meet.' },
      })
    const { joiningId, assessmentId } = await maxKeptBea()
    const paths = [
      '/api/team-map',
      `/api/preparations/${id('Bea')}`,
      '/api/opportunities',
      '/api/organisation/overview',
      `/api/given?about=${id('Bea')}`,
    ]
    const look = async (who: PersonName) => {
      const answers = []
      for (const path of paths) answers.push((await server.as(who, 'GET', path)).text)
      return answers.map((text) => text.replace(/"requestId":"[^"]+"/, ''))
    }
    const before = { Max: await look('Max'), Nia: await look('Nia') }
    expect(before.Max.join()).not.toContain(SECRET_NOTE)
    await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])
    expect({ Max: await look('Max'), Nia: await look('Nia') }).toEqual(before)
    expect((await server.as('Ada', 'PUT', '/api/organisation/releases/2026-11-23')).status).toBe(200)
    const figures = await server.store.database.alone(
      async (one) => (await one.query('SELECT * FROM release_cell')).rows,
    )
    expect(figures).toEqual([])
  })
})

describe('Who goes', () => {
  test('a member who is erased takes along what was held about them, and no backup brings it back', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    await note('Max', keptId, { skill: DESIGN })
    await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])
    const erased = await server.as('Bea', 'POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status, erased.text).toBe(200)
    expect((await server.as<unknown[]>('Max', 'GET', '/api/people')).body).toEqual([])
    expect((await server.as('Max', 'GET', '/api/export')).text).not.toContain(SECRET_NOTE)
    const gone = listErasedPeople(server.store.places).map(({ personId }) => personId)
    expect(gone).toEqual(expect.arrayContaining([id('Bea'), keptId]))
  })

  test('a member who was erased elsewhere takes it along out of a backup as well', async () => {
    await maxKeptBea()
    const { name } = await saveBackup(server.store)
    const erased = await server.as('Bea', 'POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status, erased.text).toBe(200)
    // As in the folder of another process, which knows from the database who was erased and not as whom they were kept.
    const { tombstones } = server.store.places
    const { erased: all } = JSON.parse(readFileSync(tombstones, 'utf8')) as { erased: { personId: string }[] }
    const members = all.filter(({ personId }) => personId === id('Bea'))
    writeFileSync(tombstones, JSON.stringify({ erased: members }))
    expect((await restoreBackup(server.store, name)).ok).toBe(true)
    await finishErasing(server.store)
    server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000)
    expect((await server.as<unknown[]>('Max', 'GET', '/api/people')).body).toEqual([])
    expect((await server.as('Max', 'GET', '/api/export')).text).not.toContain(SECRET_NOTE)
  })

  test('a keeper who is erased takes along what they said of others, also what was claimed', async () => {
    const { joiningId, assessmentId } = await maxKeptBea()
    await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])
    const erased = await server.as('Max', 'POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status, erased.text).toBe(200)
    expect(await held('Bea')).toEqual([])
    expect(await ratingsAbout('Bea', 'me')).toEqual([])
  })

  test('whom the keeper removes keeps what they had claimed', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    await note('Max', keptId, { skill: DESIGN })
    await claim('Bea', joiningId, [{ assessmentId, skill: WRITING }])
    await object('Bea', joiningId, { assessmentId, skill: DESIGN })
    expect((await server.as('Max', 'DELETE', `/api/people/${keptId}`)).status).toBe(204)
    expect(await held('Bea')).toEqual([])
    expect(await ratingsAbout('Bea', 'me')).toMatchObject([{ skill: WRITING, rater: { name: 'Max' } }])
  })

  test('leaves audit lines that hold ids and no contents', async () => {
    const { keptId, joiningId, assessmentId } = await maxKeptBea()
    await object('Bea', joiningId, { assessmentId, skill: WRITING })
    await server.as('Max', 'DELETE', `/api/people/${keptId}/joining`)
    const viewer = await personViewer(server.store, server.organisation.orgId, id('Ada'))
    const lines = await server.store.withViewer(viewer, listAudit)
    const ours = lines.filter(({ noun }) => noun === 'joining' || noun === 'held-item')
    expect(ours.map(({ noun, action }) => [noun, action])).toEqual([
      ['joining', 'add'],
      ['held-item', 'add'],
      ['joining', 'remove'],
    ])
    for (const word of [WRITING, 'first week', 'Bea']) expect(JSON.stringify(ours)).not.toContain(word)
  })
})
