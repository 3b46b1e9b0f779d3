// Staying, drawn as a loop on one's own station, on the side where there is room for it.
import type { LabelSide } from '../../../core/framework/framework.ts'
import { type Box, boxAround, boxesTouch, grown, lineTouches, type Point, round } from '../boxes.ts'
import { afterFirstWord } from '../text-width.ts'
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

/** Slanting first, then straight; degrees clockwise from three o'clock. */
const ANGLES = [40, 140, 320, 220, 20, 160, 340, 200, 60, 120, 300, 240, 90, 270, 0, 180]
/** How far the words stand from the loop; the second, where something is in the way of the first. */
const WORDS_AWAY = [LOOP_RADIUS + 7, LOOP_RADIUS + 14]

/** `route`: the chosen route's points, which are to be kept clear as well. */
export function placeStayLoop(
  map: PlacedMap,
  station: PlacedStation,
  words: readonly [long: string, short: string],
  route: readonly (readonly Point[])[] = [],
): StayLoop {
  const candidates = WORDS_AWAY.flatMap((away) =>
    [[words[0]], afterFirstWord(words[0]), [words[1]]].flatMap((lines) =>
      ANGLES.flatMap((angle) =>
        sidesOf(angle).map((side) => loopAt(station, lines, angle, side, map.size, away)),
      ),
    ),
  )
  const lines = [...map.legs.map((leg) => leg.points), ...route]
  const costs = candidates.map((candidate) => costOf(map, lines, station, candidate))
  return candidates[costs.indexOf(Math.min(...costs))] as StayLoop
}

function loopAt(
  station: Point,
  lines: string[],
  degrees: number,
  side: LabelSide,
  size: number,
  away: number,
): StayLoop {
  const angle = (degrees * Math.PI) / 180
  const centre = {
    x: station.x + REACH * Math.cos(angle),
    y: station.y + REACH * Math.sin(angle),
  }
  const text = placeText(lines, centre, side, size, away)
  const circle = boxAround(centre, LOOP_RADIUS + 2)
  return { ...loopPath(centre, angle), centre, text, box: around([circle, text.box]) }
}

/** Beside the loop, or above or below it where it stands above or below its station. */
function sidesOf(degrees: number): LabelSide[] {
  const sides: LabelSide[] = []
  if (degrees < 90 || degrees > 270 || degrees % 180 === 90) sides.push('right')
  if (degrees >= 90 && degrees <= 270) sides.push('left')
  if (degrees > 15 && degrees < 165) sides.push('below')
  if (degrees > 195 && degrees < 345) sides.push('above')
  return sides
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

/** How much stands in the way: rings, names and lines weigh most, then the edge of the picture. */
function costOf(
  map: PlacedMap,
  lines: readonly (readonly Point[])[],
  own: PlacedStation,
  loop: StayLoop,
): number {
  const circle = boxAround(loop.centre, LOOP_RADIUS + 1)
  const words = grown(loop.text.box, 4)
  let cost = boxesTouch(words, boxAround(own, OUTER_RADIUS)) ? 10 : 0
  for (const part of [circle, words]) {
    for (const station of map.stations) {
      if (boxesTouch(part, grown(station.text.box, 2))) cost += 10
      if (station !== own && boxesTouch(part, boxAround(station, OUTER_RADIUS + 2))) cost += 10
    }
    if (map.pathNames.some((name) => boxesTouch(part, grown(name.box, 2)))) cost += 10
    cost += 6 * lines.filter((points) => lineTouches(points, part)).length
    const { view } = map
    if (part.x < view.x + map.gutter || part.x + part.width > view.x + view.width) cost += 20
    if (part.y < view.y || part.y + part.height > view.y + view.height) cost += 20
  }
  const { y, height } = loop.text.box
  if (map.bands.some((band) => band.y > y - 3 && band.y < y + height + 3)) cost += 1
  return cost
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
