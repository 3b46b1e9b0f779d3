// Which skills an assessment asks about first, and in which order the rest follows.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, findRole, movesFrom } from '../framework/look-up.ts'
import type { RaterKind } from './assessment.ts'
import { mayBeAsked } from './observability.ts'

/** Twelve skills take about five minutes. */
export const FIRST_ROUND = 12

export interface QuestionOptions {
  /** Who is asked; the person themselves unless told. */
  raterKind?: RaterKind
}

/**
 * The ids of the first `count` skills to ask about, most telling first.
 *
 * With a destination, a skill counts weight × distance: its weight in the destination times the levels between
 * the two roles' expectations, up or down. That is where a level other than the assumed one changes most.
 * While staying (`toRole` is the own role or names none) or undecided (null), it counts its weight in the
 * current role plus the mean of weight × distance over all moves out of it: what the present work rests on,
 * and what most ways onward would ask. Ties: the heavier in the current role, then the framework's order.
 * Skills that neither role expects come last. Private skills are asked of their owner only.
 */
export function chooseQuestions(
  framework: Framework,
  fromRole: string,
  toRole: string | null,
  count: number = FIRST_ROUND,
  options: QuestionOptions = {},
): string[] {
  const destinations = destinationsOf(framework, fromRole, toRole)
  const isMove = toRole !== null && destinations.length === 1 && destinations[0] === toRole
  const ranked = framework.skills
    .filter((skill) => mayBeAsked(skill, options.raterKind ?? 'self'))
    .map((skill) => {
      const weight = expectationOf(framework, fromRole, skill.id).weight
      const difference = meanDifference(framework, fromRole, destinations, skill)
      return { id: skill.id, weight, value: isMove ? difference : weight + difference }
    })
    .toSorted((a, b) => b.value - a.value || b.weight - a.weight)
  return ranked.slice(0, Math.max(0, count)).map((question) => question.id)
}

/** What is left to ask on request, in the same order. */
export function remainingQuestions(
  framework: Framework,
  fromRole: string,
  toRole: string | null,
  answered: readonly string[],
  options: QuestionOptions = {},
): string[] {
  const done = new Set(answered)
  const all = chooseQuestions(framework, fromRole, toRole, framework.skills.length, options)
  return all.filter((skill) => !done.has(skill))
}

function destinationsOf(framework: Framework, fromRole: string, toRole: string | null): string[] {
  if (toRole !== null && toRole !== fromRole && findRole(framework, toRole)) return [toRole]
  return [...new Set(movesFrom(framework, fromRole).map((move) => move.to))]
}

/** Mean of weight × distance over the destinations; 0 without any. */
function meanDifference(
  framework: Framework,
  fromRole: string,
  destinations: readonly string[],
  skill: Skill,
): number {
  if (destinations.length === 0) return 0
  const here = expectationOf(framework, fromRole, skill.id)
  const sum = destinations.reduce((total, role) => {
    const there = expectationOf(framework, role, skill.id)
    return total + there.weight * Math.abs(there.level - here.level)
  }, 0)
  return sum / destinations.length
}
