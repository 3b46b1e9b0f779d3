// How much of what a role asks is met already, as a share, as a rough range and with its critical gaps.

import type { Framework } from '../framework/framework.ts'
import { gapsTo, type SkillGap } from './gap.ts'
import { type Levels, levelsAtExpectation } from './levels.ts'

export interface Readiness {
  /** Σ w·min(c,e) / Σ w·e, 0 to 1; null where the role expects nothing. */
  share: number | null
  /** How many skills of weight 3 are still below the expectation. */
  criticalGaps: number
  /** Their ids, in the framework's order. */
  criticalGapSkills: string[]
  /** Σ w·min(c,e) */
  met: number
  /** Σ w·e */
  expected: number
  /** Expected skills whose level was assumed rather than rated, and how many are expected at all. */
  assumedSkills: number
  expectedSkills: number
  /** What may be said from self-ratings alone; the figures behind the words are here to be opened. */
  rough: RoughRange
}

/** A range that claims no more than self-ratings can hold. */
export interface RoughRange {
  /** "about half to three quarters" */
  words: string
  /** 0, 0.25, 0.5, 0.75 or 1; null where the role expects nothing. */
  low: number | null
  high: number | null
}

/**
 * Half the width of the range told from self-ratings. A convention of Skillmap, not a measurement: a shared
 * leniency of about a third of a level (d = 0.32, Heidemeier & Moser) on expectations of about three levels.
 */
const SELF_RATING_MARGIN = 0.1

const QUARTERS = ['very little', 'a quarter', 'half', 'three quarters', 'nearly all']

/** A person's levels held against a role. */
export function readiness(framework: Framework, levels: Levels, toRole: string): Readiness {
  const lines = gapsTo(framework, levels, toRole).filter((line) => line.weight > 0)
  const met = sum(lines, (line) => line.weight * Math.min(line.now, line.needed))
  const expected = sum(lines, (line) => line.weight * line.needed)
  const share = expected > 0 ? met / expected : null
  const critical = lines.filter((line) => line.weight === 3 && line.gap > 0)
  return {
    share,
    criticalGaps: critical.length,
    criticalGapSkills: critical.map((line) => line.skill),
    met,
    expected,
    assumedSkills: lines.filter((line) => line.assumed).length,
    expectedSkills: lines.length,
    rough: roughRange(share),
  }
}

/** Role overlap: the readiness of somebody who meets the first role's expectations exactly. */
export function roleOverlap(framework: Framework, fromRole: string, toRole: string): Readiness {
  return readiness(framework, levelsAtExpectation(framework, fromRole), toRole)
}

/** The share give or take the margin, each end at its nearest quarter. */
export function roughRange(share: number | null): RoughRange {
  if (share === null) return { words: 'nothing is expected', low: null, high: null }
  const low = nearestQuarter(share - SELF_RATING_MARGIN)
  const high = nearestQuarter(share + SELF_RATING_MARGIN)
  return { words: rangeInWords(low, high), low: low / 4, high: high / 4 }
}

function rangeInWords(low: number, high: number): string {
  const [from, to] = [QUARTERS[low] ?? '', QUARTERS[high] ?? '']
  if (low === high) return low === 0 || low === 4 ? from : `about ${from}`
  return low === 0 ? `${from} to ${to}` : `about ${from} to ${to}`
}

function nearestQuarter(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 4)
}

function sum(lines: readonly SkillGap[], part: (line: SkillGap) => number): number {
  return lines.reduce((total, line) => total + part(line), 0)
}
