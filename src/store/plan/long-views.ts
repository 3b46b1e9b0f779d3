// The route over years that a person keeps.

import { longViewRules } from '../../core/access/long-view.ts'
import type { LongView } from '../../core/plan/long-view.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findSetting, removeSetting, saveSetting } from '../settings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Somebody, perhaps this person in another window, saved first; `current` is what they saved. */
export interface LongViewStale {
  kind: 'stale'
  current: LongView | null
}

export async function findLongView(tx: ViewerTransaction, personId: string): Promise<LongView | null> {
  return findSetting<LongView>(tx, longViewRules.see, personId, 'long-view')
}

/** Saves the viewer's own in place of the one expected; null for the first. The same revision id again succeeds. */
export async function saveLongView(
  tx: ViewerTransaction,
  longView: LongView,
  expectedRevisionId: string | null,
): Promise<Result<LongView, LongViewStale>> {
  const personId = tx.viewer.personId ?? ''
  const known = await findLongView(tx, personId)
  if (known?.revisionId === longView.revisionId) return succeed(known)
  const setting = { name: 'long-view' as const, value: longView }
  if (!(await saveSetting(tx, longViewRules.change, setting, expectedRevisionId)))
    return fail({ kind: 'stale', current: await findLongView(tx, personId) })
  const action = expectedRevisionId === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'long-view', objectId: personId, revisionId: longView.revisionId })
  return succeed(longView)
}

/** Lets the viewer's own go. Letting go of what is gone is done already. */
export async function removeLongView(
  tx: ViewerTransaction,
  seenRevisionId: string,
): Promise<Result<null, LongViewStale>> {
  const personId = tx.viewer.personId ?? ''
  const known = await findLongView(tx, personId)
  if (known === null) return succeed(null)
  if (!(await removeSetting(tx, longViewRules.remove, 'long-view', seenRevisionId)))
    return fail({ kind: 'stale', current: await findLongView(tx, personId) })
  tx.changes.push({ action: 'remove', noun: 'long-view', objectId: personId, revisionId: seenRevisionId })
  return succeed(null)
}
