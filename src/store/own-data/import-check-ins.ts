// Takes the check-ins of an export over, sealed anew with the key that is here, and what was wished beside them.

import { randomUUID } from 'node:crypto'
import { NOTHING_SAID } from '../../core/check-in/check-in.ts'
import type { ExportedCheckIns } from '../../core/export/exported-check-ins.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { checkInRow, listCheckInRevisions } from '../check-in/check-ins.ts'
import { findReminder, saveReminder } from '../check-in/reminders.ts'
import { newEnd } from '../new-end.ts'
import { PERSONAL_ORG_ID } from '../personal.ts'
import { findLighterAnswers, saveLighterAnswers } from '../plan/lighter-answers.ts'
import { textSealer } from '../private-text/private-text.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedCheckIns(
  tx: ViewerTransaction,
  personId: string,
  { checkIns, lighterAnswers, reminders }: ExportedCheckIns,
  result: Imported,
): Promise<string | null> {
  await saveWishes(tx, { lighterAnswers, reminders })
  if (checkIns.length === 0) return null
  const { revisions, unreadable } = await listCheckInRevisions(tx, personId)
  const here = groupedBy(revisions, ({ week }) => week)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(unreadable.map(({ week }) => week))
  const seal = await textSealer(tx)
  // How a week felt and the energy left lie on a person's own computer and nowhere else.
  const isShared = tx.viewer.orgId !== PERSONAL_ORG_ID
  for (const [week, coming] of groupedBy(checkIns, (one) => one.week)) {
    const fresh = closed.has(week) ? [] : newEnd(here.get(week) ?? [], coming)
    result.added.checkIns += fresh.length
    result.kept.checkIns += coming.length - fresh.length
    for (const one of fresh) {
      const revision = isShared ? { ...one, ownAnswers: NOTHING_SAID.ownAnswers } : one
      const added = await tx.db
        .insertInto('check_in_revision')
        .values(checkInRow(tx.viewer.orgId, personId, revision, seal))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) return '/checkIns'
      const change = { objectId: personId, revisionId: revision.revisionId }
      tx.changes.push({ action: 'import', noun: 'check-in', ...change })
    }
  }
  return null
}

/** What is wished here stays. */
async function saveWishes(
  tx: ViewerTransaction,
  { lighterAnswers, reminders }: Pick<ExportedCheckIns, 'lighterAnswers' | 'reminders'>,
): Promise<void> {
  const known = await findLighterAnswers(tx)
  if (Object.keys(lighterAnswers).length > 0 && Object.keys(known).length === 0)
    await saveLighterAnswers(tx, lighterAnswers)
  if (reminders !== null && (await findReminder(tx)) === null)
    await saveReminder(tx, { choices: reminders, revisionId: randomUUID() }, null)
}
