// Where the words of the map stand: role names beside their stations, path names at their upper ends.
import type { Framework, LabelSide, Station } from '../../../core/framework/framework.ts'
import type { Box, Point } from '../boxes.ts'
import { afterFirstWord, textWidth } from '../text-width.ts'
import { OUTER_RADIUS } from './rings.ts'

/** Between the destination's outer ring and a name, so that no name moves when its station is chosen. */
const CLEAR = 6
const LINE = 1.18
/** From the top of the letters to the baseline, and from there to the lowest of them, in em. */
const ASCENT = 0.74
const DESCENT = 0.22
export const PATH_NAME_TRACKING = 0.11

export type Anchor = 'start' | 'middle' | 'end'

export interface PlacedText {
  lines: string[]
  /** Of the first line; the others follow at `lineHeight`. */
  x: number
  baseline: number
  lineHeight: number
  size: number
  anchor: Anchor
  box: Box
}

/** A role's name in two lines at most, broken after its first word, on the side that the layout names. */
export function roleLabel(name: string, at: Point, side: LabelSide, size: number): PlacedText {
  return placeText(afterFirstWord(name), at, side, size, OUTER_RADIUS + CLEAR)
}

/** Lines on one side of a point, `distance` away from it. */
export function placeText(
  lines: string[],
  at: Point,
  side: LabelSide,
  size: number,
  distance: number,
): PlacedText {
  const lineHeight = size * LINE
  const height = (lines.length - 1) * lineHeight + (ASCENT + DESCENT) * size
  const width = Math.max(...lines.map((line) => textWidth(line, size)))
  const anchor: Anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle'
  const x = side === 'right' ? at.x + distance : side === 'left' ? at.x - distance : at.x
  const top =
    side === 'below' ? at.y + distance : side === 'above' ? at.y - distance - height : at.y - height / 2
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return {
    lines,
    x,
    baseline: top + ASCENT * size,
    lineHeight,
    size,
    anchor,
    box: { x: left, y: top, width, height },
  }
}

export interface PathName {
  path: string
  text: string
  x: number
  baseline: number
  size: number
  box: Box
}

/** In small capitals over the uppermost station of each path that has stations. */
export function pathNames(
  framework: Framework,
  stations: readonly (Station & { text: PlacedText })[],
  size: number,
): PathName[] {
  return framework.paths.flatMap((path) => {
    const own = stations.filter((station) => pathOf(framework, station.role) === path.id)
    const top = own.toSorted((a, b) => a.y - b.y)[0]
    if (!top) return []
    const above = top.label === 'above' ? top.text.box.y - 0.5 * size : top.y - OUTER_RADIUS
    const text = path.short.toUpperCase()
    const width = textWidth(text, size, PATH_NAME_TRACKING)
    const baseline = above - 0.85 * size
    const box = { x: top.x - width / 2, y: baseline - ASCENT * size, width, height: ASCENT * size }
    return [{ path: path.id, text, x: top.x, baseline, size, box }]
  })
}

function pathOf(framework: Framework, roleId: string): string | undefined {
  return framework.roles.find((role) => role.id === roleId)?.path
}
