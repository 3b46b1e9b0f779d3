// A plan as numbers: steps with hours, what each needs before it, and what it is worth to each role.

import type { StepName } from './plan-request.ts'

export interface PlanStep extends StepName {
  name: string
  /** Deliberate practice beside daily work. */
  hours: number
  /** The framework gives no weeks for it, and the general rule stands in. */
  assumedHours: boolean
  /** Steps that must be done in an earlier quarter: the previous level, and what the skill builds on. */
  needs: number[]
  /** Steps that must be done in the same quarter or before: wishes for an order. */
  after: number[]
  /** The first quarter in which it may be finished, 0 for the current one. */
  earliest: number
  /** Steps whose being done in an earlier quarter makes this one shorter; the largest share counts. */
  savedBy: { step: number; share: number }[]
  /** What it adds to the coverage of all roles together, by their shares: 0 to 1. */
  gain: number
}

/** The must-haves of one role that practice can reach. */
export interface RoleGate {
  share: number
  mustHaves: { start: number; needed: number; steps: number[] }[]
  /**
   * Critical skills that practice can bring further, by the steps that matter for being ready to try: `nearly` leaves one
   * level open, -1 where that is so already; `met` leaves none.
   */
  critical: { nearly: number; met: number }[]
}

export interface PlanProblem {
  steps: PlanStep[]
  /** Hours available by the end of each quarter, added up. */
  available: number[]
  limit: number[]
  gates: RoleGate[]
  /** Steps that come before all others, in this order: frozen, put first by the framework, pinned. */
  first: number[]
  /** Worth of everything reached already at the end of each quarter, in each of them the same. */
  base: number
}

/**
 * Weight of what is reached by the end of a quarter: a little less for each later one, the last three times. By
 * multiplication, because `**` rounds differently in different engines, and a tie decided by the last bit would give a
 * browser another plan than the server.
 */
export function quarterWeights(quarters: number): number[] {
  let weight = 1
  return Array.from({ length: quarters }, (_, quarter) => {
    const own = weight * (quarter === quarters - 1 ? 3 : 1)
    weight *= 0.93
    return own
  })
}

/** Share of the worth that lies in the must-have that is furthest from being met. */
export const GATE_SHARE = 0.35
