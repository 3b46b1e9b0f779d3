// The mix of a path in coordinates: a bar for each role, parted by skill group, and bands that flow along the line.
import { area, curveBumpX, curveBumpY } from 'd3-shape'
import type { Framework } from '../../../core/framework/framework.ts'
import type { MixColumn, PathMix } from '../../../core/planning/path-mix.ts'
import { round } from '../boxes.ts'
import { balanced, textWidth } from '../text-width.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
export const BAR = 14
const HEIGHT = 320
const TOP = 30
const LINE_HEIGHT = 16
/** Room for the numbers behind the last bar. */
const RIGHT = 64
/** Before the roles beside the line. */
const BESIDE_GAP = 26
/** Narrower than this a bar has no room for the name below it. */
const NARROWEST_PITCH = 84
const NAME_GAP = 10
/** Segments thinner than this carry no number; the table has it. */
const THINNEST_WITH_NUMBER = 14

export interface Segment {
  group: string
  /** Along the bar, in pixels of the picture. */
  from: number
  to: number
  share: number
  hasNumber: boolean
}

export interface Bar {
  column: MixColumn
  /** Where the bar begins: its left edge when it stands, its upper edge when it lies. */
  at: number
  segments: Segment[]
  name: string[]
}

export interface Flow {
  group: string
  path: string
}

export interface GroupName {
  group: string
  name: string
  /** Where the name stands, and the middle of the segment it belongs to. */
  y: number
  anchor: number
}

export interface MixGeometry {
  /** Bars stand side by side, or lie below each other where it is narrow. */
  lying: boolean
  width: number
  height: number
  bars: Bar[]
  flows: Flow[]
  /** Empty where the bars lie: a key stands below the figure then. */
  names: GroupName[]
  /** Where the roles beside the line begin; null without any. */
  besideAt: number | null
  /** Where the names of the roles stand below standing bars. */
  base: number
}

/** The figure at a width in CSS pixels. */
export function mixGeometry(framework: Framework, mix: PathMix, width: number): MixGeometry {
  const left = Math.max(0, ...framework.groups.map((group) => textWidth(group.short, TEXT))) + 24
  const beside = mix.columns.some((one) => one.place === 'beside')
  const gap = beside ? BESIDE_GAP : 0
  const pitch = (width - left - RIGHT - BAR - gap) / Math.max(1, mix.columns.length - 1)
  return mix.columns.length > 1 && pitch < NARROWEST_PITCH
    ? lyingBars(mix, width)
    : standingBars(framework, mix, { width, left, gap, pitch: Math.min(pitch, 190) })
}

interface Standing {
  width: number
  left: number
  gap: number
  pitch: number
}

function standingBars(framework: Framework, mix: PathMix, size: Standing): MixGeometry {
  const { width, left, gap, pitch } = size
  const bars = mix.columns.map((column, index): Bar => {
    const at = left + index * pitch + (column.place === 'beside' ? gap : 0)
    return {
      column,
      at: round(at),
      segments: segmentsOf(column, TOP, HEIGHT, THINNEST_WITH_NUMBER),
      name: wrapped(column.role.name, pitch - NAME_GAP),
    }
  })
  const first = bars.find((bar) => bar.column.place === 'beside')
  const lines = Math.max(1, ...bars.map((bar) => bar.name.length))
  const base = TOP + HEIGHT
  return {
    lying: false,
    width,
    height: base + 8 + lines * LINE_HEIGHT + 34,
    bars,
    flows: flowsBetween(bars, false),
    names: groupNames(framework, bars[0]),
    besideAt: first ? first.at : null,
    base,
  }
}

/** From one bar's upper edge to the next one's: its name, itself, and the flow below it. */
const LYING_PITCH = 74
const LYING_TOP = 22
/** A number needs this much of a lying bar. */
const NARROWEST_WITH_NUMBER = 30

