// What somebody sees of an import before anything is kept: the reading, the tables behind it, and lint in short.
import type { Problem } from '../framework/problem.ts'
import type { ImportReading } from './import-source.ts'

/** The first rows of a table, as they are, so that a guess can be checked against them. */
export interface TableExcerpt {
  path: string
  sheet?: string
  number: number
  /** Rows of the whole table. */
  rowCount: number
  rows: string[][]
}

export interface ImportPreview {
  reading: ImportReading
  excerpts: TableExcerpt[]
  /** Warnings of lint, the first of them; a framework that was read has no errors. */
  warnings: Problem[]
  warningCount: number
}
