// A forecast in coordinates: twenty people like this as dots over the calendar, and how much of the role is covered.
import type { Milestone, MilestoneKind } from '../../../core/forecast/forecast.ts'
import type { PlanForecast } from '../../../core/forecast/forecast-plan.ts'
import { NO_DATE_BEYOND } from '../../../core/forecast/forecast-words.ts'
import { forecastWords } from '../../words/forecast-fan.ts'
import { round } from '../boxes.ts'
import { type CalendarTick, monthAndYear, quarterTicks, WEEKS_PER_QUARTER } from '../calendar-axis.ts'
import { textWidth } from '../text-width.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
const NAME_HEIGHT = 20
const ROW_GAP = 22
const FAN_HEIGHT = 120
const FAN_HEAD = 56
/** Room for the shares beside the fan. */
const LEAST_LEFT = 38
const AXIS = 34
/** Narrower than this the dates stand below the name instead of beside it. */
export const NARROW = 560
/** Twenty, so that half and four in five can be counted. */
const PEOPLE = 20
const HALF = 10
const MOST = 16

/** The first ten, those up to four in five, and the others. */
export type DotPart = 'half' | 'most' | 'rest'

export interface Dot {
  x: number
  y: number
  part: DotPart
}

export interface MilestoneRow {
  kind: MilestoneKind
  name: string
  /** When, in a few words. */
  when: string
  whenX: number
  whenY: number
  nameY: number
  /** The line on which the dots stand. */
  y: number
  dots: Dot[]
}

export interface Fan {
  top: number
  height: number
  band: string
  middle: string
  /** Values of the scale at the left. */
  marks: { y: number; share: number }[]
  /** What it says about now and about its end. */
  reading: string[]
}

export interface ForecastGeometry {
  width: number
  height: number
  dot: number
  /** Length of the calendar. */
  weeks: number
  /** Its left and right end. */
  left: number
  right: number
  rows: MilestoneRow[]
  ticks: (CalendarTick & { x: number })[]
  /** Where the axis stands. */
  axisY: number
  /** Where dots stand of those who are there already, and who take longer than the calendar; null where none do. */
  alreadyX: number | null
  beyondX: number | null
  fan: Fan
}

export function forecastGeometry(forecast: PlanForecast, today: string, width: number): ForecastGeometry {
  const dot = width < NARROW ? 7 : 9
  const weeks = horizonOf(forecast)
  const isAlready = forecast.milestones.some((one) => people(one).some((week) => week <= 0))
  const isBeyond = forecast.milestones.some((one) => people(one).some((week) => week > weeks))
  const block = (word: string) => Math.max(BLOCK * dot, textWidth(word, 12)) + 14
  const right = width - (isBeyond ? block(forecastWords.later) : 4)
  const left = isAlready ? block(forecastWords.alreadyShort) : LEAST_LEFT
  const perWeek = (right - left) / weeks
  const alreadyX = isAlready ? 0 : null
  const beyondX = isBeyond ? round(right + 14) : null
  let y = 0
  const rows = forecast.milestones.map((milestone): MilestoneRow => {
    const nameY = y + 13
    const name = forecastWords.milestone[milestone.kind]
    const when = whenOf(forecast, milestone)
    const beside = width >= NARROW
    const bare = stackDots(milestone, { dot, left, perWeek, weeks, alreadyX, beyondX })
    const highest = Math.max(dot, ...bare.map((one) => -one.y + dot / 2))
    y += NAME_HEIGHT + (beside ? 0 : 17) + highest
    const base = y
    y += ROW_GAP
    return {
      kind: milestone.kind,
      name,
      when,
      whenX: beside ? textWidth(name, TEXT) * 1.06 + 12 : 0,
      whenY: beside ? nameY : nameY + 17,
      nameY,
      y: round(base),
      dots: bare.map((one) => ({ ...one, x: round(one.x), y: round(base + one.y - 1) })),
    }
  })
  const axisY = y - ROW_GAP + (rows.length > 0 ? 10 : 0)
  const fan = fanOf(forecast, {
    top: axisY + AXIS + FAN_HEAD + (width < NARROW ? 16 : 0),
    left,
    perWeek,
    weeks,
    today,
  })
  return {
    width,
    height: Math.ceil(fan.top + fan.height + 10),
    dot,
    weeks,
    left: round(left),
    right: round(right),
    rows,
    ticks: quarterTicks(today, weeks - 1, perWeek).map((tick) => ({
      ...tick,
      x: round(left + tick.week * perWeek),
    })),
    axisY: round(axisY),
    alreadyX,
    beyondX,
    fan,
  }
}

