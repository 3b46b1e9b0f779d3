// The plan as a mixed-integer programme in LP format, for a solver that proves how good an order is.

import { GATE_SHARE, type PlanProblem, type PlanStep, quarterWeights } from './plan-problem.ts'

/** A sum of variables times numbers. A solver may keep only the last of repeated variables, so they are added up. */
type Terms = Map<string, number>

interface Row {
  terms: Terms
  limit: number
}

export interface Proof {
  /** Worth that no plan exceeds, in the measure of `Plan.worth`. */
  bound: number
  /** How far a plan is below the bound at most, as a share: 0 is the best there is. */
  below: number
}

/** What a solver answers: the best objective found and how far the true one may be above it, as a share. */
export interface Solved {
  objective: number
  /** The relative gap at which the solver was allowed to stop. */
  gap: number
}

/**
 * Binary `x_j_q`: step j is done by the end of quarter q. Continuous `m_r_q`: the nearest must-have of role r.
 * Continuous `u_i_j_q`: step j is done and was made shorter by step i. Maximises what `scheduler().worth` computes.
 */
export function proofModel(problem: PlanProblem): string {
  const possible = earliestQuarters(problem.steps)
  const quarters = problem.available.map((_, quarter) => quarter)
  const has = (step: number, quarter: number) => quarter >= (possible[step] ?? Number.POSITIVE_INFINITY)
  const rows = [
    ...orderRows(problem, quarters, has),
    ...hourRows(problem, quarters, has),
    ...limitRows(problem, quarters, has),
    ...gateRows(problem, quarters, has),
    ...savingRows(problem, quarters, has),
  ]
  const binaries = problem.steps.flatMap((_, step) =>
    quarters.filter((quarter) => has(step, quarter)).map((quarter) => x(step, quarter)),
  )
  const bounded = problem.gates.flatMap((gate, role) =>
    gate.mustHaves.length > 0 ? quarters.map((quarter) => ` 0 <= m_${role}_${quarter} <= 1`) : [],
  )
  return [
    'Maximize',
    ` worth: ${sumOf(objective(problem, quarters, has))}`,
    'Subject To',
    ...rows.map(({ terms, limit }, index) => ` r${index}: ${sumOf(terms)} <= ${numberIn(limit)}`),
    'Bounds',
    ...bounded,
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
  ].join('\n')
}

/** Holds a plan's worth against what the solver found; what is fixed before (pins, frozen) must be the same. */
export function proofOf(problem: PlanProblem, worth: number, solved: Solved): Proof {
  const all = quarterWeights(problem.available.length).reduce((sum, weight) => sum + weight, 0)
  const settled = problem.base * all
  const bound = settled + solved.objective * (1 + Math.max(0, solved.gap))
  return { bound, below: bound > 0 ? Math.max(0, (bound - worth) / bound) : 0 }
}

const x = (step: number, quarter: number) => `x_${step}_${quarter}`
type Has = (step: number, quarter: number) => boolean

/** No step before its own earliest quarter and one after each of its needs. */
function earliestQuarters(steps: readonly PlanStep[]): number[] {
  const known = new Map<number, number>()
  const of = (index: number): number => {
    const found = known.get(index)
    if (found !== undefined) return found
    const step = steps[index]
    if (step === undefined) return 0
    const earliest = Math.max(
      step.earliest,
      ...step.needs.map((need) => of(need) + 1),
      ...step.after.map((before) => of(before)),
    )
    known.set(index, earliest)
    return earliest
  }
  return steps.map((_, index) => of(index))
}

function objective(problem: PlanProblem, quarters: readonly number[], has: Has): Terms {
  const weights = quarterWeights(quarters.length)
  const terms: Terms = new Map()
  for (const quarter of quarters) {
    const weight = weights[quarter] ?? 0
    problem.steps.forEach((step, index) => {
      if (has(index, quarter)) add(terms, x(index, quarter), weight * step.gain)
    })
    problem.gates.forEach((gate, role) => {
      if (gate.mustHaves.length > 0) add(terms, `m_${role}_${quarter}`, weight * GATE_SHARE * gate.share)
    })
  }
  return terms
}

