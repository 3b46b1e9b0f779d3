// Reads the sheets Levels and Weights of a workbook of Skillmap: a cell for each role and skill.
import { keyOf } from './naming.ts'
import {
  cellText,
  type HeadedSheet,
  keep,
  listThing,
  loseRow,
  placeIn,
  type WorkbookReading,
} from './workbook-reading.ts'

export function readMatrix(
  sheet: HeadedSheet,
  what: { kind: 'levels' | 'weights'; corner: string },
  reading: WorkbookReading,
): void {
  const { kind, corner } = what
  const skillColumn = sheet.columns.get(keyOf(corner))
  const idColumn = sheet.columns.get('id')
  const hasIds = cellText(sheet, sheet.head + 1, skillColumn) === ''
  const roles = rolesAcross(sheet, [skillColumn, idColumn], hasIds, kind, reading)
  const rows = bodyRows(sheet, sheet.head + (hasIds ? 2 : 1), skillColumn, idColumn, [...roles.keys()])
  const named = rows.filter((row) => !isGroupTitle(row, reading))
  const ids = reading.skillIds.idsOf(named)
  const idOf = new Map(named.map((row, index) => [row.row, ids[index]]))
  let group: string | undefined
  for (const row of rows) {
    const title = groupTitled(row, reading)
    const id = idOf.get(row.row)
    if (!idOf.has(row.row)) group = title ?? group
    else if (id === undefined || id === 'twice')
      loseRow(reading, sheet, row.row, id === 'twice' ? 'The skill stands twice.' : 'It names no skill.')
    else {
      const place = placeIn(sheet, row.row, skillColumn)
      listThing(
        reading.skills,
        { id, name: row.name, place, ...(group === undefined ? {} : { group }) },
        kind,
      )
      keep(reading, `skill/${id}/name in ${kind}`, sheet, row.row, skillColumn)
      for (const [column, role] of roles) keep(reading, `${kind}/${role}/${id}`, sheet, row.row, column)
    }
  }
}

/** From columns to roles. */
function rolesAcross(
  sheet: HeadedSheet,
  without: (number | undefined)[],
  hasIds: boolean,
  kind: 'levels' | 'weights',
  reading: WorkbookReading,
): Map<number, string> {
  const width = Math.max(...sheet.rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !without.includes(column),
  )
  const named = columns.map((column) => ({
    name: cellText(sheet, sheet.head, column),
    id: hasIds ? cellText(sheet, sheet.head + 1, column) : '',
  }))
  const roles = new Map<number, string>()
  for (const [index, id] of reading.roleIds.idsOf(named).entries()) {
    const column = columns[index] ?? 0
    const name = named[index]?.name ?? ''
    if (id === undefined || id === 'twice') {
      const filled = sheet.rows.filter(
        (_, row) => row > sheet.head && cellText(sheet, row, column) !== '',
      ).length
      if (filled > 0)
        reading.losses.push({
          place: placeIn(sheet, sheet.head, column),
          what: `A column with ${filled} ${filled === 1 ? 'value' : 'values'}`,
          why: id === 'twice' ? `The role "${name}" stands twice.` : 'It names no role.',
        })
      continue
    }
    roles.set(column, id)
    listThing(reading.roles, { id, name, place: placeIn(sheet, sheet.head, column) }, kind)
    keep(reading, `role/${id}/name in ${kind}`, sheet, sheet.head, column)
  }
  return roles
}

interface BodyRow {
  row: number
  name: string
  id: string
  hasValues: boolean
}

function bodyRows(
  sheet: HeadedSheet,
  from: number,
  skillColumn: number | undefined,
  idColumn: number | undefined,
  values: number[],
): BodyRow[] {
  return sheet.rows.flatMap((_, row) => {
    if (row < from) return []
    const [name, id] = [cellText(sheet, row, skillColumn), cellText(sheet, row, idColumn)]
    const hasValues = values.some((column) => cellText(sheet, row, column) !== '')
    return name === '' && id === '' && !hasValues ? [] : [{ row, name, id, hasValues }]
  })
}

/** A name without an id and without values heads the rows below, unless a skill is called so. */
function isGroupTitle(row: BodyRow, reading: WorkbookReading): boolean {
  if (row.id !== '' || row.hasValues || row.name === '') return false
  return groupTitled(row, reading) !== undefined || reading.skillIds.idNamed(row.name) === undefined
}

function groupTitled({ name }: BodyRow, reading: WorkbookReading): string | undefined {
  return reading.groupIds.idNamed(name)
}
