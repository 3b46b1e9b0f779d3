// Takes a personal export over into what is here: all of it, or nothing.

import { randomUUID } from 'node:crypto'
import {
  type ImportablePerson,
  type ImportProblem,
  parsePersonalExport,
} from '../../core/export/personal-export.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findFrameworkChoice, saveFrameworkChoice } from '../framework/framework-in-use.ts'
import { digestOf, findFramework, saveFrameworkVersion } from '../framework/framework-versions.ts'
import { findLinkCorrections, saveLinkCorrections } from '../framework/skill-links.ts'
import { newEnd } from '../new-end.ts'
import { findPerson, savePerson } from '../people.ts'
import { findLongView, saveLongView } from '../plan/long-views.ts'
import { savePlateauPutAway } from '../plan/plateaus.ts'
import { listTargetRevisions } from '../plan/targets.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { saveImportedAssessment } from './import-assessment.ts'
import { saveImportedCheckIns } from './import-check-ins.ts'
import { saveImportedGrowth } from './import-growth.ts'
import { saveImportedNotes } from './import-notes.ts'
import { saveImportedPackets } from './import-packets.ts'
import { saveImportedSealed } from './import-sealed.ts'

export interface Imported {
  added: Counts
  /** Was here already, or differs from what is here, which then stays. */
  kept: Counts
}

interface Counts {
  frameworks: number
  targets: number
  assessments: number
  ratings: number
  people: number
  plans: number
  reports: number
  forecasts: number
  evidence: number
  feedback: number
  feedbackDrafts: number
  conversations: number
  shares: number
  checkIns: number
  packets: number
}

export type ImportFailure = { kind: 'invalid'; problems: ImportProblem[] }

/**
 * Saves what an export holds as the viewer's own. What is here already is never changed; histories only grow. `erased`
 * are ids that must not come back; whoever had one gets another.
 */
export async function saveImported(
  tx: ViewerTransaction,
  input: unknown,
  erased: ReadonlySet<string> = new Set(),
): Promise<Result<Imported, ImportFailure>> {
  const personId = tx.viewer.personId
  if (personId === null) throw new Error('A visitor has nothing to import to.')
  const parsed = parsePersonalExport(input)
  if (!parsed.ok) return fail({ kind: 'invalid', problems: parsed.failure })
  const problems = checkDigests(parsed.value)
  if (problems.length > 0) return fail({ kind: 'invalid', problems })
  const result: Imported = { added: none(), kept: none() }
  await saveName(tx, personId, parsed.value.displayName)
  for (const { digest, framework } of parsed.value.frameworks) {
    const known = (await findFramework(tx, digest)) !== null
    await saveFrameworkVersion(tx, framework)
    result[known ? 'kept' : 'added'].frameworks += 1
  }
  await saveChoice(tx, personId, parsed.value)
  await saveAhead(tx, personId, parsed.value)
  await saveTargets(tx, personId, parsed.value, result)
  for (const [index, assessment] of parsed.value.assessments.entries()) {
    const own = { assessment, subjectId: personId, raterId: personId }
    const taken = await saveImportedAssessment(tx, own, result)
    if (taken !== null) return fail(idTaken(`/assessments/${index}${taken}`))
  }
  const here = await saveImportedNotes(tx, personId, { ...parsed.value, erased }, result)
  if (!here.ok) return fail(idTaken(here.failure))
  const growthTaken = await saveImportedGrowth(tx, personId, parsed.value, result)
  if (growthTaken !== null) return fail(idTaken(growthTaken))
  const sealedTaken = await saveImportedSealed(tx, personId, { ...parsed.value, here: here.value }, result)
  if (sealedTaken !== null) return fail(idTaken(sealedTaken))
  const weekTaken = await saveImportedCheckIns(tx, personId, parsed.value, result)
  if (weekTaken !== null) return fail(idTaken(weekTaken))
  const packetTaken = await saveImportedPackets(tx, personId, parsed.value, result)
  if (packetTaken !== null) return fail(idTaken(packetTaken))
  tx.changes.push({ action: 'import', noun: 'person', objectId: personId, revisionId: null })
  return succeed(result)
}

function idTaken(pointer: string): ImportFailure {
  return { kind: 'invalid', problems: [{ pointer, message: 'this id is in use for something else' }] }
}

const none = (): Counts => ({
  frameworks: 0,
  targets: 0,
  assessments: 0,
  ratings: 0,
  people: 0,
  plans: 0,
  reports: 0,
  forecasts: 0,
  evidence: 0,
  feedback: 0,
  feedbackDrafts: 0,
  conversations: 0,
  shares: 0,
  checkIns: 0,
  packets: 0,
})

function checkDigests(value: ImportablePerson): ImportProblem[] {
  return value.frameworks.flatMap(({ digest, framework }, index) =>
    digestOf(framework) === digest
      ? []
      : [{ pointer: `/frameworks/${index}/digest`, message: 'does not belong to this content' }],
  )
}

async function saveName(tx: ViewerTransaction, personId: string, displayName: string | null): Promise<void> {
  const person = await findPerson(tx, personId)
  if (person?.displayName === null && displayName !== null)
    await savePerson(tx, { id: personId, displayName })
}

/** Which framework was in use there; a choice made here stays. */
async function saveChoice(tx: ViewerTransaction, personId: string, value: ImportablePerson): Promise<void> {
  const digest = value.frameworkInUse
  const framework = value.frameworks.find((one) => one.digest === digest)?.framework
  if (digest === null || framework === undefined || (await findFrameworkChoice(tx, personId)) !== null) return
  await saveFrameworkChoice(tx, { frameworkId: framework.id, digest, revisionId: randomUUID() }, null)
}

/** A long view, and what was corrected about reading a framework, stay where there are any here. */
async function saveAhead(tx: ViewerTransaction, personId: string, value: ImportablePerson): Promise<void> {
  if (value.longView !== null && (await findLongView(tx, personId)) === null)
    await saveLongView(tx, value.longView, null)
  if (value.linkCorrections.length > 0 && (await findLinkCorrections(tx)) === null)
    await saveLinkCorrections(tx, { corrections: value.linkCorrections, revisionId: randomUUID() }, null)
  if (value.plateauPutAway) await savePlateauPutAway(tx, true, randomUUID())
}

async function saveTargets(
  tx: ViewerTransaction,
  personId: string,
  value: ImportablePerson,
  result: Imported,
): Promise<void> {
  const fresh = newEnd(await listTargetRevisions(tx, personId), value.targets)
  result.added.targets = fresh.length
  result.kept.targets = value.targets.length - fresh.length
  if (fresh.length === 0) return
  await tx.db
    .insertInto('target')
    .values({ org_id: tx.viewer.orgId, owner_id: personId, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'owner_id']).doNothing())
    .execute()
  for (const target of fresh) {
    await tx.db
      .insertInto('target_revision')
      .values({
        org_id: tx.viewer.orgId,
        owner_id: personId,
        revision_id: target.revisionId,
        version: target.version,
        replaces: replacedBy(value, target),
        framework_digest: target.frameworkDigest,
        role: target.role,
        destinations: JSON.stringify(target.destinations),
        updated_at: target.updatedAt,
      })
      .execute()
    tx.changes.push({ action: 'import', noun: 'target', objectId: personId, revisionId: target.revisionId })
  }
}

/** The answer before it about the same framework version. */
function replacedBy(value: ImportablePerson, target: ImportablePerson['targets'][number]): string | null {
  const earlier = value.targets.findLast(
    (one) => one.version < target.version && one.frameworkDigest === target.frameworkDigest,
  )
  return earlier?.revisionId ?? null
}
