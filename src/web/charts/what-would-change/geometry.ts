// What would change a plan in coordinates: its first five skills by the single changes that were tried.
import type { Framework } from '../../../core/framework/framework.ts'
import { findSkill } from '../../../core/framework/look-up.ts'
import type { PlanChange, PlanSensitivity } from '../../../core/plan/what-would-change.ts'
import { inSentence } from '../../../core/planning/plain-words.ts'
import { changeWords } from '../../words/what-would-change.ts'
import { round } from '../boxes.ts'
import { balanced, textWidth, wrapped } from '../text-width.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
export const LINE = 16
export const MARK = 7
const WIDEST_NAME = 220
const HEAD = 40
/** Narrower than this a cell has no room for what comes in: the sentences below the figure have it. */
const NARROWEST_CELL = 130

const COLUMNS = ['level-down', 'level-up', 'weight-down', 'weight-up'] as const
export type ChangeColumn = (typeof COLUMNS)[number]

/** What a change does to the first five: other skills, another order, nothing; or it cannot be. */
export type Effect = 'others' | 'order' | 'same' | 'none'

export interface Cell {
  key: string
  x: number
  y: number
  effect: Effect
  /** What comes in, where there is room for it. */
  lines: string[]
}

export interface ChangeRow {
  skill: string
  group: string
  place: number
  name: string[]
  nameX: number
  nameY: number
  top: number
  cells: Cell[]
}

export interface ChangeGeometry {
  width: number
  height: number
  head: number
  columns: { column: ChangeColumn; x: number; lines: string[] }[]
  rows: ChangeRow[]
  /** Half and twice the hours, which touch all rows. */
  hours: (Cell & { label: string })[]
  hoursTop: number
}

export function changeGeometry(
  framework: Framework,
  sensitivity: PlanSensitivity,
  width: number,
): ChangeGeometry {
  const names = sensitivity.top.map((skill) => findSkill(framework, skill)?.name ?? skill)
  const widest = Math.min(WIDEST_NAME, Math.max(0, ...names.map((name) => textWidth(name, TEXT)))) + 40
  const beside = (width - widest) / COLUMNS.length >= NARROWEST_CELL
  const left = beside ? Math.ceil(widest) : 0
  const cell = (width - left) / COLUMNS.length
  const room = cell - 2 * MARK - 20
  const cellAt = (skill: string, column: number, y: number): Cell => {
    const name = COLUMNS[column] ?? 'level-up'
    const { effect, enters } = effectOf(
      sensitivity,
      (change) => columnOf(change) === name && skillOf(change) === skill,
    )
    const x = round(left + column * cell + MARK + 1)
    return { key: name, x, y, effect, lines: beside ? textFor(framework, effect, enters, room) : [] }
  }
  let y = HEAD
  const rows = sensitivity.top.map((skill, index): ChangeRow => {
    const top = y
    const name = beside ? balanced(names[index] ?? '', TEXT, widest - 30) : [names[index] ?? '']
    const cellY = top + (beside ? 20 : 42)
    const cells = COLUMNS.map((_, column) => cellAt(skill, column, cellY))
    const lines = Math.max(1, name.length, ...cells.map((one) => one.lines.length))
    y += beside ? lines * LINE + 20 : 58
    return {
      skill,
      group: findSkill(framework, skill)?.group ?? '',
      place: index + 1,
      name,
      nameX: 22,
      nameY: top + 24,
      top,
      cells,
    }
  })
  const hoursTop = y
  const hours = hoursOf(framework, sensitivity, { y: hoursTop, left, width, beside })
  const last = hours.at(-1)
  return {
    width,
    height: Math.ceil(last ? last.y + Math.max(1, last.lines.length) * LINE + 4 : y),
    head: HEAD,
    columns: COLUMNS.map((column, index) => ({
      column,
      x: round(left + index * cell),
      lines: wrapped(changeWords.column[column], 12, cell - 8),
    })),
    rows,
    hours,
    hoursTop,
  }
}

function skillOf(change: PlanChange): string | null {
  return change.kind === 'hours' ? null : change.skill
}

function columnOf(change: PlanChange): ChangeColumn | 'hours' {
  if (change.kind === 'hours') return 'hours'
  return `${change.kind}-${change.to > change.from ? 'up' : 'down'}`
}

function effectOf(
  { tried, changes }: PlanSensitivity,
  isMeant: (change: PlanChange) => boolean,
): { effect: Effect; enters: string[] } {
  const found = changes.find(({ change }) => isMeant(change))
  if (found) {
    const others = found.enters.length + found.leaves.length > 0
    return { effect: others ? 'others' : 'order', enters: found.enters }
  }
  return { effect: tried.some(isMeant) ? 'same' : 'none', enters: [] }
}

function textFor(framework: Framework, effect: Effect, enters: readonly string[], room: number): string[] {
  if (effect === 'none') return []
  if (effect !== 'others') return wrapped(changeWords.effect[effect], 12, room)
  if (enters.length === 0) return wrapped(changeWords.dropsOut, 12, room)
  const names = enters.map((skill) =>
    inSentence(findSkill(framework, skill)?.name ?? skill, framework.language),
  )
  return wrapped(changeWords.comesIn(names), 12, room)
}

interface HoursPlace {
  y: number
  left: number
  width: number
  beside: boolean
}

function hoursOf(framework: Framework, sensitivity: PlanSensitivity, place: HoursPlace) {
  const { left, width, beside } = place
  const tried = sensitivity.tried.filter((change) => change.kind === 'hours')
  return tried.map((change, index) => {
    const { effect, enters } = effectOf(sensitivity, (one) => one.kind === 'hours' && one.to === change.to)
    const label = change.to < change.from ? changeWords.halfHours : changeWords.twiceHours
    const x = round((beside ? left : 110) + MARK + 1)
    return {
      key: label,
      label,
      x,
      y: place.y + 22 + index * 36,
      effect,
      lines: textFor(framework, effect, enters, width - x - MARK - 12),
    }
  })
}
