// Drafts of own frameworks: the touched files, each changed only by somebody who has seen what it replaces.

import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { draftRules } from '../../core/access/draft.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Draft, DraftFile } from '../../core/revision/draft.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { DraftFileTable, DraftTable } from './framework-tables.ts'

export type SaveDraftFileFailure =
  /** Another window saved first; `current` is what it saved, null where the draft has let go of the file. */
  | { kind: 'stale'; current: DraftFile | null }
  /** That revision id was already used for something else. */
  | { kind: 'revision-taken' }

/** The viewer's open draft of a framework; null where there is none. */
export async function findDraft(tx: ViewerTransaction, frameworkId: string): Promise<Draft | null> {
  const row = await tx.db
    .selectFrom('draft')
    .selectAll()
    .where(allowedBy(draftRules.see, tx.viewer, ownedRow))
    .where('framework_id', '=', frameworkId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : asDraft(row)
}

/** In the order of their paths. */
export async function listDraftFiles(tx: ViewerTransaction, draftId: string): Promise<DraftFile[]> {
  const rows = await tx.db
    .selectFrom('draft_file')
    .selectAll()
    .where(allowedBy(draftRules.see, tx.viewer, ownedRow))
    .where('draft_id', '=', draftId)
    .orderBy('path')
    .execute()
  return rows.map(asDraftFile)
}

/** Opens the viewer's draft of a framework, or finds the one that is open. Of two at once both get the same. */
export async function saveDraftOpen(tx: ViewerTransaction, frameworkId: string): Promise<Draft> {
  const open = await findDraft(tx, frameworkId)
  if (open !== null) return open
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor writes no draft.')
  const id = randomUUID()
  const added = await tx.db
    .insertInto('draft')
    .values({
      org_id: orgId,
      id,
      owner_id: personId,
      framework_id: frameworkId,
      created_at: tx.now,
      ended_at: null,
      digest: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 0n)
    tx.changes.push({ action: 'add', noun: 'draft', objectId: id, revisionId: null })
  const draft = await findDraft(tx, frameworkId)
  if (draft === null) throw new Error('A draft that was just opened is not there.')
  return draft
}

/**
 * Saves one file of a draft. `expected` is the revision it replaces, null where the draft has not touched the file.
 * Saving the same revision again succeeds, so that a lost answer can be asked for again.
 */
export async function saveDraftFile(
  tx: ViewerTransaction,
  draftId: string,
  file: Omit<DraftFile, 'updatedAt'>,
  expected: string | null,
): Promise<Result<DraftFile, SaveDraftFileFailure>> {
  const known = await findDraftFile(tx, draftId, file.path)
  if (known?.revisionId === file.revisionId)
    return known.content === file.content ? succeed(known) : fail({ kind: 'revision-taken' })
  const changed =
    expected === null ? await addFile(tx, draftId, file) : await changeFile(tx, draftId, file, expected)
  const current = await findDraftFile(tx, draftId, file.path)
  if (!changed || current === null) return fail({ kind: 'stale', current })
  tx.changes.push({ action: 'change', noun: 'draft', objectId: draftId, revisionId: file.revisionId })
  return succeed(current)
}

/** Lets go of what the draft says about one file: the folder's file stands again. */
export async function removeDraftFile(
  tx: ViewerTransaction,
  draftId: string,
  path: string,
  expected: string,
): Promise<Result<null, SaveDraftFileFailure>> {
  const removed = await tx.db
    .deleteFrom('draft_file')
    .where(allowedBy(draftRules.change, tx.viewer, ownedRow))
    .where('draft_id', '=', draftId)
    .where('path', '=', path)
    .where('revision_id', '=', expected)
    .executeTakeFirst()
  const current = await findDraftFile(tx, draftId, path)
  if (removed.numDeletedRows === 0n && current !== null) return fail({ kind: 'stale', current })
  tx.changes.push({ action: 'change', noun: 'draft', objectId: draftId, revisionId: null })
  return succeed(null)
}

/** Ends a draft: published as a version, or let go (null). It never changes again. */
export async function saveDraftEnded(
  tx: ViewerTransaction,
  draftId: string,
  digest: string | null,
): Promise<void> {
  await tx.db
    .updateTable('draft')
    .set({ ended_at: tx.now, digest })
    .where(allowedBy(draftRules.end, tx.viewer, ownedRow))
    .where('id', '=', draftId)
    .where('ended_at', 'is', null)
    .execute()
  tx.changes.push({ action: 'close', noun: 'draft', objectId: draftId, revisionId: null })
}

async function findDraftFile(
  tx: ViewerTransaction,
  draftId: string,
  path: string,
): Promise<DraftFile | null> {
  const row = await tx.db
    .selectFrom('draft_file')
    .selectAll()
    .where(allowedBy(draftRules.see, tx.viewer, ownedRow))
    .where('draft_id', '=', draftId)
    .where('path', '=', path)
    .executeTakeFirst()
  return row === undefined ? null : asDraftFile(row)
}

async function addFile(
  tx: ViewerTransaction,
  draftId: string,
  file: Omit<DraftFile, 'updatedAt'>,
): Promise<boolean> {
  const added = await tx.db
    .insertInto('draft_file')
    .values({
      org_id: tx.viewer.orgId,
      draft_id: draftId,
      path: file.path,
      owner_id: tx.viewer.personId ?? '',
      revision_id: file.revisionId,
      content: file.content,
      base_hash: file.baseHash,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows !== 0n
}

async function changeFile(
  tx: ViewerTransaction,
  draftId: string,
  file: Omit<DraftFile, 'updatedAt'>,
  expected: string,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('draft_file')
    .set({
      revision_id: file.revisionId,
      content: file.content,
      base_hash: file.baseHash,
      updated_at: tx.now,
    })
    .where(allowedBy(draftRules.change, tx.viewer, ownedRow))
    .where('draft_id', '=', draftId)
    .where('path', '=', file.path)
    .where('revision_id', '=', expected)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

function asDraft(row: Selectable<DraftTable>): Draft {
  return {
    id: row.id,
    frameworkId: row.framework_id,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    digest: row.digest,
  }
}

function asDraftFile(row: Selectable<DraftFileTable>): DraftFile {
  return {
    path: row.path,
    content: row.content,
    revisionId: row.revision_id,
    baseHash: row.base_hash,
    updatedAt: row.updated_at,
  }
}
