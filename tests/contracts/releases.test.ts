// The organisation's view: off until it is switched on, made by an administrator of views, the same for everybody.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import { saveFrameworkVersion } from '../../src/store/framework/framework-versions.ts'
import { sessionIn } from '../../src/store/sql-session.ts'
import type { PersonName } from '../organisation.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const SKILL = 'delegation'
const OVERVIEW = '/api/organisation/overview'

interface Overview {
  release: { id: string; number: number; releasedOn: string; purpose: string } | null
  whole: { skills: Record<string, { people: number; counts: number[]; repeated: number }> } | null
  rows: { team: string | null; role: string | null; skills: Record<string, { people: number }> }[]
}

/** Levels that a person and their manager agreed on and both signed. */
async function agree(levels: Partial<Record<PersonName, number>>, by: string | null = null): Promise<void> {
  const { orgId, idOf } = server.organisation
  await server.store.withViewer(visitor(orgId), (tx) => saveFrameworkVersion(tx, server.current.framework))
  await server.store.database.alone(async (session) => {
    for (const [name, level] of Object.entries(levels)) {
      await session.query(
        `INSERT INTO agreement (org_id, id, owner_id, subject_id, version, framework_digest, purpose, items,
           proposed_by, proposed_at, signed_at)
         VALUES ($1, $2, $3, $4, 1, $5, 'development', $6, $3, now(), now())`,
        [
          orgId,
          randomUUID(),
          idOf[name === 'Nia' ? 'Ada' : 'Nia'],
          idOf[name as PersonName],
          server.current.digest,
          JSON.stringify([{ skill: SKILL, level, proof: by === null ? '' : 'seen', by }]),
        ],
      )
    }
  })
}

const makeToday = (who: PersonName = 'Ada') =>
  server.as<{ id: string }>(
    who,
    'PUT',
    `/api/organisation/releases/${server.clock.now.toISOString().slice(0, 10)}`,
  )

describe('The organisation’s view', () => {
  test('answers nobody while it is off', async () => {
    expect((await server.as('Ada', 'GET', OVERVIEW)).status).toBe(409)
    expect((await makeToday()).status).toBe(409)
    expect((await server.as('Ada', 'GET', `${OVERVIEW}/export`)).status).toBe(409)
  })

  test('is empty until a release is made, which only an administrator of views does', async () => {
    const body = { purpose: 'To see which skills to teach next year.' }
    await server.as('Ada', 'PUT', '/api/views/organisation', { body })
    expect((await server.as<Overview>('Max', 'GET', OVERVIEW)).body).toMatchObject({
      release: null,
      whole: null,
    })
    expect((await makeToday('Max')).status).toBe(403)
    expect((await server.as('Ada', 'PUT', '/api/organisation/releases/2026-01-01')).status).toBe(409)
  })

  test('shows what at least five people agreed on, to everybody alike, and no wishes', async () => {
    await agree({ Bea: 3, Cem: 3, Dia: 3, Eli: 3, Max: 3, Fay: 2 })
    await agree({ Gus: 5 }, '2027-01-01')
    const made = await makeToday()
    expect(made.status).toBe(200)
    expect((await makeToday()).body).toEqual(made.body)
    const [ada, max] = [
      await server.as<Overview>('Ada', 'GET', OVERVIEW),
      await server.as<Overview>('Max', 'GET', OVERVIEW),
    ]
    expect(ada.body).toEqual(max.body)
    // Max is alone on his path and waits. Gus only wishes to be there.
    const all = max.body.whole?.skills[SKILL]
    expect(all?.people).toBe(5)
    expect(all?.counts.reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(max.body.rows.every((row) => Object.values(row.skills).every(({ people }) => people >= 5))).toBe(
      true,
    )
  })

  test('does not move when a level changes; the next release does, in whole groups alone', async () => {
    const before = await server.as<Overview>('Bea', 'GET', OVERVIEW)
    await agree({ Hal: 4 })
    expect((await server.as('Bea', 'GET', OVERVIEW)).body).toEqual(before.body)
    server.clock.now = new Date('2026-11-24T09:00:00.000Z')
    await makeToday()
    const after = await server.as<Overview>('Bea', 'GET', OVERVIEW)
    expect(after.body.release?.number).toBe(2)
    expect(after.body.whole?.skills[SKILL]?.people).toBe(5)
    const again = await server.as<Overview>('Bea', 'GET', `${OVERVIEW}?release=${before.body.release?.id}`)
    expect(again.body.whole).toEqual(before.body.whole)
    expect((await server.as('Bea', 'GET', `${OVERVIEW}?release=${randomUUID()}`)).status).toBe(404)
  })

  test('goes into a table with its purpose and day, and that is on record', async () => {
    const { text, headers } = await server.as('Max', 'GET', `${OVERVIEW}/export?by=role`)
    expect(headers.get('content-disposition')).toContain('overview-2026-11-24.csv')
    expect(text).toContain('Purpose,To see which skills to teach next year.')
    expect(text).toContain('Released on,2026-11-24')
    expect(text).toContain('everybody,,,')
    const rows = await server.store.database.alone(
      async (session) =>
        (await session.query(`SELECT actor_id, action FROM audit WHERE noun = 'release'`)).rows,
    )
    expect(rows.map((row) => row.action)).toEqual(['add', 'add', 'export'])
  })

  test('cannot be changed or removed by the application', async () => {
    for (const table of ['view_release', 'release_cell', 'counted_person', 'sealed_contribution']) {
      const change = server.store.withViewer(visitor(server.organisation.orgId), (tx) =>
        sessionIn(tx).query(`DELETE FROM ${table}`),
      )
      await expect(change).rejects.toThrow('permission denied')
    }
  })
})
