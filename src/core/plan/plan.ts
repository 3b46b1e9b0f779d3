// A plan as it is shown: quarters with growth areas, what waits, what comes later, and a reason for everything.

import type { FirstPractice } from '../planning/level-picture.ts'
import type { Waiver } from './build-problem.ts'
import type { Waiting } from './choose-areas.ts'
import type { StepName } from './plan-request.ts'

export interface GrowthArea extends StepName {
  name: string
  /** The level before. */
  from: number
  /** Hours of practice for the whole step. */
  hours: number
  /** The framework gives no weeks for it, and the general rule stands in. */
  assumedHours: boolean
  /** `finishes` in this quarter, or is `under-way` in it and finishes in a later one. */
  state: 'finishes' | 'under-way'
  /** What to do this week; one or two. */
  practices: FirstPractice[]
  /** What somebody else would see at the level. */
  evidence: string[]
  /** One sentence on who could see it. */
  observers: string
  /** One sentence on what to look for. */
  opportunity: string
  /** One sentence on why it is here. */
  why: string
}

export interface PlanQuarter {
  /** 1 for the current one. */
  quarter: number
  /** Hours of practice that the person gives it. */
  hours: number
  areas: GrowthArea[]
}

/** A skill that should be looked at by somebody else before hours go into it. */
export interface GetRated {
  skill: string
  name: string
  needed: number
  /** Chance that the level is there already; 0.25 to 0.75. */
  chance: number
  sentence: string
}

export interface LaterStep extends StepName {
  name: string
  hours: number
}

export interface PlannedStep extends LaterStep {
  /** 1 for the current one. */
  quarter: number
}

export interface Plan {
  quarters: PlanQuarter[]
  /** All planned steps in the order of work. */
  steps: PlannedStep[]
  /** Chosen, but not within the hours and quarters there are; what is worth most first. */
  later: LaterStep[]
  /** What no hours bring: it waits for an opportunity. */
  waiting: Waiting[]
  /** The same in sentences, skills that wait for the same together. */
  waitingSentences: string[]
  getRated: GetRated[]
  waived: Waiver[]
  /** Why the plan begins with something else than the focus does; empty where they agree. */
  besideFocus: string[]
  /** What was changed or left out, in sentences. */
  notes: string[]
  /** Worth of the plan in its own measure, for comparing plans of the same request. */
  worth: number
}
