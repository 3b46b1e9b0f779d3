// Comments on drafts: written once, and marked as dealt with or open again.

import type { Selectable } from 'kysely'
import { commentRules } from '../../core/access/comment.ts'
import type { DraftComment } from '../../core/revision/draft.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { CommentTable } from './framework-tables.ts'

/** Oldest first. */
export async function listComments(tx: ViewerTransaction, draftId: string): Promise<DraftComment[]> {
  const rows = await tx.db
    .selectFrom('comment')
    .selectAll()
    .where(allowedBy(commentRules.see, tx.viewer, ownedRow))
    .where('draft_id', '=', draftId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(asComment)
}

/** Adds a comment of the viewer's. */
export async function saveComment(
  tx: ViewerTransaction,
  comment: Omit<DraftComment, 'authorId' | 'writtenAt' | 'resolvedAt'>,
): Promise<DraftComment> {
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor writes no comment.')
  const { id, draftId, skill, level, role, content } = comment
  await tx.db
    .insertInto('comment')
    .values({
      org_id: orgId,
      id,
      draft_id: draftId,
      owner_id: personId,
      skill,
      level,
      role,
      content,
      written_at: tx.now,
      resolved_at: null,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'comment', objectId: id, revisionId: null })
  return { ...comment, authorId: personId, writtenAt: tx.now, resolvedAt: null }
}

/** Null where the viewer has no such comment. */
export async function saveCommentResolved(
  tx: ViewerTransaction,
  id: string,
  isResolved: boolean,
): Promise<DraftComment | null> {
  const row = await tx.db
    .updateTable('comment')
    .set({ resolved_at: isResolved ? tx.now : null })
    .where(allowedBy(commentRules.resolve, tx.viewer, ownedRow))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  tx.changes.push({ action: 'change', noun: 'comment', objectId: id, revisionId: null })
  return asComment(row)
}

function asComment(row: Selectable<CommentTable>): DraftComment {
  return {
    id: row.id,
    draftId: row.draft_id,
    authorId: row.owner_id,
    skill: row.skill,
    level: row.level,
    role: row.role,
    content: row.content,
    writtenAt: row.written_at,
    resolvedAt: row.resolved_at,
  }
}
