// Which framework version a person's map is drawn from: what they chose, or else what they last worked with.

import { assessmentRules } from '../../core/access/assessment.ts'
import { frameworkRules } from '../../core/access/framework.ts'
import { targetRules } from '../../core/access/target.ts'
import type { FrameworkChoice } from '../../core/framework/framework-choice.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow, ratedRow } from '../access.ts'
import { findSetting, saveSetting } from '../settings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveChoiceFailure = { kind: 'stale'; current: FrameworkChoice | null }

/** What the person chose; null where they never did. */
export async function findFrameworkChoice(
  tx: ViewerTransaction,
  personId: string,
): Promise<FrameworkChoice | null> {
  return findSetting<FrameworkChoice>(tx, frameworkRules.use, personId, 'framework')
}

/**
 * The digest of the version in use: the one chosen, else that of the latest target, else that of the newest
 * assessment, so that nobody's map changes by itself. Null where there is none of these.
 */
export async function findDigestInUse(tx: ViewerTransaction, personId: string): Promise<string | null> {
  const choice = await findFrameworkChoice(tx, personId)
  if (choice !== null) return choice.digest
  const target = await tx.db
    .selectFrom('current_target')
    .select('framework_digest')
    .where(allowedBy(targetRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .executeTakeFirst()
  if (target !== undefined) return target.framework_digest
  const assessment = await tx.db
    .selectFrom('assessment')
    .select('framework_digest')
    .where(allowedBy(assessmentRules.see, tx.viewer, ratedRow))
    .where('subject_id', '=', personId)
    .where('rater_kind', '=', 'self')
    .where('purpose', 'is', null)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return assessment?.framework_digest ?? null
}

/**
 * Saves the viewer's own choice. `expectedRevisionId` is the one it replaces, null for the first. Saving the same
 * revision id again succeeds. The version must be there; what was rated and chosen on others stays as it is.
 */
export async function saveFrameworkChoice(
  tx: ViewerTransaction,
  choice: FrameworkChoice,
  expectedRevisionId: string | null,
): Promise<Result<FrameworkChoice, SaveChoiceFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor uses no framework.')
  const known = await findFrameworkChoice(tx, ownerId)
  if (known?.revisionId === choice.revisionId && known.digest === choice.digest) return succeed(known)
  const setting = { name: 'framework' as const, value: choice }
  if (!(await saveSetting(tx, frameworkRules.use, setting, expectedRevisionId)))
    return fail({ kind: 'stale', current: await findFrameworkChoice(tx, ownerId) })
  tx.changes.push({
    action: 'use',
    noun: 'framework',
    objectId: choice.digest,
    revisionId: choice.revisionId,
  })
  return succeed(choice)
}
