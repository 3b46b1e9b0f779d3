// The company that does not exist: what its people did with each other fits together, as it would have to in a real one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBuiltInFramework } from '../../src/server/built-in-framework.ts'
import { type ActAs, actAs } from '../../src/server/demo/act-as.ts'
import { type DemoSeed, seedDemo } from '../../src/server/demo/seed-demo.ts'
import { servicesOn } from '../../src/server/open-services.ts'
import { findOrMakeTeamOrg } from '../../src/store/organisation/team-org.ts'
import { openTestStore, type TestStore } from '../test-store.ts'
import { FRAMEWORK_ROOT } from './test-server.ts'

const TODAY = new Date('2026-11-26T12:00:00.000Z')
/** Writing two years takes some seconds, and longer beside other work. */
const SEED_MS = 240_000

let store: TestStore
let seed: DemoSeed
let act: ActAs
beforeAll(async () => {
  const clock = { now: TODAY }
  store = await openTestStore({ now: () => clock.now })
  const services = await servicesOn({
    ...{ store, current: await readBuiltInFramework(FRAMEWORK_ROOT), now: () => clock.now },
    ...{ dataPlace: store.places.root, teamOrgId: await findOrMakeTeamOrg(store, {}) },
  })
  const setNow = (now: Date) => {
    clock.now = now
  }
  seed = await seedDemo({ services, setNow, progress: () => undefined }, TODAY)
  act = actAs(services)
}, SEED_MS)
afterAll(() => store.dispose())

const as = <Body>(key: string, path: string) => act<Body>(seed.idOf(key), 'GET', path)
interface Part {
  subject: { id: string }
  agreedAt: string | null
  raters: { rater: { id: string }; kind: string }[]
}
interface OneRound {
  round: { id: string; title: string; isOver: boolean; confidential: boolean }
  parts: Part[]
}

describe('In the demo', () => {
  test('one named round is over, one is running, and a confidential one was closed', async () => {
    const rounds = await as<OneRound['round'][]>('nadia-rossi', '/api/rounds')
    expect(rounds.map(({ title, isOver, confidential }) => [title, isOver, confidential])).toEqual([
      ['This autumn', false, false],
      ['Spring', true, true],
      ['Last autumn', true, false],
    ])
    const left = await as<{ rounds: { skills: string[] }[] }>('fatima-zahra', '/api/sealed-rounds')
    expect(left.rounds).toHaveLength(1)
  })

  test('nobody rates themselves as a colleague, and everybody in a round works there', async () => {
    const there = new Set(
      seed.company.people.filter(({ leftOn }) => leftOn === null).map(({ key }) => seed.idOf(key)),
    )
    for (const { id } of await as<{ id: string }[]>('nadia-rossi', '/api/rounds'))
      for (const { subject, raters } of (await as<OneRound>('nadia-rossi', `/api/rounds/${id}`)).parts) {
        expect(there.has(subject.id)).toBe(true)
        for (const { rater, kind } of raters) {
          expect(there.has(rater.id)).toBe(true)
          expect(rater.id === subject.id).toBe(kind === 'self')
        }
      }
  })

  test('whoever has left is not let in any more', async () => {
    await expect(as('viktor-holm', '/api/rounds')).rejects.toThrow('401')
  })

  test('what two rated was opened, and what they agreed on was agreed anew for one of them', async () => {
    expect(await as<unknown[]>('jonas-weber', '/api/openings')).toHaveLength(1)
    const agreed = await as<{ version: number; signedAt: string | null }[]>('jonas-weber', '/api/agreements')
    expect(agreed.map(({ version, signedAt }) => [version, signedAt !== null])).toEqual([
      [2, true],
      [1, true],
    ])
  })

  test('a rating is contested, and its rater reads that', async () => {
    const given = await as<{ disputes: unknown[] }[]>('jonas-weber', '/api/given')
    expect(given.flatMap(({ disputes }) => disputes)).toHaveLength(1)
  })

  test('every view of several people that has a page is on and has something in it', async () => {
    const map = await as<{ people: { known: { from: string }[] }[] }>('sofia-marino', '/api/team-map')
    expect(map.people.every(({ known }) => known.length > 0)).toBe(true)
    expect(map.people.some(({ known }) => known.some(({ from }) => from === 'agreed'))).toBe(true)
    const work = await as<{ opportunities: unknown[]; parts: unknown[] }>(
      'amara-okafor',
      '/api/opportunities',
    )
    expect([work.opportunities.length, work.parts.length > 0]).toEqual([4, true])
    const overview = await as<{ releases: unknown[]; whole: { skills: object } | null }>(
      'leila-haddad',
      '/api/organisation/overview',
    )
    expect([overview.releases.length, Object.keys(overview.whole?.skills ?? {}).length > 0]).toEqual([
      2,
      true,
    ])
    const calibration = await as<{ rounds: { closedOn: string | null }[] }>('kofi-mensah', '/api/calibration')
    expect(calibration.rounds.map(({ closedOn }) => closedOn !== null)).toEqual([false, true])
  })
})
