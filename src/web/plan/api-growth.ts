// The part of the program's API that is about growth: the plan, what was practised, and forecasts.
import type { ForecastRecord } from '../../core/forecast/forecast-record.ts'
import type { MadeForecasts } from '../../core/forecast/kept-forecast.ts'
import type { PlanChoices, PlanRevision, PlanSummary } from '../../core/plan/kept-plan.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import {
  contentOf,
  type ProgressContent,
  type ProgressEntry,
  type ProgressKey,
  type ProgressState,
} from '../../core/progress/progress.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export function readPlan(): Promise<PlanState> {
  return read('/plan')
}

/** Oldest first. */
export async function listPlanRevisions(): Promise<PlanSummary[]> {
  return (await read<{ revisions: PlanSummary[] }>('/plan/revisions')).revisions
}

export function savePlan(
  command: { revisionId: string; frameworkDigest: string; choices: PlanChoices; keepQuarter: boolean },
  current: string | null,
): Promise<Result<PlanRevision, Problem>> {
  return send('/plan', { method: 'PUT', body: command, headers: precondition(current) })
}

export function goBackToPlan(
  command: { revisionId: string; to: string },
  current: string,
): Promise<Result<PlanRevision, Problem>> {
  return send('/plan/back', { method: 'PUT', body: command, headers: precondition(current) })
}

export function readProgress(): Promise<ProgressState> {
  return read('/progress')
}

function placeOf({ week, skill, level }: ProgressKey): string {
  return `/progress/${week}/${encodeURIComponent(skill)}/${level}`
}

/** Of what is said, such as an earlier report that is said again, only the content is sent. */
export function saveProgress(
  key: ProgressKey,
  { revisionId, frameworkDigest, ...said }: ProgressContent & { revisionId: string; frameworkDigest: string },
  current: string | null,
): Promise<Result<ProgressEntry, Problem>> {
  const body = { ...contentOf(said), revisionId, frameworkDigest }
  return send(placeOf(key), { method: 'PUT', body, headers: precondition(current) })
}

export function withdrawProgress(entry: ProgressEntry): Promise<Result<void, Problem>> {
  return send(placeOf(entry), { method: 'DELETE', headers: precondition(entry.revisionId) })
}

export function readForecastRecord(): Promise<ForecastRecord> {
  return read('/forecast-record')
}

/** Makes today's forecasts of the plan that holds, and keeps them. */
export async function makeForecasts(planRevisionId: string): Promise<Result<MadeForecasts, Problem>> {
  return send('/forecasts', { method: 'POST', body: { planRevisionId } })
}
