// Cases and rounds of calibration, what each reader read, and what a closed round said to each.

import { calibrationReadingRules, calibrationRules } from '../../core/access/calibration.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type {
  CalibrationCase,
  CalibrationReading,
  CalibrationRound,
  KeptResult,
  OwnScale,
} from '../../core/calibration/calibration.ts'
import type { Reader } from '../../core/calibration/close-round.ts'
import { allowedBy, ownedRow, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** The organisation's own cases that were not taken back, oldest first. */
export async function listCalibrationCases(
  tx: ViewerTransaction,
  frameworkId: string,
): Promise<CalibrationCase[]> {
  const rows = await tx.db
    .selectFrom('calibration_case')
    .selectAll()
    .where(allowedBy(calibrationRules.see, tx.viewer, sharedRow))
    .where('framework_id', '=', frameworkId)
    .where('ended_at', 'is', null)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, framework_id, title, content, skills }) => ({
    ...{ id, frameworkId: framework_id, title, text: content, skills },
  }))
}

/** Adds a case. The caller has decided that the viewer may. */
export async function saveCalibrationCase(tx: ViewerTransaction, one: CalibrationCase): Promise<void> {
  await tx.db
    .insertInto('calibration_case')
    .values({
      org_id: tx.viewer.orgId,
      id: one.id,
      framework_id: one.frameworkId,
      title: one.title,
      content: one.text,
      skills: JSON.stringify(one.skills),
      written_at: tx.now,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'calibration-case', objectId: one.id, revisionId: null })
}

/** False when there is no such case, or the viewer may not. */
export async function saveCalibrationCaseEnded(tx: ViewerTransaction, id: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('calibration_case')
    .set({ ended_at: tx.now })
    .where(allowedBy(calibrationRules.change, tx.viewer, sharedRow))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'remove', noun: 'calibration-case', objectId: id, revisionId: null })
  return true
}

/** The newest first. What a closed round said is for the caller to withhold from whoever may not read it. */
export async function listCalibrationRounds(tx: ViewerTransaction): Promise<CalibrationRound[]> {
  const rows = await tx.db
    .selectFrom('calibration_round')
    .selectAll()
    .where(allowedBy(calibrationRules.see, tx.viewer, sharedRow))
    .orderBy('opened_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    frameworkDigest: row.framework_digest,
    cases: row.cases,
    purpose: row.purpose,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    result: row.result,
  }))
}

/** Opens a round. The caller has decided that the viewer may. */
export async function saveCalibrationRound(
  tx: ViewerTransaction,
  round: Omit<CalibrationRound, 'closedOn' | 'result'>,
): Promise<void> {
  await tx.db
    .insertInto('calibration_round')
    .values({
      org_id: tx.viewer.orgId,
      id: round.id,
      framework_digest: round.frameworkDigest,
      cases: JSON.stringify(round.cases),
      purpose: round.purpose,
      opened_on: round.openedOn,
      // JSON's null, which is read back as null.
      result: 'null',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'calibration-round', objectId: round.id, revisionId: null })
}

/** The viewer's own readings, of all rounds. */
export async function listOwnReadings(
  tx: ViewerTransaction,
): Promise<(CalibrationReading & { roundId: string })[]> {
  const rows = await tx.db
    .selectFrom('calibration_reading')
    .selectAll()
    .where(allowedBy(calibrationReadingRules.see, tx.viewer, ownedRow))
    .orderBy('case_id')
    .orderBy('skill')
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    caseId: row.case_id,
    skill: row.skill,
    level: row.level,
  }))
}

/** What the viewer reads a case as; a later answer takes the place of the one before while the round is open. */
export async function saveReading(
  tx: ViewerTransaction,
  reading: CalibrationReading & { id: string; roundId: string },
): Promise<void> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor reads no case.')
  await tx.db
    .insertInto('calibration_reading')
    .values({
      org_id: tx.viewer.orgId,
      id: reading.id,
      owner_id: ownerId,
      round_id: reading.roundId,
      case_id: reading.caseId,
      skill: reading.skill,
      level: reading.level,
      audience: 'organisation',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'owner_id', 'round_id', 'case_id', 'skill'])
        .doUpdateSet({ level: reading.level }),
    )
    .execute()
  tx.changes.push({
    action: 'change',
    noun: 'calibration-reading',
    objectId: reading.roundId,
    revisionId: null,
  })
}

/** What the closed rounds said to the viewer of their own scale. */
export async function listOwnScales(tx: ViewerTransaction): Promise<OwnScale[]> {
  const rows = await tx.db
    .selectFrom('calibration_scale')
    .select('scale')
    .where(allowedBy(calibrationReadingRules.see, tx.viewer, ownedRow))
    .orderBy('round_id')
    .execute()
  return rows.map(({ scale }) => scale)
}

/**
 * Everybody's readings of a round that is being closed, for computing once what it says. The rounds' rule decides, not
 * that of readings: nothing of this leaves the program. Empty for whoever may not close.
 */
export async function listReadersForClosing(tx: ViewerTransaction, roundId: string): Promise<Reader[]> {
  const facts = { orgId: tx.viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  if (!evaluateRule(calibrationRules.change, tx.viewer, facts)) return []
  const rows = await tx.db
    .selectFrom('calibration_reading')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('round_id', '=', roundId)
    .orderBy('owner_id')
    .orderBy('case_id')
    .orderBy('skill')
    .execute()
  const byReader = new Map<string, CalibrationReading[]>()
  for (const { owner_id, case_id, skill, level } of rows)
    byReader.set(owner_id, [...(byReader.get(owner_id) ?? []), { caseId: case_id, skill, level }])
  return [...byReader].map(([personId, readings]) => ({ personId, readings }))
}

/** Closes a round with what it says, once. False when it is closed already, or the viewer may not. */
export async function saveCalibrationRoundClosed(
  tx: ViewerTransaction,
  roundId: string,
  said: { result: KeptResult; scales: { id: string; personId: string; scale: OwnScale }[] },
): Promise<boolean> {
  const closed = await tx.db
    .updateTable('calibration_round')
    .set({ closed_on: tx.now.slice(0, 10), result: JSON.stringify(said.result) })
    .where(allowedBy(calibrationRules.change, tx.viewer, sharedRow))
    .where('id', '=', roundId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) return false
  if (said.scales.length > 0)
    await tx.db
      .insertInto('calibration_scale')
      .values(
        said.scales.map(({ id, personId, scale }) => ({
          org_id: tx.viewer.orgId,
          ...{ id, owner_id: personId, round_id: roundId, scale: JSON.stringify(scale) },
          audience: 'organisation',
        })),
      )
      .execute()
  tx.changes.push({ action: 'close', noun: 'calibration-round', objectId: roundId, revisionId: null })
  return true
}
