// A plan in coordinates: a row for each skill, a column for each quarter, and below them what comes later or waits.
import type { Framework } from '../../../core/framework/framework.ts'
import { findSkill } from '../../../core/framework/look-up.ts'
import type { Plan } from '../../../core/plan/plan.ts'
import { listInWords } from '../../../core/planning/plain-words.ts'
import { round } from '../boxes.ts'
import { type CalendarTick, quarterTicks, WEEKS_PER_QUARTER } from '../calendar-axis.ts'
import { balanced, textWidth, wrapped } from '../text-width.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
export const LINE = 16
export const BAR = 22
/** The heading, the months, and where quarters are narrow a line for the years. */
const HEAD = 48
const YEAR_LINE = 14
const WIDEST_NAME = 230
/** Narrower than this a quarter leaves no room for names beside it: they stand above their bars then. */
const NARROWEST_PITCH = 58
/** A quarter at least this wide holds a month and its year in one line. */
const WITH_YEAR = 66
const ROW_GAP = 10
const BAND_GAP = 40

export interface Span {
  /** First and last quarter, 1 for the current one. */
  from: number
  to: number
  x: number
  width: number
  level: number
  label: string
  /** Inside the bar, behind it where it is too short, or null where the next bar leaves no room: the table has it. */
  labelX: number | null
  /** False where it goes on in a later quarter or after the plan. */
  finishes: boolean
}

export interface TimelineRow {
  skill: string
  group: string
  name: string[]
  nameX: number
  /** Of the first line of the name, and the upper edge of the bar. */
  nameY: number
  barY: number
  spans: Span[]
}

export interface Band {
  kind: 'later' | 'waiting'
  x: number
  y: number
  lines: string[]
}

export interface TimelineGeometry {
  width: number
  height: number
  left: number
  /** Of one whole quarter. */
  pitch: number
  columns: { quarter: number; x: number; width: number }[]
  ticks: (CalendarTick & { x: number })[]
  rows: TimelineRow[]
  /** Where the columns end. */
  base: number
  head: number
  yearsBelow: boolean
  bands: Band[]
}

/** `weeks`: length of each quarter, where the last one is shorter than 13. */
export function timelineGeometry(
  framework: Framework,
  plan: Plan,
  today: string,
  width: number,
): TimelineGeometry {
  const skills = skillsInOrder(plan)
  const names = skills.map((skill) => findSkill(framework, skill)?.name ?? skill)
  const widest = Math.min(WIDEST_NAME, Math.max(0, ...names.map((name) => textWidth(name, TEXT))))
  const count = Math.max(1, plan.quarters.length)
  const beside = (width - widest - 16) / count >= NARROWEST_PITCH
  const left = beside ? Math.ceil(widest + 16) : 0
  const pitch = (width - left) / count
  const yearsBelow = pitch < WITH_YEAR
  const head = skills.length > 0 ? HEAD + (yearsBelow ? YEAR_LINE : 0) : 0
  let y = head + 8
  const rows = skills.map((skill, index): TimelineRow => {
    const name = beside ? balanced(names[index] ?? '', TEXT, widest) : [names[index] ?? '']
    const above = beside ? 0 : LINE + 3
    const height = Math.max(BAR, beside ? name.length * LINE : 0)
    const barY = y + above + (height - BAR) / 2
    const middle = beside ? y + height / 2 - ((name.length - 1) * LINE) / 2 + 4.5 : y + 12
    y += above + height + ROW_GAP
    return {
      skill,
      group: findSkill(framework, skill)?.group ?? '',
      name,
      nameX: beside ? left - 16 : 0,
      nameY: round(middle),
      barY: round(barY),
      spans: spansOf(plan, skill, left, pitch, width),
    }
  })
  const base = skills.length > 0 ? y : 0
  const ticks = quarterTicks(today, (count - 1) * WEEKS_PER_QUARTER, pitch / WEEKS_PER_QUARTER)
  const { bands, height } = bandsOf(plan, base, width)
  return {
    width,
    height: Math.ceil(Math.max(height, 1)),
    left,
    pitch,
    columns: plan.quarters.map(({ quarter }) => ({
      quarter,
      x: round(left + (quarter - 1) * pitch),
      width: round(pitch),
    })),
    ticks: ticks.map((tick) => ({ ...tick, x: round(left + (tick.week / WEEKS_PER_QUARTER) * pitch) })),
    rows,
    base: round(base),
    head,
    yearsBelow,
    bands,
  }
}

/** By the first quarter in which they are worked on. */
function skillsInOrder(plan: Plan): string[] {
  return [...new Set(plan.quarters.flatMap(({ areas }) => areas.map(({ skill }) => skill)))]
}

function spansOf(plan: Plan, skill: string, left: number, pitch: number, width: number): Span[] {
  const found: Span[] = []
  for (const { quarter, areas } of plan.quarters) {
    for (const area of areas.filter((one) => one.skill === skill)) {
      const last = found.at(-1)
      const finishes = area.state === 'finishes'
      if (last && last.level === area.level && last.to === quarter - 1 && !last.finishes) {
        last.to = quarter
        last.finishes = finishes
      } else {
        const label = `${area.from} → ${area.level}`
        found.push({
          from: quarter,
          to: quarter,
          x: 0,
          width: 0,
          level: area.level,
          label,
          labelX: null,
          finishes,
        })
      }
    }
  }
  return found.map((span, index) => {
    const inset = Math.min(3, pitch / 8)
    const x = left + (span.from - 1) * pitch + inset
    const end = left + span.to * pitch - inset
    const next = found[index + 1]
    const free = next ? left + (next.from - 1) * pitch : width
    const labelWidth = textWidth(span.label, TEXT)
    const isInside = labelWidth + 14 <= end - x
    const isBehind = end + labelWidth + 6 <= free
    return {
      ...span,
      x: round(x),
      width: round(end - x),
      labelX: isInside ? round(x + 6) : isBehind ? round(end + 5) : null,
    }
  })
}

/** Side by side where there is room for two, else one below the other. */
function bandsOf(plan: Plan, base: number, width: number): { bands: Band[]; height: number } {
  const texts = [
    {
      kind: 'later' as const,
      text: namesWithLevels(plan.later, (levels) =>
        listInWords(levels.map(String)).replaceAll(' ', '\u00a0'),
      ),
    },
    { kind: 'waiting' as const, text: namesWithLevels(plan.waiting, (levels) => `from\u00a0${levels[0]}`) },
  ].filter(({ text }) => text !== '')
  const gap = base > 0 ? 26 : 14
  const side = texts.length === 2 && width >= 620
  const room = (side ? (width - BAND_GAP) / 2 : width) - 22
  let y = base + gap
  let height = base
  const bands = texts.map(({ kind, text }, index): Band => {
    const lines = wrapped(text, TEXT, room)
    const band = { kind, x: side && index === 1 ? round((width + BAND_GAP) / 2) : 0, y: round(y), lines }
    const end = y + 16 + lines.length * LINE + 4
    height = Math.max(height, end)
    if (!side) y = end + 14
    return band
  })
  return { bands, height }
}

function namesWithLevels(
  steps: readonly { skill: string; name: string; level: number }[],
  say: (levels: number[]) => string,
): string {
  const bySkill = new Map<string, { name: string; levels: number[] }>()
  for (const { skill, name, level } of steps) {
    const known = bySkill.get(skill) ?? { name, levels: [] }
    known.levels.push(level)
    bySkill.set(skill, known)
  }
  return [...bySkill.values()].map(({ name, levels }) => `${name}\u00a0${say(levels)}`).join('\u00a0· ')
}
