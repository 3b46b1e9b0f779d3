// Reads the sheets of skill groups of a workbook of Skillmap: a row for each skill, and one for each of its levels.
import { groupSheetNames } from '../framework-export/workbook.ts'
import { keyOf } from './naming.ts'
import type { FoundId } from './workbook-ids.ts'
import {
  cellText,
  type HeadedSheet,
  keep,
  listThing,
  loseRow,
  placeIn,
  type WorkbookReading,
} from './workbook-reading.ts'

export const TEXT_FIELDS = {
  behaviours: 'A colleague can see',
  practices: 'To move on',
  reading: 'Read',
  antiPattern: 'Anti-pattern',
} as const

interface SkillRow {
  sheet: HeadedSheet
  row: number
  name: string
  id: string
  level: string
}

/** All at once, because a skill may have been moved from one sheet to another. */
export function readTexts(sheets: HeadedSheet[], reading: WorkbookReading): void {
  const rows = sheets.flatMap(skillRows)
  const titles = titleRows(rows)
  const ids = reading.skillIds.idsOf(titles)
  const idOf = new Map(titles.map((row, index): [SkillRow, FoundId] => [row, ids[index]]))
  for (const sheet of sheets) {
    const own = rows.filter((row) => row.sheet === sheet)
    const group = groupOf(
      sheet,
      own.flatMap((row) => idOf.get(row) ?? []),
      reading,
    )
    let skill: string | undefined
    for (const row of own) {
      if (idOf.has(row)) skill = readTitle(row, idOf.get(row), group, reading)
      if (skill === undefined) {
        if (!idOf.has(row)) loseRow(reading, sheet, row.row, 'It stands below no skill.')
      } else readLevel(row, skill, idOf.has(row), reading)
    }
  }
}

function skillRows(sheet: HeadedSheet): SkillRow[] {
  const column = (title: string) => sheet.columns.get(keyOf(title))
  return sheet.rows.flatMap((cells, row) => {
    if (row <= sheet.head || cells.every((cell) => cell.trim() === '')) return []
    const [name, id, level] = [column('Skill'), column('id'), column('Level')].map((own) =>
      cellText(sheet, row, own),
    )
    return [{ sheet, row, name: name ?? '', id: id ?? '', level: level ?? '' }]
  })
}

/** A name begins a skill; repeated beside the levels, as some people fill tables down, it begins nothing. */
function titleRows(rows: SkillRow[]): SkillRow[] {
  let above: SkillRow | undefined
  return rows.filter((row) => {
    if (row.name === '' && row.id === '') return false
    const isSame =
      above !== undefined && above.sheet === row.sheet && above.name === row.name && above.id === row.id
    above = row
    return row.level === '' || !isSame
  })
}

/** The group whose name the sheet bears, else the one that most of its skills belonged to, else a new one. */
function groupOf(sheet: HeadedSheet, ids: string[], reading: WorkbookReading): string {
  const named = groupSheetNames(reading.base).get(sheet.sheet) ?? reading.groupIds.idNamed(sheet.sheet)
  if (named !== undefined) return named
  const counts = new Map<string, number>()
  for (const { id, group } of reading.base.skills)
    if (ids.includes(id)) counts.set(group, (counts.get(group) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (most !== undefined) return most[0]
  const [id] = reading.groupIds.idsOf([{ id: '', name: sheet.sheet }])
  const own = id ?? 'group'
  if (!reading.groups.has(own)) reading.groups.set(own, { id: own, name: sheet.sheet })
  return own
}

function readTitle(
  { sheet, row, name }: SkillRow,
  id: FoundId,
  group: string,
  reading: WorkbookReading,
): string | undefined {
  if (id === undefined || id === 'twice') {
    loseRow(reading, sheet, row, 'The skill stands twice.')
    return undefined
  }
  const column = (title: string) => sheet.columns.get(keyOf(title))
  listThing(reading.skills, { id, name, group, place: placeIn(sheet, row, column('Skill')) }, 'texts')
  keep(reading, `skill/${id}/name`, sheet, row, column('Skill'))
  return id
}

function readLevel(
  { sheet, row, level }: SkillRow,
  skill: string,
  isTitleRow: boolean,
  reading: WorkbookReading,
): void {
  const column = (title: string) => sheet.columns.get(keyOf(title))
  if (level === '' && isTitleRow) {
    keep(reading, `skill/${skill}/kind`, sheet, row, column('Name'))
    keep(reading, `skill/${skill}/definition`, sheet, row, column(TEXT_FIELDS.behaviours))
  } else if (!/^\d{1,2}$/.test(level)) loseRow(reading, sheet, row, 'It names no level.')
  else
    for (const [field, title] of Object.entries(TEXT_FIELDS))
      addText(reading, `text/${skill}/${Number(level)}/${field}`, sheet, row, column(title))
}

/** A second row of the same level, which somebody put in for one more sentence, adds to the first. */
function addText(
  reading: WorkbookReading,
  key: string,
  sheet: HeadedSheet,
  row: number,
  column: number | undefined,
): void {
  const known = reading.cells.get(key)
  if (known === undefined) {
    keep(reading, key, sheet, row, column)
    return
  }
  const more = cellText(sheet, row, column)
  if (more === '') return
  reading.cells.set(key, { ...known, text: known.text === '' ? more : `${known.text}\n${more}` })
}
