// Everything about one person as one JSON document: what it holds, and how it is read back.

import { z } from 'zod'
import type { Assessment } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import type { KeptPerson } from '../person/kept-person.ts'
import type { Person } from '../person/person.ts'
import { fail, type Result, succeed } from '../result.ts'
import { sayIssue } from '../say-issue.ts'
import type { Target } from '../target/target.ts'
import { type ExportedAhead, exportedAhead } from './exported-ahead.ts'
import { type ExportedAsked, exportedAsked, type ImportableAsked, ownOfAsked } from './exported-asked.ts'
import {
  checkRevisions,
  digest,
  type ExportedAssessment,
  type ExportedRevision,
  exportedAssessment,
  id,
  MOST,
  text,
  time,
} from './exported-assessment.ts'
import { checkCheckIns, type ExportedCheckIns, exportedCheckIns } from './exported-check-ins.ts'
import { type ExportedConversations, exportedConversations } from './exported-conversations.ts'
import { checkEvidence, type ExportedEvidence, exportedEvidence } from './exported-evidence.ts'
import { checkFeedback, type ExportedFeedback, exportedFeedback } from './exported-feedback.ts'
import { type ExportedFeedbackDrafts, exportedFeedbackDrafts } from './exported-feedback-drafts.ts'
import { checkGrowth, type ExportedGrowth, exportedGrowth } from './exported-growth.ts'
import type { ExportedHeld } from './exported-held.ts'
import { type ExportedLinks, exportedLinks } from './exported-links.ts'
import { checkPackets, type ExportedPackets, exportedPackets } from './exported-packets.ts'
import {
  checkPeople,
  type ExportedNote,
  exportedNote,
  exportedPerson,
  type ImportableNote,
} from './exported-people.ts'
import { type ExportedShares, exportedShares } from './exported-shares.ts'

/** Rises when older readers could no longer make sense of it. */
export const EXPORT_VERSION = 1

export interface PersonalExport
  extends Partial<
    ExportedGrowth &
      ExportedAhead &
      ExportedLinks &
      ExportedEvidence &
      ExportedCheckIns &
      ExportedFeedback &
      ExportedFeedbackDrafts &
      ExportedConversations &
      ExportedShares &
      ExportedPackets
  > {
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
  /** People without an account whom the person keeps; missing in exports from before there were any. */
  people?: KeptPerson[]
  /** What was said by others about the person, and about the people they keep. */
  noted?: ExportedNote[]
  /** Between colleagues, in a team; missing in exports from before there was any of it. */
  asked?: ExportedAsked[]
  /** What others held about the person before they were a member; missing where nobody did. */
  held?: ExportedHeld[]
  /** What else is stored about the person, as the database has it, by table; secrets are left out. */
  records: Record<string, Record<string, unknown>[]>
}

/** What does not fit, and where: a JSON pointer such as `/assessments/0/role`. */
export interface ImportProblem {
  pointer: string
  message: string
}

const target = z.object({
  frameworkDigest: digest,
  role: text.min(1),
  destinations: z.array(text).max(100),
  revisionId: id,
  version: z.number().int().min(1),
  updatedAt: time,
})

const importable = z.object({
  schema: z.literal('skillmap-personal-export', 'this is not an export of Skillmap'),
  schemaVersion: z.literal(EXPORT_VERSION, 'this export was made by another version of Skillmap'),
  person: z.object({ id: id.optional(), displayName: text.nullable() }),
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
  assessments: z.array(exportedAssessment).max(MOST),
  people: z.array(exportedPerson).max(MOST).default([]),
  noted: z.array(exportedNote).max(MOST).default([]),
  asked: z.array(exportedAsked).max(MOST).default([]),
  ...exportedGrowth,
  ...exportedAhead,
  ...exportedLinks,
  ...exportedEvidence,
  ...exportedCheckIns,
  ...exportedFeedback,
  ...exportedFeedbackDrafts,
  ...exportedConversations,
  ...exportedShares,
  ...exportedPackets,
})

