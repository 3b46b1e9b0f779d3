// The long view where it is narrow: time runs downwards, and the ways stand below each other.
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

/** Years stand left of the road, words right of it. */
const ROAD = 54
const BACK = 72
const WORDS = 90
const LINE = 17
const LEAD_IN = 40
const TITLE = 30
const GAP = 26
const SHORTEST_YEAR = 20
const LONGEST_YEAR = 62
/** What all years of a way together may take. */
const TALLEST = 640

export function standUpright(picture: LongViewPicture, width: number): LongViewGeometry {
  const drawn: LongViewGeometry = { width, height: 0, lines: [], stations: [], diamonds: [], texts: [] }
  const { first } = yearsOf(picture)
  let top = 8
  picture.ways.forEach((way, index) => {
    top = placeWay(drawn, { way, index, top, first, startYear: picture.startYear }) + GAP
  })
  drawn.height = round(top - GAP + 8)
  return drawn
}

interface Column {
  way: WayToDraw
  index: number
  top: number
  first: number
  startYear: number
}

/** Something beside the road: a role, or a year to decide in. */
interface Entry {
  year: number
  /** Null for a year to decide in. */
  leg: number | null
  lines: { text: string; tone: PlacedText['tone']; size: number }[]
}

function placeWay(drawn: LongViewGeometry, column: Column): number {
  const { way, index, first, startYear } = column
  let { top } = column
  if (way.title !== null) {
    drawn.texts.push({ ...beside(top + 12, way.title, 'soft', SMALL_TEXT), x: 0 })
    top += TITLE
  }
  const entries = entriesOf(way, drawn.width)
  const start = top + 10 + LEAD_IN
  const years = (way.route.legs.at(-1)?.endYear ?? startYear) - first
  const perYear = Math.max(SHORTEST_YEAR, Math.min(yearHeight(entries), TALLEST / Math.max(1, years)))
  const at = (year: number) => round(start + (year - first) * perYear)
  const isFar = (year: number) => year > first + FAR
  const road = (kind: 'road' | 'held', y1: number, y2: number, faint: boolean) =>
    drawn.lines.push({ kind, x1: ROAD, y1, x2: ROAD, y2, faint })
  road('held', top + 10, at(startYear), false)
  for (const leg of way.route.legs) {
    road('road', at(leg.startYear), at(leg.endYear), isFar(leg.startYear))
    for (const part of wayBackParts(leg)) {
      const faint = isFar(leg.startYear)
      drawn.lines.push({ kind: part.kind, x1: BACK, y1: at(part.from), x2: BACK, y2: at(part.to), faint })
    }
  }
  const heldText = { ...beside(top + 15, way.held, 'strong', TEXT), width: textWidth(way.held, TEXT) }
  drawn.stations.push({
    way: index,
    leg: null,
    x: ROAD,
    y: top + 10,
    texts: [heldText],
    box: boxOf([heldText], ROAD, top + 10),
    faint: false,
  })
  let free = top + 24
  for (const entry of entries) free = placeEntry(drawn, index, entry, { y: at(entry.year), free, isFar })
  return Math.max(free, at(way.route.legs.at(-1)?.endYear ?? startYear))
}

function entriesOf(way: WayToDraw, width: number): Entry[] {
  const room = width - WORDS - 4
  const small = (text: string) =>
    broken(text, room).map((line) => ({ text: line, tone: 'soft' as const, size: SMALL_TEXT }))
  const roles = way.route.legs.map((leg, index): Entry => {
    const name = way.names[index] ?? leg.to
    return {
      year: leg.startYear,
      leg: index,
      lines: [
        { text: name, tone: 'strong', size: TEXT },
        ...small(aheadWords.span(leg.startYear, leg.endYear)),
        ...small(wayBackText(leg)),
      ],
    }
  })
  const years = way.route.decisions
    .filter(({ kind }) => kind === 'way-back')
    .map(({ year }): Entry => {
      const text = aheadWords.decideBy(year)
      return { year, leg: null, lines: [{ text, tone: 'plain', size: SMALL_TEXT }] }
    })
  return [...roles, ...years].toSorted((a, b) => a.year - b.year)
}

/** So much that neighbours seldom have to be pushed apart, within bounds. */
function yearHeight(entries: readonly Entry[]): number {
  const wanted = entries.slice(0, -1).map((entry, index) => {
    const years = (entries[index + 1]?.year ?? entry.year) - entry.year
    return years > 0 ? (entry.lines.length * LINE + 8) / years : 0
  })
  return Math.min(LONGEST_YEAR, Math.max(0, ...wanted))
}

/** Returns where the next words may begin. */
function placeEntry(
  drawn: LongViewGeometry,
  way: number,
  entry: Entry,
  place: { y: number; free: number; isFar: (year: number) => boolean },
): number {
  const { y } = place
  const top = Math.max(y + 5, place.free + LINE)
  const faint = place.isFar(entry.year)
  const texts = entry.lines.map((line, index) => ({
    ...beside(top + index * LINE, line.text, line.tone, line.size),
    width: textWidth(line.text, line.size),
  }))
  if (entry.leg === null) {
    drawn.diamonds.push({ x: ROAD, y, faint })
    drawn.texts.push(...texts)
  } else {
    const box = boxOf(texts, ROAD, y)
    drawn.stations.push({ way, leg: entry.leg, x: ROAD, y, texts, box, faint })
    drawn.texts.push({
      ...beside(y + 4, String(entry.year), 'soft', SMALL_TEXT),
      x: ROAD - 16,
      anchor: 'end',
    })
  }
  return top + (entry.lines.length - 1) * LINE + 4
}

function beside(y: number, text: string, tone: PlacedText['tone'], size: number): PlacedText {
  return { x: WORDS, y: round(y), text, size, anchor: 'start', tone }
}

function broken(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, SMALL_TEXT) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
