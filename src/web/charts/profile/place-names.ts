// Names over the highest scores: side by side without touching, each joined to its column by a leader.
import { type Levels, levelOf } from '../../../core/planning/levels.ts'
import { balanced, textWidth } from '../text-width.ts'
import { ABOVE, BASE, LEFT, type ProfileGeometry, WIDTH } from './geometry.ts'

export interface NameWanted {
  skill: string
  name: string
  /** Such as "2 → 4", under the name. */
  figures: string
}

export interface PlacedName extends NameWanted {
  lines: string[]
  /** Middle of the text. */
  x: number
  /** Baseline of the first line. */
  y: number
  leader: string
}

const LINE = 1.16
const BETWEEN = 18
const WIDEST = 112

/** Texts stand on one foot line, as near to their columns as the others let them. */
export function placeNames(
  wanted: readonly NameWanted[],
  geometry: ProfileGeometry,
  size: number,
  levels: Levels,
): PlacedName[] {
  const items = wanted.flatMap((one) => {
    const column = geometry.columns.find((candidate) => candidate.skill === one.skill)
    if (!column || column.width === 0) return []
    const lines = balanced(one.name, size, WIDEST)
    const width = Math.max(...[...lines, one.figures].map((line) => textWidth(line, size)), size * 3)
    const height = Math.max(column.needed, levelOf(levels, one.skill).level) * geometry.step
    return [{ wanted: one, lines, width, centre: column.x + column.width / 2, top: BASE - height }]
  })
  const ordered = items.toSorted((a, b) => a.centre - b.centre)
  const xs = spread(ordered, LEFT, LEFT + WIDTH, BETWEEN)
  const foot = ABOVE - 22
  return ordered.map((item, index) => {
    const x = xs[index] ?? item.centre
    return {
      ...item.wanted,
      lines: item.lines,
      x,
      y: foot - item.lines.length * LINE * size,
      leader: leaderPath(x, foot + 5, item.centre, item.top - 3),
    }
  })
}

/** Down from the text, slanting to the column, down again to its top. */
function leaderPath(fromX: number, fromY: number, toX: number, toY: number): string {
  const at = (value: number) => Math.round(value * 10) / 10
  const turn = Math.min(toY, fromY + 12)
  return `M${at(fromX)} ${at(fromY)}L${at(toX)} ${at(turn)}V${at(toY)}`
}

/** Centres pushed apart as little as needed: from the left, then back from the right edge. */
function spread(
  items: readonly { centre: number; width: number }[],
  left: number,
  right: number,
  gap: number,
): number[] {
  const xs = items.map((item) => item.centre)
  const room = (index: number) => ((items[index - 1]?.width ?? 0) + (items[index]?.width ?? 0)) / 2 + gap
  for (let round = 0; round < 40; round++) {
    let moved = 0
    for (let index = 1; index < xs.length; index++) {
      const short = room(index) - ((xs[index] ?? 0) - (xs[index - 1] ?? 0))
      if (short > 0.01) {
        xs[index - 1] = (xs[index - 1] ?? 0) - short / 2
        xs[index] = (xs[index] ?? 0) + short / 2
        moved += short
      }
    }
    items.forEach((item, index) => {
      xs[index] = Math.max(left + item.width / 2, Math.min(right - item.width / 2, xs[index] ?? 0))
    })
    if (moved < 0.1) break
  }
  return xs
}
