// The tables of growth as Kysely sees them: plans, what was practised, forecasts and what became of them.

import type { Generated } from 'kysely'
import type { MilestoneKind } from '../../core/forecast/forecast.ts'
import type { PlanChoices } from '../../core/plan/kept-plan.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { StepName } from '../../core/plan/plan-request.ts'
import type { Estimates } from '../../core/planning/estimates.ts'
import type { Json } from '../json-column.ts'

export interface PlanRevisionTable {
  org_id: string
  owner_id: string
  revision_id: string
  version: number
  replaces: string | null
  framework_digest: string
  starts_on: string
  choices: Json<PlanChoices>
  frozen: Json<StepName[]>
  estimates: Json<Estimates>
  plan: Json<Plan>
  why: Json<string[]>
  repeats: string | null
  audience: Generated<string>
  made_at: string
}

export interface ProgressRevisionTable {
  org_id: string
  owner_id: string
  revision_id: string
  framework_id: string
  framework_digest: string
  week: string
  skill: string
  level: number
  version: number
  replaces: string | null
  withdrawn: boolean
  hours: number
  practices: Json<string[]>
  done: boolean
  note: string
  audience: Generated<string>
  reported_at: string
}

export interface ForecastTable {
  org_id: string
  owner_id: string
  id: string
  plan_revision_id: string
  framework_digest: string
  role: string
  milestone: MilestoneKind
  skill: string | null
  level: number | null
  made_on: string
  quantiles: Json<(number | null)[]>
  numbers: string
  horizon_weeks: number
  audience: Generated<string>
  made_at: string
}

export interface ForecastOutcomeTable {
  org_id: string
  forecast_id: string
  owner_id: string
  reached_on: string | null
  audience: Generated<string>
  resolved_at: string
}
