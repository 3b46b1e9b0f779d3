// Two organisations in one database, asked over HTTP and in SQL for what is not one's own.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ordinaryViewer, type Viewer, visitor } from '../../src/core/access/viewer.ts'
import type { MemberAnswer } from '../../src/server/organisation/members.ts'
import { listColumnTags } from '../../src/store/column-tags.ts'
import type { PersonName } from '../organisation.ts'
import { recordProof } from '../proofs/record-proof.ts'
import { volumeOf } from '../proofs/volume.ts'
import { fill } from './fill-probe-world.ts'
import { isAllowed, type Thing } from './oracle.ts'
import { beginningOf, ID_IN_ADDRESS, NO_PRIVATE_ID, Prober } from './probe.ts'
import { BYSTANDERS, EVERYBODY, OWNERS, openProbeWorld, type ProbeWorld } from './probe-world.ts'
import { chanceFrom } from './random-world.ts'

const seed =
  process.env.SKILLMAP_SEED === 'random'
    ? Date.now() % 2 ** 31
    : Number(process.env.SKILLMAP_SEED ?? 20_261_126)
const probes = volumeOf({ full: 50_000, small: 500 })
const queries = volumeOf({ full: 10_000, small: 100 })
const isRelease = process.env.SKILLMAP_VOLUME === 'release'
/** Milliseconds: a probe is one request or two. */
const PATIENCE = Math.max(180_000, probes * 250)
/** What everyone of an organisation reads, and the days of a session, may change for a bystander. */
const MAY_CHANGE = ['framework', 'member', 'round', 'team', 'viewSwitch']

let world: ProbeWorld
const before = new Map<string, string>()
const chance = chanceFrom(seed)

beforeAll(async () => {
  world = await openProbeWorld(chance)
  for (const [what, text] of await whatBystandersRead()) before.set(what, text)
  await fill(world, chance, isRelease ? OWNERS : ['Max', 'Bea', 'Hal'])
}, PATIENCE)

afterAll(async () => {
  await world.servers[0].dispose()
})

/** Something that is somebody's own and about themselves. */
const thingAbout = (orgId: string, personId: string): Thing => ({
  orgId,
  ownerId: personId,
  subjectId: personId,
  givenToId: null,
  isWithdrawn: false,
  isGiven: false,
  isShownToManager: false,
})

/**
 * Lines of the record that the page lets administrators of the audit read: that somebody started a round (not about
 * whom), published a framework, or read the record; and, to the person alone, that they exported, which this test does.
 * Every other line must be as before.
 */
const TOLD_BY_THE_RECORD =
  /\{"seq":\d+,[^{}]*"says":"(started a round|published “[^”]*”|read this record|read the record of the organisation|exported everything about yourself)"\},?/g

/** Every list, as those read it who have nothing of their own. */
async function whatBystandersRead(): Promise<[string, string][]> {
  const all: [string, string][] = []
  for (const [org, server] of world.servers.entries()) {
    const lists = server.app.declared.filter(
      ({ method, path, access }) =>
        method === 'get' &&
        !path.includes('{') &&
        typeof access !== 'string' &&
        !MAY_CHANGE.includes(access.noun),
    )
    for (const who of BYSTANDERS) {
      for (const { path } of lists) {
        const answer = await server.as(who, 'GET', path)
        const text = answer.text
          .replaceAll(/"requestId":"[^"]*"/g, '')
          .replaceAll(/"recoverySheet":"[^"]*"/g, '')
          .replaceAll(TOLD_BY_THE_RECORD, '')
        all.push([`${org} ${who} ${path}`, `${answer.status} ${answer.headers.get('etag')} ${text}`])
      }
    }
  }
  return all
}

