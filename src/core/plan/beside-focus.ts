// Focus says what is worth most, the plan what comes first: where they differ, one sentence says why.

import { findRole, findSkill } from '../framework/look-up.ts'
import { capitalise, inSentence, listInWords } from '../planning/plain-words.ts'
import type { ChosenAreas } from './choose-areas.ts'
import { hoursWords } from './explain-step.ts'
import type { PlanProblem } from './plan-problem.ts'
import type { PlanRequest } from './plan-request.ts'
import { closureOf } from './ratio-order.ts'
import { NEVER } from './schedule.ts'

interface Outcome {
  problem: PlanProblem
  chosen: ChosenAreas
  quarterOf: ArrayLike<number>
  /** Skill ids that are worked on in the first quarter. */
  inFirstQuarter: ReadonlySet<string>
}

/** One sentence for each role whose first focus skill is not in the first quarter. */
export function besideFocus(request: PlanRequest, outcome: Outcome): string[] {
  const { framework, destinations } = request
  const sentences = destinations.flatMap(({ role }) => {
    const top = outcome.chosen.focusLists[role]?.[0]
    if (top === undefined || outcome.inFirstQuarter.has(top.skill)) return []
    const name = inSentence(top.name, framework.language)
    const where = inSentence(findRole(framework, role)?.name ?? role, framework.language)
    return [
      `${capitalise(name)} is worth most on the way to ${where}, but ${reasonFor(request, outcome, top.skill)}.`,
    ]
  })
  return [...new Set(sentences)]
}

function reasonFor(request: PlanRequest, outcome: Outcome, skill: string): string {
  const { problem, chosen, quarterOf } = outcome
  if (request.without?.includes(skill)) return 'you left it out'
  const first = problem.steps.findIndex((step) => step.skill === skill)
  if (first === -1) {
    const waits = chosen.waiting.some((one) => one.skill === skill)
    return waits ? 'it waits for an opportunity that hours cannot replace' : 'there is no step to plan'
  }
  const unmet = closureOf(problem, first)
    .map((index) => problem.steps[index]?.skill ?? '')
    .filter((id) => id !== skill)
  if (unmet.length > 0) {
    const names = [...new Set(unmet)].map((id) =>
      inSentence(findSkill(request.framework, id)?.name ?? id, request.framework.language),
    )
    return `${listInWords(names.slice(0, 3))} ${names.length === 1 ? 'comes' : 'come'} before it`
  }
  if (request.frozen !== undefined) return 'the current quarter stays as it is'
  const available = problem.available.at(-1) ?? 0
  const hours = problem.steps[first]?.hours ?? 0
  if (available === 0) return 'no hours are given to the plan'
  if ((quarterOf[first] ?? NEVER) === NEVER && hours > available) {
    return `its first step takes about ${hoursWords(hours)}, more than the plan has`
  }
  const pinned = problem.first.length > 0
  return pinned
    ? 'what you pinned, or what the framework puts first, takes this quarter'
    : `other steps bring more for each hour at first: its own takes about ${hoursWords(hours)}`
}
