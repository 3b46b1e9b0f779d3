// Turns what `gh pr list --json …` writes into rows and headings, as a table has them.
import type { TrackerTable } from './read-tracker.ts'

const MOST_ROWS = 20_000
const MOST_HEADINGS = 200

/** Null where it is no list of objects. */
export function rowsOfJson(text: string): TrackerTable | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const list = Array.isArray(value) ? value : null
  const objects = (list ?? []).slice(0, MOST_ROWS).filter(isObject)
  if (list === null || objects.length === 0) return null
  const headings = [...new Set(objects.flatMap((one) => Object.keys(one)))].slice(0, MOST_HEADINGS)
  const rows = objects.map((one) => ({
    line: null,
    cells: headings.map((heading) => (Object.hasOwn(one, heading) ? cellOf(one[heading]) : '')),
  }))
  return { headings, rows, faults: [] }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Of an account its login, of a label its name, of a file its path; of a list each on a line. */
function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join('\n')
  if (!isObject(value)) return ''
  const name = [value.login, value.path, value.name, value.title].find(
    (one) => typeof one === 'string' && one !== '',
  )
  return typeof name === 'string' ? name : ''
}
