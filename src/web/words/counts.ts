// Counts that the program reports, as people would say them: "one assessment, 12 answers".
import { counted, listInWords } from '../../core/planning/plain-words.ts'

const NAMES: Record<string, [string, string]> = {
  assessments: ['assessment', 'assessments'],
  ratings: ['answer', 'answers'],
  targets: ['choice of role and destination', 'choices of role and destination'],
  people: ['person', 'people'],
  frameworks: ['version of the framework', 'versions of the framework'],
}

/** Empty where nothing is counted. */
export function countsInWords(counts: Record<string, number>): string {
  return listInWords(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => counted(count, ...(NAMES[name] ?? [plain(name), plain(name)]))),
  )
}

/** `openAssessments` and `open_assessments` → "open assessments". */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}