/** Once done, done; needs in an earlier quarter; wishes not later. */
function orderRows({ steps }: PlanProblem, quarters: readonly number[], has: Has): Row[] {
  return steps.flatMap((step, index) =>
    quarters
      .filter((quarter) => has(index, quarter))
      .flatMap((quarter) => {
        const own = x(index, quarter)
        const earlier = has(index, quarter - 1) ? [atMost(x(index, quarter - 1), own)] : []
        const needs = step.needs.map((need) => atMost(own, x(need, quarter - 1)))
        const wishes = step.after.map((before) => atMost(own, x(before, quarter)))
        return [...earlier, ...needs, ...wishes]
      }),
  )
}

/** smaller ≤ larger. Both exist wherever a row is made: needs are possible a quarter before what needs them. */
function atMost(smaller: string, larger: string): Row {
  const terms: Terms = new Map()
  add(terms, smaller, 1)
  add(terms, larger, -1)
  return { terms, limit: 0 }
}

function hourRows(problem: PlanProblem, quarters: readonly number[], has: Has): Row[] {
  return quarters.map((quarter) => {
    const terms: Terms = new Map()
    problem.steps.forEach((step, index) => {
      if (!has(index, quarter)) return
      add(terms, x(index, quarter), step.hours)
      for (const { step: from, share } of step.savedBy) {
        if (has(from, quarter - 1)) add(terms, `u_${from}_${index}_${quarter}`, -share * step.hours)
      }
    })
    return { terms, limit: problem.available[quarter] ?? 0 }
  })
}

function limitRows(problem: PlanProblem, quarters: readonly number[], has: Has): Row[] {
  return quarters.map((quarter) => {
    const terms: Terms = new Map()
    problem.steps.forEach((_, index) => {
      if (has(index, quarter)) add(terms, x(index, quarter), 1)
      if (has(index, quarter - 1)) add(terms, x(index, quarter - 1), -1)
    })
    return { terms, limit: problem.limit[quarter] ?? 0 }
  })
}

/** The nearest must-have is no higher than any: needed × m − Σ x ≤ start. */
function gateRows(problem: PlanProblem, quarters: readonly number[], has: Has): Row[] {
  return problem.gates.flatMap((gate, role) =>
    gate.mustHaves.flatMap(({ start, needed, steps }) =>
      quarters.map((quarter) => {
        const terms: Terms = new Map()
        add(terms, `m_${role}_${quarter}`, needed)
        for (const step of steps) if (has(step, quarter)) add(terms, x(step, quarter), -1)
        return { terms, limit: start }
      }),
    ),
  )
}

/** A saving is taken in the quarter in which the step is finished, if what saves was done before, and only once. */
function savingRows(problem: PlanProblem, quarters: readonly number[], has: Has): Row[] {
  return problem.steps.flatMap((step, index) => {
    const rows: Row[] = []
    for (const quarter of quarters.filter((one) => has(index, one))) {
      const sources = step.savedBy.filter(({ step: from }) => has(from, quarter - 1))
      const once: Terms = new Map([[x(index, quarter), -1]])
      for (const { step: from } of sources) {
        const [now, before] = [`u_${from}_${index}_${quarter}`, `u_${from}_${index}_${quarter - 1}`]
        const hadBefore = has(from, quarter - 2) && has(index, quarter - 1)
        add(once, now, 1)
        const finished: Terms = new Map([[now, 1]])
        add(finished, x(index, quarter), -1)
        const possible: Terms = new Map([[now, 1]])
        add(possible, x(from, quarter - 1), -1)
        if (has(index, quarter - 1)) add(finished, x(index, quarter - 1), 1)
        if (hadBefore) {
          add(finished, before, -1)
          add(possible, before, -1)
        }
        rows.push({ terms: finished, limit: 0 }, { terms: possible, limit: 0 })
      }
      if (sources.length > 1) rows.push({ terms: once, limit: 0 })
    }
    return rows
  })
}

function add(terms: Terms, name: string, value: number): void {
  terms.set(name, (terms.get(name) ?? 0) + value)
}

function sumOf(terms: Terms): string {
  const parts = [...terms]
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${value < 0 ? '-' : '+'} ${numberIn(Math.abs(value))} ${name}`)
  // A row or an objective without any term is not LP format.
  return parts.length > 0 ? parts.join(' ') : '0 nothing'
}

/** LP format knows no exponents in every reader. */
function numberIn(value: number): string {
  return Number(value.toFixed(12)).toString().includes('e')
    ? value.toFixed(12)
    : String(Number(value.toFixed(12)))
}
