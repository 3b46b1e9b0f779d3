// When a plan makes a role ready to try, and which steps of that quarter have to come first for it.

import { CRITICAL_GAPS_TO_TRY } from '../planning/ready-to-try.ts'
import type { PlanProblem, RoleGate } from './plan-problem.ts'

/** Quarters of steps, counted from 0; below 0 where a step is not in the plan. */
type QuarterOf = ArrayLike<number>

/**
 * Steps that make a role ready to try in the quarter in which it becomes so. To do them first in that quarter costs
 * nothing: what a plan is worth is counted by quarters. What must not come later than they do comes along.
 */
export function stepsForReady(problem: PlanProblem, quarterOf: QuarterOf): Set<number> {
  const found = new Set<number>()
  const add = (index: number) => {
    if (found.has(index)) return
    found.add(index)
    for (const before of problem.steps[index]?.after ?? []) {
      if (quarterOf[before] === quarterOf[index]) add(before)
    }
  }
  for (const gate of problem.gates) for (const index of lastNeeded(problem, gate, quarterOf)) add(index)
  return found
}

/** Empty where the role can be tried from the start, or not within the plan. */
function lastNeeded({ steps }: PlanProblem, { critical }: RoleGate, quarterOf: QuarterOf): number[] {
  const doneIn = (index: number) => {
    const quarter = index < 0 ? -1 : (quarterOf[index] ?? -1)
    return index >= 0 && quarter < 0 ? Number.POSITIVE_INFINITY : quarter
  }
  const nearly = critical.map((one) => one.nearly).filter((index) => index >= 0)
  const hours = (index: number) => steps[index]?.hours ?? 0
  const met = critical
    .map((one) => one.met)
    .toSorted((a, b) => doneIn(a) - doneIn(b) || hours(a) - hours(b))
    .slice(0, Math.max(0, critical.length - CRITICAL_GAPS_TO_TRY))
  const needed = [...nearly, ...met]
  const ready = Math.max(-1, ...needed.map(doneIn))
  return Number.isFinite(ready) ? needed.filter((index) => doneIn(index) === ready) : []
}
