// What the page and its planning threads say to each other.
import type { PlanForecast } from '../../core/forecast/forecast-plan.ts'
import type { PaceEvidence } from '../../core/forecast/pace.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { PlanProblem } from '../../core/plan/plan-problem.ts'
import type { PlanRequest } from '../../core/plan/plan-request.ts'

export interface PlanQuestion {
  kind: 'plan'
  request: PlanRequest
  /** A kept plan that is followed: it is forecast as it stands. */
  follow: Followed | null
  /** As 2026-11-25. */
  today: string
  /** What is known of the person's pace. */
  evidence: PaceEvidence
  /** Hours already spent on the first step. */
  spentOnFirst: number
}

/** A plan that was kept, and the request that it answered: what it can be proven against. */
export interface Followed {
  plan: Plan
  request: PlanRequest
}

export interface SensitivityQuestion {
  kind: 'sensitivity'
  request: PlanRequest
}

export interface PlanAnswer {
  plan: Plan
  problem: PlanProblem
  /** One for each destination, in their order. */
  forecasts: PlanForecast[]
}

export interface ProofQuestion {
  problem: PlanProblem
  worth: number
  /** The solver gives up after so long. */
  seconds: number
}
