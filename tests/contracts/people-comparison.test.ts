// What the API promises where somebody keeps ratings of several people: one fit of all of them, never a stale one, and
// about a rater's habits nothing to anybody but that rater.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessment } from '../../src/core/assessment/assessment.ts'
import type { RatingAbout } from '../../src/core/assessment/rating-about.ts'
import { type MeasuredLevel, measurePerson } from '../../src/core/measurement/measure-person.ts'
import type { PeopleComparison } from '../../src/core/measurement/people-comparison.ts'
import { defaultPopulation } from '../../src/core/measurement/population.ts'
import type { KeptPerson } from '../../src/core/person/kept-person.ts'
import { expectProblem, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

const SKILLS = ['mentoring', 'delegation', 'coaching', 'system-design', 'software-craft', 'active-listening']
const once = () => ({ 'idempotency-key': randomUUID() })

async function keep(displayName: string): Promise<KeptPerson> {
  const body = { displayName, role: 'senior-engineer' }
  return (await server.call<KeptPerson>('POST', '/api/people', { headers: once(), body })).body
}

/** All six skills at these levels. */
async function note(
  subject: string,
  rater: string | null,
  levels: readonly number[],
  ratedOn = '2026-09-30',
): Promise<string> {
  const body = {
    frameworkDigest: server.current.digest,
    ratedOn,
    rater,
    raterKind: rater === 'me' ? 'manager' : 'peer',
  }
  const path = `/api/people/${subject}/assessments`
  const { id } = (await server.call<Assessment>('POST', path, { headers: once(), body })).body
  for (const [at, skill] of SKILLS.entries()) await server.rate(id, skill, levels[at] ?? 0)
  return id
}

async function levels(path: string): Promise<Map<string, MeasuredLevel>> {
  const { body } = await server.call<{ levels: MeasuredLevel[] }>('GET', path)
  return new Map(body.levels.map((level) => [level.skill, level]))
}

const comparison = async () => (await server.call<PeopleComparison>('GET', '/api/people-comparison')).body

describe('ratings of several people', () => {
  let people: KeptPerson[] = []

  test('alone, levels are exactly what one person is measured to be, and nobody is compared', async () => {
    const own = await server.openAssessment()
    await server.rate(own.id, 'mentoring', 4)
    const { body } = await server.call<{ ratings: RatingAbout[] }>('GET', '/api/people/me/ratings')
    const { framework } = server.current
    const alone = measurePerson({
      framework,
      ratings: body.ratings,
      sealed: [],
      population: defaultPopulation(framework),
      now: server.clock.now.toISOString(),
    })
    expect([...(await levels('/api/levels'))]).toEqual(JSON.parse(JSON.stringify([...alone.levels])))
    expect(await comparison()).toEqual({ networks: [], habit: null })
    const { body: me } = await server.call<{ heard: unknown[] }>('GET', '/api/me')
    expect(me.heard).toEqual([])
  })

  test('what the same raters said of others counts: after a strict one the same ratings mean more', async () => {
    people = [
      await keep('Ada'),
      await keep('Ben'),
      await keep('Cem'),
      await keep('Strict'),
      await keep('Usual'),
    ]
    const [ada, ben, cem, strict, usual] = people.map(({ id }) => id)
    if (!ada || !ben || !cem || !strict || !usual) throw new Error('Somebody was not kept.')
    await note(ada, strict, [1, 1, 1, 1, 1, 1])
    const alone = (await levels(`/api/people/${ada}/levels`)).get('mentoring')?.level ?? 0
    for (const id of [ben, cem]) {
      await note(id, strict, [1, 2, 1, 1, 2, 1])
      await note(id, usual, [3, 4, 3, 3, 4, 3])
      await note(id, 'me', [3, 3, 3, 3, 4, 3])
    }
    const after = (await levels(`/api/people/${ada}/levels`)).get('mentoring')?.level ?? 0
    expect(after - alone).toBeGreaterThan(0.2)
  })

  test('people whom shared raters join are named together, and the others apart', async () => {
    const { networks } = await comparison()
    expect(networks.map((ids) => ids.map(({ name }) => name).toSorted())).toEqual([
      ['Ada', 'Ben', 'Cem'],
      [null],
    ])
  })

  test('the reader learns how they rate, and of nobody else', async () => {
    const { habit } = await comparison()
    expect(habit).toMatchObject({ ratings: 12, people: 2, sharedPeople: 2, otherRaters: 2, odd: null })
    expect(habit?.difference?.levels).toBeGreaterThan(0.1)
    const answers = [
      await server.call('GET', '/api/people-comparison'),
      await server.call('GET', `/api/levels`),
    ]
    for (const { text } of answers) expect(text).not.toMatch(/raters"|leniency|Strict|Usual/)
  })

  test('a changed rating, a taken back one and a removed person count at once', async () => {
    const [ada, ben, cem] = people
    if (!ada || !ben || !cem) throw new Error('Nobody is kept.')
    const path = `/api/people/${ada.id}/levels`
    const before = (await levels(path)).get('mentoring')?.level ?? 0
    const later = await note(ben.id, people[3]?.id ?? null, [5, 5, 5, 5, 5, 5], '2026-10-15')
    expect((await levels(path)).get('mentoring')?.level).not.toBeCloseTo(before, 3)
    const { body } = await server.call<{ ratings: RatingAbout[] }>('GET', `/api/people/${ben.id}/ratings`)
    for (const { assessmentId, skill, revisionId } of body.ratings) {
      if (assessmentId !== later) continue
      const headers = { 'if-match': `"${revisionId}"` }
      await server.call('DELETE', `/api/assessments/${later}/ratings/${skill}`, { headers })
    }
    expect((await levels(path)).get('mentoring')?.level).toBe(before)
    await server.call('DELETE', `/api/people/${ben.id}`)
    await server.call('DELETE', `/api/people/${cem.id}`)
    const { networks, habit } = await comparison()
    expect(new Set(networks.flat().map(({ name }) => name))).toEqual(new Set(['Ada', null]))
    expect(habit).toBeNull()
  })

  test('what others said of me counts on the first screens too, as a whole level', async () => {
    await note('me', people[4]?.id ?? null, [1, 1, 4, 4, 4, 4])
    const { body } = await server.call<{ heard: { skill: string; level: number }[] }>('GET', '/api/me')
    expect(body.heard.map(({ skill }) => skill).toSorted()).toEqual(SKILLS.toSorted())
    const measured = await levels('/api/levels')
    for (const { skill, level } of body.heard) {
      expect(level).toBe(Math.round(measured.get(skill)?.latent.mean ?? -1))
    }
  })

  test('nobody else is measured: whoever is not kept does not exist', async () => {
    expectProblem(await server.call('GET', `/api/people/${UNKNOWN}/levels`), 404, 'not-found')
  })
})
