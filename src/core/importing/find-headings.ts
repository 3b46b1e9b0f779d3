// Finds the rows of headings at the top of a table: a title above them, and a second row over merged columns.
import { isLevelHeading } from './column-profile.ts'
import { meaningOfHeading } from './heading-words.ts'
import { levelOf } from './level-words.ts'
import { keyOf } from './naming.ts'
import { cellAt, type Table } from './table.ts'

export interface Headings {
  /** Words above the headings; empty where there are none. */
  title: string
  /** How many rows come before the first values. */
  rows: number
  /** By column. */
  names: string[]
  /** The headings above those, filled to the right; empty where there is one row of headings only. */
  above: string[]
  /** What stands above the first column. */
  corner: string
}

const LONGEST_HEADING = 120
const MOST_TITLE_ROWS = 8
const NO_WORDS: ReadonlyMap<string, number> = new Map()

export function findHeadings(table: Table): Headings {
  const first = firstHeadingRow(table)
  const titles = table.rows
    .slice(0, first)
    .flatMap(distinctValues)
    .filter((text) => text.length <= LONGEST_HEADING)
  const title = titles.at(table.isPart === true ? -1 : 0) ?? ''
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, column) => column)
  const isDouble = hasSecondRow(table, first)
  const upper = columns.map((column) => cellAt(table, first, column))
  const lower = isDouble ? columns.map((column) => cellAt(table, first + 1, column)) : upper
  const names = columns.map((column) => lower[column] || (isDouble ? (upper[column] ?? '') : ''))
  const corner = names.find((name) => name !== '' && names.indexOf(name) === 0) ?? names[0] ?? ''
  return {
    title,
    rows: Math.min(table.rows.length, first + (isDouble ? 2 : 1)),
    names,
    above: isDouble ? filledRight(upper, lower) : [],
    corner,
  }
}

/** The first row with two different values, if one comes soon: what stands alone above it is a title. */
function firstHeadingRow(table: Table): number {
  const row = table.rows.slice(0, MOST_TITLE_ROWS).findIndex((cells) => distinctValues(cells).length > 1)
  return Math.max(0, row)
}

function distinctValues(cells: string[]): string[] {
  return [...new Set(cells.filter((cell) => cell !== ''))]
}

/** The upper row leaves gaps or repeats itself over the values, and the lower one names more, none of them a value. */
function hasSecondRow(table: Table, first: number): boolean {
  const upper = table.rows[first] ?? []
  const lower = table.rows[first + 1]
  if (lower === undefined || table.rows.length <= first + 2) return false
  const label = keyOf(lower[0] ?? '')
  const isLabelled = label === '' || label === keyOf(upper[0] ?? '') || meaningOfHeading(label) !== undefined
  if (!isLabelled || lower.some(isValue)) return false
  const [above, below] = [upper.slice(1), lower.slice(1)]
  const hasGaps = above.some(
    (cell, index) =>
      index > 0 &&
      below[index] !== undefined &&
      below[index] !== '' &&
      (cell === '' || cell === above[index - 1]),
  )
  const trailing = below.length > above.length && above.some((cell) => cell !== '')
  return (hasGaps || trailing) && distinctValues(below).length > distinctValues(above).length
}

function isValue(cell: string): boolean {
  return cell.length > LONGEST_HEADING || (levelOf(cell, NO_WORDS) !== undefined && !isLevelHeading(cell))
}

function filledRight(upper: string[], lower: string[]): string[] {
  let last = ''
  return upper.map((cell, column) => {
    // A heading that reaches down to the lower row is the name of its own column only.
    if (cell !== '' && ((lower[column] ?? '') === '' || lower[column] === cell)) {
      last = ''
      return ''
    }
    if (cell !== '') last = cell
    return last
  })
}
