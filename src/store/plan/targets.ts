// Where a person is and where they may want to go, with every earlier answer kept.

import { targetRules } from '../../core/access/target.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Target } from '../../core/target/target.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveTargetFailure =
  /** Somebody, perhaps this person in another window, saved first; `current` is what they saved. */
  | { kind: 'stale'; current: Target | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/**
 * The latest answer about one framework version, or without a digest about any. Each version has its own, so that
 * somebody who tries another framework finds on the way back what they had chosen.
 */
export async function findTarget(
  tx: ViewerTransaction,
  personId: string,
  frameworkDigest?: string,
): Promise<Target | null> {
  const answers = tx.db
    .selectFrom('target_revision')
    .selectAll()
    .where(allowedBy(targetRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(1)
  const wanted =
    frameworkDigest === undefined ? answers : answers.where('framework_digest', '=', frameworkDigest)
  const row = await wanted.executeTakeFirst()
  return row === undefined ? null : asTarget(row)
}

/** Every answer so far, oldest first. */
export async function listTargetRevisions(tx: ViewerTransaction, personId: string): Promise<Target[]> {
  const rows = await tx.db
    .selectFrom('target_revision')
    .selectAll()
    .where(allowedBy(targetRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('version')
    .execute()
  return rows.map(asTarget)
}

/**
 * Saves the viewer's own target as a new revision. `expectedRevisionId` is the one about the same framework version
 * that it replaces, null for the first. Versions count all answers, of every framework. Saving the same revision id again succeeds, so that a lost answer can be asked for again.
 */
export async function saveTarget(
  tx: ViewerTransaction,
  target: Omit<Target, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<Target, SaveTargetFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor has no target.')
  const { orgId } = tx.viewer
  await tx.db
    .insertInto('target')
    .values({ org_id: orgId, owner_id: ownerId, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'owner_id']).doNothing())
    .execute()
  const latest = await findTarget(tx, ownerId)
  const current = await findTarget(tx, ownerId, target.frameworkDigest)
  const known = await findTargetRevision(tx, target.revisionId)
  if (known !== null) return isSameTarget(known, target) ? succeed(known) : fail({ kind: 'revision-taken' })
  if ((current?.revisionId ?? null) !== expectedRevisionId) return fail({ kind: 'stale', current })
  const saved: Target = { ...target, version: (latest?.version ?? 0) + 1 }
  const row = {
    org_id: orgId,
    owner_id: ownerId,
    revision_id: saved.revisionId,
    version: saved.version,
    replaces: expectedRevisionId,
    framework_digest: saved.frameworkDigest,
    role: saved.role,
    destinations: JSON.stringify(saved.destinations),
    updated_at: saved.updatedAt,
  }
  // Of two writers at once one gets the version; the other waits here, adds nothing and is told.
  const added = await tx.db
    .insertInto('target_revision')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return afterAnother(tx, saved, expectedRevisionId)
  tx.changes.push({
    action: current === null ? 'add' : 'change',
    noun: 'target',
    objectId: ownerId,
    revisionId: saved.revisionId,
  })
  return succeed(saved)
}

/** The version or the revision id was taken: by the same framework, by another one, or by something else. */
async function afterAnother(
  tx: ViewerTransaction,
  tried: Target,
  expected: string | null,
): Promise<Result<Target, SaveTargetFailure>> {
  const ownerId = tx.viewer.personId ?? ''
  const current = await findTarget(tx, ownerId, tried.frameworkDigest)
  if ((current?.revisionId ?? null) !== expected) return fail({ kind: 'stale', current })
  const latest = await findTarget(tx, ownerId)
  const { version, ...target } = tried
  // Another framework's answer took the version: the next one is free, and each try waits for the one before.
  return (latest?.version ?? 0) >= version
    ? saveTarget(tx, target, expected)
    : fail({ kind: 'revision-taken' })
}

async function findTargetRevision(tx: ViewerTransaction, revisionId: string): Promise<Target | null> {
  const row = await tx.db
    .selectFrom('target_revision')
    .selectAll()
    .where(allowedBy(targetRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
  return row === undefined ? null : asTarget(row)
}

function isSameTarget(known: Target, asked: Omit<Target, 'version'>): boolean {
  return (
    known.frameworkDigest === asked.frameworkDigest &&
    known.role === asked.role &&
    known.destinations.join('\n') === asked.destinations.join('\n')
  )
}

function asTarget(row: {
  framework_digest: string
  role: string
  destinations: string[]
  revision_id: string
  version: number
  updated_at: string
}): Target {
  return {
    frameworkDigest: row.framework_digest,
    role: row.role,
    destinations: row.destinations,
    revisionId: row.revision_id,
    version: row.version,
    updatedAt: row.updated_at,
  }
}