describe('Over HTTP', () => {
  test('each address with an id is probed, or says why it is not', () => {
    const strange = world.servers[0].app.declared.filter(
      ({ path }) =>
        path.includes('{') &&
        beginningOf(path, ID_IN_ADDRESS) === null &&
        beginningOf(path, NO_PRIVATE_ID) === null,
    )
    expect(strange.map(({ path }) => path)).toEqual([])
  })

  test('whoever has nothing of their own reads the same before and after others wrote all that', async () => {
    const after = await whatBystandersRead()
    expect(after.length).toBeGreaterThan(100)
    for (const [what, text] of after) expect([what, text]).toEqual([what, before.get(what)])
  })

  test(
    `nothing leaks in ${probes} probes with ids, lists, searches and fields of others`,
    async () => {
      const prober = new Prober(world, chance)
      for (let n = 0; n < probes; n += 1) await prober.probe()
      recordProof({
        name: 'Probes for what is not one’s own, over HTTP',
        volume: probes,
        found: `${prober.leaks.length} leaks`,
        target: '0 leaks',
        notes: `${prober.requests} requests to two organisations with the same ids in one database; ${Object.entries(
          prober.byKind,
        )
          .map(([kind, count]) => `${kind} ${count}`)
          .join(', ')}; ${prober.taken} ids that a writer chose were refused as taken; seed ${seed}`,
      })
      expect(prober.leaks).toEqual([])
    },
    PATIENCE,
  )

  test('the role that somebody is held in is shown to those whom the prose names', async () => {
    for (const [org, server] of world.servers.entries()) {
      const { orgId, idOf } = server.organisation
      for (const who of EVERYBODY) {
        const { body } = await server.as<MemberAnswer[]>(who, 'GET', '/api/members')
        for (const member of body) {
          const thing = thingAbout(orgId, member.id)
          const asker = { orgId, personId: idOf[who] }
          const expected = isAllowed(world.facts[org as 0 | 1], asker, 'heldRole', 'see', thing)
          expect([who, member.displayName, member.role !== null]).toEqual([who, member.displayName, expected])
        }
      }
    }
  })

  test('the record of somebody on the list is read by those whom the prose names', async () => {
    for (const [org, server] of world.servers.entries()) {
      const { orgId, idOf } = server.organisation
      for (const who of EVERYBODY) {
        for (const about of EVERYBODY) {
          const { status } = await server.as(who, 'GET', `/api/organisation/people/${idOf[about]}`)
          const thing = thingAbout(orgId, idOf[about])
          const asker = { orgId, personId: idOf[who] }
          const expected = isAllowed(world.facts[org as 0 | 1], asker, 'memberRecord', 'see', thing)
          expect([who, about, status]).toEqual([who, about, expected ? 200 : 404])
        }
      }
    }
  })

  test('a talk with somebody is prepared by whoever manages them today, and by nobody else', async () => {
    for (const [org, server] of world.servers.entries()) {
      const { orgId, idOf } = server.organisation
      for (const who of EVERYBODY) {
        for (const about of EVERYBODY) {
          const { status } = await server.as(who, 'GET', `/api/preparations/${idOf[about]}`)
          const asker = { orgId, personId: idOf[who] }
          const thing = thingAbout(orgId, idOf[about])
          const expected = isAllowed(world.facts[org as 0 | 1], asker, 'teamMapPerson', 'see', thing)
          expect([who, about, status]).toEqual([who, about, expected ? 200 : 404])
        }
      }
    }
  })

  test('a team map holds whom one manages today, and nobody else', async () => {
    for (const [org, server] of world.servers.entries()) {
      const { orgId, idOf } = server.organisation
      await server.as('Ada', 'PUT', '/api/views/team-map', {
        body: { purpose: 'To see where help is needed.' },
      })
      for (const who of EVERYBODY) {
        const { body } = await server.as<{ people: { name: string }[] }>(who, 'GET', '/api/team-map')
        const expected = (Object.keys(idOf) as PersonName[]).filter((name) => {
          const thing = thingAbout(orgId, idOf[name])
          const asker = { orgId, personId: idOf[who] }
          return isAllowed(world.facts[org as 0 | 1], asker, 'teamMapPerson', 'see', thing)
        })
        expect([who, body.people.map(({ name }) => name)]).toEqual([who, expected.sort()])
      }
    }
  })
})

describe('Row security, with every filter of the program removed', () => {
  test(
    `gives no row of another organisation and no private row of another owner in ${queries} queries`,
    async () => {
      const tables = await tablesOfPeople()
      let rows = 0
      for (let n = 0; n < queries; n += 1) {
        const { name, owner, hasAudience } = tables[n % tables.length] as (typeof tables)[number]
        const { orgId, idOf } = world.servers[chance.oneOf([0, 1] as const)].organisation
        const personId = chance.onceIn(8) ? null : idOf[chance.oneOf(EVERYBODY)]
        const viewer = personId === null ? visitor(orgId) : ordinaryViewer(orgId, personId)
        const found = await everythingOf(name, viewer)
        rows += found.length
        for (const row of found) {
          expect([name, row.org_id]).toEqual([name, orgId])
          const isPrivate = owner !== null && (!hasAudience || row.audience === 'owner')
          if (isPrivate && !OF_THE_WHOLE_ORGANISATION.has(name))
            expect([name, personId !== null && readersOf(name, row, owner).includes(personId)]).toEqual([
              name,
              true,
            ])
          if (row.audience === 'recipient') expect([row.owner_id, row.recipient_id], name).toContain(personId)
        }
      }
      recordProof({
        name: 'Row security without the program’s filters',
        volume: queries,
        found: '0 foreign rows',
        target: '0 foreign rows',
        notes: `${tables.length} tables, ${rows} rows of one’s own or of everyone of the organisation; ${process.env.SKILLMAP_TEST_DATABASE_URL === undefined ? 'embedded database' : 'Postgres'}`,
      })
      expect(rows).toBeGreaterThan(queries)
    },
    PATIENCE,
  )
})

/** Where row security looks at the organisation alone, each with why. */
const OF_THE_WHOLE_ORGANISATION = new Map([
  [
    'session',
    'found by the hash of its secret before anybody is known; ended by others when somebody leaves',
  ],
  ['account', 'found by issuer and subject before anybody is known'],
])
/** What two people have together, or one gave the other: whom it is about reads it too. */
const OF_TWO = new Set(['agreement', 'assessment', 'dispute', 'opening', 'rating_revision'])

/** Who may have this row. Members are known to their organisation, and found before anybody is known; a kept person is their keeper's. */
function readersOf(table: string, row: Record<string, unknown>, owner: string): unknown[] {
  const members = [null, ...Object.values(world.servers[0].organisation.idOf)]
  if (table === 'person') return row.keeper_id === null ? members : [row.keeper_id]
  return OF_TWO.has(table) ? [row[owner], row.subject_id] : [row[owner]]
}

/** What the database gives to a plain select; a table that the program may not read at all gives nothing. */
async function everythingOf(table: string, viewer: Viewer): Promise<Record<string, unknown>[]> {
  try {
    return await world.servers[0].store.withViewer(
      viewer,
      async (tx) =>
        (await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(tx.db)).rows,
    )
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('permission denied')) return []
    throw error
  }
}

async function tablesOfPeople() {
  const { store } = world.servers[0]
  const tags = await store.database.alone(listColumnTags)
  const names = [...new Set(tags.map(({ table }) => table))]
  return names
    .map((name) => {
      const own = tags.filter(({ table }) => table === name)
      return {
        name,
        owner: own.find(({ owner }) => owner !== null)?.owner ?? null,
        hasAudience: own.some(({ column }) => column === 'audience'),
        hasOrg: own.some(({ column }) => column === 'org_id'),
      }
    })
    .filter(({ hasOrg }) => hasOrg)
}
