// A grant is given once: a second one of the same changes nothing, and twins of earlier versions become one.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { listMigrations } from '../migrations.ts'
import { listAdminGrants, saveAdminGrant, saveAdminGrantEnded } from './admin-grants.ts'
import { saveMember } from './members.ts'
import { findOrMakeTeamOrg } from './team-org.ts'

describe('A grant of administration', () => {
  let store: TestStore
  let viewer: Viewer
  const ada = randomUUID()
  beforeAll(async () => {
    store = await openTestStore()
    viewer = { orgId: await findOrMakeTeamOrg(store, {}), personId: ada, adminOf: ['people'], reports: [] }
    await store.withViewer(viewer, (tx) => saveMember(tx, { id: ada, displayName: 'Ada', leftOn: null }))
  })
  afterAll(() => store.dispose())

  const list = () => store.withViewer(viewer, (tx) => listAdminGrants(tx))
  const give = (id: string) =>
    store.withViewer(viewer, (tx) => saveAdminGrant(tx, { id, personId: ada, scope: 'views' }))

  test('that is given twice is held once, and may be given again after it ended', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
    await give(first)
    await give(second)
    expect((await list()).map(({ id }) => id)).toEqual([first])
    await store.withViewer(viewer, (tx) => saveAdminGrantEnded(tx, first))
    await give(third)
    expect((await list()).map(({ id }) => id)).toEqual([third])
  })

  test('of which an earlier version kept two goes on as the older one', async () => {
    const [migration] = listMigrations().filter(({ name }) => name.startsWith('0029-'))
    if (migration === undefined) throw new Error('The migration is not there.')
    await store.database.alone((session) => session.run('DROP INDEX admin_grant_held'))
    const [older, newer] = [randomUUID(), randomUUID()]
    const twins = [
      { id: newer, granted_at: '2026-03-02T10:00:00.000Z' },
      { id: older, granted_at: '2026-03-01T10:00:00.000Z' },
    ]
    await store.withViewer(viewer, (tx) =>
      tx.db
        .insertInto('admin_grant')
        .values(
          twins.map((one) => ({
            ...{ ...one, org_id: viewer.orgId, owner_id: ada, scope: 'audit' as const },
            ...{ granted_by: null, audience: 'organisation' },
          })),
        )
        .execute(),
    )
    await store.database.alone((session) => session.run(migration.sql))
    const audit = (await list()).filter(({ scope }) => scope === 'audit')
    expect(audit.map(({ id }) => id)).toEqual([older])
  })
})
