// Reads the sheets Roles and Moves of a workbook of Skillmap: a row for each role, and one for each move.
import { MOVE_TITLES, ROLE_TITLES, weekTitle } from '../framework-export/roles-sheet.ts'
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

const ROLE_FIELDS = ['name', '', 'code', 'path', 'band', 'purpose', 'scope', 'usualStay', 'mustHaves']
const MOVE_FIELDS = ['', '', 'kind', 'changes', 'hard', 'back', 'trial']

export function readRoleRows(sheet: HeadedSheet, reading: WorkbookReading): void {
  const column = (title: string) => sheet.columns.get(keyOf(title))
  const rows = filledRows(sheet).map((row) => ({
    row,
    name: cellText(sheet, row, column('Role')),
    id: cellText(sheet, row, column('id')),
  }))
  const weeks = reading.base.weekParts.map((part): [string, string] => [part.id, weekTitle(part)])
  for (const [index, id] of reading.roleIds.idsOf(rows).entries()) {
    const { row, name } = rows[index] ?? { row: 0, name: '' }
    if (id === undefined || id === 'twice') {
      loseRow(reading, sheet, row, id === 'twice' ? 'The role stands twice.' : 'It names no role.')
      continue
    }
    listThing(reading.roles, { id, name, place: placeIn(sheet, row, column('Role')) }, 'rows')
    for (const [place, field] of ROLE_FIELDS.entries())
      if (field !== '') keep(reading, `role/${id}/${field}`, sheet, row, column(ROLE_TITLES[place] ?? ''))
    for (const [part, title] of weeks) keep(reading, `role/${id}/week:${part}`, sheet, row, column(title))
  }
}

export function readMoveRows(sheet: HeadedSheet, reading: WorkbookReading): void {
  const column = (title: string) => sheet.columns.get(keyOf(title))
  for (const row of filledRows(sheet)) {
    const ends = (['From', 'To'] as const).map((end) => {
      const [name, id] = [
        cellText(sheet, row, column(end)),
        cellText(sheet, row, column(`id of ${end.toLowerCase()}`)),
      ]
      return endOf(name, id, reading)
    })
    const [from, to] = ends
    if (from === undefined || to === undefined) {
      loseRow(reading, sheet, row, 'It names a role that there is not.')
      continue
    }
    const key = `${from}>${to}`
    if (from === to || reading.moves.has(key)) {
      loseRow(reading, sheet, row, from === to ? 'It leads from a role to itself.' : 'The move stands twice.')
      continue
    }
    reading.moves.add(key)
    for (const [place, field] of MOVE_FIELDS.entries())
      if (field !== '') keep(reading, `move/${key}/${field}`, sheet, row, column(MOVE_TITLES[place] ?? ''))
  }
}

/** The id, unless somebody wrote the name of another role over the one that the id means. */
function endOf(name: string, id: string, reading: WorkbookReading): string | undefined {
  const known = reading.base.roles.find((role) => role.id === id)
  const own = known === undefined ? reading.roles.get(id) : known
  const named = reading.roleIds.idNamed(name)
  if (own === undefined || (named !== undefined && keyOf(own.name) !== keyOf(name))) return named
  return own.id
}

function filledRows(sheet: HeadedSheet): number[] {
  return sheet.rows.flatMap((cells, row) =>
    row > sheet.head && cells.some((cell) => cell.trim() !== '') ? [row] : [],
  )
}
