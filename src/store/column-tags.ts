// What the database says about its own columns: whose they are, what for, and how long they are kept.

import type { SqlSession } from './sql-session.ts'

export interface ColumnTag {
  table: string
  column: string
  /** Postgres's name of the type, such as `text` or `jsonb`. */
  type: string
  /** The column that holds the owner's id; null where the organisation owns it. */
  owner: string | null
  /** The column that holds the id of the person it is about; null where it is about nobody. */
  subject: string | null
  purpose: string
  retention: 'person' | 'org' | 'expires' | 'chain'
}

const FORM = /^owner=(\S+) subject=(\S+) purpose=(\S+) retention=(person|org|expires|chain)$/

/** The tag of each column of each table. Throws when one has none: then nobody decided how long it is kept. */
export async function listColumnTags(session: Pick<SqlSession, 'query'>): Promise<ColumnTag[]> {
  const { rows } = await session.query(`
    SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, null) AS type,
      col_description(c.oid, a.attnum) AS tag
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum`)
  return rows.map((row) => {
    const table = String(row.table)
    const column = String(row.column)
    const match = FORM.exec(String(row.tag ?? ''))
    if (match === null)
      throw new Error(`Column ${table}.${column} has no tag: say whose it is and how long it is kept.`)
    const [, owner, subject, purpose, retention] = match as unknown as [
      string,
      string,
      string,
      string,
      ColumnTag['retention'],
    ]
    return {
      table,
      column,
      type: String(row.type),
      owner: owner === 'org' ? null : owner,
      subject: subject === '-' ? null : subject,
      purpose,
      retention,
    }
  })
}

/** The tables so that each comes after those it refers to. */
export async function listTablesInOrder(session: Pick<SqlSession, 'query'>): Promise<string[]> {
  const { rows } = await session.query(`
    SELECT c.relname::text AS table, coalesce(array_to_json(array_agg(DISTINCT f.relname::text)
      FILTER (WHERE f.relname IS NOT NULL AND f.oid <> c.oid)), '[]') AS needs
    FROM pg_class c
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
    LEFT JOIN pg_class f ON f.oid = k.confrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    GROUP BY c.oid, c.relname ORDER BY c.relname`)
  const needs = new Map(rows.map((row) => [String(row.table), row.needs as string[]]))
  const order: string[] = []
  const place = (table: string): void => {
    if (order.includes(table)) return
    for (const needed of needs.get(table) ?? []) place(needed)
    order.push(table)
  }
  for (const table of needs.keys()) place(table)
  return order
}

/** A table with rows of people, and the columns by which a person's rows are found. */
export interface PersonalTable {
  table: string
  /** Owner and subject columns, without repetition. */
  personColumns: string[]
  /** What goes into an export: all but secrets, which would open doors rather than inform. */
  columns: string[]
}

/** The personal tables, each after those it refers to. Erasing goes the other way. */
export async function listPersonalTables(session: Pick<SqlSession, 'query'>): Promise<PersonalTable[]> {
  const tags = await listColumnTags(session)
  const order = await listTablesInOrder(session)
  return order.flatMap((table) => {
    const own = tags.filter((tag) => tag.table === table)
    const personal = own.filter((tag) => tag.retention === 'person' || tag.retention === 'expires')
    const people = personal.flatMap((tag) => [tag.owner, tag.subject]).filter((column) => column !== null)
    if (people.length === 0) return []
    const columns = own
      .filter((tag) => tag.purpose !== 'secret' && tag.column !== 'org_id')
      .map((tag) => tag.column)
    return [{ table, personColumns: [...new Set(people)], columns }]
  })
}
