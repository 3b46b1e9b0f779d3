// Takes the check-ins of an export over, sealed anew with the key that is here, and what was wished beside them.

import { randomUUID } from 'node:crypto'
import type { ExportedCheckIns } from '../core/export/exported-check-ins.ts'
import { groupedBy } from '../core/framework/grouped-by.ts'
import { checkInRow, listCheckInRevisions } from './check-ins.ts'
import type { Imported } from './import.ts'
import { findLighterAnswers, saveLighterAnswers } from './lighter-answers.ts'
import { newEnd } from './new-end.ts'
import { textSealer } from './private-text.ts'
import { findReminder, saveReminder } from './reminders.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

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
  for (const [week, coming] of groupedBy(checkIns, (one) => one.week)) {
    const fresh = closed.has(week) ? [] : newEnd(here.get(week) ?? [], coming)
    result.added.checkIns += fresh.length
    result.kept.checkIns += coming.length - fresh.length
    for (const revision of fresh) {
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
