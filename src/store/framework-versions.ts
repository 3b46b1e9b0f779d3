// Versions of frameworks: stored whole on first use, never changed, named by the digest of their content.

import { createHash } from 'node:crypto'
import { frameworkRules } from '../core/access/framework.ts'
import { canonicalJson } from '../core/framework/canonical-json.ts'
import type { Framework } from '../core/framework/framework.ts'
import { currentShape } from '../core/framework/stored-framework.ts'
import { allowedBy, sharedRow } from './access.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

export interface FrameworkVersion {
  digest: string
  id: string
  name: string
  version: string
  firstUsedAt: string
}

/** The identity of a framework version: SHA-256 of its canonical JSON, in hex. */
export function digestOf(framework: Framework): string {
  return createHash('sha256').update(canonicalJson(framework)).digest('hex')
}

/** In the shape that this release reads, whichever release stored it. */
export async function findFramework(tx: ViewerTransaction, digest: string): Promise<Framework | null> {
  const stored = await findStoredFramework(tx, digest)
  return stored === null ? null : currentShape(stored)
}

/** As it was stored: the content that the digest belongs to, for taking it elsewhere. Read nothing from it. */
export async function findStoredFramework(tx: ViewerTransaction, digest: string): Promise<Framework | null> {
  const row = await tx.db
    .selectFrom('framework_version')
    .select('content')
    .where(allowedBy(frameworkRules.see, tx.viewer, sharedRow))
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row === undefined ? null : (row.content as Framework)
}

/** Newest first. */
export async function listFrameworkVersions(tx: ViewerTransaction): Promise<FrameworkVersion[]> {
  const rows = await tx.db
    .selectFrom('framework_version')
    .select(['digest', 'framework_id', 'name', 'version_label', 'first_used_at'])
    .where(allowedBy(frameworkRules.see, tx.viewer, sharedRow))
    .orderBy('first_used_at', 'desc')
    .orderBy('digest')
    .execute()
  return rows.map((row) => ({
    digest: row.digest,
    id: row.framework_id,
    name: row.name,
    version: row.version_label,
    firstUsedAt: row.first_used_at,
  }))
}

/** Keeps a version; one that is there already stays as it is. Returns its digest. */
export async function saveFrameworkVersion(tx: ViewerTransaction, framework: Framework): Promise<string> {
  const digest = digestOf(framework)
  const added = await tx.db
    .insertInto('framework_version')
    .values({
      org_id: tx.viewer.orgId,
      digest,
      framework_id: framework.id,
      name: framework.name,
      version_label: framework.version,
      content: JSON.stringify(framework),
      first_used_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'digest']).doNothing())
    .executeTakeFirst()
  const isNew = added.numInsertedOrUpdatedRows !== 0n
  if (isNew) tx.changes.push({ action: 'add', noun: 'framework', objectId: digest, revisionId: null })
  return digest
}
