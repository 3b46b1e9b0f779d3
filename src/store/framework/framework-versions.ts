// Versions of frameworks: stored whole on first use, never changed, named by the digest of their content.

import { createHash } from 'node:crypto'
import { frameworkRules } from '../../core/access/framework.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { currentShape } from '../../core/framework/stored-framework.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, sharedRow } from '../access.ts'
import { sessionIn } from '../sql-session.ts'
import { codeOf, type ViewerTransaction } from '../viewer-transaction.ts'

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

const FOREIGN_KEY_VIOLATION = '23503'

export type RemoveFrameworkFailure = { kind: 'in-use' }

/**
 * Removes every version of a framework with what was said about them; returns how many there were. Fails where
 * anything of anybody refers to one, whether the viewer may see it or not: the database's own keys say so.
 */
export async function removeFramework(
  tx: ViewerTransaction,
  frameworkId: string,
): Promise<Result<number, RemoveFrameworkFailure>> {
  const { orgId } = tx.viewer
  const facts = { orgId, ownerId: null, subjectId: null, releasedAt: null }
  if (!evaluateRule(frameworkRules.remove, tx.viewer, facts))
    throw new Error('This viewer may not remove frameworks: the route must ask first.')
  const session = sessionIn(tx)
  try {
    await session.run('SET LOCAL ROLE skillmap_eraser')
    const which = [orgId, frameworkId]
    await session.query('DELETE FROM framework_publication WHERE org_id = $1 AND framework_id = $2', which)
    const { rows } = await session.query(
      'DELETE FROM framework_version WHERE org_id = $1 AND framework_id = $2 RETURNING digest',
      which,
    )
    await session.run('SET LOCAL ROLE skillmap_app')
    for (const row of rows)
      tx.changes.push({
        action: 'remove',
        noun: 'framework',
        objectId: String(row.digest),
        revisionId: null,
      })
    return succeed(rows.length)
  } catch (error) {
    // The transaction is lost with it; the failure takes it back as a whole.
    if (codeOf(error) === FOREIGN_KEY_VIOLATION) return fail({ kind: 'in-use' })
    throw error
  }
}
