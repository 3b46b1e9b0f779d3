// Finds where one sheet holds several tables: below each other with an empty row between them, or beside each other.
import { isLevelHeading } from './column-profile.ts'
import { meaningsOfCorner } from './heading-words.ts'
import type { ColumnMeaning } from './import-source.ts'
import { levelOf } from './level-words.ts'
import { keyOf } from './naming.ts'
import { isTitle } from './seniority.ts'

/** Rows and columns of a table inside its sheet, from 0; the ends are not inside. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

const NO_WORDS: ReadonlyMap<string, number> = new Map()
const LONGEST_HEADING = 60
/** What the rows of a table can be. */
const ROWS = new Set<ColumnMeaning>(['path', 'role', 'group', 'skill', 'level', 'person', 'band'])

/**
 * An empty row alone does not end a table: people put one between groups of skills. It does where headings of its own
 * follow, with or without a title above them. One area where there is one table.
 */
export function areasOf(rows: readonly (readonly string[])[]): Area[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const whole: Area = { top: 0, bottom: rows.length, left: 0, right: width }
  const stacked = stackedAreas(rows, whole)
  return stacked.flatMap((area) => beside(rows, area))
}

function stackedAreas(rows: readonly (readonly string[])[], whole: Area): Area[] {
  const heads: string[][] = []
  const starts: number[] = []
  for (let row = 0; row < rows.length; row++) {
    if (isEmpty(rows[row]) || (row > 0 && !isEmpty(rows[row - 1]))) continue
    const head = headingAt(rows, row, { ...whole, top: row })
    const isFirst = heads.length === 0
    if (head === undefined || (!isFirst && !isHeading(head, heads))) continue
    // Words above the first table, such as notes, belong to it.
    starts.push(isFirst ? 0 : row)
    heads.push(head)
  }
  if (starts.length === 0) return [whole]
  return starts.map((top, index) => ({ ...whole, top, bottom: starts[index + 1] ?? whole.bottom }))
}

/** An empty column ends a table only where headings of their own stand on both sides. */
function beside(rows: readonly (readonly string[])[], area: Area): Area[] {
  const body = rows.slice(area.top, area.bottom)
  const head = body.findIndex((row) => distinct(row) > 1)
  if (head < 0) return [area]
  const isGap = (column: number) => body.slice(head).every((row) => (row[column] ?? '') === '')
  const starts: number[] = []
  for (let column = area.left; column < area.right; column++) {
    if (isGap(column) || (column > area.left && !isGap(column - 1))) continue
    const own = headingAt(rows, area.top + head, { ...area, left: column })
    if (starts.length > 0 && (own === undefined || !isHeading(own, []))) continue
    starts.push(starts.length === 0 ? area.left : column)
  }
  if (starts.length < 2) return [area]
  return starts.map((left, index) => ({ ...area, left, right: starts[index + 1] ?? area.right }))
}

/** The first row with two different values at or below `row`, before the next empty one, if rows follow it. */
function headingAt(rows: readonly (readonly string[])[], row: number, area: Area): string[] | undefined {
  for (let at = row; at < area.bottom - 1; at++) {
    const own = (rows[at] ?? []).slice(area.left, area.right)
    if (own.every((cell) => cell === '')) return undefined
    if (distinct(own) < 2) continue
    return (rows[at + 1] ?? []).slice(area.left, area.right).some((cell) => cell !== '') ? own : undefined
  }
  return undefined
}

/** Says at its first place what the rows are, repeats the headings of a table above, or names nothing but roles. */
function isHeading(cells: string[], above: string[][]): boolean {
  const own = cells.filter((cell) => cell !== '')
  if (own.some((cell) => cell.length > LONGEST_HEADING) || holdsValues(own.slice(1))) return false
  const said = meaningsOfCorner(cells[0] ?? '').rows
  if (said !== undefined && ROWS.has(said)) return true
  const isRepeated = above.some((head) => {
    const same = cells.filter(
      (cell, column) => cell !== '' && keyOf(cell) === keyOf(head[column] ?? ''),
    ).length
    return same > 1 && same >= 0.6 * own.length
  })
  return isRepeated || (cells[0] === '' && own.length > 1 && own.every(isTitle))
}

/** Numbers and ticks are values, unless they count 1, 2, 3 as headings of levels do. */
function holdsValues(cells: string[]): boolean {
  const isCounted = cells.every((cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1)
  return (
    !isCounted &&
    cells.some(
      (cell) =>
        /^\d+$/.test(cell) ||
        (levelOf(cell, NO_WORDS) !== undefined && !isLevelHeading(cell) && !isTitle(cell)),
    )
  )
}

function isEmpty(row: readonly string[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === '')
}

function distinct(cells: readonly string[]): number {
  return new Set(cells.filter((cell) => cell !== '')).size
}
