// The climb of a move: the sum of weight × gap, its hard and soft parts, and the same in words.

import type { Framework, SkillKind } from '../framework/framework.ts'
import { openGapsTo, type SkillGap } from './gap.ts'
import { type Levels, levelsAtExpectation } from './levels.ts'
import { counted, numberWord } from './plain-words.ts'

export interface Climb {
  /** Σ weight × gap over open gaps; `hard` + `soft` + `unknown`. */
  points: number
  hard: number
  soft: number
  /** Points of skills whose kind the framework does not say. */
  unknown: number
  /** 0 to 1, of the points whose kind is known; null where there are none. */
  hardShare: number | null
  /** "seven critical gaps, five of them two levels" */
  words: string
  /** "mostly soft"; empty where the share is null. */
  mix: string
  /** Open gaps, largest part of the climb first, then in the framework's order. */
  gaps: SkillGap[]
}

/** The climb from a person's levels to a role. */
export function climb(framework: Framework, levels: Levels, toRole: string): Climb {
  const gaps = openGapsTo(framework, levels, toRole)
  const pointsOf = (kind: SkillKind) =>
    gaps.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.points, 0)
  const [hard, soft, unknown] = [pointsOf('hard'), pointsOf('soft'), pointsOf('unknown')]
  const hardShare = hard + soft > 0 ? hard / (hard + soft) : null
  return {
    points: hard + soft + unknown,
    hard,
    soft,
    unknown,
    hardShare,
    words: climbInWords(gaps),
    mix: mixInWords(hardShare),
    gaps: gaps.toSorted((a, b) => b.points - a.points),
  }
}

/** The climb between two roles for somebody who meets the first one's expectations exactly. */
export function climbBetween(framework: Framework, fromRole: string, toRole: string): Climb {
  return climb(framework, levelsAtExpectation(framework, fromRole), toRole)
}

/**
 * Tells the gaps that matter most: the critical ones, or the important ones where no critical one is open, or
 * the helpful ones where nothing else is. "Seven critical gaps, five of them two levels."
 */
export function climbInWords(gaps: readonly Pick<SkillGap, 'weight' | 'gap'>[]): string {
  const open = gaps.filter((line) => line.gap > 0)
  const critical = open.filter((line) => line.weight === 3)
  const important = open.filter((line) => line.weight === 2)
  if (critical.length > 0) return `${counted(critical.length, 'critical gap')}${sizesInWords(critical)}`
  if (important.length > 0) {
    return `no critical gap; ${counted(important.length, 'important gap')}${sizesInWords(important)}`
  }
  if (open.length > 0)
    return `no critical or important gap; ${counted(open.length, 'helpful one')}${sizesInWords(open)}`
  return 'no gap: everything expected is met'
}

/** "mostly soft" below 40 % hard, "mostly hard" above 60 %, "half hard, half soft" in between. */
export function mixInWords(hardShare: number | null): string {
  if (hardShare === null) return ''
  if (hardShare === 0) return 'all soft'
  if (hardShare === 1) return 'all hard'
  if (hardShare < 0.4) return 'mostly soft'
  if (hardShare > 0.6) return 'mostly hard'
  return 'about half hard, half soft'
}

function sizesInWords(lines: readonly Pick<SkillGap, 'gap'>[]): string {
  const sizes = lines.map((line) => line.gap)
  const wide = sizes.filter((size) => size > 1)
  const widest = Math.max(...sizes)
  const sameWidth = wide.every((size) => size === widest)
  const width = sameWidth ? counted(widest, 'level') : 'two levels or more'
  if (sizes.length === 1) return ` of ${counted(widest, 'level')}`
  if (wide.length === 0) return `, ${sizes.length === 2 ? 'both' : 'all'} one level`
  if (wide.length === sizes.length) return `, ${sizes.length === 2 ? 'both' : 'all'} ${width}`
  return `, ${numberWord(wide.length)} of them ${width}`
}
