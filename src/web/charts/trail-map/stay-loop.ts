// Staying, drawn as a loop on one's own station, on the side where there is room for it.
import type { LabelSide } from '../../../core/framework/framework.ts'
import { type Box, boxAround, boxesTouch, grown, lineTouches, type Point, round } from '../boxes.ts'
import { type PlacedText, placeText } from './place-labels.ts'
import type { PlacedMap, PlacedStation } from './place-map.ts'
import { OUTER_RADIUS } from './rings.ts'

const LOOP_RADIUS = 11
/** From the middle of the station to the middle of the loop: the loop touches the outer ring's place. */
const REACH = OUTER_RADIUS + LOOP_RADIUS - 3

export interface StayLoop {
  d: string
  /** The open head at the loop's end. */
  head: string
  centre: Point
  text: PlacedText
  /** Everything above, for pointing at and for placing other things beside it. */
  box: Box
}

/** Diagonals first, then the four sides; degrees clockwise from three o'clock. */
const ANGLES = [45, 135, 315, 225, 20, 160, 340, 200, 90, 270]

export function placeStayLoop(map: PlacedMap, station: PlacedStation, words: string): StayLoop {
  const candidates = ANGLES.map((angle) => loopAt(map, station, words, angle))
  const costs = candidates.map((candidate) => costOf(map, station, candidate))
  const best = costs.indexOf(Math.min(...costs))
  return candidates[best] as StayLoop
}

function loopAt(map: PlacedMap, station: Point, words: string, degrees: number): StayLoop {
  const angle = (degrees * Math.PI) / 180
  const centre = {
    x: station.x + REACH * Math.cos(angle),
    y: station.y + REACH * Math.sin(angle),
  }
  const side: LabelSide = degrees === 90 ? 'below' : degrees === 270 ? 'above' : sideOf(degrees)
  const text = placeText([words], centre, side, map.size, LOOP_RADIUS + 7)
  const circle = boxAround(centre, LOOP_RADIUS + 2)
  return { ...loopPath(centre, angle), centre, text, box: around([circle, text.box]) }
}

function sideOf(degrees: number): LabelSide {
  return degrees < 90 || degrees > 270 ? 'right' : 'left'
}

/** Nearly a full turn that begins and ends on the side of the station. */
function loopPath(centre: Point, angle: number): { d: string; head: string } {
  const opening = 0.72
  const back = angle + Math.PI
  const on = (turn: number, radius = LOOP_RADIUS) => ({
    x: centre.x + radius * Math.cos(turn),
    y: centre.y + radius * Math.sin(turn),
  })
  const [start, end] = [on(back + opening), on(back - opening)]
  const point = ({ x, y }: Point) => `${round(x)} ${round(y)}`
  const tangent = back - opening + Math.PI / 2
  const wing = (turn: number) => ({
    x: end.x - 5.5 * Math.cos(tangent + turn),
    y: end.y - 5.5 * Math.sin(tangent + turn),
  })
  return {
    d: `M${point(start)}A${LOOP_RADIUS} ${LOOP_RADIUS} 0 1 1 ${point(end)}`,
    head: `M${point(wing(0.55))}L${point(end)}L${point(wing(-0.55))}`,
  }
}

/** How much stands in the way: names and stations weigh most, then lines, then the edge of the picture. */
function costOf(map: PlacedMap, own: PlacedStation, loop: StayLoop): number {
  const parts = [boxAround(loop.centre, LOOP_RADIUS), grown(loop.text.box, 2)]
  let cost = 0
  for (const part of parts) {
    for (const station of map.stations) {
      if (boxesTouch(part, grown(station.text.box, 2))) cost += 10
      if (station !== own && boxesTouch(part, boxAround(station, OUTER_RADIUS))) cost += 10
    }
    if (map.pathNames.some((name) => boxesTouch(part, grown(name.box, 2)))) cost += 10
    cost += 4 * map.legs.filter((leg) => lineTouches(leg.points, part)).length
    if (map.bands.some((band) => part.y < band.y && part.y + part.height > band.y)) cost += 1
    const { view } = map
    if (part.x < view.x + map.gutter || part.x + part.width > view.x + view.width) cost += 20
    if (part.y < view.y || part.y + part.height > view.y + view.height) cost += 20
  }
  return cost
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
