// What the database says about itself: keys, row security, views, rights and tags.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../tests/test-store.ts'
import { listColumnTags, listPersonalTables, listTablesInOrder } from './column-tags.ts'

describe('The database', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await openTestStore()
  })
  afterAll(() => store.dispose())

  const ask = (query: string) => store.database.alone(async (session) => (await session.query(query)).rows)

  test('forces row security on every table, with at least one policy', async () => {
    const rows = await ask(`SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)::int AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`)
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) expect(row).toMatchObject({ forced: true, policies: 2 })
  })

  test('lets no view bypass row security', async () => {
    const rows = await ask(`SELECT relname, coalesce(array_to_string(reloptions, ','), '') AS options
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.options).toContain('security_invoker=true')
  })

  test('begins every primary, unique and foreign key with the organisation', async () => {
    const rows = await ask(`SELECT k.conname, a.attname::text AS first FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f')`)
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) expect(row).toMatchObject({ first: 'org_id' })
    const indexes =
      await ask(`SELECT i.indexrelid::regclass::text AS name, a.attname::text AS first FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace`)
    for (const row of indexes) expect(row).toMatchObject({ first: 'org_id' })
  })

  test('finds by an index whatever refers to a person, so that nobody’s removal reads whole tables', async () => {
    const rows = await ask(`SELECT k.conrelid::regclass::text AS name, k.conname, EXISTS (
        SELECT FROM pg_index i CROSS JOIN LATERAL (SELECT (i.indkey::int2[])[0:cardinality(k.conkey) - 1] AS first) AS l
        WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND l.first @> k.conkey AND k.conkey @> l.first) AS found
      FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = 'person'::regclass`)
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter(({ found }) => found !== true)).toEqual([])
  })

  test('has no policy with a subquery, which Citus would refuse', async () => {
    const rows = await ask(`SELECT polname, coalesce(pg_get_expr(polqual, polrelid), '') || ' ' ||
      coalesce(pg_get_expr(polwithcheck, polrelid), '') AS condition FROM pg_policy`)
    for (const row of rows) expect(String(row.condition)).not.toMatch(/select|exists/i)
  })

  test('gives the application no way to change or remove what is append-only', async () => {
    const tables = [
      'rating_revision',
      'target_revision',
      'plan_revision',
      'progress_revision',
      'forecast',
      'forecast_outcome',
      'evidence_revision',
      'feedback_revision',
      'check_in_revision',
      'key',
      'audit',
      'framework_version',
      'assessment_rater',
      'target',
    ]
    for (const table of tables) {
      const [row] = await ask(`SELECT has_table_privilege('skillmap_app', '${table}', 'UPDATE')
        OR has_table_privilege('skillmap_app', '${table}', 'DELETE')
        OR has_table_privilege('skillmap_app', '${table}', 'TRUNCATE')
        OR has_any_column_privilege('skillmap_app', '${table}', 'UPDATE') AS may`)
      expect({ table, ...row }).toEqual({ table, may: false })
    }
  })

  test('lets only the eraser and the keeper of backups delete from the tables of people', async () => {
    const rows = await ask(`SELECT DISTINCT grantee::regrole::text AS role
      FROM pg_class c CROSS JOIN aclexplode(c.relacl) WHERE c.relname = 'rating_revision' AND privilege_type = 'DELETE'
      AND grantee <> c.relowner`)
    expect(rows.map((row) => row.role).sort()).toEqual(['skillmap_eraser', 'skillmap_keeper'])
  })

  test('gives every personal row an audience, its owner unless said otherwise', async () => {
    const personal = await store.database.alone(listPersonalTables)
    expect(personal.length).toBeGreaterThan(8)
    for (const { table } of personal) {
      const [row] = await ask(`SELECT pg_get_expr(d.adbin, d.adrelid) AS given FROM pg_attribute a
        JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = 'public.${table}'::regclass AND a.attname = 'audience'`)
      expect({ table, given: row?.given }).toEqual({ table, given: "'owner'::text" })
    }
  })

  test('says of every column whose it is, what it is for and how long it is kept', async () => {
    const tags = await store.database.alone(listColumnTags)
    expect(tags.length).toBeGreaterThan(100)
  })

  test('refuses a column that nobody has tagged', async () => {
    const untagged = store.database.alone(async (session) => {
      await session.run('BEGIN; ALTER TABLE person ADD COLUMN shoe_size integer')
      try {
        return await listColumnTags(session)
      } finally {
        await session.run('ROLLBACK')
      }
    })
    await expect(untagged).rejects.toThrow('person.shoe_size has no tag')
  })

  test('puts tables after those they refer to', async () => {
    const order = await store.database.alone(listTablesInOrder)
    expect(order.indexOf('org')).toBeLessThan(order.indexOf('person'))
    expect(order.indexOf('assessment')).toBeLessThan(order.indexOf('rating_revision'))
  })
})