/** Whole quarters, from half a year to the three years beyond which no date is given. */
function horizonOf({ milestones }: PlanForecast): number {
  const furthest = Math.max(0, ...milestones.map((milestone) => people(milestone).at(-1) ?? 0))
  const quarters = Math.ceil((Math.min(furthest, NO_DATE_BEYOND) + 1e-9) / WEEKS_PER_QUARTER)
  return Math.min(NO_DATE_BEYOND, Math.max(2, quarters) * WEEKS_PER_QUARTER)
}

/** Weeks of twenty people, evenly spread over all that were drawn; ascending. */
function people({ weeks }: Milestone): number[] {
  return Array.from(
    { length: PEOPLE },
    (_, person) => weeks[Math.floor(((person + 0.5) / PEOPLE) * weeks.length)] ?? Number.POSITIVE_INFINITY,
  )
}

/** Dots in the block of those who take longer stand so many beside each other. */
const BLOCK = 5

interface DotScale {
  dot: number
  left: number
  perWeek: number
  weeks: number
  alreadyX: number | null
  beyondX: number | null
}

/** One on top of the other where they would touch; y is measured from the line upwards, below 0. */
function stackDots(milestone: Milestone, scale: DotScale): Dot[] {
  const { dot, left, perWeek, weeks, alreadyX, beyondX } = scale
  const heights = new Map<number, number>()
  const blocks = { already: 0, later: 0 }
  const inBlock = (block: keyof typeof blocks, x: number) => {
    const place = blocks[block]
    blocks[block] += 1
    return { x: x + ((place % BLOCK) + 0.5) * dot, y: -(Math.floor(place / BLOCK) + 0.5) * dot }
  }
  return people(milestone).map((week, person) => {
    const part: DotPart = person < HALF ? 'half' : person < MOST ? 'most' : 'rest'
    if (week <= 0 && alreadyX !== null) return { ...inBlock('already', alreadyX), part }
    if (week > weeks && beyondX !== null) return { ...inBlock('later', beyondX), part }
    const bin = Math.floor((week * perWeek) / dot)
    const height = heights.get(bin) ?? 0
    heights.set(bin, height + 1)
    return { x: left + (bin + 0.5) * dot, y: -(height + 0.5) * dot, part }
  })
}

/** Dates where the forecast gives them, and the plain fact where it does not. */
function whenOf(forecast: PlanForecast, { kind, p50, p80 }: Milestone): string {
  const words = forecast.words.find((one) => one.kind === kind)
  if (p80 === 0) return forecastWords.already
  if (!words?.dateMost) {
    return p50 > NO_DATE_BEYOND ? forecastWords.farForMost : forecastWords.farForSome
  }
  return words.dateHalf
    ? forecastWords.byDates(words.dateHalf, words.dateMost)
    : forecastWords.halfAlready(words.dateMost)
}

interface FanScale {
  top: number
  left: number
  perWeek: number
  weeks: number
  today: string
}

function fanOf({ fan }: PlanForecast, { top, left, perWeek, weeks, today }: FanScale): Fan {
  const shown = fan.filter(({ quarter }) => quarter * WEEKS_PER_QUARTER <= weeks)
  const lowest = Math.min(1, ...shown.map(({ p10 }) => p10))
  const floor = Math.min(0.8, Math.max(0, Math.floor(lowest * 5 - 1e-9) / 5))
  const x = (quarter: number) => round(left + quarter * WEEKS_PER_QUARTER * perWeek)
  const y = (share: number) => round(top + FAN_HEIGHT * (1 - (share - floor) / (1 - floor)))
  const line = (points: { quarter: number; share: number }[]) =>
    points.map(({ quarter, share }) => `${x(quarter)} ${y(share)}`).join('L')
  const upper = shown.map(({ quarter, p90 }) => ({ quarter, share: p90 }))
  const lower = shown.map(({ quarter, p10 }) => ({ quarter, share: p10 })).toReversed()
  const nothing = { quarter: 0, p10: 0, p50: 0, p90: 0 }
  const [first = nothing, last = nothing] = [shown[0], shown.at(-1)]
  return {
    top,
    height: FAN_HEIGHT,
    band: shown.length > 1 ? `M${line([...upper, ...lower])}Z` : '',
    middle: shown.length > 1 ? `M${line(shown.map(({ quarter, p50 }) => ({ quarter, share: p50 })))}` : '',
    marks: marksBetween(floor).map((share) => ({ share, y: y(share) })),
    reading: [
      forecastWords.coveredAt(forecastWords.now, first),
      forecastWords.coveredAt(monthAndYear(today, last.quarter * WEEKS_PER_QUARTER), last),
    ],
  }
}

/** Three or more even shares from the floor to all of it. */
function marksBetween(floor: number): number[] {
  const step = floor >= 0.6 ? 0.1 : 0.2
  const count = Math.round((1 - floor) / step)
  return Array.from({ length: count + 1 }, (_, index) => round(floor + index * step))
}
