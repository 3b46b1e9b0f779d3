// Everything about one person as one JSON document: what it holds, and how it is read back.

import { z } from 'zod'
import type { Assessment, Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import type { Person } from '../person/person.ts'
import { fail, type Result, succeed } from '../result.ts'
import { sayIssue } from '../say-issue.ts'
import type { Target } from '../target/target.ts'

/** Rises when older readers could no longer make sense of it. */
export const EXPORT_VERSION = 1

export interface ExportedRevision extends Rating {
  withdrawn: boolean
  replaces: string | null
}

/** `ratings` is the state, `revisions` the history, by skill and then oldest first. */
export interface ExportedAssessment extends Assessment {
  revisions: ExportedRevision[]
}

export interface PersonalExport {
  schema: 'skillmap-personal-export'
  schemaVersion: number
  /** ISO time. */
  exportedAt: string
  person: Person
  /** The digest of the version that the map is drawn from. Null or missing: none was chosen. */
  frameworkInUse?: string | null
  /** Every version that an assessment or a target refers to, and the one in use. */
  frameworks: { digest: string; framework: Framework }[]
  /** Every answer, oldest first; the last is the current one. */
  targets: Target[]
  /** Newest first. */
  assessments: ExportedAssessment[]
  /** What else is stored about the person, as the database has it, by table; secrets are left out. */
  records: Record<string, Record<string, unknown>[]>
}

/** What does not fit, and where: a JSON pointer such as `/assessments/0/role`. */
export interface ImportProblem {
  pointer: string
  message: string
}

const MOST = 100_000
const text = z.string().max(500)
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case')
const time = z.iso.datetime()
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')

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

const target = z.object({
  frameworkDigest: digest,
  role: text.min(1),
  destinations: z.array(text).max(100),
  revisionId: id,
  version: z.number().int().min(1),
  updatedAt: time,
})

const assessment = z.object({
  id,
  raterKind: z.literal('self', 'only self-assessments can be imported'),
  frameworkDigest: digest,
  role: text.min(1),
  openedAt: time,
  lastActivityAt: time,
  closedAt: time.nullable(),
  revisions: z.array(revision).max(MOST),
})

const importable = z.object({
  schema: z.literal('skillmap-personal-export', 'this is not an export of Skillmap'),
  schemaVersion: z.literal(EXPORT_VERSION, 'this export was made by another version of Skillmap'),
  person: z.object({ displayName: text.nullable() }),
  frameworks: z
    .array(
      z.object({
        digest,
        framework: z.looseObject({
          id: text.min(1),
          name: text,
          version: text,
          skills: z.array(z.unknown()),
          roles: z.array(z.unknown()),
        }),
      }),
    )
    .max(1000),
  frameworkInUse: digest.nullable().optional(),
  targets: z.array(target).max(MOST),
  assessments: z.array(assessment).max(MOST),
})

/** The part of an export that an import takes over. */
export interface ImportablePerson {
  displayName: string | null
  frameworkInUse: string | null
  frameworks: { digest: string; framework: Framework }[]
  targets: Target[]
  assessments: (Omit<Assessment, 'subjectId' | 'ratings'> & { revisions: ExportedRevision[] })[]
}

/** Reads an export; says everything that does not fit, and where. */
export function parsePersonalExport(input: unknown): Result<ImportablePerson, ImportProblem[]> {
  if (JSON.stringify(input ?? null).includes('\\u0000'))
    return fail([{ pointer: '', message: 'holds a null character, which no text of a person has' }])
  const parsed = importable.safeParse(input, { reportInput: true })
  if (!parsed.success)
    return fail(
      parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), message: sayIssue(issue) })),
    )
  const { person, frameworks, targets, assessments } = parsed.data
  const value = {
    displayName: person.displayName,
    frameworkInUse: parsed.data.frameworkInUse ?? null,
    frameworks,
    targets,
    assessments,
  } as unknown as ImportablePerson
  const problems = checkHistories(value)
  return problems.length > 0 ? fail(problems) : succeed(value)
}

// What no single field can show: references, and histories without gaps.
function checkHistories(value: ImportablePerson): ImportProblem[] {
  const problems: ImportProblem[] = []
  const digests = new Set(value.frameworks.map((framework) => framework.digest))
  const needsFramework = (frameworkDigest: string, pointer: string): void => {
    if (!digests.has(frameworkDigest))
      problems.push({ pointer, message: 'this framework version is not in the export' })
  }
  if (value.frameworkInUse !== null) needsFramework(value.frameworkInUse, '/frameworkInUse')
  value.targets.forEach((one, index) => {
    needsFramework(one.frameworkDigest, `/targets/${index}/frameworkDigest`)
    if (one.version !== index + 1)
      problems.push({ pointer: `/targets/${index}/version`, message: `must be ${index + 1}` })
  })
  value.assessments.forEach((one, index) => {
    const place = `/assessments/${index}`
    needsFramework(one.frameworkDigest, `${place}/frameworkDigest`)
    const versions = new Map<string, number>()
    one.revisions.forEach((step, at) => {
      const version = (versions.get(step.skill) ?? 0) + 1
      versions.set(step.skill, version)
      problems.push(...checkRevision(step, one.id, version, `${place}/revisions/${at}`))
    })
  })
  return problems
}

function checkRevision(
  step: ExportedRevision,
  assessmentId: string,
  version: number,
  place: string,
): ImportProblem[] {
  const problems: ImportProblem[] = []
  if (step.assessmentId !== assessmentId)
    problems.push({ pointer: `${place}/assessmentId`, message: 'belongs to another assessment' })
  if (step.version !== version) problems.push({ pointer: `${place}/version`, message: `must be ${version}` })
  if (!step.withdrawn && (step.level === null) === (step.reason === null))
    problems.push({ pointer: `${place}/level`, message: 'must be a level, or none with a reason' })
  return problems
}

function pointerOf(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
