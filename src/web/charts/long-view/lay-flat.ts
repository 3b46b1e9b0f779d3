// The long view where there is width: time runs to the right, and the ways lie below each other.
import { aheadWords } from '../../words/ahead.ts'
import { round } from '../boxes.ts'
import { textWidth } from '../text-width.ts'
import {
  boxOf,
  FAR,
  type LongViewGeometry,
  type LongViewPicture,
  type PlacedText,
  SMALL_TEXT,
  TEXT,
  type WayToDraw,
  yearsOf,
} from './placed.ts'
import { wayBackParts, wayBackText } from './way-back-parts.ts'

const EDGE = 14
/** From the role held to the first year. */
const LEAD_IN = 56
const AXIS = 26
/** A name with its years below. */
const LABEL_ROW = 38
/** A way back with its words below. */
const BACK_ROW = 34
const LANE_GAP = 30
const TITLE = 24
const NARROWEST_TICK = 46
const GAP = 14
/** Names are bold, and bold is wider than what text is measured by. */
const BOLD = 1.06

interface Ruler {
  left: number
  right: number
  first: number
  /** Pixels of the year's beginning. */
  at: (year: number) => number
  isFar: (year: number) => boolean
}

export function layFlat(picture: LongViewPicture, width: number): LongViewGeometry {
  const { first, last } = yearsOf(picture)
  const held = Math.max(...picture.ways.map((way) => textWidth(way.held, TEXT)))
  const left = EDGE + Math.max(LEAD_IN, held * BOLD + GAP + 8)
  const right = width - EDGE - 8
  const ruler: Ruler = {
    left,
    right,
    first,
    at: (year) => round(left + ((year - first) / (last - first)) * (right - left)),
    isFar: (year) => year > first + FAR,
  }
  const drawn: LongViewGeometry = { width, height: 0, lines: [], stations: [], diamonds: [], texts: [] }
  let top = AXIS
  picture.ways.forEach((way, index) => {
    top = placeWay(drawn, ruler, { way, index, top, startYear: picture.startYear }) + LANE_GAP
  })
  drawn.height = round(top - LANE_GAP + 10)
  placeYears(drawn, ruler, { last, thisYear: picture.thisYear })
  return drawn
}

interface Lane {
  way: WayToDraw
  index: number
  top: number
  startYear: number
}

/** Returns where the lane ends. */
function placeWay(drawn: LongViewGeometry, ruler: Ruler, lane: Lane): number {
  const { way, index, startYear } = lane
  const { legs } = way.route
  let { top } = lane
  if (way.title !== null) {
    drawn.texts.push(text(EDGE - 8, top + 14, way.title, { tone: 'soft' }))
    top += TITLE
  }
  const labels = placeLabels(ruler, way)
  const rows = Math.max(...labels.map((label) => label.row)) + 1
  const y = top + rows * LABEL_ROW + 12
  const line = (x1: number, x2: number, kind: 'road' | 'held', faint: boolean) =>
    drawn.lines.push({ kind, x1, y1: y, x2, y2: y, faint })
  line(EDGE, ruler.at(startYear), 'held', false)
  for (const leg of legs)
    line(ruler.at(leg.startYear), ruler.at(leg.endYear), 'road', ruler.isFar(leg.startYear))
  labels.forEach((label, at) => {
    const leg = at === 0 ? null : at - 1
    const faint = ruler.isFar(label.year)
    const nameY = y - 32 - label.row * LABEL_ROW
    const texts = [
      { ...text(label.left, nameY, label.name, { tone: 'strong', size: TEXT }), width: label.width },
      ...(label.span === ''
        ? []
        : [{ ...text(label.left, nameY + 15, label.span, { tone: 'soft' }), width: label.width }]),
    ]
    if (label.row > 0)
      drawn.lines.push({ kind: 'leader', x1: label.x, y1: y - 10, x2: label.x, y2: nameY + 19, faint })
    const box = boxOf(texts, label.x, y)
    drawn.stations.push({ way: index, leg, x: label.x, y, texts, box, faint })
  })
  const bottom = placeWaysBack(drawn, ruler, way, y)
  for (const { year, kind } of way.route.decisions)
    if (kind === 'way-back') drawn.diamonds.push({ x: ruler.at(year), y, faint: ruler.isFar(year) })
  return bottom
}

