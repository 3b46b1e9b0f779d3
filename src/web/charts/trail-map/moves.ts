// Moves as thin curves between two stations, each with a pill that says how far and of what kind.
import { type Box, boxAround, boxesTouch, grown, lineTouches, type Point, round } from '../boxes.ts'
import { textWidth } from '../text-width.ts'
import type { PlacedMap } from './place-map.ts'
import { RING_RADIUS, RING_WIDTH } from './rings.ts'

/** How far the control point stands off the middle of the chord. */
export const CONTROL_OFFSET = 40
/** From the middle of a station to where a curve begins: just outside its ring. */
const CLEAR_OF_RING = RING_RADIUS + RING_WIDTH / 2 + 5
const PLACES_ON_CURVE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72, 0.78, 0.84]

export interface Curve {
  start: Point
  control: Point
  end: Point
  d: string
}

/** A quadratic curve from ring to ring; there and back bend to opposite sides. */
export function moveCurve(from: Point, to: Point, clear = CLEAR_OF_RING): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const control = {
    x: (from.x + to.x) / 2 + (dy / length) * CONTROL_OFFSET,
    y: (from.y + to.y) / 2 - (dx / length) * CONTROL_OFFSET,
  }
  const whole = { start: from, control, end: to }
  const enter = leavesCircle(whole, from, clear)
  const leave = 1 - leavesCircle({ start: to, control, end: from }, to, clear)
  return curvePiece(whole, enter, leave)
}

export function pointOn(curve: Pick<Curve, 'start' | 'control' | 'end'>, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
  const { start, control, end } = curve
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y }
}

/** The least `t` at which the curve is `radius` away from `centre`, by halving. */
function leavesCircle(curve: Omit<Curve, 'd'>, centre: Point, radius: number): number {
  let [inside, outside] = [0, 0.5]
  for (let step = 0; step < 24; step++) {
    const middle = (inside + outside) / 2
    const point = pointOn(curve, middle)
    if (Math.hypot(point.x - centre.x, point.y - centre.y) < radius) inside = middle
    else outside = middle
  }
  return outside
}

/** The part of a curve between two parameters (de Casteljau). */
function curvePiece(curve: Omit<Curve, 'd'>, from: number, to: number): Curve {
  const between = (a: Point, b: Point, t: number) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })
  const [start, end] = [pointOn(curve, from), pointOn(curve, to)]
  const control = between(
    between(curve.start, curve.control, from),
    between(curve.control, curve.end, from),
    to,
  )
  const point = ({ x, y }: Point) => `${round(x)} ${round(y)}`
  return { start, control, end, d: `M${point(start)}Q${point(control)} ${point(end)}` }
}

/** A small open head at the end of a curve. */
export function headPath(curve: Curve, size = 6): string {
  const angle = Math.atan2(curve.end.y - curve.control.y, curve.end.x - curve.control.x)
  const wing = (turn: number) => ({
    x: curve.end.x - size * Math.cos(angle + turn),
    y: curve.end.y - size * Math.sin(angle + turn),
  })
  const [left, right] = [wing(0.5), wing(-0.5)]
  const tip = `${round(curve.end.x)} ${round(curve.end.y)}`
  return `M${round(left.x)} ${round(left.y)}L${tip}L${round(right.x)} ${round(right.y)}`
}

export interface Pill {
  text: string
  centre: Point
  size: number
  box: Box
}

/** A pill on its curve, at the first place where it covers no station, name or earlier pill. */
export function placePill(
  curve: Curve,
  text: string,
  map: PlacedMap,
  taken: readonly Box[],
  avoidLines = false,
): Pill {
  const size = map.size * 0.96
  const width = textWidth(text, size) + 1.1 * size
  const height = 1.62 * size
  const boxAt = (centre: Point): Box => ({
    x: centre.x - width / 2,
    y: centre.y - height / 2,
    width,
    height,
  })
  const obstacles = [
    ...map.stations.flatMap((station) => [
      grown(station.text.box, 2),
      boxAround(station, RING_RADIUS + RING_WIDTH / 2 + 2),
    ]),
    ...map.pathNames.map((name) => name.box),
    ...taken.map((box) => grown(box, 2)),
  ]
  const isFree = (box: Box) =>
    obstacles.every((other) => !boxesTouch(box, other)) &&
    !(avoidLines && map.legs.some((leg) => lineTouches(leg.points, grown(box, 2))))
  const centres = PLACES_ON_CURVE.map((t) => pointOn(curve, t))
  const centre = centres.find((one) => isFree(boxAt(one))) ?? (centres[0] as Point)
  return { text, centre, size, box: boxAt(centre) }
}
