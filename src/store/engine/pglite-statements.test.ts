// A statement that was planned once gives what it would have given anew, whoever asks and whatever went wrong before.

import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetStatements, runStatement } from './pglite-statements.ts'
import { startInMemory } from './start-pglite.ts'

describe('A statement of the embedded database', () => {
  let pglite: PGlite
  beforeAll(async () => {
    pglite = (await startInMemory(null)).pglite
    await pglite.exec(`
      CREATE TABLE note (owner text NOT NULL, text text NOT NULL);
      INSERT INTO note VALUES ('ada', 'of Ada'), ('bob', 'of Bob');
      CREATE ROLE reader;
      GRANT SELECT ON note TO reader;
      ALTER TABLE note ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON note TO reader USING (owner = current_setting('app.owner', true));
      CREATE TABLE secret (word text);`)
  })
  afterAll(() => pglite.close())

  const kept = async () => Number((await pglite.query('SELECT FROM pg_prepared_statements')).rows.length)

  test('answers as PGlite itself does, for every kind of value, the first time and again', async () => {
    const text = `SELECT $1::int AS count, $2::text AS word, $3::uuid AS id, $4::jsonb AS json, $5::timestamptz AS at,
      $6::text[] AS words, $7::boolean AS yes, $8::text AS nothing, $9::bigint AS many, $10::date AS day`
    const values = [
      7,
      'it’s “so”',
      '00000000-0000-4000-8000-000000000001',
      JSON.stringify({ a: [1, null] }),
      '2026-11-23T10:00:00.000Z',
      ['one', 'two, three', '"four"'],
      true,
      null,
      9_000_000_000,
      '2026-11-23',
    ]
    const { rows } = await pglite.query(text, values)
    expect(rows).toHaveLength(1)
    for (let time = 0; time < 7; time += 1)
      expect((await runStatement(pglite, text, values)).rows).toEqual(rows)
  })

  test('says how many rows it changed', async () => {
    const text = 'UPDATE note SET text = text WHERE owner <> $1'
    expect((await runStatement(pglite, text, ['nobody'])).affectedRows).toBe(2)
    expect((await runStatement(pglite, text, ['ada'])).affectedRows).toBe(1)
  })

  test('shows each role its own rows, whoever asked it first', async () => {
    const text = 'SELECT text FROM note WHERE text <> $1 ORDER BY text'
    const seen = async () =>
      (await runStatement<{ text: string }>(pglite, text, [''])).rows.map((row) => row.text)
    const seenBy = async (owner: string) => {
      await pglite.exec(`BEGIN; SET LOCAL ROLE reader; SET LOCAL app.owner = '${owner}'`)
      const rows = await seen()
      await pglite.exec('COMMIT')
      return rows
    }
    // More often than Postgres takes to settle on one plan.
    for (let time = 0; time < 8; time += 1) {
      expect(await seen()).toEqual(['of Ada', 'of Bob'])
      expect(await seenBy('ada')).toEqual(['of Ada'])
      expect(await seenBy('bob')).toEqual(['of Bob'])
    }
  })

  test('is refused to a role that may not read the table, though it was planned for one that may', async () => {
    const text = 'SELECT word FROM secret WHERE word <> $1'
    expect((await runStatement(pglite, text, [''])).rows).toEqual([])
    await pglite.exec('BEGIN; SET LOCAL ROLE reader')
    await expect(runStatement(pglite, text, [''])).rejects.toMatchObject({ code: '42501' })
    await pglite.exec('ROLLBACK')
    expect((await runStatement(pglite, text, [''])).rows).toEqual([])
  })

  test('reports what is wrong with it by its code, and the next one works', async () => {
    await expect(runStatement(pglite, 'SELECT $1::int FROM nowhere', [1])).rejects.toMatchObject({
      code: '42P01',
    })
    await expect(runStatement(pglite, 'SELECT 1 / $1::int AS part', [0])).rejects.toMatchObject({
      code: '22012',
    })
    expect((await runStatement(pglite, 'SELECT 1 / $1::int AS part', [1])).rows).toEqual([{ part: 1 }])
    await pglite.exec('BEGIN')
    await expect(runStatement(pglite, 'SELECT 1 / $1::int AS part', [0])).rejects.toMatchObject({
      code: '22012',
    })
    await expect(runStatement(pglite, 'SELECT $1::int AS other', [0])).rejects.toMatchObject({
      code: '25P02',
    })
    await pglite.exec('ROLLBACK')
    expect((await runStatement(pglite, 'SELECT $1::int AS other', [3])).rows).toEqual([{ other: 3 }])
  })

  test('is one of at most two hundred that are kept, and all can be forgotten', async () => {
    for (let n = 0; n < 250; n += 1) await runStatement(pglite, `SELECT $1::int + ${n} AS sum`, [1])
    expect(await kept()).toBe(200)
    expect((await runStatement(pglite, 'SELECT $1::int + 0 AS sum', [1])).rows).toEqual([{ sum: 1 }])
    await forgetStatements(pglite)
    expect(await kept()).toBe(0)
    expect((await runStatement(pglite, 'SELECT $1::int + 249 AS sum', [1])).rows).toEqual([{ sum: 250 }])
  })
})
