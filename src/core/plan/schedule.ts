// Places steps in quarters, each as early as everything allows, and says what the outcome is worth.

import { GATE_SHARE, type PlanProblem, quarterWeights } from './plan-problem.ts'

/** In an array of quarters: the step does not fit into the horizon. */
export const NEVER = -1
const OPEN = -2
/** Hours are compared with this tolerance. */
const SLACK = 1e-9

export interface Scheduler {
  /** The quarter of each step after `place`; NEVER where it does not fit. */
  quarterOf: Int16Array
  /** Steps in the order in which they were placed; `placedCount` of them. */
  placed: Int16Array
  placedCount(): number
  /** Places all steps, each in the earliest quarter that satisfies every constraint, needs before dependants. */
  place(order: ArrayLike<number>): void
  /** Σ over quarters of weight × Σ over roles of share × [(1 − g) coverage + g nearest must-have]. */
  worth(): number
}

/** One set of arrays that is used again for every order: annealing asks for tens of thousands. */
export function scheduler(problem: PlanProblem): Scheduler {
  const { steps, available, limit } = problem
  const quarters = available.length
  const quarterOf = new Int16Array(steps.length)
  const placed = new Int16Array(steps.length)
  const finished = new Int16Array(quarters)
  const used = new Float64Array(quarters)
  // room[q]: hours that a step finished in q may take without exceeding any later budget.
  const room = new Float64Array(quarters)
  const state = { placed: 0, busy: -1 }
  const worthOf = worthFunction(problem, quarterOf)

  const earliestQuarter = (index: number): number => {
    const step = steps[index]
    if (step === undefined) return NEVER
    let quarter = step.earliest
    for (const need of step.needs) {
      if (quarterOf[need] === OPEN) placeStep(need)
      const done = quarterOf[need] ?? NEVER
      if (done < 0) return NEVER
      if (done >= quarter) quarter = done + 1
    }
    for (const before of step.after) {
      if (quarterOf[before] === OPEN) placeStep(before)
      const done = quarterOf[before] ?? NEVER
      if (done < 0) return NEVER
      if (done > quarter) quarter = done
    }
    return quarter
  }

  // The fewest hours that a step can take: what does not fit at the end fits nowhere.
  const fewest = Float64Array.from(
    steps,
    (step) => step.hours * (1 - Math.max(0, ...step.savedBy.map(({ share }) => share))),
  )
  const isPlain = Uint8Array.from(steps, (step) => Number(step.savedBy.length === 0))

  const placeStep = (index: number): void => {
    if ((room[quarters - 1] ?? 0) + SLACK < (fewest[index] ?? 0)) {
      quarterOf[index] = NEVER
      return
    }
    let quarter = earliestQuarter(index)
    quarterOf[index] = NEVER
    if (quarter === NEVER) return
    for (; quarter < quarters; quarter += 1) {
      if ((finished[quarter] ?? 0) >= (limit[quarter] ?? 0)) continue
      const hours = isPlain[index] === 1 ? (fewest[index] ?? 0) : hoursIn(problem, quarterOf, index, quarter)
      if ((room[quarter] ?? 0) + SLACK < hours) continue
      book(index, quarter, hours)
      return
    }
  }

  const book = (index: number, quarter: number, hours: number): void => {
    quarterOf[index] = quarter
    placed[state.placed++] = index
    finished[quarter] = (finished[quarter] ?? 0) + 1
    let least = Number.POSITIVE_INFINITY
    for (let q = quarters - 1; q >= 0; q -= 1) {
      if (q >= quarter) used[q] = (used[q] ?? 0) + hours
      least = Math.min(least, (available[q] ?? 0) - (used[q] ?? 0))
      room[q] = least
    }
  }

  return {
    quarterOf,
    placed,
    placedCount: () => state.placed,
    place(order) {
      quarterOf.fill(OPEN)
      finished.fill(0)
      used.fill(0)
      for (let q = 0; q < quarters; q += 1) room[q] = available[q] ?? 0
      state.placed = 0
      for (const index of problem.first) if (quarterOf[index] === OPEN) placeStep(index)
      for (let n = 0; n < order.length; n += 1) {
        const index = order[n] ?? 0
        if (quarterOf[index] === OPEN) placeStep(index)
      }
    },
    worth: worthOf,
  }
}

/** Hours of a step finished in a quarter, less what earlier steps save. */
export function hoursIn(
  problem: PlanProblem,
  quarterOf: ArrayLike<number>,
  index: number,
  quarter: number,
): number {
  const step = problem.steps[index]
  if (step === undefined) return 0
  let saved = 0
  for (const { step: from, share } of step.savedBy) {
    const done = quarterOf[from] ?? NEVER
    if (done >= 0 && done < quarter && share > saved) saved = share
  }
  return step.hours * (1 - saved)
}

function worthFunction(problem: PlanProblem, quarterOf: Int16Array): () => number {
  const weights = quarterWeights(problem.available.length)
  const quarters = weights.length
  // From a quarter to the end: a step counts in every quarter after it is done.
  const onwards = weights.map((_, quarter) => weights.slice(quarter).reduce((sum, weight) => sum + weight, 0))
  const all = onwards[0] ?? 0
  const gains = problem.steps.map((step) => step.gain)
  const nearest = new Float64Array(quarters)
  return () => {
    let worth = problem.base * all
    for (let index = 0; index < gains.length; index += 1) {
      const quarter = quarterOf[index] ?? NEVER
      if (quarter >= 0) worth += (gains[index] ?? 0) * (onwards[quarter] ?? 0)
    }
    for (const gate of problem.gates) {
      if (gate.mustHaves.length === 0) continue
      nearest.fill(1)
      for (const { start, needed, steps } of gate.mustHaves) {
        let [level, next] = [start, 0]
        for (let q = 0; q < quarters; q += 1) {
          for (; next < steps.length; next += 1) {
            const done = quarterOf[steps[next] ?? 0] ?? NEVER
            if (done < 0 || done > q) break
            level += 1
          }
          if (level >= needed) break
          const share = level / needed
          if (share < (nearest[q] ?? 0)) nearest[q] = share
        }
      }
      for (let q = 0; q < quarters; q += 1) {
        worth += GATE_SHARE * gate.share * (weights[q] ?? 0) * (nearest[q] ?? 0)
      }
    }
    return worth
  }
}
