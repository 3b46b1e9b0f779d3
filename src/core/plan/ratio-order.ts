// The first answer: again and again the step, with what it still needs, that brings most for its hours.

import { GATE_SHARE, type PlanProblem } from './plan-problem.ts'

/**
 * Sidney's ratio rule for 1|prec|Σ w C, greedy over single steps with their unmet needs: exact for trees without a
 * must-have share and a focus limit (Horn 1972), and a start for annealing otherwise.
 */
export function ratioOrder(problem: PlanProblem): Int16Array {
  const { steps } = problem
  const gains = gainsWithGate(problem)
  const closures = steps.map((_, index) => closureOf(problem, index))
  const done = new Uint8Array(steps.length)
  const order: number[] = []
  while (order.length < steps.length) {
    let [best, bestRatio] = [-1, -1]
    for (let index = 0; index < steps.length; index += 1) {
      if (done[index] === 1) continue
      let [gain, hours] = [0, 0]
      for (const one of closures[index] ?? []) {
        if (done[one] === 1) continue
        gain += gains[one] ?? 0
        hours += steps[one]?.hours ?? 0
      }
      const ratio = gain / Math.max(hours, 1e-6)
      if (ratio > bestRatio + 1e-12) [best, bestRatio] = [index, ratio]
    }
    for (const one of closures[best] ?? []) {
      if (done[one] === 0) order.push(one)
      done[one] = 1
    }
  }
  return Int16Array.from(order)
}

/** A must-have's step moves the nearest one at most by its own share; among several it is the more to blame. */
function gainsWithGate({ steps, gates }: PlanProblem): number[] {
  const gains = steps.map((step) => step.gain)
  for (const { share, mustHaves } of gates) {
    for (const { needed, steps: own } of mustHaves) {
      for (const index of own) {
        gains[index] = (gains[index] ?? 0) + (GATE_SHARE * share) / (needed * mustHaves.length)
      }
    }
  }
  return gains
}

/** The step and everything it needs, needs first. */
export function closureOf(problem: PlanProblem, index: number): number[] {
  const closure: number[] = []
  const seen = new Set<number>()
  const add = (one: number) => {
    if (seen.has(one)) return
    seen.add(one)
    const step = problem.steps[one]
    for (const need of step?.needs ?? []) add(need)
    for (const before of step?.after ?? []) add(before)
    closure.push(one)
  }
  add(index)
  return closure
}
