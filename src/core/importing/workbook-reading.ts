// What the sheets of a workbook that Skillmap wrote say, each cell by what it is about and not by where it stands.
import type { Framework } from '../framework/framework.ts'
import type { ImportPlace, Loss } from './import-source.ts'
import { keyOf } from './naming.ts'
import { placeOf } from './table.ts'
import type { IdFinder } from './workbook-ids.ts'

export interface OwnSheet {
  path: string
  sheet: string
  rows: readonly (readonly string[])[]
}

export interface OwnCell {
  text: string
  place: ImportPlace
}

/** A role or a skill, and which kinds of sheets list it. */
export interface OwnThing {
  id: string
  name: string
  place: ImportPlace
  /** Of a skill: the group of its sheet, or of the rows above it. */
  group?: string
  listed: Set<'rows' | 'levels' | 'weights' | 'texts'>
}

export interface WorkbookReading {
  /** The framework that was written; without roles and skills where the workbook does not keep it. */
  base: Framework
  /** By what they are about, such as `role/staff-engineer/purpose` or `level/staff-engineer/speaking`. */
  cells: Map<string, OwnCell>
  roles: Map<string, OwnThing>
  skills: Map<string, OwnThing>
  groups: Map<string, { id: string; name: string }>
  /** As `from>to`. */
  moves: Set<string>
  kinds: Set<SheetKind>
  losses: Loss[]
  roleIds: IdFinder
  skillIds: IdFinder
  groupIds: IdFinder
}

export type SheetKind = 'about' | 'rows' | 'moves' | 'texts' | 'levels' | 'weights'

/** A sheet whose headings were found. */
export interface HeadedSheet extends OwnSheet {
  kind: SheetKind
  /** Row of the headings, from 0. */
  head: number
  /** From the key of a heading to its column. */
  columns: ReadonlyMap<string, number>
}

/** The words of a cell, as a spreadsheet may have changed the spaces around them. */
export function cellText({ rows }: OwnSheet, row: number, column: number | undefined): string {
  if (column === undefined) return ''
  const text = rows[row]?.[column] ?? ''
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

export function placeIn({ path, sheet }: OwnSheet, row: number, column?: number): ImportPlace {
  return placeOf({ path, sheet, number: 0, title: sheet, rows: [] }, row, column)
}

/** Keeps a cell by what it is about; the first one counts. */
export function keep(
  reading: WorkbookReading,
  key: string,
  sheet: OwnSheet,
  row: number,
  column: number | undefined,
): void {
  if (column === undefined || reading.cells.has(key)) return
  reading.cells.set(key, { text: cellText(sheet, row, column), place: placeIn(sheet, row, column) })
}

export function listThing(
  things: Map<string, OwnThing>,
  thing: Omit<OwnThing, 'listed'>,
  where: 'rows' | 'levels' | 'weights' | 'texts',
): void {
  const known = things.get(thing.id) ?? { ...thing, listed: new Set() }
  known.listed.add(where)
  if (thing.group !== undefined) known.group ??= thing.group
  things.set(thing.id, known)
}

export function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>()
  for (const [column, cell] of cells.entries()) {
    const key = keyOf(cell)
    if (key !== '' && !columns.has(key)) columns.set(key, column)
  }
  return columns
}

export function loseRow(reading: WorkbookReading, sheet: OwnSheet, row: number, why: string): void {
  const words = (sheet.rows[row] ?? []).filter((cell) => cell.trim() !== '').join(' · ')
  const what = `The row "${words.length > 120 ? `${words.slice(0, 119)}…` : words}"`
  reading.losses.push({ place: placeIn(sheet, row), what, why })
}
