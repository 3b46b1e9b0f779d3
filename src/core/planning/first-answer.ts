// The first screen's answer: what changes, how soft it is, the one skill to start with and what to do this week.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill, movesFrom, topLevel } from '../framework/look-up.ts'
import { STAY } from '../target/target.ts'
import { type Climb, climb } from './climb.ts'
import {
  differenceSentence,
  portableSentence,
  restingSentence,
  undecidedSentence,
} from './first-answer-words.ts'
import { FOCUS_LENGTH } from './focus.ts'
import { type FirstPractice, type LevelPicture, levelPicture, practiceThisWeek } from './level-picture.ts'
import { type Levels, levelOf, levelsAtExpectation } from './levels.ts'
import { startingPoint } from './map-reading.ts'
import { mustHavesOf } from './must-haves.ts'
import { practiceOrder } from './practice-order.ts'
import { sharedFocus } from './shared-focus.ts'
import { type WeekChange, weekChange } from './week-change.ts'

export interface FirstStep {
  skill: string
  name: string
  now: number
  /** What the destination asks; for staying, one level further. */
  needed: number
  /** One sentence on why this skill. */
  reason: string
  today: LevelPicture
  /** Null at the top of the scale. */
  next: LevelPicture | null
  practice: FirstPractice
}

export interface FirstAnswer {
  kind: 'move' | 'stay' | 'undecided'
  /** Null while undecided. */
  toRole: string | null
  /** Null without a destination other than the own role, or without weeks in the framework. */
  week: WeekChange | null
  /** Null while undecided. */
  climb: Climb | null
  /** 0 to 1 of the climb's points whose kind is known; null where there are none. */
  softShare: number | null
  /** How soft the difference is and where it lies, or what staying or being undecided means. */
  why: string
  /** Null only where the framework expects nothing. */
  start: FirstStep | null
}

/**
 * `destination` is a role id, `stay`, or null for "not sure yet". Works before anything is rated: the current
 * role's expectations stand in for the levels.
 */
export function firstAnswer(
  framework: Framework,
  fromRole: string,
  destination: string | null,
  levels: Levels = levelsAtExpectation(framework, fromRole),
): FirstAnswer {
  if (destination === null) return undecidedAnswer(framework, fromRole, levels)
  const toRole = destination === STAY ? fromRole : destination
  const toClimb = climb(framework, levels, toRole)
  const gap = startingPoint(framework, levels, fromRole, toRole)
  const isStay = toRole === fromRole
  const skill = gap ? findSkill(framework, gap.skill) : undefined
  return {
    kind: isStay ? 'stay' : 'move',
    toRole,
    week: isStay ? null : weekChange(framework, fromRole, toRole),
    climb: toClimb,
    softShare: toClimb.hardShare === null ? null : 1 - toClimb.hardShare,
    why: isStay && toClimb.points === 0 ? framework.stay.changes : differenceSentence(framework, toClimb),
    start:
      gap && skill
        ? stepOf(framework, levels, skill, gap.needed, gap.reason)
        : deepeningStep(framework, levels, toRole),
  }
}

/** Over all moves out of the role: what is asked in most of them, and weighs most there. */
function undecidedAnswer(framework: Framework, fromRole: string, levels: Levels): FirstAnswer {
  const destinations = [...new Set(movesFrom(framework, fromRole).map((move) => move.to))]
  const shared = sharedFocus(framework, levels, destinations, { fromRole })
  const candidates = [...shared.everywhere, ...shared.somewhere]
    .toSorted((a, b) => b.meanScore - a.meanScore)
    .slice(0, FOCUS_LENGTH)
    .map((candidate) => ({ ...candidate, score: candidate.meanScore }))
  const best = practiceOrder(framework, candidates)[0]
  const skill = best ? findSkill(framework, best.skill) : undefined
  const items = best ? Object.values(best.byRole) : []
  const needed = Math.max(0, ...items.map((item) => item.needed))
  const reason = portableSentence(items.filter((item) => item.weight >= 2).length, destinations.length)
  return {
    kind: 'undecided',
    toRole: null,
    week: null,
    climb: null,
    softShare: null,
    why: undecidedSentence(shared.sentence, destinations.length),
    start: skill
      ? stepOf(framework, levels, skill, needed, reason)
      : deepeningStep(framework, levels, fromRole),
  }
}

/** Where nothing is missing: the first must-have that can still go deeper. A choice, never a gap. */
function deepeningStep(framework: Framework, levels: Levels, roleId: string): FirstStep | null {
  const role = findRole(framework, roleId)
  const expected = framework.skills.filter((skill) => expectationOf(framework, roleId, skill.id).weight > 0)
  const candidates = [...(role ? mustHavesOf(framework, role) : []), ...expected.map((skill) => skill.id)]
  const id = candidates.find((candidate) => levelOf(levels, candidate).level < topLevel(framework))
  const skill = findSkill(framework, id ?? '')
  if (!skill || !role) return null
  const needed = levelOf(levels, skill.id).level + 1
  return stepOf(framework, levels, skill, needed, restingSentence(role.name, framework.language))
}

function stepOf(
  framework: Framework,
  levels: Levels,
  skill: Skill,
  needed: number,
  reason: string,
): FirstStep {
  const now = levelOf(levels, skill.id).level
  return {
    skill: skill.id,
    name: skill.name,
    now,
    needed,
    reason,
    today: levelPicture(framework, skill, now),
    next: now < topLevel(framework) ? levelPicture(framework, skill, now + 1) : null,
    practice: practiceThisWeek(framework, skill, now),
  }
}
