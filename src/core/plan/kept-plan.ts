// A plan as it is kept: the wishes, the levels and the plan that came of them, one revision after the other.

import type { Estimates } from '../planning/estimates.ts'
import type { Plan } from './plan.ts'
import type { StepName } from './plan-request.ts'

/** What the person wants; everything else in a plan follows from it and from their levels. */
export interface PlanChoices {
  /** The role held. */
  fromRole: string
  /** Role ids with shares of 0 or more, which need not add up to 1. The role held means: remain and deepen. */
  destinations: { role: string; share: number }[]
  /** Hours of practice a week, by quarter from the current one on; the last figure goes on. 0 to 60. */
  hoursPerWeek: number[]
  /** How far ahead, in quarters of 13 weeks; more than 0, at most 40. */
  quarters: number
  /** Growth areas that may be finished in one quarter. */
  focusLimit: number
  /** Weeks in a row that felt heavy, up to now. */
  heavyWeeks: number
  /** Skill ids that come first, in this order. */
  pins: string[]
  /** Skill ids that are left out. */
  without: string[]
  /** Skill ids in the order that the person wishes for. */
  order: string[]
  /** By skill id: from which quarter on (1 is the current one) there is an opportunity to practise it. */
  opportunities: Record<string, number>
  seed: number
}

export interface PlanRevision {
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first plan on this framework version. */
  version: number
  frameworkDigest: string
  madeAt: string
  /** The Monday on which the first quarter of the plan began; `choices` count quarters from it. */
  startsOn: string
  choices: PlanChoices
  /** Steps of the current quarter that were kept as they were. */
  frozen: StepName[]
  /** Levels that it was made from. */
  estimates: Estimates
  plan: Plan
  /** Why it differs from the one before, in sentences; at least one. */
  why: string[]
  /** The earlier revision that it repeats; null where it was made anew. */
  repeats: string | null
}

/** A line of the history. */
export type PlanSummary = Pick<
  PlanRevision,
  'revisionId' | 'version' | 'madeAt' | 'startsOn' | 'choices' | 'why' | 'repeats'
>
