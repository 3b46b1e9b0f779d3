// What somebody answered to offers to lighten their plan.

import { randomUUID } from 'node:crypto'
import { checkInRules } from '../../core/access/check-in.ts'
import type { LighterAnswers } from '../../core/check-in/lighter-plan.ts'
import { findSetting, saveSetting } from '../settings.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

interface Kept {
  answers: LighterAnswers
  revisionId: string
}

export async function findLighterAnswers(tx: ViewerTransaction): Promise<LighterAnswers> {
  return (await findKept(tx))?.answers ?? {}
}

/** Replaces what was answered; the last of two writers holds. */
export async function saveLighterAnswers(tx: ViewerTransaction, answers: LighterAnswers): Promise<void> {
  const known = await findKept(tx)
  const value: Kept = { answers, revisionId: randomUUID() }
  await saveSetting(tx, checkInRules.write, { name: 'lighter', value }, known?.revisionId ?? null)
  const action = known === null ? 'add' : 'change'
  const objectId = tx.viewer.personId ?? ''
  tx.changes.push({ action, noun: 'check-in', objectId, revisionId: value.revisionId })
}

function findKept(tx: ViewerTransaction): Promise<Kept | null> {
  return findSetting<Kept>(tx, checkInRules.see, tx.viewer.personId ?? '', 'lighter')
}
