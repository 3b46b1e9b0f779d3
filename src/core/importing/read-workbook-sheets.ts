// Reads the sheets of a workbook that Skillmap wrote, each recognised by its headings, into cells by what they are about.
import type { Framework } from '../framework/framework.ts'
import { LEVELS_CORNER, WEIGHTS_CORNER } from '../framework-export/matrix-sheets.ts'
import { SCALE_TITLES } from '../framework-export/workbook.ts'
import { keyOf } from './naming.ts'
import { readAbout } from './workbook-about.ts'
import { IdFinder } from './workbook-ids.ts'
import { readMatrix } from './workbook-matrix.ts'
import {
  columnsOf,
  type HeadedSheet,
  type OwnSheet,
  type SheetKind,
  type WorkbookReading,
} from './workbook-reading.ts'
import { readMoveRows, readRoleRows } from './workbook-rows.ts'
import { readTexts } from './workbook-texts.ts'

/** The headings that no sheet of another kind has. */
const TITLES: [SheetKind, string[]][] = [
  ['levels', [LEVELS_CORNER]],
  ['weights', [WEIGHTS_CORNER]],
  ['rows', ['Role', 'Path', 'Band']],
  ['moves', ['From', 'To', 'Kind']],
  ['texts', ['Skill', 'Level', 'A colleague can see']],
]
/** Somebody may have put a title above the headings. */
const LAST_HEAD = 10

/** Sheets of no known kind are told as losses. `base` is the framework that was written. */
export function readWorkbookSheets(sheets: readonly OwnSheet[], base: Framework): WorkbookReading {
  const reading: WorkbookReading = {
    base,
    cells: new Map(),
    roles: new Map(),
    skills: new Map(),
    groups: new Map(),
    moves: new Set(),
    kinds: new Set(),
    losses: [],
    roleIds: new IdFinder(base.roles, 'role'),
    skillIds: new IdFinder(base.skills, 'skill'),
    groupIds: new IdFinder(base.groups, 'group'),
  }
  const headed = sheets.flatMap((sheet) => headOf(sheet) ?? [])
  for (const sheet of sheets) {
    if (headed.some(({ sheet: name, path }) => name === sheet.sheet && path === sheet.path)) continue
    const place = { path: sheet.path, sheet: sheet.sheet }
    reading.losses.push({
      place,
      what: 'The whole sheet',
      why: 'It is none of the sheets that Skillmap wrote.',
    })
  }
  const of = (kind: SheetKind) => headed.filter((sheet) => sheet.kind === kind)
  for (const { kind } of headed) reading.kinds.add(kind)
  for (const sheet of of('about')) readAbout(sheet, reading)
  for (const sheet of of('rows')) readRoleRows(sheet, reading)
  readTexts(of('texts'), reading)
  for (const sheet of of('levels')) readMatrix(sheet, { kind: 'levels', corner: LEVELS_CORNER }, reading)
  for (const sheet of of('weights')) readMatrix(sheet, { kind: 'weights', corner: WEIGHTS_CORNER }, reading)
  for (const sheet of of('moves')) readMoveRows(sheet, reading)
  return reading
}

/** Whether enough of the sheets are there to say that Skillmap wrote the workbook. */
export function hasOwnSheets(sheets: readonly OwnSheet[]): boolean {
  const kinds = new Set(sheets.flatMap((sheet) => headOf(sheet)?.kind ?? []))
  return kinds.has('levels') && kinds.has('rows')
}

function headOf(sheet: OwnSheet): HeadedSheet | undefined {
  for (const [row, cells] of sheet.rows.slice(0, LAST_HEAD).entries()) {
    const columns = columnsOf(cells)
    const kind = TITLES.find(([, titles]) => titles.every((title) => columns.has(keyOf(title))))?.[0]
    if (kind !== undefined) return { ...sheet, kind, head: row, columns }
  }
  const isAbout = sheet.rows.some((cells) => {
    const columns = columnsOf(cells)
    return SCALE_TITLES.slice(0, 4).every((title) => columns.has(keyOf(title)))
  })
  return isAbout ? { ...sheet, kind: 'about', head: 0, columns: new Map() } : undefined
}
