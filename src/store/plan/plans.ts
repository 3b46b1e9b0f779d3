// Plans: each is a revision that holds wishes, levels and the plan itself. Nothing that was planned is overwritten.

import type { Selectable } from 'kysely'
import { planRules } from '../../core/access/plan.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import type { PlanRevision, PlanSummary } from '../../core/plan/kept-plan.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { PlanRevisionTable } from './growth-tables.ts'

export type SavePlanFailure =
  /** Somebody, perhaps this person in another window, saved first; `current` is what they saved. */
  | { kind: 'stale'; current: PlanRevision | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/** The plan that holds on a framework version; null while there is none. */
export async function findPlan(
  tx: ViewerTransaction,
  personId: string,
  frameworkDigest: string,
): Promise<PlanRevision | null> {
  const row = await tx.db
    .selectFrom('current_plan')
    .selectAll()
    .where(allowedBy(planRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('framework_digest', '=', frameworkDigest)
    .executeTakeFirst()
  return row === undefined ? null : asPlan(row)
}

export async function findPlanRevision(
  tx: ViewerTransaction,
  revisionId: string,
): Promise<PlanRevision | null> {
  const row = await tx.db
    .selectFrom('plan_revision')
    .selectAll()
    .where(allowedBy(planRules.see, tx.viewer, ownedRow))
    .where('revision_id', '=', revisionId)
    .executeTakeFirst()
  return row === undefined ? null : asPlan(row)
}

/** Every revision on one framework version, or with `null` on all of them; by version, oldest first. */
export async function listPlanRevisions(
  tx: ViewerTransaction,
  personId: string,
  frameworkDigest: string | null,
): Promise<PlanRevision[]> {
  const all = tx.db
    .selectFrom('plan_revision')
    .selectAll()
    .where(allowedBy(planRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('framework_digest')
    .orderBy('version')
  const wanted = frameworkDigest === null ? all : all.where('framework_digest', '=', frameworkDigest)
  return (await wanted.execute()).map(asPlan)
}

/** The same without the plans themselves, oldest first. */
export async function listPlanSummaries(
  tx: ViewerTransaction,
  personId: string,
  frameworkDigest: string,
): Promise<PlanSummary[]> {
  const rows = await tx.db
    .selectFrom('plan_revision')
    .select(['revision_id', 'version', 'made_at', 'starts_on', 'choices', 'why', 'repeats'])
    .where(allowedBy(planRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('framework_digest', '=', frameworkDigest)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    revisionId: row.revision_id,
    version: row.version,
    madeAt: row.made_at,
    startsOn: row.starts_on,
    choices: row.choices,
    why: row.why,
    repeats: row.repeats,
  }))
}

/**
 * Saves the viewer's own plan as a new revision. `expectedRevisionId` is the one on the same framework version that it
 * replaces, null for the first. Saving the same revision id again succeeds, so that a lost answer can be asked for
 * again; what was saved then is given back.
 */
export async function savePlan(
  tx: ViewerTransaction,
  plan: Omit<PlanRevision, 'version'>,
  expectedRevisionId: string | null,
): Promise<Result<PlanRevision, SavePlanFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor has no plan.')
  const known = await findPlanRevision(tx, plan.revisionId)
  if (known !== null) return isSamePlan(known, plan) ? succeed(known) : fail({ kind: 'revision-taken' })
  const current = await findPlan(tx, ownerId, plan.frameworkDigest)
  if ((current?.revisionId ?? null) !== expectedRevisionId) return fail({ kind: 'stale', current })
  const saved: PlanRevision = { ...plan, version: (current?.version ?? 0) + 1 }
  // Of two writers at once one gets the version; the other waits here, adds nothing and is told.
  const added = await tx.db
    .insertInto('plan_revision')
    .values(planRow(tx.viewer.orgId, ownerId, saved, expectedRevisionId))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) {
    const now = await findPlan(tx, ownerId, plan.frameworkDigest)
    const isStale = (now?.revisionId ?? null) !== expectedRevisionId
    return fail(isStale ? { kind: 'stale', current: now } : { kind: 'revision-taken' })
  }
  tx.changes.push({
    action: current === null ? 'add' : 'change',
    noun: 'plan',
    objectId: ownerId,
    revisionId: saved.revisionId,
  })
  return succeed(saved)
}

/** The row of a revision, for saving and for importing. */
export function planRow(orgId: string, ownerId: string, plan: PlanRevision, replaces: string | null) {
  return {
    org_id: orgId,
    owner_id: ownerId,
    revision_id: plan.revisionId,
    version: plan.version,
    replaces,
    framework_digest: plan.frameworkDigest,
    starts_on: plan.startsOn,
    choices: JSON.stringify(plan.choices),
    frozen: JSON.stringify(plan.frozen),
    estimates: JSON.stringify(plan.estimates),
    plan: JSON.stringify(plan.plan),
    why: JSON.stringify(plan.why),
    repeats: plan.repeats,
    made_at: plan.madeAt,
  }
}

/** The wish is compared, not what came of it: levels may have moved between the two requests. */
function isSamePlan(known: PlanRevision, asked: Omit<PlanRevision, 'version'>): boolean {
  return (
    known.frameworkDigest === asked.frameworkDigest &&
    known.repeats === asked.repeats &&
    canonicalJson(known.choices) === canonicalJson(asked.choices)
  )
}

function asPlan(row: Selectable<PlanRevisionTable>): PlanRevision {
  return {
    revisionId: row.revision_id,
    version: row.version,
    frameworkDigest: row.framework_digest,
    madeAt: row.made_at,
    startsOn: row.starts_on,
    choices: row.choices,
    frozen: row.frozen,
    estimates: row.estimates,
    plan: row.plan,
    why: row.why,
    repeats: row.repeats,
  }
}
