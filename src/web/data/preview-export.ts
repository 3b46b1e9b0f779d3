// A look into an export file before anything is imported.
import { plain } from '../words/counts.ts'

export interface ImportPreview {
  content: unknown
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
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return 'foreign'
  const entries = Object.entries(content)
  const isOurs = entries.some(
    ([, value]) => typeof value === 'string' && value.toLowerCase().includes('skillmap'),
  )
  if (!isOurs) return 'foreign'
  return {
    content,
    counts: entries.flatMap(([name, value]) => countsOf(name, value)),
  }
}

function countsOf(name: string, value: unknown): { name: string; count: number }[] {
  if (Array.isArray(value)) return [{ name: plain(name), count: value.length }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(inner) ? [{ name: plain(key), count: inner.length }] : [],
  )
}
