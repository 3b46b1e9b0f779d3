// A table from any source: a sheet, delimited text, or a table on a page, with the place of every cell.
import type { Delimited } from './delimited.ts'
import { baseName, type ImportDocument } from './import-document.ts'
import { countCells, IMPORT_LIMITS, tooManyCells, tooMuch } from './import-limits.ts'
import type { ImportPlace, ImportProblem, ImportSource, Loss, Merge } from './import-source.ts'
import { cut, readable } from './naming.ts'
import type { Page } from './page.ts'
import { type Area, areasOf } from './split-tables.ts'

export interface Table {
  path: string
  sheet?: string
  /** Which table of its source, from 0. */
  number: number
  /** The sheet's name, the heading above, or the file's name. */
  title: string
  /** Merged areas are filled with what stands in them. Rows may be of different length. */
  rows: string[][]
  /** Line of each row; absent in sheets, where the row's number is its line. */
  lines?: number[]
  /** Where its first cell stands in its sheet, from 0; absent where that is the first one. */
  top?: number
  left?: number
  /** Whether other tables stand in the same sheet: then the words nearest above its headings are its title. */
  isPart?: boolean
}

export interface GatheredTables {
  tables: Table[]
  losses: Loss[]
  problems: ImportProblem[]
}

/** Every table of the sources, in their order. Where there are too many cells there are no tables but a problem. */
export function gatherTables(sources: ImportSource[], documents: ImportDocument[]): GatheredTables {
  const gathered: GatheredTables = { tables: [], losses: [], problems: [] }
  const ofPath = new Map(documents.map((document) => [document.path, document]))
  for (const source of sources) {
    if (source.kind === 'table') {
      const { path, sheet, rows, merges = [] } = source
      add(
        gathered,
        { path, ...(sheet === undefined ? {} : { sheet }), number: 0, title: sheet ?? baseName(path), rows },
        merges,
      )
      continue
    }
    const { delimited, page } = ofPath.get(source.path)?.content() ?? {}
    if (delimited !== undefined) addDelimited(source.path, delimited, gathered)
    else if (page !== undefined) addPageTables(page, gathered)
  }
  const cells = gathered.tables.reduce((sum, { rows }) => sum + countCells(rows), 0)
  if (cells > IMPORT_LIMITS.cells) gathered.problems.push(tooManyCells(sources[0]?.path ?? '.', cells))
  return gathered.problems.length > 0 ? { ...gathered, tables: [] } : gathered
}

function addDelimited(path: string, { rows, faults }: Delimited, gathered: GatheredTables): void {
  const own = { path, number: 0, title: baseName(path) }
  for (const { line, message } of faults)
    gathered.losses.push({ place: { path, line }, what: 'Part of the line', why: message })
  const apart = withEmptyRows(rows)
  add(gathered, { ...own, rows: apart.map(({ cells }) => cells), lines: apart.map(({ line }) => line) }, [])
}

/** The reader passes over empty lines, which stand between tables; one for each gap is enough. */
function withEmptyRows(rows: Delimited['rows']): Delimited['rows'] {
  let next = 0
  return rows.flatMap((row) => {
    const isGap = next > 0 && row.line > next
    next = row.line + 1 + row.cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return isGap ? [{ line: row.line - 1, cells: [] }, row] : [row]
  })
}

function addPageTables({ path, title, blocks }: Page, gathered: GatheredTables): void {
  let heading = ''
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text
    if (block.kind !== 'table') continue
    const { rows, lines, merges } = block
    const number = gathered.tables.filter((table) => table.path === path).length
    add(gathered, { path, number, title: heading || title || baseName(path), rows, lines }, merges)
  }
}

function add(gathered: GatheredTables, table: Table, merges: Merge[]): void {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > IMPORT_LIMITS.columns) {
    const mend = 'Bring only the columns that belong to the framework.'
    gathered.problems.push(tooMuch(table.path, `${width} columns`, IMPORT_LIMITS.columns, mend))
    return
  }
  const rows = table.rows.map((row, index) =>
    row.map((cell, column) => cleanCell(cell, table, index, column, gathered)),
  )
  fillMerges(rows, merges)
  const areas = areasOf(rows)
  const part = areas.length > 1 ? { isPart: true } : {}
  for (const [index, area] of areas.entries())
    gathered.tables.push(cutOut({ ...table, ...part, rows, number: table.number + index }, area))
}

/** A part of a sheet as a table of its own, without what is empty at its ends. */
function cutOut(table: Table, { top, bottom, left, right }: Area): Table {
  const rows = table.rows.slice(top, bottom).map((row) => row.slice(left, right))
  for (const row of rows) while (row.length > 0 && row.at(-1) === '') row.pop()
  const last = rows.findLastIndex((row) => row.length > 0)
  const { lines, ...own } = table
  return {
    ...own,
    rows: rows.slice(0, last + 1),
    ...(lines === undefined ? {} : { lines: lines.slice(top, top + last + 1) }),
    ...(top === 0 ? {} : { top }),
    ...(left === 0 ? {} : { left }),
  }
}

function cleanCell(
  cell: string,
  table: Table,
  row: number,
  column: number,
  gathered: GatheredTables,
): string {
  const text = readable(String(cell ?? ''))
  if (text.length <= IMPORT_LIMITS.cellText) return text
  gathered.losses.push({
    place: placeOf(table, row, column),
    what: `${text.length - IMPORT_LIMITS.cellText} characters at the end of the cell`,
    why: `A cell may hold ${IMPORT_LIMITS.cellText} characters.`,
  })
  return cut(text, IMPORT_LIMITS.cellText)
}

function fillMerges(rows: string[][], merges: Merge[]): void {
  let filled = 0
  for (const { top, left, bottom, right } of merges) {
    const text = rows[top]?.[left] ?? ''
    for (let y = Math.max(0, top); y <= Math.min(bottom, rows.length - 1); y++) {
      const row = rows[y] ?? []
      for (let x = Math.max(0, left); x <= Math.min(right, IMPORT_LIMITS.columns - 1); x++) {
        if (++filled > IMPORT_LIMITS.cells) return
        while (row.length <= x) row.push('')
        row[x] = text
      }
    }
  }
}

export function cellAt(table: Table, row: number, column: number): string {
  return table.rows[row]?.[column] ?? ''
}

/** Row and column count from 0. */
export function placeOf(table: Table, row: number, column?: number): ImportPlace {
  const { path, sheet, lines, top = 0, left = 0 } = table
  return {
    path,
    ...(sheet === undefined ? {} : { sheet }),
    line: lines?.[row] ?? row + top + 1,
    ...(column === undefined ? {} : { cell: `${columnName(column + left)}${row + top + 1}` }),
  }
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