interface Label {
  x: number
  year: number
  name: string
  span: string
  left: number
  width: number
  row: number
}

/** Each name in the lowest row in which it touches no other. */
function placeLabels(ruler: Ruler, way: WayToDraw): Label[] {
  const stops = [
    { x: EDGE, year: ruler.first, name: way.held, span: '' },
    ...way.route.legs.map((leg, index) => {
      const name = way.names[index] ?? leg.to
      const span = aheadWords.span(leg.startYear, leg.endYear)
      return { x: ruler.at(leg.startYear), year: leg.startYear, name, span }
    }),
  ]
  const ends: number[] = []
  return stops.map((stop) => {
    const width = Math.max(textWidth(stop.name, TEXT) * BOLD, textWidth(stop.span, SMALL_TEXT))
    const left = round(Math.max(0, Math.min(stop.x - 8, ruler.right + 8 - width)))
    const free = ends.findIndex((end) => end + GAP <= left)
    const row = free < 0 ? ends.length : free
    ends[row] = left + width
    return { ...stop, left, width: round(width), row }
  })
}

/** Returns where they end. */
function placeWaysBack(drawn: LongViewGeometry, ruler: Ruler, way: WayToDraw, y: number): number {
  const ends: number[] = []
  for (const leg of way.route.legs) {
    const words = wayBackText(leg)
    if (words === '') continue
    const width = textWidth(words, SMALL_TEXT)
    const start = ruler.at(leg.startYear)
    const left = round(Math.max(0, Math.min(start, ruler.right + 8 - width)))
    const free = ends.findIndex((end) => end <= left)
    const row = free < 0 ? ends.length : free
    ends[row] = Math.max(left + width + GAP, ruler.at(leg.endYear))
    const at = y + 22 + row * BACK_ROW
    const faint = ruler.isFar(leg.startYear)
    for (const part of wayBackParts(leg))
      drawn.lines.push({
        kind: part.kind,
        x1: ruler.at(part.from),
        y1: at,
        x2: ruler.at(part.to),
        y2: at,
        faint,
      })
    drawn.texts.push(text(left, at + 15, words, { tone: 'soft' }))
  }
  return y + 16 + ends.length * BACK_ROW
}

function placeYears(drawn: LongViewGeometry, ruler: Ruler, years: { last: number; thisYear: number }): void {
  const perYear = (ruler.right - ruler.left) / (years.last - ruler.first)
  const every = [1, 2, 5, 10].find((step) => step * perYear >= NARROWEST_TICK) ?? 10
  const bottom = drawn.height - 4
  const grid: LongViewGeometry['lines'] = []
  for (let year = ruler.first; year <= years.last; year += every) {
    const x = ruler.at(year)
    grid.push({ kind: 'grid', x1: x, y1: 20, x2: x, y2: bottom, faint: false })
    drawn.texts.push({ ...text(x, 13, String(year), { tone: 'soft' }), anchor: 'middle' })
  }
  if (years.thisYear > ruler.first && years.thisYear <= years.last) {
    const x = ruler.at(years.thisYear)
    grid.push({ kind: 'today', x1: x, y1: 20, x2: x, y2: bottom, faint: false })
    drawn.texts.push(text(x + 5, bottom, aheadWords.now, { tone: 'soft' }))
  }
  drawn.lines.unshift(...grid)
}

function text(
  x: number,
  y: number,
  words: string,
  look: { tone: PlacedText['tone']; size?: number },
): PlacedText {
  return {
    x: round(x),
    y: round(y),
    text: words,
    size: look.size ?? SMALL_TEXT,
    anchor: 'start',
    tone: look.tone,
  }
}
