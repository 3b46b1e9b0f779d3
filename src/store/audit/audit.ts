// The audit chain: who did what to which object, by ids and hashes only, each row sealed by the one before.

import { type Selectable, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { CHAIN_START, newSalt, sealLine } from './audit-chain.ts'

export interface AuditEntry {
  action:
    | 'add'
    | 'change'
    | 'withdraw'
    | 'close'
    | 'export'
    | 'import'
    | 'erase'
    | 'restore'
    | 'undo'
    | 'publish'
    | 'use'
    | 'remove'
    | 'resolve'
    | 'read'
    | 'check'
  noun:
    | 'person'
    | 'kept-person'
    | 'target'
    | 'assessment'
    | 'rating'
    | 'framework'
    | 'backup'
    | 'carry-over'
    | 'draft'
    | 'comment'
    | 'plan'
    | 'progress'
    | 'forecast'
    | 'feedback'
    | 'long-view'
    | 'plateau'
    | 'evidence'
    | 'feedback-draft'
    | 'conversation'
    | 'share'
    | 'received-share'
    | 'packet'
    | 'key'
    | 'check-in'
    | 'reminder'
    | 'team'
    | 'management'
    | 'held-role'
    | 'admin-grant'
    | 'invitation'
    | 'view-switch'
    | 'account'
    | 'passkey'
    | 'session'
    | 'organisation'
    | 'handover'
    | 'export-notice'
    | 'joining'
    | 'held-item'
    | 'skill-link'
    | 'opportunity'
    | 'agreed-growth'
    | 'work-part'
    | 'calibration-case'
    | 'calibration-round'
    | 'calibration-reading'
    | 'round'
    | 'ask'
    | 'opening'
    | 'agreement'
    | 'dispute'
    | 'list-change'
    | 'directory-token'
    | 'release'
    | 'erasure'
    | 'audit'
  objectId: string
  revisionId: string | null
}

export interface AuditRow extends AuditEntry {
  seq: number
  at: string
  actorId: string | null
  salt: string | null
  previousHash: string
  hash: string
}

/** Appends the changes of this transaction. Called once, last, because it holds the organisation's chain. */
export async function saveAudit(tx: ViewerTransaction): Promise<void> {
  const orgId = tx.viewer.orgId
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${orgId}, 1))`.execute(tx.db)
  const last = await tx.db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('org_id', '=', orgId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let seq = last?.seq ?? 0
  let previousHash = last?.hash ?? CHAIN_START
  const rows = tx.changes.map((change) => {
    seq += 1
    const unsealed = {
      ...change,
      seq,
      at: tx.now,
      actorId: tx.viewer.personId,
      salt: newSalt(),
      previousHash,
    }
    const sealed = { ...unsealed, hash: sealLine(unsealed) }
    previousHash = sealed.hash
    return sealed
  })
  for (let from = 0; from < rows.length; from += AT_ONCE) await saveRows(tx, rows.slice(from, from + AT_ONCE))
}

/** A statement takes 65,535 values at most. */
const AT_ONCE = 1000

async function saveRows(tx: ViewerTransaction, rows: AuditRow[]): Promise<void> {
  await tx.db
    .insertInto('audit')
    .values(
      rows.map((row) => ({
        org_id: tx.viewer.orgId,
        seq: row.seq,
        at: row.at,
        actor_id: row.actorId,
        action: row.action,
        noun: row.noun,
        object_id: row.objectId,
        revision_id: row.revisionId,
        salt: row.salt,
        previous_hash: row.previousHash,
        hash: row.hash,
      })),
    )
    .execute()
}

/** Names the state of all data: each change appends a row, whose hash holds all before it. */
export async function lastAuditHash(tx: ViewerTransaction): Promise<string> {
  const last = await tx.db
    .selectFrom('audit')
    .select('hash')
    .where('org_id', '=', tx.viewer.orgId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? CHAIN_START
}

/** The chain in order, from `afterSeq` on. */
export async function listAudit(tx: ViewerTransaction, afterSeq = 0, limit = 10_000): Promise<AuditRow[]> {
  const rows = await tx.db
    .selectFrom('audit')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(asAuditRow)
}

export function asAuditRow(row: Selectable<Tables['audit']>): AuditRow {
  return {
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    action: row.action as AuditEntry['action'],
    noun: row.noun as AuditEntry['noun'],
    objectId: row.object_id,
    revisionId: row.revision_id,
    salt: row.salt,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
