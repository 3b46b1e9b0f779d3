// What is worth most on the way to a role: every open gap with its score, the score's parts and a reason.

import type { Access, Framework, Skill, SkillKind, Weight } from '../framework/framework.ts'
import { expectationOf, findRole } from '../framework/look-up.ts'
import { type ReasonWords, reasonSentence } from './focus-words.ts'
import { openGap } from './gap.ts'
import { anyRated, type Levels, levelOf } from './levels.ts'
import { byScore, SCORE_PARAMETERS, type ScoreParameters, scoreOf, unlockFactor } from './score.ts'

export interface FocusItem {
  skill: string
  name: string
  kind: SkillKind
  now: number
  needed: number
  weight: Weight
  /** Open levels: 1 or more. */
  gap: number
  /** Ids and names of the open gaps of weight 2 or 3 that list this skill as a prerequisite. */
  unlocks: string[]
  unlockNames: string[]
  /** 1 to 1.3: the bonus counts three unlocked gaps at most. */
  unlockFactor: number
  access: Access
  /** 1 open, 0.9 partial, 0.7 gated. */
  accessFactor: number
  /** weight × gap × unlockFactor × accessFactor */
  score: number
  /** The level now was assumed from the current role, not rated. */
  assumed: boolean
  approaching: boolean
  /** Put first by the framework's `first-when-below` rule, whatever the score. */
  comesFirst: boolean
  /** One sentence, built from the parts above. */
  reason: string
}

export interface FocusOptions {
  /** The current role: needed for the `first-when-below` rule, which without it does not apply. */
  fromRole?: string
  parameters?: ScoreParameters
}

/** The five that are shown, planned from and named in the reading of the map. */
export const FOCUS_LENGTH = 5

/**
 * All open gaps towards the role, highest score first; the list is not cut, the first five are the focus.
 * A skill with `first-when-below` that was rated that far below the current role's expectation comes before
 * everything else, even where the destination itself asks nothing more of it; its need, weight and score are
 * then those of the current role.
 */
export function focus(
  framework: Framework,
  levels: Levels,
  toRole: string,
  options: FocusOptions = {},
): FocusItem[] {
  const parameters = options.parameters ?? SCORE_PARAMETERS
  const open = framework.skills.filter((skill) => openTowards(framework, levels, toRole, skill) > 0)
  const first = framework.skills.filter((skill) => comesFirst(framework, levels, skill, options.fromRole))
  const words: ReasonWords = {
    roleName: findRole(framework, toRole)?.name ?? toRole,
    language: framework.language,
    noteAssumed: anyRated(levels),
  }
  return framework.skills
    .filter((skill) => open.includes(skill) || first.includes(skill))
    .map((skill) => {
      const isFirst = first.includes(skill)
      const need = isFirst
        ? strongerNeed(framework, levels, skill, toRole, options.fromRole)
        : expectationOf(framework, toRole, skill.id)
      const dependants = open.filter(
        (other) =>
          other.prerequisites.includes(skill.id) && expectationOf(framework, toRole, other.id).weight >= 2,
      )
      const item = focusItem(levels, skill, need, dependants, isFirst, parameters)
      return { skill, item: { ...item, reason: reasonSentence(item, words) } }
    })
    .toSorted(
      (a, b) =>
        Number(b.item.comesFirst) - Number(a.item.comesFirst) ||
        byScore({ skill: a.skill, score: a.item.score }, { skill: b.skill, score: b.item.score }),
    )
    .map(({ item }) => item)
}

/** The first five of the focus list. */
export function topFocus(items: readonly FocusItem[]): FocusItem[] {
  return items.slice(0, FOCUS_LENGTH)
}

/** `first-when-below`: only if rated, and measured against the current role's expectation. */
export function comesFirst(
  framework: Framework,
  levels: Levels,
  skill: Skill,
  fromRole: string | undefined,
): boolean {
  if (skill.firstWhenBelow === undefined || fromRole === undefined) return false
  const now = levelOf(levels, skill.id)
  const expected = expectationOf(framework, fromRole, skill.id).level
  return !now.assumed && expected > now.level && expected - now.level >= skill.firstWhenBelow
}

function openTowards(framework: Framework, levels: Levels, toRole: string, skill: Skill): number {
  return openGap(levelOf(levels, skill.id).level, expectationOf(framework, toRole, skill.id))
}

/** The destination's need, unless it is met already or below that of the current role. */
function strongerNeed(
  framework: Framework,
  levels: Levels,
  skill: Skill,
  toRole: string,
  fromRole: string | undefined,
) {
  const there = expectationOf(framework, toRole, skill.id)
  const here = expectationOf(framework, fromRole ?? toRole, skill.id)
  const isOpen = there.level > levelOf(levels, skill.id).level
  return isOpen && there.level >= here.level ? there : here
}

function focusItem(
  levels: Levels,
  skill: Skill,
  need: { level: number; weight: Weight },
  dependants: readonly Skill[],
  isFirst: boolean,
  parameters: ScoreParameters,
): Omit<FocusItem, 'reason'> {
  const now = levelOf(levels, skill.id)
  const gap = openGap(now.level, need)
  const unlocks = dependants.length
  return {
    skill: skill.id,
    name: skill.name,
    kind: skill.kind,
    now: now.level,
    needed: need.level,
    weight: need.weight,
    gap,
    unlocks: dependants.map((other) => other.id),
    unlockNames: dependants.map((other) => other.name),
    unlockFactor: unlockFactor(unlocks, parameters),
    access: skill.access,
    accessFactor: parameters[skill.access],
    score: scoreOf({ weight: need.weight, gap, unlocks, access: skill.access }, parameters),
    assumed: now.assumed,
    approaching: now.approaching ?? false,
    comesFirst: isFirst,
  }
}
