// An assessment with its whole history, as a part of a personal export.

import { z } from 'zod'
import type { Assessment, Rating } from '../assessment/assessment.ts'

export interface ExportedRevision extends Rating {
  withdrawn: boolean
  replaces: string | null
}

/** `ratings` is the state, `revisions` the history, by skill and then oldest first. */
export interface ExportedAssessment extends Assessment {
  revisions: ExportedRevision[]
}

/** More of anything is no export. */
export const MOST = 100_000
export const text = z.string().max(500)
export const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case')
export const time = z.iso.datetime()
export const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')

const revision = z.object({
  assessmentId: id,
  skill: text.min(1),
  revisionId: id,
  version: z.number().int().min(1),
  ratedAt: time,
  level: z.number().int().min(0).max(100).nullable(),
  reason: z.enum(['not-seen', 'not-needed', 'cannot-tell']).nullable(),
  approaching: z.boolean(),
  behaviours: z.array(text).max(1000),
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  observedOn: z.iso.date().nullable(),
  note: z.string().max(20_000),
  withdrawn: z.boolean(),
  replaces: id.nullable(),
  carriedFrom: id.exactOptional(),
})

export const assessmentFields = {
  id,
  frameworkDigest: digest,
  openedAt: time,
  lastActivityAt: time,
  closedAt: time.nullable(),
  revisions: z.array(revision).max(MOST),
}

export const exportedAssessment = z.object({
  ...assessmentFields,
  raterKind: z.literal('self', 'only self-assessments can be imported'),
  role: text.min(1),
})

/** What no single field can show: a history without gaps, in its own assessment. */
export function checkRevisions(
  { id: assessmentId, revisions }: { id: string; revisions: ExportedRevision[] },
  place: string,
): { pointer: string; message: string }[] {
  const versions = new Map<string, number>()
  return revisions.flatMap((step, at) => {
    const version = (versions.get(step.skill) ?? 0) + 1
    versions.set(step.skill, version)
    const pointer = `${place}/revisions/${at}`
    const problems: { pointer: string; message: string }[] = []
    if (step.assessmentId !== assessmentId)
      problems.push({ pointer: `${pointer}/assessmentId`, message: 'belongs to another assessment' })
    if (step.version !== version)
      problems.push({ pointer: `${pointer}/version`, message: `must be ${version}` })
    if (!step.withdrawn && (step.level === null) === (step.reason === null))
      problems.push({ pointer: `${pointer}/level`, message: 'must be a level, or none with a reason' })
    return problems
  })
}
