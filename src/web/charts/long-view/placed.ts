// What a picture of ways over years is made of, and what is the same whichever way time runs in it.
import type { SimulatedRoute } from '../../../core/plan/simulate-route.ts'
import type { Box } from '../boxes.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
export const SMALL_TEXT = 12
/** Nobody plans further, in years. */
export const FAR = 15
/** The shortest time that is drawn, in years. */
const SHORTEST = 5

/** One way, as it is drawn. */
export interface WayToDraw {
  /** Null where there is only one. */
  title: string | null
  held: string
  /** Names of the roles of the legs, in their order. */
  names: string[]
  route: SimulatedRoute
}

/** What is to be drawn: the ways, and the years that stand still. */
export interface LongViewPicture {
  ways: readonly WayToDraw[]
  startYear: number
  /** The year it is. */
  thisYear: number
}

export type LineKind = 'road' | 'held' | 'easy' | 'effort' | 'hard' | 'leader' | 'grid' | 'today'

export interface PlacedLine {
  kind: LineKind
  x1: number
  y1: number
  x2: number
  y2: number
  faint: boolean
}

export interface PlacedText {
  x: number
  y: number
  text: string
  size: number
  anchor: 'start' | 'middle' | 'end'
  tone: 'strong' | 'plain' | 'soft'
}

export interface PlacedStation {
  way: number
  /** Index of the leg that leads here; null for the role held. */
  leg: number | null
  x: number
  y: number
  texts: PlacedText[]
  /** Station and words together, for pointing at and for the keyboard's ring. */
  box: Box
  faint: boolean
}

export interface LongViewGeometry {
  width: number
  height: number
  lines: PlacedLine[]
  stations: PlacedStation[]
  /** Years to decide in. */
  diamonds: { x: number; y: number; faint: boolean }[]
  /** What belongs to no station: years, titles, ways back. */
  texts: PlacedText[]
}

/** First and last year of the picture. */
export function yearsOf({ ways, startYear, thisYear }: LongViewPicture): { first: number; last: number } {
  const first = Math.min(startYear, thisYear)
  const ends = ways.map(({ route }) => route.legs.at(-1)?.endYear ?? startYear)
  return { first, last: Math.max(first + SHORTEST, ...ends) }
}

/** The box around some texts and a point, in a picture without rotation. */
export function boxOf(texts: readonly (PlacedText & { width: number })[], x: number, y: number): Box {
  const lefts = texts.map((text) => (text.anchor === 'end' ? text.x - text.width : text.x))
  const left = Math.min(x - 10, ...lefts)
  const top = Math.min(y - 10, ...texts.map((text) => text.y - text.size))
  const right = Math.max(x + 10, ...texts.map((text, index) => (lefts[index] ?? 0) + text.width))
  const bottom = Math.max(y + 10, ...texts.map((text) => text.y + 4))
  return { x: left - 4, y: top - 2, width: right - left + 8, height: bottom - top + 4 }
}
