// A look into an export file before anything is imported.
import type { PersonalExport } from '../../core/export/personal-export.ts'
import { importWords } from '../words/settings.ts'

export interface ImportPreview {
  content: unknown
  /** ISO time at which the file was made, as it says itself. */
  exportedAt: string
  counts: { name: string; count: number }[]
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
