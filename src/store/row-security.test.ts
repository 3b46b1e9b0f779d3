// Row security as the seatbelt: even with every filter of the program removed, nobody gets foreign rows.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../tests/test-store.ts'
import { ordinaryViewer, type Viewer, visitor } from '../core/access/viewer.ts'
import type { Framework } from '../core/framework/framework.ts'
import { saveAssessment } from './assessment/assessments.ts'
import { saveRating } from './assessment/ratings.ts'
import { listPersonalTables } from './column-tags.ts'
import { saveFrameworkVersion } from './framework/framework-versions.ts'
import { savePerson } from './people.ts'
import type { Tables } from './tables.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

const framework = { id: 'tiny', name: 'Tiny', version: '1' } as unknown as Framework
const volume = process.env.SKILLMAP_VOLUME === 'release' ? 10_000 : 100
const owned = [
  'target',
  'assessment',
  'assessment_rater',
  'rating_revision',
  'current_rating',
  'setting',
] as const

describe('Row security', () => {
  let store: TestStore
  const viewers: Viewer[] = []
  beforeAll(async () => {
    store = await openTestStore()
    // Two organisations of two people each, with an id that both of them use.
    const shared = randomUUID()
    for (const orgId of [randomUUID(), randomUUID()]) {
      for (const personId of [shared, randomUUID()]) viewers.push(await settle(orgId, personId))
    }
  })
  afterAll(() => store.dispose())

  async function settle(orgId: string, personId: string): Promise<Viewer> {
    const viewer = ordinaryViewer(orgId, personId)
    await store.withViewer(viewer, async (tx) => {
      await tx.db
        .insertInto('org')
        .values({ org_id: orgId, name: null })
        .onConflict((c) => c.doNothing())
        .execute()
      await savePerson(tx, { id: personId, displayName: 'Somebody' })
      const digest = await saveFrameworkVersion(tx, framework)
      const id = randomUUID()
      const opened = { openedAt: tx.now, lastActivityAt: tx.now, closedAt: null }
      await saveAssessment(tx, {
        id,
        subjectId: personId,
        raterKind: 'self',
        frameworkDigest: digest,
        role: 'senior',
        ...opened,
      })
      await saveRating(tx, aRating(id), null)
      await tx.db
        .insertInto('target')
        .values({ org_id: orgId, owner_id: personId, created_at: tx.now })
        .execute()
      await tx.db
        .insertInto('setting')
        .values({ org_id: orgId, owner_id: personId, name: 'theme', value: '"dark"', updated_at: tx.now })
        .execute()
    })
    return viewer
  }

  function aRating(assessmentId: string) {
    const said = {
      level: 3,
      reason: null,
      approaching: false,
      behaviours: [],
      confidence: null,
      observedOn: null,
      note: '',
    }
    return {
      assessmentId,
      skill: 'writing',
      revisionId: randomUUID(),
      ratedAt: new Date().toISOString(),
      ...said,
    }
  }

  test(`shows no foreign row in ${volume} queries without any filter`, async () => {
    for (let round = 0; round < volume; round++) {
      const viewer = viewers[round % viewers.length] as Viewer
      const table = owned[round % owned.length] as (typeof owned)[number]
      const rows = await store.withViewer(viewer, (tx) =>
        tx.db.selectFrom(table).select(['org_id', 'owner_id']).execute(),
      )
      expect(rows).toEqual([{ org_id: viewer.orgId, owner_id: viewer.personId }])
    }
  })

  test('shows a visitor nothing that belongs to a person', async () => {
    const nobody = visitor((viewers[0] as Viewer).orgId)
    for (const table of owned) {
      const rows = await store.withViewer(nobody, (tx) =>
        tx.db
          .selectFrom(table as keyof Tables)
          .selectAll()
          .execute(),
      )
      expect(rows).toEqual([])
    }
  })

  test('lets nobody write in the name of somebody else', async () => {
    const [mine, other] = viewers as [Viewer, Viewer]
    const forge = (tx: ViewerTransaction) =>
      tx.db
        .insertInto('setting')
        .values({
          org_id: mine.orgId,
          owner_id: other.personId as string,
          name: 'forged',
          value: '1',
          updated_at: tx.now,
        })
        .execute()
    await expect(store.withViewer(mine, forge)).rejects.toThrow(/row-level security/)
  })

  test('refuses to change or remove a revision', async () => {
    const viewer = viewers[0] as Viewer
    const change = (tx: ViewerTransaction) =>
      tx.db.updateTable('rating_revision').set({ note: 'rewritten' }).execute()
    const remove = (tx: ViewerTransaction) => tx.db.deleteFrom('rating_revision').execute()
    await expect(store.withViewer(viewer, change)).rejects.toThrow(/permission denied/)
    await expect(store.withViewer(viewer, remove)).rejects.toThrow(/permission denied/)
  })

  test('gives the application role no row outside a transaction with a viewer', async () => {
    const tables = (await store.database.alone(listPersonalTables)).map(({ table }) => table)
    for (const table of tables) {
      const outside = store.database.alone(async (session) => {
        await session.run('BEGIN')
        try {
          await session.run('SET LOCAL ROLE skillmap_app')
          return (await session.query(`SELECT 1 FROM "${table}"`)).rows
        } finally {
          await session.run('ROLLBACK')
        }
      })
      expect(await outside).toEqual([])
    }
  })

  test('refuses an id that is not a UUID before it reaches the database', async () => {
    const hostile = ordinaryViewer("x'; RESET ROLE; --", randomUUID())
    await expect(store.withViewer(hostile, (tx) => sql`SELECT 1`.execute(tx.db))).rejects.toThrow(
      'not a UUID',
    )
  })

  test('forgets the viewer when the transaction ends', async () => {
    await store.withViewer(viewers[0] as Viewer, (tx) => sql`SELECT 1`.execute(tx.db))
    const left = await store.database.alone(
      async (session) =>
        (await session.query("SELECT current_setting('app.org_id', true) AS org, current_user::text AS role"))
          .rows[0],
    )
    expect(left?.org ?? '').toBe('')
    expect(left?.role).not.toBe('skillmap_app')
  })

  test('says at once when a transaction is opened inside another', async () => {
    const viewer = viewers[0] as Viewer
    const nested = store.withViewer(viewer, () => store.withViewer(viewer, async () => 1))
    await expect(nested).rejects.toThrow('inside withViewer')
  })
})
