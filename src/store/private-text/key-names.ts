// Which keys sealed texts need: each text names the key that it was sealed with.

import { listColumnTags } from '../column-tags.ts'
import type { SqlSession } from '../sql-session.ts'

export interface KeyNeeded {
  orgId: string
  ownerId: string
  /** As `nameOfKey` gives it. */
  name: string
}

/** Of one person, or of everybody whose texts the session's role may read. */
export async function listKeysNeeded(
  session: Pick<SqlSession, 'query'>,
  whose: { orgId: string; ownerId: string } | null,
): Promise<KeyNeeded[]> {
  const sealed = (await listColumnTags(session)).filter(({ purpose }) => purpose === 'sealed-text')
  const where = whose === null ? '' : 'WHERE org_id = $1 AND owner_id = $2'
  // The name stands after the version of the form: `1.<name>.…`, see seal.ts.
  const each = sealed.map(
    ({ table, column }) =>
      `SELECT DISTINCT org_id::text AS org_id, owner_id::text AS owner_id, split_part("${column}", '.', 2) AS name
       FROM "${table}" ${where}`,
  )
  const { rows } = await session.query(
    each.join(' UNION '),
    whose === null ? [] : [whose.orgId, whose.ownerId],
  )
  return rows.map((row) => ({
    orgId: String(row.org_id),
    ownerId: String(row.owner_id),
    name: String(row.name),
  }))
}
