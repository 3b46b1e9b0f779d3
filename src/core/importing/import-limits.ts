// How much an import may hold, and what is said where it holds more.
import type { ImportProblem, ImportSource } from './import-source.ts'

export const IMPORT_LIMITS = {
  sources: 1000,
  /** Below the first row of each table, which holds headings. */
  cells: 200_000,
  columns: 1000,
  skills: 500,
  roles: 300,
  /** Framework files take at most fifty of each. */
  paths: 50,
  groups: 50,
  statements: 20_000,
  /** Characters; longer ones are cut and reported. */
  cellText: 5000,
  /** Characters of all text sources together. */
  text: 64 * 1024 * 1024,
} as const

/** The first limit of size that the sources break; undefined where they keep to all of them. */
export function findExcess(sources: ImportSource[]): ImportProblem | undefined {
  if (sources.length > IMPORT_LIMITS.sources)
    return tooMuch(
      '.',
      `${sources.length} files or sheets`,
      IMPORT_LIMITS.sources,
      'Choose the ones that hold the framework.',
    )
  let cells = 0
  let text = 0
  for (const source of sources) {
    if (source.kind === 'text') text += source.text.length
    else cells += countCells(source.rows)
    if (cells > IMPORT_LIMITS.cells) return tooManyCells(source.path, cells)
    if (text > IMPORT_LIMITS.text)
      return tooMuch(
        source.path,
        `more than ${IMPORT_LIMITS.text} characters`,
        IMPORT_LIMITS.text,
        SMALLER_PART,
      )
  }
  return undefined
}

const SMALLER_PART = 'Bring a smaller part of it.'

/** Cells below the first row. */
export function countCells(rows: string[][]): number {
  let cells = 0
  for (let row = 1; row < rows.length; row++) cells += rows[row]?.length ?? 0
  return cells
}

export function tooManyCells(path: string, cells: number): ImportProblem {
  return tooMuch(path, `at least ${cells} cells`, IMPORT_LIMITS.cells, SMALLER_PART)
}

export function tooMuch(path: string, what: string, limit: number, mend: string): ImportProblem {
  return {
    place: { path },
    message: `There are ${what}; at most ${limit.toLocaleString('en-GB')} are read.`,
    mend,
  }
}
