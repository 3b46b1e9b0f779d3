// Counts that the program reports, as a sentence: "added: ratings 12, targets 1."
export function countsInWords(report: Record<string, unknown>): string {
  const parts = Object.entries(report).flatMap(([name, value]) => {
    if (typeof value === 'number') return [`${plain(name)} ${value}`]
    if (!isRecord(value)) return []
    const inner = Object.entries(value).flatMap(([key, count]) =>
      typeof count === 'number' ? [`${plain(key)} ${count}`] : [],
    )
    return inner.length > 0 ? [`${plain(name)}: ${inner.join(', ')}`] : []
  })
  return parts.length > 0 ? `${parts.join('; ')}.` : ''
}

/** `openAssessments` and `open_assessments` → "open assessments". */
export function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
