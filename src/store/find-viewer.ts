// Who a person is as a viewer: the grants and the reports that hold at this very moment, read for each request.

import { sql } from 'kysely'
import type { AdminScope, Report, Viewer } from '../core/access/viewer.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

interface ViewerRow {
  left_on: string | null
  closed_at: string | null
  scopes: AdminScope[]
  reports: Report[]
}

/**
 * The viewer that a person of this organisation is now; null where there is no such person, or where they have left.
 * Asked as a visitor and without rules, because what the viewer may do is the very question; and in one statement,
 * because every request begins with it.
 */
export async function findViewer(tx: ViewerTransaction, personId: string): Promise<Viewer | null> {
  const { orgId } = tx.viewer
  const { rows } = await sql<ViewerRow>`
    SELECT p.left_on, p.closed_at,
      (SELECT coalesce(json_agg(DISTINCT g.scope ORDER BY g.scope), '[]') FROM admin_grant g
        WHERE g.org_id = p.org_id AND g.owner_id = p.id AND g.ended_at IS NULL) AS scopes,
      (SELECT coalesce(json_agg(json_build_object('personId', m.owner_id, 'from', m.from_on, 'until', m.until_on)
          ORDER BY m.from_on, m.owner_id), '[]')
        FROM management m WHERE m.org_id = p.org_id AND m.manager_id = p.id) AS reports
    FROM person p
    WHERE p.org_id = ${orgId}::uuid AND p.id = ${personId}::uuid AND p.keeper_id IS NULL`.execute(tx.db)
  const [row] = rows
  if (row === undefined) return null
  if (row.left_on !== null && row.left_on < tx.now.slice(0, 10)) return null
  // Their access was ended at once, before the end of the last day.
  if (row.closed_at !== null) return null
  return { orgId, personId, adminOf: row.scopes, reports: row.reports }
}
