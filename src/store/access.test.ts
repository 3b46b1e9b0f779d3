// One language, two readers: what core decides about an object, the database decides about its row.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../tests/test-store.ts'
import { type AccessFacts, evaluateRule, type Rule } from '../core/access/rule.ts'
import { ADMIN_SCOPES, ordinaryViewer, type Viewer } from '../core/access/viewer.ts'
import { allowedBy, type FactColumns } from './access.ts'

const people = Array.from({ length: 4 }, () => randomUUID())
const orgs = [randomUUID(), randomUUID()]
const dates = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31']
const scopes = ADMIN_SCOPES
const columns: FactColumns = {
  org: 'org_id',
  owner: 'owner_id',
  subject: 'subject_id',
  recipient: 'recipient_id',
  releasedAt: 'released_at',
  audience: 'audience',
}

const aPerson = fc.constantFrom(...people)
const anObject: fc.Arbitrary<AccessFacts> = fc.record({
  orgId: fc.constantFrom(...orgs),
  ownerId: fc.option(aPerson),
  subjectId: fc.option(aPerson),
  recipientId: fc.option(aPerson, { nil: null }),
  releasedAt: fc.option(fc.constant('2026-03-01T00:00:00.000Z')),
  audience: fc.constantFrom('owner', 'subject', 'manager', null),
})
const aViewer: fc.Arbitrary<Viewer> = fc.record({
  orgId: fc.constantFrom(...orgs),
  personId: fc.option(aPerson),
  adminOf: fc.subarray([...scopes]),
  reports: fc.array(
    fc.record({
      personId: aPerson,
      from: fc.constantFrom(...dates),
      until: fc.option(fc.constantFrom(...dates)),
    }),
    { maxLength: 3 },
  ),
})
const { rule: aRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Rule>(
      { kind: 'owner' },
      { kind: 'subject' },
      { kind: 'recipient' },
      { kind: 'sealedRelease' },
      { kind: 'shownToManager' },
      { kind: 'everyone' },
      { kind: 'nobody' },
    ),
    fc.record({ kind: fc.constant('managerOf' as const), date: fc.constantFrom(...dates) }),
    fc.record({ kind: fc.constant('admin' as const), scope: fc.constantFrom(...scopes) }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
  ),
}))

const runs = process.env.SKILLMAP_VOLUME === 'release' ? 20_000 : 300

describe('An access rule', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await openTestStore()
  })
  afterAll(() => store.dispose())

  /** The numbers of the objects that the database lets through. */
  async function allowed(rule: Rule, viewer: Viewer, objects: AccessFacts[]): Promise<number[]> {
    const list = JSON.stringify(
      objects.map((one, n) => ({
        n,
        org_id: one.orgId,
        owner_id: one.ownerId,
        subject_id: one.subjectId,
        recipient_id: one.recipientId,
        released_at: one.releasedAt,
        audience: one.audience,
      })),
    )
    const anybody = ordinaryViewer(viewer.orgId, randomUUID())
    return store.withViewer(anybody, async (tx) => {
      const source = sql<{ n: number }>`json_to_recordset(${list}::json) AS
        object (n int, org_id uuid, owner_id uuid, subject_id uuid, recipient_id uuid, released_at timestamptz, audience text)`
      const condition = allowedBy(rule, viewer, columns)
      const { rows } = await sql<{
        n: number
      }>`SELECT n FROM ${source} WHERE ${condition(undefined as never)} ORDER BY n`.execute(tx.db)
      return rows.map((row) => row.n)
    })
  }

  test(`means the same in the program and in the database (${runs} random rules, each on random rows)`, async () => {
    const property = fc.asyncProperty(
      aRule,
      aViewer,
      fc.array(anObject, { minLength: 1, maxLength: 12 }),
      async (rule, viewer, objects) => {
        const expected = objects.flatMap((one, n) => (evaluateRule(rule, viewer, one) ? [n] : []))
        expect(await allowed(rule, viewer, objects)).toEqual(expected)
      },
    )
    await fc.assert(property, { numRuns: runs })
  })

  test('grants nothing for a fact that a table does not have', async () => {
    const viewer = ordinaryViewer(orgs[0] as string, people[0] as string)
    const object = {
      orgId: viewer.orgId,
      ownerId: viewer.personId,
      subjectId: viewer.personId,
      recipientId: viewer.personId,
      releasedAt: '2026-01-01T00:00:00Z',
      audience: 'manager',
    }
    const bare = { org: 'org_id', owner: null, subject: null, releasedAt: null }
    for (const kind of ['owner', 'subject', 'recipient', 'sealedRelease', 'shownToManager'] as const) {
      const condition = allowedBy({ kind }, viewer, bare)
      const rows = await store.withViewer(viewer, async (tx) =>
        sql`SELECT 1 FROM (SELECT ${object.orgId}::uuid AS org_id) AS object WHERE ${condition(undefined as never)}`.execute(
          tx.db,
        ),
      )
      expect(rows.rows).toEqual([])
    }
  })
})
