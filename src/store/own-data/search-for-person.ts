// Looks for somebody's id in every column of every table that could hold it, and says why it may still stand there.

import type { MentionReason, RemainingMention } from '../../core/audit/erasure-proof.ts'
import { type ColumnTag, listColumnTags } from '../column-tags.ts'
import type { SqlSession } from '../sql-session.ts'
import { checkedUuid } from '../viewer-transaction.ts'

export interface PersonSearched {
  columnsSearched: number
  remaining: RemainingMention[]
}

/** Types of columns that can hold an id. */
const SEARCHED = new Set(['uuid', 'text', 'jsonb', 'json', 'uuid[]', 'text[]'])
/** What is kept for good: ids without names. How many lines somebody has there would tell how much they did. */
const RECORD = new Set(['audit', 'erasure'])

/** The caller's session must be the keeper's, who sees every row. */
export async function searchForPerson(
  session: SqlSession,
  whose: { orgId: string; personId: string },
): Promise<PersonSearched> {
  const orgId = checkedUuid(whose.orgId)
  const id = checkedUuid(whose.personId)
  const tags = (await listColumnTags(session)).filter(({ type }) => SEARCHED.has(type))
  const remaining: RemainingMention[] = []
  for (const table of new Set(tags.map((tag) => tag.table))) {
    const columns = tags.filter((tag) => tag.table === table)
    const counts = columns.map(
      ({ column, type }, at) => `count(*) FILTER (WHERE ${holds(column, type, id)}) AS c${at}`,
    )
    const { rows } = await session.query(`SELECT ${counts.join(', ')} FROM "${table}" WHERE org_id = $1`, [
      orgId,
    ])
    for (const [at, tag] of columns.entries()) {
      const found = Number(rows[0]?.[`c${at}`] ?? 0)
      if (found === 0) continue
      const why = reasonFor(tag, columns)
      remaining.push({ table, column: tag.column, rows: why === 'record' ? null : found, why })
    }
  }
  return { columnsSearched: tags.length, remaining }
}

function holds(column: string, type: string, id: string): string {
  return type === 'uuid' ? `"${column}" = '${id}'` : `"${column}"::text LIKE '%${id}%'`
}

function reasonFor(tag: ColumnTag, columns: readonly ColumnTag[]): MentionReason {
  if (RECORD.has(tag.table)) return 'record'
  const personal = columns.filter(({ retention }) => retention === 'person' || retention === 'expires')
  if (personal.some(({ owner, subject }) => owner === tag.column || subject === tag.column))
    return 'unexpected'
  return personal.length === 0 ? 'organisation' : 'others'
}
