// The ground of the map in coordinates: band rules, lines, stations and names, before anybody stands on it.
import type { Framework, LinePattern, Station } from '../../../core/framework/framework.ts'
import { type Box, boxAround, grown, type Point } from '../boxes.ts'
import { legPoints, linePath } from './legs.ts'
import { type PathName, type PlacedText, pathNames, roleLabel } from './place-labels.ts'
import { OUTER_RADIUS } from './rings.ts'

export interface PlacedLeg {
  from: string
  to: string
  path: string
  pattern: LinePattern
  points: Point[]
  d: string
}

export interface PlacedStation extends Station {
  name: string
  text: PlacedText
}

export interface PlacedBand {
  band: number
  y: number
  label: string
  /** The rule between gutter and right edge, interrupted where a name or a station stands. */
  pieces: [number, number][]
}

export interface PlacedMap {
  view: Box
  gutter: number
  size: number
  bands: PlacedBand[]
  legs: PlacedLeg[]
  stations: PlacedStation[]
  pathNames: PathName[]
}

const EDGE = 14
const RULE_CLEAR = 5
/** Shorter pieces of a rule would look like specks. */
const SHORTEST_PIECE = 16

/** `size` is the label size in units (see `labelSize`). */
export function placeMap(framework: Framework, size: number): PlacedMap {
  const { layout } = framework
  const stations = placeStations(framework, size)
  const legs = placeLegs(framework)
  const names = pathNames(framework, stations, size)
  const boxes = [...stations.map((station) => station.text.box), ...names.map((name) => name.box)]
  const view = viewAround(layout.width, [
    ...boxes,
    ...stations.map((station) => boxAround(station, OUTER_RADIUS)),
  ])
  const bands = layout.bands.map((band) => ({
    ...band,
    pieces: rulePieces(band.y, layout.gutter, layout.width, stations, legs),
  }))
  return { view, gutter: layout.gutter, size, bands, legs, stations, pathNames: names }
}

function placeStations(framework: Framework, size: number): PlacedStation[] {
  return framework.layout.stations.flatMap((station) => {
    const role = framework.roles.find((one) => one.id === station.role)
    if (!role) return []
    return [{ ...station, name: role.name, text: roleLabel(role.name, station, station.label, size) }]
  })
}

function placeLegs(framework: Framework): PlacedLeg[] {
  const { layout, paths } = framework
  const at = new Map(layout.stations.map((station) => [station.role, station]))
  return layout.lines.flatMap((line) =>
    line.legs.flatMap(([from, to]) => {
      const [a, b] = [at.get(from), at.get(to)]
      if (!a || !b) return []
      const startDiagonal = line.startDiagonal.some(([first, last]) => first === from && last === to)
      const points = legPoints({ x: a.x, y: a.y }, { x: b.x, y: b.y }, startDiagonal)
      const pattern = paths.find((path) => path.id === line.path)?.pattern ?? 'solid'
      return [{ from, to, path: line.path, pattern, points, d: linePath(points) }]
    }),
  )
}

/** As wide as the layout, and just as high as what stands in it. */
function viewAround(width: number, boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width, height: 100 }
  const top = Math.min(...boxes.map((box) => box.y)) - EDGE
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + EDGE
  const left = Math.min(0, ...boxes.map((box) => box.x - EDGE))
  const right = Math.max(width, ...boxes.map((box) => box.x + box.width + EDGE))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A rule must not run through a name, even under its halo, nor along a line. */
function rulePieces(
  y: number,
  gutter: number,
  width: number,
  stations: readonly PlacedStation[],
  legs: readonly PlacedLeg[],
): [number, number][] {
  const boxes = stations.flatMap((station) => [
    grown(station.text.box, RULE_CLEAR),
    boxAround(station, OUTER_RADIUS + 1),
  ])
  boxes.push(...legs.flatMap((leg) => levelStretches(leg.points)))
  return boxes.reduce((pieces, box) => cutOut(pieces, y, box), [[gutter, width]] as [number, number][])
}

/** Where a line runs along a rule, its gaps would show the dots of the rule. */
function levelStretches(points: readonly Point[]): Box[] {
  return points.slice(1).flatMap((b, index) => {
    const a = points[index] as Point
    return a.y === b.y ? [{ x: Math.min(a.x, b.x), y: a.y - 2, width: Math.abs(b.x - a.x), height: 4 }] : []
  })
}

/** The same band with its rule interrupted where a further box stands. */
export function clearedRule(band: PlacedBand, box: Box): PlacedBand {
  return { ...band, pieces: cutOut(band.pieces, band.y, grown(box, RULE_CLEAR)) }
}

function cutOut(pieces: readonly [number, number][], y: number, box: Box): [number, number][] {
  if (y < box.y - 1 || y > box.y + box.height + 1) return [...pieces]
  return pieces
    .flatMap(([from, to]): [number, number][] => [
      [from, Math.min(to, box.x)],
      [Math.max(from, box.x + box.width), to],
    ])
    .filter(([from, to]) => to - from >= SHORTEST_PIECE)
}
