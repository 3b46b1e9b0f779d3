// Takes a personal export over into what is here: all of it, or nothing.

import { randomUUID } from 'node:crypto'
import {
  type ExportedRevision,
  type ImportablePerson,
  type ImportProblem,
  parsePersonalExport,
} from '../core/export/personal-export.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import { findAssessment } from './assessments.ts'
import { findFrameworkChoice, saveFrameworkChoice } from './framework-in-use.ts'
import { digestOf, findFramework, saveFrameworkVersion } from './framework-versions.ts'
import { findPerson, savePerson } from './people.ts'
import { listRatingRevisions } from './ratings.ts'
import { listTargetRevisions } from './targets.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

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
}

export type ImportFailure = { kind: 'invalid'; problems: ImportProblem[] }

/** Saves what an export holds as the viewer's own. What is here already is never changed; histories only grow. */
export async function saveImported(
  tx: ViewerTransaction,
  input: unknown,
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
  await saveTargets(tx, personId, parsed.value, result)
  for (const [index, assessment] of parsed.value.assessments.entries()) {
    const taken = await saveImportedAssessment(tx, personId, assessment, result)
    if (taken !== null)
      return fail({
        kind: 'invalid',
        problems: [
          { pointer: `/assessments/${index}${taken}`, message: 'this id is in use for something else' },
        ],
      })
  }
  tx.changes.push({ action: 'import', noun: 'person', objectId: personId, revisionId: null })
  return succeed(result)
}

const none = (): Counts => ({ frameworks: 0, targets: 0, assessments: 0, ratings: 0 })

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

/** The new end of a history, when what is here is its beginning; otherwise nothing: what is here stays. */
function newEnd<Step extends { revisionId: string }>(here: { revisionId: string }[], coming: Step[]): Step[] {
  const continues = here.every((step, index) => step.revisionId === coming[index]?.revisionId)
  return continues ? coming.slice(here.length) : []
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

/** Null when it went well, else where the export has an id that belongs to something else. */
async function saveImportedAssessment(
  tx: ViewerTransaction,
  personId: string,
  assessment: ImportablePerson['assessments'][number],
  result: Imported,
): Promise<string | null> {
  const known = await findAssessment(tx, assessment.id)
  if (known === null && !(await addAssessment(tx, personId, assessment))) return '/id'
  result[known === null ? 'added' : 'kept'].assessments += 1
  const here = known === null ? [] : await listRatingRevisions(tx, assessment.id)
  const skills = new Set(assessment.revisions.map((revision) => revision.skill))
  for (const skill of skills) {
    const coming = assessment.revisions.filter((revision) => revision.skill === skill)
    const fresh = newEnd(
      here.filter((revision) => revision.skill === skill),
      coming,
    )
    result.added.ratings += fresh.length
    result.kept.ratings += coming.length - fresh.length
    for (const revision of fresh) if (!(await addRevision(tx, personId, revision))) return '/revisions'
  }
  return null
}

async function addAssessment(
  tx: ViewerTransaction,
  personId: string,
  assessment: ImportablePerson['assessments'][number],
): Promise<boolean> {
  const added = await tx.db
    .insertInto('assessment')
    .values({
      org_id: tx.viewer.orgId,
      id: assessment.id,
      owner_id: personId,
      subject_id: personId,
      rater_kind: assessment.raterKind,
      framework_digest: assessment.frameworkDigest,
      role: assessment.role,
      opened_at: assessment.openedAt,
      last_activity_at: assessment.lastActivityAt,
      closed_at: assessment.closedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  await tx.db
    .insertInto('assessment_rater')
    .values({ org_id: tx.viewer.orgId, assessment_id: assessment.id, owner_id: personId })
    .execute()
  tx.changes.push({ action: 'import', noun: 'assessment', objectId: assessment.id, revisionId: null })
  return true
}

async function addRevision(
  tx: ViewerTransaction,
  personId: string,
  revision: ExportedRevision,
): Promise<boolean> {
  const added = await tx.db
    .insertInto('rating_revision')
    .values({
      org_id: tx.viewer.orgId,
      revision_id: revision.revisionId,
      assessment_id: revision.assessmentId,
      owner_id: personId,
      subject_id: personId,
      skill: revision.skill,
      version: revision.version,
      replaces: revision.replaces,
      withdrawn: revision.withdrawn,
      level: revision.level,
      reason: revision.reason,
      approaching: revision.approaching,
      behaviours: JSON.stringify(revision.behaviours),
      confidence: revision.confidence,
      observed_on: revision.observedOn,
      note: revision.note,
      rated_at: revision.ratedAt,
      carried_from: revision.carriedFrom ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  tx.changes.push({
    action: 'import',
    noun: 'rating',
    objectId: revision.assessmentId,
    revisionId: revision.revisionId,
  })
  return true
}
