// The plan that holds, with everything that a next one would start from.

import type { Estimates } from '../planning/estimates.ts'
import type { KnownPace } from '../progress/pace-evidence.ts'
import type { StepProgress } from '../progress/step-progress.ts'
import type { PlanChoices, PlanRevision } from './kept-plan.ts'
import type { StepName } from './plan-request.ts'

export interface PlanState {
  framework: { digest: string; id: string; name: string; version: string }
  /** A day; weeks and quarters are counted in it. */
  today: string
  /** The Monday on which the current quarter began. */
  startsOn: string
  kept: PlanRevision | null
  /** What a next plan would begin with, as of today; null while no role is known. */
  choices: PlanChoices | null
  /** Steps that a next plan would keep in the current quarter. */
  frozen: StepName[]
  /** Levels of today. */
  estimates: Estimates
  /** What has changed since the plan was made, in sentences. */
  since: string[]
  steps: StepProgress[]
  pace: KnownPace
}