function lyingBars(mix: PathMix, width: number): MixGeometry {
  const firstBeside = mix.columns.findIndex((one) => one.place === 'beside')
  const bars = mix.columns.map((column, index): Bar => {
    const gap = column.place === 'beside' ? BESIDE_GAP : 0
    return {
      column,
      at: LYING_TOP + index * LYING_PITCH + gap,
      segments: segmentsOf(column, 0, width, NARROWEST_WITH_NUMBER),
      name: [column.role.name],
    }
  })
  const last = bars.at(-1)?.at ?? 0
  return {
    lying: true,
    width,
    height: last + BAR + 24,
    bars,
    flows: flowsBetween(bars, true),
    names: [],
    besideAt: firstBeside < 0 ? null : (bars[firstBeside]?.at ?? null),
    base: last,
  }
}

/** Parts of a bar in group order; groups without a share have none. */
function segmentsOf(column: MixColumn, start: number, length: number, least: number): Segment[] {
  let at = start
  return column.shares.map(({ group, share }) => {
    const from = at
    at += share * length
    return { group, from: round(from), to: round(at), share, hasNumber: share * length >= least }
  })
}

/** Bands between neighbours on the line, where a path leads from one role to the next. */
function flowsBetween(bars: readonly Bar[], lying: boolean): Flow[] {
  const onLine = bars.filter((bar) => bar.column.place !== 'beside')
  return onLine.slice(1).flatMap((next, index) => {
    const bar = onLine[index] as Bar
    return bar.segments.flatMap((segment, place) => {
      const other = next.segments[place]
      if (!other || segment.share + other.share === 0) return []
      const ends: End[] = [
        { along: bar.at + BAR, from: segment.from, to: segment.to },
        { along: next.at, from: other.from, to: other.to },
      ]
      return [{ group: segment.group, path: (lying ? downwards(ends) : rightwards(ends)) ?? '' }]
    })
  })
}

interface End {
  along: number
  from: number
  to: number
}

const rightwards = area<End>()
  .x((end) => end.along)
  .y0((end) => end.from)
  .y1((end) => end.to)
  .curve(curveBumpX)
  .digits(2)

const downwards = area<End>()
  .y((end) => end.along)
  .x0((end) => end.from)
  .x1((end) => end.to)
  .curve(curveBumpY)
  .digits(2)

/** Beside the first bar, pushed apart where segments are thin, in the order of the groups. */
function groupNames(framework: Framework, bar: Bar | undefined): GroupName[] {
  const wanted = (bar?.segments ?? []).map((segment) => ({
    group: segment.group,
    name: framework.groups.find((group) => group.id === segment.group)?.short ?? segment.group,
    anchor: round((segment.from + segment.to) / 2),
  }))
  const low = TOP + LINE_HEIGHT / 2
  const high = TOP + HEIGHT - LINE_HEIGHT / 2
  const down: number[] = []
  for (const { anchor } of wanted) down.push(Math.max(anchor, low, (down.at(-1) ?? -Infinity) + LINE_HEIGHT))
  const up: number[] = []
  for (const y of down.toReversed()) up.push(Math.min(y, high, (up.at(-1) ?? Infinity) - LINE_HEIGHT))
  const ys = up.toReversed()
  return wanted.map((name, index) => ({ ...name, y: round(ys[index] ?? name.anchor) }))
}

/** Two lines where two suffice; else a line for each word, and a word that is still too long keeps its beginning. */
function wrapped(name: string, width: number): string[] {
  const lines = balanced(name, TEXT, width)
  if (lines.every((line) => textWidth(line, TEXT) <= width)) return lines
  return name.split(' ').map((word) => shortened(word, width))
}

function shortened(word: string, width: number): string {
  if (textWidth(word, TEXT) <= width) return word
  let kept = word
  while (kept.length > 1 && textWidth(`${kept}…`, TEXT) > width) kept = kept.slice(0, -1)
  return `${kept}…`
}
