// What a person corrected about how their frameworks are read.

import { skillLinkRules } from '../../core/access/skill-link.ts'
import type { LinkCorrections } from '../../core/linking/link-correction.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findSetting, saveSetting } from '../settings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** Somebody, perhaps this person in another window, saved first; `current` is what they saved. */
export interface LinksStale {
  kind: 'stale'
  current: LinkCorrections | null
}

/** Null where nothing was ever corrected. */
export async function findLinkCorrections(tx: ViewerTransaction): Promise<LinkCorrections | null> {
  return findSetting<LinkCorrections>(tx, skillLinkRules.see, tx.viewer.personId ?? '', 'skill-links')
}

/** Saves the viewer's own in place of those expected; null for the first. The same revision id again succeeds. */
export async function saveLinkCorrections(
  tx: ViewerTransaction,
  corrections: LinkCorrections,
  expectedRevisionId: string | null,
): Promise<Result<LinkCorrections, LinksStale>> {
  const known = await findLinkCorrections(tx)
  if (known?.revisionId === corrections.revisionId) return succeed(known)
  const setting = { name: 'skill-links' as const, value: corrections }
  if (!(await saveSetting(tx, skillLinkRules.correct, setting, expectedRevisionId)))
    return fail({ kind: 'stale', current: await findLinkCorrections(tx) })
  const action = expectedRevisionId === null ? 'add' : 'change'
  const { revisionId } = corrections
  tx.changes.push({ action, noun: 'skill-link', objectId: tx.viewer.personId ?? '', revisionId })
  return succeed(corrections)
}
