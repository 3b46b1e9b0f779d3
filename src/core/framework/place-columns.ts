// Puts the columns of a computed picture side by side, as near as their names allow.
import type { Column } from './arrange-roles.ts'
import type { LabelSide, Role } from './framework.ts'
import { labelWidth, type Spot, titleWidth } from './layout-room.ts'

/** Between what belongs to one column and what belongs to the next. */
const BETWEEN = 22
/** From a station to the one that branches off to its left. */
const BRANCH = 74
/** From the middle of a station to its name: the outer ring and a little air. */
const BESIDE = 40
/** Where only the line of a path passes a row. */
const PASSING = 10

/** A station relative to its column's main line, and how far it reaches to both sides of that line. */
interface Placing {
  role: Role
  offset: number
  label: LabelSide
  left: number
  right: number
}

/** A column starts where all rows that it runs through are free, so a short one can nestle beside a long name. */
export function placeColumns(columns: Column[], start: number, size: number, yOf: (row: number) => number) {
  const spots: Spot[] = []
  const taken = new Map<number, number>()
  for (const column of columns) {
    const rows = rowPlacings(column, size)
    const main = Math.round(Math.max(...[...rows].map(([row, { left }]) => (taken.get(row) ?? start) + left)))
    for (const [row, { placings, right }] of rows) {
      taken.set(row, main + right + BETWEEN)
      for (const { role, offset, label } of placings)
        spots.push({ role, x: main + offset, y: yOf(row), label })
    }
  }
  return { spots, right: Math.round(Math.max(start, ...taken.values())) - BETWEEN }
}

function rowPlacings(column: Column, size: number) {
  const own = [...column.rows.keys()]
  const [lowest, highest] = [Math.min(...own), Math.max(...own)]
  const rows = new Map<number, { placings: Placing[]; left: number; right: number }>()
  for (let row = lowest; row <= highest; row++) {
    const placings = placingsOf(column.rows.get(row) ?? [], row === 0, size)
    const title = row === highest ? titleWidth(column.title, size) / 2 : PASSING
    rows.set(row, {
      placings,
      left: Math.max(title, ...placings.map((placing) => placing.left)),
      right: Math.max(title, ...placings.map((placing) => placing.right)),
    })
  }
  return rows
}

/** The first role stands on the main line, the second to its left, the rest to its right. */
function placingsOf(roles: Role[], lowestRow: boolean, size: number): Placing[] {
  const placings: Placing[] = []
  let offset = 0
  for (const [index, role] of roles.entries()) {
    const name = labelWidth(role.name, size)
    if (lowestRow) {
      // Nothing runs below the lowest row, and beside its stations lines must be free to leave.
      const half = Math.max(BESIDE, name / 2)
      if (index > 0) offset = Math.ceil((placings[index - 1]?.right ?? 0) + BETWEEN + half)
      placings.push({ role, offset, label: 'below', left: half - offset, right: offset + half })
    } else if (index === 1) {
      placings.push({ role, offset: -BRANCH, label: 'left', left: BRANCH + BESIDE + name, right: 0 })
    } else {
      if (index > 0)
        offset = Math.ceil(Math.max(...placings.map((placing) => placing.right)) + BETWEEN + BESIDE)
      placings.push({ role, offset, label: 'right', left: BESIDE - offset, right: offset + BESIDE + name })
    }
  }
  return placings
}
