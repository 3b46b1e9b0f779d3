// Finds the order of steps: a new one where there was no plan, and otherwise the earlier one as far as it is worth the same.

import { anneal, climb } from './anneal.ts'
import type { PlanProblem } from './plan-problem.ts'
import type { StepName } from './plan-request.ts'
import { ratioOrder } from './ratio-order.ts'
import { scheduler } from './schedule.ts'

/** Below this share two plans are worth the same, and the one that somebody knows is kept. */
const SAME_WORTH = 0.001

interface Search {
  seed: number
  /** Steps in the order of the plan before; null where there was none. */
  previous: readonly StepName[] | null
  /** Only the first answer, without searching. */
  quick: boolean
}

/** Indexes of all steps, what comes first at the front. The same problem and the same plan before give the same order. */
export function orderSteps(problem: PlanProblem, { seed, previous, quick }: Search): Int16Array {
  const fresh = ratioOrder(problem)
  const known = previous === null ? null : orderFrom(problem, previous, fresh)
  const schedule = scheduler(problem)
  const worthOf = (order: Int16Array) => {
    schedule.place(order)
    return schedule.worth()
  }
  if (quick) return known !== null && worthOf(known) >= worthOf(fresh) ? known : fresh
  const best = anneal(problem, fresh, seed)
  if (known === null) return best
  const near = climb(problem, known, seed)
  const enough = Math.max(worthOf(best), worthOf(near)) * (1 - SAME_WORTH)
  return [known, near].find((order) => worthOf(order) >= enough) ?? best
}

/** The steps of the plan before in their order; a new one comes before the first that follows it in `fresh`. */
function orderFrom(problem: PlanProblem, previous: readonly StepName[], fresh: Int16Array): Int16Array {
  const nameOf = ({ skill, level }: StepName) => `${skill} ${level}`
  const indexes = new Map(problem.steps.map((step, index) => [nameOf(step), index]))
  const order = previous.flatMap((step) => indexes.get(nameOf(step)) ?? [])
  const place = new Int16Array(fresh.length)
  for (const [at, index] of fresh.entries()) place[index] = at
  const known = new Set(order)
  for (const index of fresh) {
    if (known.has(index)) continue
    const before = order.findIndex((other) => (place[other] ?? 0) > (place[index] ?? 0))
    order.splice(before === -1 ? order.length : before, 0, index)
  }
  return Int16Array.from(order)
}
