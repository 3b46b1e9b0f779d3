// How a typical week changes from one role to another.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'

interface WeekPartChange {
  id: string
  name: string
  /** Percent of a typical week. */
  before: number
  after: number
  /** Percentage points, after minus before. */
  difference: number
}

export interface WeekChange {
  /** In the framework's order. */
  parts: WeekPartChange[]
  /** The part that changes most; the first of several; null where nothing changes. */
  largest: WeekPartChange | null
  /** "Build falls from 55% to 30% of a typical week, the largest change." */
  sentence: string
}

/** Null where the framework does not describe the week of both roles. */
export function weekChange(framework: Framework, fromRole: string, toRole: string): WeekChange | null {
  const before = findRole(framework, fromRole)?.week
  const after = findRole(framework, toRole)?.week
  if (!before || !after) return null
  const parts = framework.weekParts.map(({ id, name }): WeekPartChange => {
    const [was, becomes] = [before[id] ?? 0, after[id] ?? 0]
    return { id, name, before: was, after: becomes, difference: becomes - was }
  })
  const size = (part: WeekPartChange) => Math.abs(part.difference)
  const widest = parts.reduce<WeekPartChange | null>(
    (largest, part) => (size(part) > (largest ? size(largest) : 0) ? part : largest),
    null,
  )
  return { parts, largest: widest, sentence: weekSentence(widest) }
}

function weekSentence(largest: WeekPartChange | null): string {
  if (largest === null) return 'A typical week is spent in the same way.'
  const { name, before, after } = largest
  if (before === 0) return `${name} is new and takes ${after}% of a typical week, the largest change.`
  if (after === 0) return `${name} takes ${before}% of a typical week now and disappears, the largest change.`
  const verb = after > before ? 'grows' : 'falls'
  return `${name} ${verb} from ${before}% to ${after}% of a typical week, the largest change.`
}
