// What should be looked at by somebody else before hours go into it: heavy skills that may be there already.

import { expectationOf } from '../framework/look-up.ts'
import { estimateOf } from '../planning/estimates.ts'
import { inSentence, percent } from '../planning/plain-words.ts'
import { chanceToMeet } from '../planning/readiness-range.ts'
import type { GetRated } from './plan.ts'
import type { PlanRequest } from './plan-request.ts'

/** Between these chances a rating would change the plan more than an hour of practice would. */
const UNSURE = [0.25, 0.75] as const
const AT_MOST = 3

/** True while all levels are assumed from the role held. */
export function nothingIsRated({ framework, estimates }: PlanRequest): boolean {
  return framework.skills.every((skill) => estimateOf(framework, estimates, skill.id).assumed)
}

/** Critical skills whose chance of being met lies in the middle; the least certain first, three at most. */
export function skillsToGetRated(request: PlanRequest): GetRated[] {
  const { framework, estimates, destinations, without = [] } = request
  if (nothingIsRated(request)) return []
  return framework.skills
    .filter((skill) => !without.includes(skill.id) && !skill.private)
    .flatMap((skill) => {
      const needs = destinations.map(({ role }) => expectationOf(framework, role, skill.id))
      const needed = Math.max(0, ...needs.filter(({ weight }) => weight === 3).map(({ level }) => level))
      const estimate = estimateOf(framework, estimates, skill.id)
      const chance = chanceToMeet(estimate, needed)
      if (needed === 0 || estimate.sd === 0 || chance < UNSURE[0] || chance > UNSURE[1]) return []
      return [{ skill, needed, chance }]
    })
    .toSorted((a, b) => Math.abs(a.chance - 0.5) - Math.abs(b.chance - 0.5))
    .slice(0, AT_MOST)
    .map(({ skill, needed, chance }) => ({
      skill: skill.id,
      name: skill.name,
      needed,
      chance,
      sentence: `Ask two people who have seen it to rate your ${inSentence(skill.name, framework.language)}: the chance that level ${needed} is there already is about ${percent(chance)}, and the answer may save you the practice.`,
    }))
}
