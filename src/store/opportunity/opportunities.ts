// A manager's pieces of upcoming work: each has one current state, and is taken off the list rather than deleted.

import type { Selectable } from 'kysely'
import { opportunityRules } from '../../core/access/opportunity.ts'
import type { Opportunity } from '../../core/opportunity/opportunity.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { OpportunityTable } from './opportunity-tables.ts'

export type SaveOpportunityFailure =
  /** It was changed meanwhile, perhaps in another window; null where there is none. */
  | { kind: 'stale'; current: Opportunity | null }
  /** That id belongs to somebody else's. */
  | { kind: 'taken' }

/** The viewer's own, those taken off the list too; by quarter and title. */
export async function listOpportunities(tx: ViewerTransaction): Promise<Opportunity[]> {
  const rows = await tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where(allowedBy(opportunityRules.see, tx.viewer, ownedRow))
    .orderBy('quarter')
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(asOpportunity)
}

export async function findOpportunity(tx: ViewerTransaction, id: string): Promise<Opportunity | null> {
  const row = await tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where(allowedBy(opportunityRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asOpportunity(row)
}

/** Saves in place of the revision expected; null for a new one. The same revision id again succeeds. */
export async function saveOpportunity(
  tx: ViewerTransaction,
  opportunity: Omit<Opportunity, 'savedAt'>,
  expectedRevisionId: string | null,
): Promise<Result<Opportunity, SaveOpportunityFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor plans no work.')
  const known = await findOpportunity(tx, opportunity.id)
  if (known?.revisionId === opportunity.revisionId) return succeed(known)
  if ((known?.revisionId ?? null) !== expectedRevisionId) return fail({ kind: 'stale', current: known })
  const saved: Opportunity = { ...opportunity, savedAt: tx.now }
  const values = rowOf(saved)
  if (known === null) {
    const added = await tx.db
      .insertInto('opportunity')
      .values({ org_id: tx.viewer.orgId, id: saved.id, owner_id: ownerId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return fail({ kind: 'taken' })
  } else {
    const changed = await tx.db
      .updateTable('opportunity')
      .set(values)
      .where(allowedBy(opportunityRules.change, tx.viewer, ownedRow))
      .where('id', '=', saved.id)
      .where('revision_id', '=', known.revisionId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n)
      return fail({ kind: 'stale', current: await findOpportunity(tx, saved.id) })
  }
  const action = known === null ? 'add' : saved.removedAt === null ? 'change' : 'remove'
  tx.changes.push({ action, noun: 'opportunity', objectId: saved.id, revisionId: saved.revisionId })
  return succeed(saved)
}

function rowOf(one: Opportunity) {
  return {
    revision_id: one.revisionId,
    framework_digest: one.frameworkDigest,
    title: one.title,
    about: one.about,
    kind: one.kind,
    quarter: one.quarter,
    people: one.people,
    tenths: Math.round(one.weeks * 10),
    skills: JSON.stringify(one.skills),
    shown: one.shown,
    tried: JSON.stringify(one.tried),
    saved_at: one.savedAt,
    removed_at: one.removedAt,
  }
}

function asOpportunity(row: Selectable<OpportunityTable>): Opportunity {
  return {
    id: row.id,
    revisionId: row.revision_id,
    frameworkDigest: row.framework_digest,
    title: row.title,
    about: row.about,
    kind: row.kind,
    quarter: row.quarter,
    people: row.people,
    weeks: row.tenths / 10,
    skills: row.skills,
    shown: row.shown,
    tried: row.tried,
    savedAt: row.saved_at,
    removedAt: row.removed_at,
  }
}
