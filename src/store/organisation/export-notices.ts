// Notices to people that a table with them in it was taken out of the program: by whom, when, and what for.

import { exportNoticeRules } from '../../core/access/export-notice.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface ExportNotice {
  id: string
  view: string
  exportedBy: string
  exportedAt: string
  purpose: string
}

/** One for each person in the table, written in the same transaction in which the table is made. */
export async function saveExportNotices(
  tx: ViewerTransaction,
  table: { view: string; purpose: string; people: readonly { noticeId: string; personId: string }[] },
): Promise<void> {
  if (tx.viewer.personId === null) throw new Error('A visitor takes nothing out.')
  if (table.people.length === 0) return
  await tx.db
    .insertInto('export_notice')
    .values(
      table.people.map(({ noticeId, personId }) => ({
        org_id: tx.viewer.orgId,
        id: noticeId,
        owner_id: personId,
        view: table.view,
        exported_by: tx.viewer.personId as string,
        exported_at: tx.now,
        purpose: table.purpose,
      })),
    )
    .execute()
  for (const { noticeId } of table.people)
    tx.changes.push({ action: 'export', noun: 'export-notice', objectId: noticeId, revisionId: null })
}

/** The newest first. */
export async function listExportNotices(tx: ViewerTransaction): Promise<ExportNotice[]> {
  const rows = await tx.db
    .selectFrom('export_notice')
    .selectAll()
    .where(allowedBy(exportNoticeRules.see, tx.viewer, ownedRow))
    .orderBy('exported_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    view: row.view,
    exportedBy: row.exported_by,
    exportedAt: row.exported_at,
    purpose: row.purpose,
  }))
}