/** The part of an export that an import takes over. */
export interface ImportablePerson
  extends ExportedGrowth,
    ExportedAhead,
    ExportedLinks,
    ExportedEvidence,
    ExportedCheckIns,
    ExportedFeedback,
    ExportedFeedbackDrafts,
    ExportedConversations,
    ExportedShares,
    ExportedPackets {
  /** Who they were where the export was made: what others said names them by it. */
  id: string | null
  displayName: string | null
  frameworkInUse: string | null
  frameworks: { digest: string; framework: Framework }[]
  targets: Target[]
  assessments: (Omit<Assessment, 'subjectId' | 'ratings'> & { revisions: ExportedRevision[] })[]
  people: KeptPerson[]
  noted: ImportableNote[]
}

/** Reads an export; says everything that does not fit, and where. */
export function parsePersonalExport(input: unknown): Result<ImportablePerson, ImportProblem[]> {
  // A backslash before it belongs to a text in which somebody wrote the escape out.
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(JSON.stringify(input ?? null)))
    return fail([{ pointer: '', message: 'holds a null character, which no text of a person has' }])
  const parsed = importable.safeParse(input, { reportInput: true })
  if (!parsed.success)
    return fail(
      parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), message: sayIssue(issue) })),
    )
  const { schema: _, schemaVersion: __, person, asked, ...lists } = parsed.data
  const value = {
    ...lists,
    id: person.id ?? null,
    displayName: person.displayName,
    frameworkInUse: lists.frameworkInUse ?? null,
  } as unknown as ImportablePerson
  const problems = [...checkHistories(value), ...checkAsked(value, asked)]
  if (problems.length > 0) return fail(problems)
  const own = ownOfAsked(asked, value.id)
  return succeed({
    ...value,
    assessments: [...value.assessments, ...own.assessments],
    people: [...value.people, ...own.people],
    noted: [...value.noted, ...own.noted],
  })
}

function checkAsked({ frameworks }: ImportablePerson, asked: readonly ImportableAsked[]): ImportProblem[] {
  const digests = new Set(frameworks.map(({ digest }) => digest))
  return asked.flatMap((one, index) => [
    ...(digests.has(one.frameworkDigest)
      ? []
      : [{ pointer: `/asked/${index}/frameworkDigest`, message: NOT_IN_IT }]),
    ...checkRevisions(one, `/asked/${index}`),
  ])
}

const NOT_IN_IT = 'this framework version is not in the export'

const NEED_FRAMEWORK = [
  'plans',
  'progress',
  'forecasts',
  'evidence',
  'feedback',
  'feedbackDrafts',
  'conversations',
  'shares',
  'receivedShares',
  'packets',
  'packetVersions',
] as const

// What no single field can show: references, and histories without gaps.
function checkHistories(value: ImportablePerson): ImportProblem[] {
  const problems: ImportProblem[] = []
  const digests = new Set(value.frameworks.map((framework) => framework.digest))
  const needsFramework = (frameworkDigest: string, pointer: string): void => {
    if (!digests.has(frameworkDigest)) problems.push({ pointer, message: NOT_IN_IT })
  }
  if (value.frameworkInUse !== null) needsFramework(value.frameworkInUse, '/frameworkInUse')
  value.targets.forEach((one, index) => {
    needsFramework(one.frameworkDigest, `/targets/${index}/frameworkDigest`)
    if (one.version !== index + 1)
      problems.push({ pointer: `/targets/${index}/version`, message: `must be ${index + 1}` })
  })
  for (const list of ['assessments', 'noted'] as const)
    value[list].forEach((one, index) => {
      needsFramework(one.frameworkDigest, `/${list}/${index}/frameworkDigest`)
      problems.push(...checkRevisions(one, `/${list}/${index}`))
    })
  for (const list of NEED_FRAMEWORK)
    value[list].forEach((one, index) => {
      needsFramework(one.frameworkDigest, `/${list}/${index}/frameworkDigest`)
    })
  problems.push(
    ...checkGrowth(value),
    ...checkEvidence(value),
    ...checkCheckIns(value),
    ...checkFeedback(value),
    ...checkPackets(value),
  )
  const known = new Set(value.people.map((person) => person.id))
  if (value.id !== null) known.add(value.id)
  return [...problems, ...checkPeople(value.noted, known)]
}

function pointerOf(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
