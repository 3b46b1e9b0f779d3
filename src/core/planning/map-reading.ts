// The one-line reading of the map: overlap or coverage, critical gaps, climb, its mix, and where to start.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { type Climb, climb } from './climb.ts'
import { type FocusItem, focus, topFocus } from './focus.ts'
import { anyRated, type Levels } from './levels.ts'
import { inSentence, percent } from './plain-words.ts'
import { practiceOrder } from './practice-order.ts'
import { type Readiness, readiness } from './readiness.ts'

export interface MapReading {
  readiness: Readiness
  climb: Climb
  /** First in the practice order of the five highest scores; null where nothing is open. */
  start: FocusItem | null
  /** True while no level is rated, so that the share tells how the roles overlap and not how the person stands. */
  isOverlap: boolean
  /** "63% role overlap", or from self-ratings "about half to three quarters met". */
  standing: string
  /** "Staff engineer: 63% role overlap, 7 critical gaps, climb 102, mostly soft. Start with written communication." */
  sentence: string
}

/** Read for the person's own levels; `levelsAtExpectation` gives the reading before anything is rated. */
export function mapReading(
  framework: Framework,
  levels: Levels,
  fromRole: string,
  toRole: string,
): MapReading {
  const ready = readiness(framework, levels, toRole)
  const toClimb = climb(framework, levels, toRole)
  const start = startingPoint(framework, levels, fromRole, toRole)
  const isOverlap = !anyRated(levels)
  const standing = standingInWords(ready, isOverlap)
  const name = findRole(framework, toRole)?.name ?? toRole
  const parts = [standing, gapsInFigures(ready.criticalGaps), climbInFigures(toClimb)]
  const advice = start ? `Start with ${inSentence(start.name, framework.language)}.` : 'Nothing is missing.'
  return {
    readiness: ready,
    climb: toClimb,
    start,
    isOverlap,
    standing,
    sentence: `${name}: ${parts.join(', ')}. ${advice}`,
  }
}

/** First in the practice order of the five highest scores. */
export function startingPoint(
  framework: Framework,
  levels: Levels,
  fromRole: string,
  toRole: string,
): FocusItem | null {
  const items = topFocus(focus(framework, levels, toRole, { fromRole }))
  return practiceOrder(framework, items)[0] ?? null
}

function standingInWords(ready: Readiness, isOverlap: boolean): string {
  if (ready.share === null) return 'nothing is expected'
  return isOverlap ? `${percent(ready.share)} role overlap` : `${ready.rough.words} met`
}

function gapsInFigures(count: number): string {
  if (count === 0) return 'no critical gap'
  return `${count} critical ${count === 1 ? 'gap' : 'gaps'}`
}

function climbInFigures({ points, mix }: Climb): string {
  return mix === '' ? `climb ${points}` : `climb ${points}, ${mix}`
}
