// Reads a table of comma-separated values for the measurement tests.
import { readFileSync } from 'node:fs'
import { type CrossedFactor, crossedFactor } from '../../src/core/measurement/crossed-data.ts'

export interface Table {
  rows: Record<string, string>[]
  column: (name: string) => string[]
}

/** First line names the columns; values hold no commas; quotation marks around them are dropped. */
export function readTable(path: string): Table {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const cells = (line: string) => line.split(',').map((cell) => cell.replace(/^"|"$/g, ''))
  const names = cells(head)
  const rows = lines.map((line) => {
    const values = cells(line)
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']))
  })
  return { rows, column: (name) => rows.map((row) => row[name] ?? '') }
}

/** A factor of the table; `a:b` is every pair of levels that occurs. */
export function factorOf(table: Table, name: string): CrossedFactor {
  return crossedFactor(
    name,
    name.split(':').map((part) => table.column(part)),
  )
}

export function numbersOf(table: Table, name: string): Float64Array {
  return Float64Array.from(table.column(name), Number)
}
