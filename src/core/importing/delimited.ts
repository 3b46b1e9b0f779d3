// Reads text whose values are separated by commas, semicolons, tabs or bars, whichever it is.
import { type CsvRow, readCsv } from '../framework/read-csv.ts'

export interface Delimited {
  rows: CsvRow[]
  faults: { line: number; message: string; mend: string }[]
}

const DELIMITERS = [',', ';', '\t', '|']
/** Characters that tell the delimiter. */
const SAMPLE = 20_000
const SAMPLE_ROWS = 40
/** Share of rows that must have the same number of values. */
const AGREEMENT = 0.6

/** Undefined where no separator gives at least two rows of at least two values. */
export function readDelimited(text: string): Delimited | undefined {
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: agreementOf(sample, delimiter) }))
  const best = scores.reduce((found, next) => (next.score > found.score ? next : found))
  return best.score === 0 ? undefined : readCsv(text, best.delimiter)
}

/** Higher where more rows agree on more values; 0 where they do not agree. */
function agreementOf(sample: string, delimiter: string): number {
  if (!sample.includes(delimiter)) return 0
  const rows = readCsv(sample, delimiter).rows.slice(0, SAMPLE_ROWS)
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [width = 0, most = 0] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])
  const share = rows.length === 0 ? 0 : most / rows.length
  return width < 2 || rows.length < 2 || share < AGREEMENT ? 0 : share + Math.min(width, 50) / 100
}
