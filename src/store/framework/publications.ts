// What was published of each framework: from when it holds, why, and who approved it.

import { sql } from 'kysely'
import { frameworkRules } from '../../core/access/framework.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Publication } from '../../core/framework/publication.ts'
import { allowedBy, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** With the SHA-256 of the files that it was read from; null where there is no folder. */
export interface StoredPublication extends Publication {
  filesHash: string | null
}

/** Newest first. */
export async function listPublications(tx: ViewerTransaction): Promise<StoredPublication[]> {
  const rows = await tx.db
    .selectFrom('framework_publication')
    .selectAll()
    .where(allowedBy(frameworkRules.see, tx.viewer, sharedRow))
    .orderBy('published_at', 'desc')
    .orderBy('digest')
    .execute()
  return rows.map((row) => ({
    digest: row.digest,
    frameworkId: row.framework_id,
    publishedAt: row.published_at,
    effectiveFrom: row.effective_from,
    note: row.note,
    approvers: row.approvers,
    source: row.source,
    filesHash: row.files_hash,
  }))
}

/**
 * Publishes a version that is kept already. One that was published stays as it was said to be; only the files that
 * it was read from may have become others, since comments in them do not count. True when it is new.
 */
export async function savePublication(
  tx: ViewerTransaction,
  publication: Omit<StoredPublication, 'publishedAt'>,
): Promise<boolean> {
  const facts = { orgId: tx.viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  if (!evaluateRule(frameworkRules.publish, tx.viewer, facts))
    throw new Error('This viewer may not publish: the route must ask first.')
  const added = await tx.db
    .insertInto('framework_publication')
    .values({
      org_id: tx.viewer.orgId,
      digest: publication.digest,
      framework_id: publication.frameworkId,
      published_at: afterTheLast(tx, publication.frameworkId),
      effective_from: publication.effectiveFrom,
      note: publication.note,
      approvers: JSON.stringify(publication.approvers),
      source: publication.source,
      files_hash: publication.filesHash,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'digest']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    await saveFilesHash(tx, publication.digest, publication.filesHash)
    return false
  }
  const { digest } = publication
  tx.changes.push({ action: 'publish', noun: 'framework', objectId: digest, revisionId: null })
  return true
}

/** Now, or just after the publication before it, so that it is never in doubt which version is the newest. */
function afterTheLast(tx: ViewerTransaction, frameworkId: string) {
  return sql<string>`greatest(${tx.now}::timestamptz, (
    SELECT max(published_at) + interval '1 millisecond' FROM framework_publication
    WHERE org_id = ${tx.viewer.orgId} AND framework_id = ${frameworkId}))`
}

async function saveFilesHash(tx: ViewerTransaction, digest: string, filesHash: string | null): Promise<void> {
  await tx.db
    .updateTable('framework_publication')
    .set({ files_hash: filesHash })
    .where(allowedBy(frameworkRules.publish, tx.viewer, sharedRow))
    .where('digest', '=', digest)
    .execute()
}
