// Moves as thin curves between two stations, each with a pill that says how far and of what kind.
import { type Box, boxAround, boxesTouch, grown, lineTouches, type Point, round } from '../boxes.ts'
import { textWidth } from '../text-width.ts'
import type { PlacedMap, PlacedStation } from './place-map.ts'
import { RING_RADIUS, RING_WIDTH } from './rings.ts'

/** How far the control point stands off the middle of the chord. */
const CONTROL_OFFSET = 40
/** From the middle of a station to where a curve begins: just outside its ring. */
const CLEAR_OF_RING = RING_RADIUS + RING_WIDTH / 2 + 5
/** Moves fan out from where they start, so there is more room towards their ends. */
const PLACES_ON_CURVE = [0.66, 0.58, 0.74, 0.5, 0.8, 0.42, 0.86, 0.34]

export interface Curve {
  start: Point
  control: Point
  end: Point
  d: string
}

/** A quadratic curve from ring to ring, bent to the left of its direction, or to the right for a negative bend. */
export function moveCurve(from: Point, to: Point, bend = CONTROL_OFFSET, clear = CLEAR_OF_RING): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const offset = bend / length
  const control = { x: (from.x + to.x) / 2 + dy * offset, y: (from.y + to.y) / 2 - dx * offset }
  const whole = { start: from, control, end: to }
  const enter = leavesCircle(whole, from, clear)
  const leave = 1 - leavesCircle({ start: to, control, end: from }, to, clear)
  return curvePiece(whole, enter, leave)
}

/** Tried in this order, as multiples of the usual bend: the gentler one wins where nothing is gained. */
const BENDS = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]
const ACROSS_A_NAME = 3
const PER_FURTHER_BEND = 0.4

/**
 * The curve that runs behind the fewest stations, and across a name only where nothing else is left.
 * `widest`: so many times the usual bend it may reach at most.
 */
export function clearestCurve(map: PlacedMap, from: PlacedStation, to: PlacedStation, widest = 2): Curve {
  const inTheWay = (curve: Curve) => {
    const points = Array.from({ length: 21 }, (_, index) => pointOn(curve, index / 20))
    const rings = map.stations.filter((station) => station !== from && station !== to)
    const words = [...map.stations.map((station) => station.text), ...map.pathNames]
    return (
      rings.filter((station) => lineTouches(points, boxAround(station, CLEAR_OF_RING))).length +
      ACROSS_A_NAME * words.filter((text) => lineTouches(points, grown(text.box, 4))).length
    )
  }
  const tried = BENDS.filter((times) => Math.abs(times) <= widest).map((times) => {
    const curve = moveCurve(from, to, times * CONTROL_OFFSET)
    return { curve, cost: inTheWay(curve) + PER_FURTHER_BEND * (Math.abs(times) - 1) }
  })
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).curve
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
export function curvePiece(curve: Omit<Curve, 'd'>, from: number, to: number): Curve {
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
export function pillOnCurve(curve: Curve, text: string, map: PlacedMap, taken: readonly Box[]): Pill {
  const blocks = obstacles(map, taken)
  const pills = PLACES_ON_CURVE.map((t) => pillAt(pointOn(curve, t), text, map.size))
  const free = pills.find((pill) => blocks.every((block) => !boxesTouch(pill.box, block)))
  return free ?? (pills[0] as Pill)
}

/** A pill that rests beside a line and touches nothing at all; null where there is no room for it. */
export function pillBesideLine(
  points: readonly Point[],
  text: string,
  map: PlacedMap,
  taken: readonly Box[],
): Pill | null {
  const blocks = obstacles(map, taken)
  const isFree = ({ box }: Pill) =>
    blocks.every((block) => !boxesTouch(box, block)) &&
    map.legs.every((leg) => !lineTouches(leg.points, grown(box, 4))) &&
    !lineTouches(points, grown(box, 4))
  const pills = placesBeside(points).map((place) => {
    const { width, height } = pillAt(place.at, text, map.size).box
    const away = (Math.abs(place.normal.x) * width + Math.abs(place.normal.y) * height) / 2 + 9
    const centre = { x: place.at.x + place.normal.x * away, y: place.at.y + place.normal.y * away }
    return pillAt(centre, text, map.size)
  })
  return pills.find(isFree) ?? null
}

/** Points along a line, its middle first, with the two directions that lead away from it. */
function placesBeside(points: readonly Point[]): { at: Point; normal: Point }[] {
  const pieces = points.slice(1).map((b, index) => ({ a: points[index] as Point, b }))
  const longestFirst = pieces.toSorted((p, q) => lengthOf(q) - lengthOf(p))
  return longestFirst.flatMap(({ a, b }) => {
    const length = lengthOf({ a, b }) || 1
    const normal = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length }
    return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap((t) => {
      const at = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
      return [
        { at, normal },
        { at, normal: { x: -normal.x, y: -normal.y } },
      ]
    })
  })
}

function lengthOf({ a, b }: { a: Point; b: Point }): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function obstacles(map: PlacedMap, taken: readonly Box[]): Box[] {
  const ring = RING_RADIUS + RING_WIDTH / 2 + 2
  return [
    ...map.stations.flatMap((station) => [grown(station.text.box, 3), boxAround(station, ring)]),
    ...map.pathNames.map((name) => grown(name.box, 3)),
    ...taken.map((box) => grown(box, 3)),
  ]
}

function pillAt(centre: Point, text: string, mapSize: number): Pill {
  const size = mapSize
  const width = textWidth(text, size) + 1.1 * size
  const height = 1.6 * size
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height }
  return { text, centre, size, box }
}
