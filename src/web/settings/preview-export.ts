// A look into an export file before anything is imported.
import type { PersonalExport } from '../../core/export/personal-export.ts'
import { importWords } from '../words/settings.ts'

export interface ImportPreview {
  content: unknown
  /** ISO time at which the file was made, as it says itself. */
  exportedAt: string
  counts: { name: string; count: number }[]
  /** What can be left out, as far as the file holds any of it. */
  parts: { part: ExportPart; count: number }[]
}

/** Lists of an export that belong together: whoever leaves one out leaves out the others. */
const PARTS = {
  ratings: ['assessments', 'asked'],
  targets: ['targets'],
  plans: ['plans', 'progress', 'forecasts'],
  evidence: ['evidence'],
  told: ['feedback'],
  drafts: ['feedbackDrafts'],
  talks: ['conversations'],
  shares: ['shares'],
  weeks: ['checkIns'],
  packets: ['packets', 'packetVersions'],
  people: ['people', 'noted', 'receivedShares'],
} as const satisfies Record<string, readonly (keyof PersonalExport)[]>

export type ExportPart = keyof typeof PARTS

/** Left out at first where others look after the computer: what is about other people, and about one's weeks. */
export const LEFT_OUT_IN_A_TEAM: readonly ExportPart[] = ['people', 'weeks']

/** The export without some of its parts. */
export function withoutParts(content: unknown, parts: ReadonlySet<ExportPart>): unknown {
  const left = new Set<string>([...parts].flatMap((part) => [...PARTS[part]]))
  return Object.fromEntries(
    Object.entries(content as object).map(([key, value]) => [key, left.has(key) ? [] : value]),
  )
}

/** Only whether it may be an export and what it holds; the program checks every field before it takes anything. */
export function previewExport(text: string): ImportPreview | 'not-json' | 'foreign' {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  if (!looksLikeExport(content)) return 'foreign'
  const assessments = listOf(content.assessments)
  const revisions = assessments.flatMap((one) => listOf((one as { revisions?: unknown } | null)?.revisions))
  return {
    content,
    exportedAt: typeof content.exportedAt === 'string' ? content.exportedAt : '',
    counts: [
      { name: importWords.assessments, count: assessments.length },
      { name: importWords.ratings, count: revisions.length },
      { name: importWords.targets, count: listOf(content.targets).length },
      { name: importWords.frameworks, count: listOf(content.frameworks).length },
    ],
    parts: (Object.keys(PARTS) as ExportPart[]).flatMap((part) => {
      const count = PARTS[part].reduce((sum, key) => sum + listOf(content[key]).length, 0)
      return count === 0 ? [] : [{ part, count }]
    }),
  }
}

const SCHEMA: PersonalExport['schema'] = 'skillmap-personal-export'

function looksLikeExport(content: unknown): content is Partial<Record<keyof PersonalExport, unknown>> {
  return (
    typeof content === 'object' && content !== null && (content as { schema?: unknown }).schema === SCHEMA
  )
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
