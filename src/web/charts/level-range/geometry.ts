// All levels with their likely ranges in coordinates: a line for each skill, group by group, over one scale.
import type { Framework } from '../../../core/framework/framework.ts'
import { topLevel } from '../../../core/framework/look-up.ts'
import { likelyWords } from '../../words/standing.ts'
import { round } from '../boxes.ts'
import { textWidth } from '../text-width.ts'
import { type LevelRow, rowsByGroup } from './read-levels.ts'

/** All in CSS pixels: the figure is drawn at its own size. */
export const TEXT = 13
const AXIS = 30
const GROUP = 30
const ROW = 26
/** Narrower than this the name stands above its strip. */
const NARROW = 560
const NAME_LINE = 19

export interface PlacedRow {
  row: LevelRow
  text: string
  nameY: number
  stripY: number
}

export interface LevelsGeometry {
  width: number
  height: number
  top: number
  beside: boolean
  /** Where strips begin, and how long they are. */
  left: number
  length: number
  axis: { level: number; x: number }[]
  groups: { id: string; name: string; y: number; rows: PlacedRow[] }[]
}

/** `alike`: rows of other drawings that stand on the same lines, where this is one of several. */
export function levelsGeometry(
  framework: Framework,
  rows: readonly LevelRow[],
  width: number,
  alike: readonly LevelRow[] = rows,
): LevelsGeometry {
  const top = topLevel(framework)
  const beside = width >= NARROW
  const widest = Math.max(0, ...alike.map((row) => textWidth(row.name, TEXT)))
  const texts = Math.max(0, ...alike.map((row) => textWidth(likelyWords.short(row), TEXT)))
  const left = beside ? Math.ceil(widest + 24) : 8
  const length = Math.max(60, width - left - (beside ? texts + 24 : 8))
  let y = AXIS
  const groups = rowsByGroup(framework, rows).map(({ group, rows: own }) => {
    const head = y + 20
    y += GROUP
    const placed = own.map((row): PlacedRow => {
      const above = beside ? 0 : NAME_LINE
      const whole = likelyWords.short(row)
      const fits = beside || textWidth(row.name, TEXT) + textWidth(whole, TEXT) + 8 <= width
      const text = fits ? whole : likelyWords.shortest(row)
      const at = { row, text, nameY: beside ? y + 17 : y + 12, stripY: y + above + 1 }
      y += ROW + above
      return at
    })
    return { id: group.id, name: group.name, y: head, rows: placed }
  })
  return {
    width,
    height: Math.ceil(y + 6),
    top,
    beside,
    left,
    length: round(length),
    axis: labelledLevels(top, length).map((level) => ({
      level,
      x: round(left + (top > 0 ? level / top : 0) * length),
    })),
    groups,
  }
}

/** All levels, or every second, third … where their numbers would touch. */
function labelledLevels(top: number, length: number): number[] {
  const every = Math.max(1, Math.ceil((24 * top) / Math.max(1, length)))
  return Array.from({ length: Math.floor(top / every) + 1 }, (_, index) => index * every)
}
