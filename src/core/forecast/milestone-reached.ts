// Whether levels show that a milestone is reached: what a forecast is held against.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill, topLevel } from '../framework/look-up.ts'
import type { StepName } from '../plan/plan-request.ts'
import { type Estimates, estimateOf, heldLevel } from '../planning/estimates.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { CRITICAL_GAPS_TO_TRY } from '../planning/ready-to-try.ts'
import type { MilestoneKind } from './forecast.ts'

export interface MilestoneAsked {
  kind: MilestoneKind
  role: string
  /** The step of `next-level`. */
  step: StepName | null
  /** What waited for an opportunity when the forecast was made never blocks. */
  waiting: readonly StepName[]
}

/** Skills whose levels say whether it is reached; what only a role gives is never asked. */
export function skillsOfMilestone(framework: Framework, { kind, role, step }: MilestoneAsked): string[] {
  if (kind === 'next-level') return step === null ? [] : [step.skill]
  const found = findRole(framework, role)
  const critical = framework.skills.flatMap(({ id }) =>
    expectationOf(framework, role, id).weight === 3 ? [id] : [],
  )
  const asked = kind === 'ready-to-try' ? critical : found ? mustHavesOf(framework, found) : []
  return asked.filter((skill) => findSkill(framework, skill)?.access !== 'gated')
}

/** By the likeliest whole levels, with the forecast's own meaning of each milestone. */
export function isReached(framework: Framework, estimates: Estimates, asked: MilestoneAsked): boolean {
  const { kind, role, step, waiting } = asked
  const top = topLevel(framework)
  const held = (skill: string) => heldLevel(estimateOf(framework, estimates, skill).mean, top)
  if (kind === 'next-level') return step !== null && held(step.skill) >= step.level
  const caps = new Map(waiting.map(({ skill, level }) => [skill, level - 1]))
  const gapOf = (skill: string) =>
    Math.min(expectationOf(framework, role, skill).level, caps.get(skill) ?? Number.POSITIVE_INFINITY) -
    held(skill)
  const gaps = skillsOfMilestone(framework, asked).map(gapOf)
  if (kind === 'must-haves') return findRole(framework, role) !== undefined && gaps.every((gap) => gap <= 0)
  return gaps.every((gap) => gap <= 1) && gaps.filter((gap) => gap > 0).length <= CRITICAL_GAPS_TO_TRY
}
