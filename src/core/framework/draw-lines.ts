// The lines of a computed picture: along each path, and from path to path where the way is free.
import type { Column, LayoutInput } from './arrange-roles.ts'
import type { LayoutLine } from './framework.ts'
import { boxesOf, isFree, type RoomBox, type Spot } from './layout-room.ts'

type Leg = [string, string]

interface Drawing {
  framework: LayoutInput
  spots: Map<string, Spot>
  boxes: RoomBox[]
}

export function drawLines(
  framework: LayoutInput,
  columns: Column[],
  spots: Spot[],
  size: number,
): LayoutLine[] {
  const boxes = boxesOf(spots, columns, size)
  const drawing: Drawing = { framework, spots: new Map(spots.map((spot) => [spot.role.id, spot])), boxes }
  const home = (framework.roles.find((role) => role.preset) ?? framework.roles[0])?.path
  return columns.map((column) => {
    const own = new Set([...column.rows.values()].flat().map((role) => role.id))
    const line: LayoutLine = { path: column.path, legs: [], startDiagonal: [] }
    if (column.path !== home) drawFirstFree(legsInto(own, drawing), line, drawing)
    for (const leg of legsAlong(column)) drawFirstFree([leg], line, drawing)
    drawLoneRoles(own, line, drawing)
    return line
  })
}

/** From row to row along the main line, with a branch to and from whatever stands beside it. */
function legsAlong(column: Column): Leg[] {
  const rows = [...column.rows.values()]
  return rows.slice(1).flatMap((upper, index) => {
    const lower = rows[index] ?? []
    const [from, to] = [lower[0], upper[0]]
    if (from === undefined || to === undefined) return []
    return [
      [from.id, to.id] as Leg,
      ...upper.slice(1).map((branch): Leg => [from.id, branch.id]),
      ...lower.slice(1).map((branch): Leg => [branch.id, to.id]),
    ]
  })
}

/** The moves that lead into a path from another one: to its lowest role first, then the shortest. */
function legsInto(own: ReadonlySet<string>, { framework, spots }: Drawing): Leg[] {
  return framework.moves
    .filter((move) => own.has(move.to) && !own.has(move.from))
    .map((move): Leg => [move.from, move.to])
    .sort(
      (a, b) => (spots.get(b[1])?.y ?? 0) - (spots.get(a[1])?.y ?? 0) || length(a, spots) - length(b, spots),
    )
}

/** A role that no line reaches yet is joined by the shortest of its moves that has a free way. */
function drawLoneRoles(own: ReadonlySet<string>, line: LayoutLine, drawing: Drawing): void {
  for (const role of own) {
    if (line.legs.some((leg) => leg.includes(role))) continue
    const legs = drawing.framework.moves
      .filter((move) => move.to === role || move.from === role)
      .map((move): Leg => (move.to === role ? [move.from, role] : [move.to, role]))
      .sort((a, b) => length(a, drawing.spots) - length(b, drawing.spots))
    drawFirstFree(legs, line, drawing)
  }
}

function drawFirstFree(legs: Leg[], line: LayoutLine, { spots, boxes }: Drawing): void {
  for (const leg of legs) {
    for (const startDiagonal of [false, true]) {
      const [from, to] = [spots.get(leg[0]), spots.get(leg[1])]
      if (from === undefined || to === undefined || !isFree(from, to, startDiagonal, boxes)) continue
      line.legs.push(leg)
      if (startDiagonal) line.startDiagonal.push(leg)
      return
    }
  }
}

function length(leg: Leg, spots: Map<string, Spot>): number {
  const [from, to] = [spots.get(leg[0]), spots.get(leg[1])]
  if (from === undefined || to === undefined) return Number.POSITIVE_INFINITY
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
}
