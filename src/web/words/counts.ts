// Counts that the program reports, in words: "targets 1, ratings 12".
export function countsInWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${plain(name)} ${count}`)
    .join(', ')
}

/** `openAssessments` and `open_assessments` → "open assessments". */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}
