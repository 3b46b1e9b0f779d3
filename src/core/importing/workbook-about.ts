// Reads the first sheet of a workbook of Skillmap: what the framework is called, its scale, groups and sources.
import {
  ABOUT_LABELS,
  GROUP_TITLES,
  SCALE_TITLES,
  SOURCE_TITLES,
  VERSION_WORD,
} from '../framework-export/workbook.ts'
import { keyOf } from './naming.ts'
import {
  cellText,
  columnsOf,
  type HeadedSheet,
  keep,
  loseRow,
  type WorkbookReading,
} from './workbook-reading.ts'

type Section = 'scale' | 'weights' | 'groups' | 'sources'

const SECTIONS: [Section, string[]][] = [
  ['scale', SCALE_TITLES],
  ['weights', ['Weight', 'Meaning']],
  ['groups', GROUP_TITLES],
  ['sources', SOURCE_TITLES],
]
const SCALE_FIELDS = ['name', 'scope', 'autonomy', 'effect', 'tell']

export function readAbout(sheet: HeadedSheet, reading: WorkbookReading): void {
  let section: Section | undefined
  let columns: ReadonlyMap<string, number> = new Map()
  let isNamed = false
  let sources = 0
  for (const [row, cells] of sheet.rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const next = sectionOf(cells)
    if (next !== undefined) {
      section = next
      columns = columnsOf(cells)
    } else if (section === undefined) {
      if (!readHead(sheet, row, isNamed, reading))
        loseRow(reading, sheet, row, 'It has no place on this sheet.')
      isNamed = true
    } else if (section === 'scale') readScale(sheet, row, columns, reading)
    else if (section === 'groups') readGroup(sheet, row, columns, reading)
    else if (section === 'sources') {
      for (const [field, title] of [
        ['author', 'Author'],
        ['title', 'Source'],
        ['usedFor', 'Used for'],
      ] as const)
        keep(reading, `source/${sources}/${field}`, sheet, row, columns.get(keyOf(title)))
      sources++
    }
  }
}

function sectionOf(cells: readonly string[]): Section | undefined {
  const has = columnsOf(cells)
  return SECTIONS.find(([, titles]) => titles.slice(0, 2).every((title) => has.has(keyOf(title))))?.[0]
}

function readHead(sheet: HeadedSheet, row: number, isNamed: boolean, reading: WorkbookReading): boolean {
  const first = cellText(sheet, row, 0)
  if (!isNamed) {
    keep(reading, 'head/name', sheet, row, 0)
    return true
  }
  const label = Object.entries(ABOUT_LABELS).find(([, words]) => keyOf(words) === keyOf(first))?.[0]
  if (label !== undefined) keep(reading, `head/${label}`, sheet, row, 1)
  else if (first.toLowerCase().startsWith(VERSION_WORD.toLowerCase())) {
    keep(reading, 'head/version', sheet, row, 0)
    keep(reading, 'head/licence', sheet, row, 1)
  } else return false
  return true
}

function readScale(
  sheet: HeadedSheet,
  row: number,
  columns: ReadonlyMap<string, number>,
  reading: WorkbookReading,
): void {
  const level = cellText(sheet, row, columns.get('level'))
  if (!/^\d{1,2}$/.test(level)) {
    loseRow(reading, sheet, row, 'It names no level.')
    return
  }
  for (const [index, field] of SCALE_FIELDS.entries())
    keep(reading, `scale/${level}/${field}`, sheet, row, columns.get(keyOf(SCALE_TITLES[index + 1] ?? '')))
}

function readGroup(
  sheet: HeadedSheet,
  row: number,
  columns: ReadonlyMap<string, number>,
  reading: WorkbookReading,
): void {
  const [name, id] = [cellText(sheet, row, columns.get('group')), cellText(sheet, row, columns.get('id'))]
  const [found] = reading.groups.has(id) ? ['twice' as const] : reading.groupIds.idsOf([{ id, name }])
  if (found === undefined || found === 'twice' || reading.groups.has(found)) {
    loseRow(reading, sheet, row, found === undefined ? 'It has no name.' : 'It stands twice.')
    return
  }
  reading.groups.set(found, { id: found, name })
  keep(reading, `group/${found}/name`, sheet, row, columns.get('group'))
  keep(reading, `group/${found}/about`, sheet, row, columns.get(keyOf('What it is about')))
}
