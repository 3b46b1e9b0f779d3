// Legs between stations: straight lines that meet the next station at 45°, with a softened bend.
import { type Point, round } from '../boxes.ts'

const BEND_RADIUS = 14

/**
 * A leg runs straight along its longer axis and ends with the diagonal; `startDiagonal` turns that round.
 * Legs along one axis, or at exactly 45°, have no bend.
 */
export function legPoints(a: Point, b: Point, startDiagonal = false): Point[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [across, along] = [Math.abs(dx), Math.abs(dy)]
  if (across === 0 || along === 0 || across === along) return [a, b]
  const short = Math.min(across, along)
  const [sx, sy] = [Math.sign(dx) * short, Math.sign(dy) * short]
  const bend = startDiagonal ? { x: a.x + sx, y: a.y + sy } : { x: b.x - sx, y: b.y - sy }
  return [a, bend, b]
}

/** The path data of a line through the points, its bends softened. */
export function linePath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      if (index === 0) return `M${at(point)}`
      const next = points[index + 1]
      if (!next) return `L${at(point)}`
      const before = towards(point, points[index - 1] as Point, BEND_RADIUS)
      return `L${at(before)}Q${at(point)} ${at(towards(point, next, BEND_RADIUS))}`
    })
    .join('')
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`
}

/** A point `distance` away from `from` on the way to `to`, and never past its middle. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
