// The plan that is kept and everything a next one starts from; keeping, going back, reporting, each read again after.
import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { MadeForecasts } from '../../core/forecast/kept-forecast.ts'
import type { PlanSummary } from '../../core/plan/kept-plan.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import type { ProgressContent, ProgressEntry, ProgressKey } from '../../core/progress/progress.ts'
import type { Result } from '../../core/result.ts'
import { ApiError, newId, type Problem } from '../api.ts'
import { forGood } from '../data/visit.ts'
import { planWords } from '../words/plan.ts'
import { explainProblem } from '../words/trouble.ts'
import {
  goBackToPlan,
  listPlanRevisions,
  makeForecasts,
  readPlan,
  readProgress,
  savePlan,
  saveProgress,
  withdrawProgress,
} from './api-growth.ts'
import type { Trial } from './plan-choices.ts'

const planQuery = queryOptions({ queryKey: ['plan'], queryFn: readPlan })
const historyQuery = queryOptions({
  queryKey: ['plan', 'history'],
  queryFn: listPlanRevisions,
})
export const progressQuery = queryOptions({
  queryKey: ['plan', 'progress'],
  queryFn: readProgress,
})

/** A report, with what it replaces. */
export interface Report {
  key: ProgressKey
  content: ProgressContent
  earlier: ProgressEntry | null
}

export interface KeptPlan {
  state: PlanState
  /** Newest first. */
  history: PlanSummary[]
  entries: ProgressEntry[]
  busy: 'keeping' | 'reporting' | null
  /** What went wrong last, in words. */
  trouble: string | null
  /** What went wrong is read, and the person went on. */
  calm(): void
  /** Each gives the state after it; null where it went wrong. */
  keep(trial: Trial): Promise<PlanState | null>
  goBack(to: string): Promise<PlanState | null>
  report(reports: readonly Report[]): Promise<PlanState | null>
  takeBack(entries: readonly ProgressEntry[]): Promise<PlanState | null>
}

/** What has changed since the plan was kept, in sentences; empty where nothing has, or none is kept. */
export function sinceKept({ kept, startsOn, since }: PlanState): string[] {
  if (kept === null) return []
  return kept.startsOn === startsOn ? since : [planWords.newQuarter, ...since]
}

export function useKeptPlan(): KeptPlan {
  const queries = useQueryClient()
  const state = useSuspenseQuery(planQuery).data
  const revisions = useSuspenseQuery(historyQuery).data
  const { entries } = useSuspenseQuery(progressQuery).data
  const [busy, setBusy] = useState<KeptPlan['busy']>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const calm = useCallback(() => setTrouble(null), [])
  const history = useMemo(() => revisions.toReversed(), [revisions])
  const current = state.kept?.revisionId ?? null

  /** One write after the other, up to the first that fails; whatever came of them, everything is read again. */
  const write = async (what: 'keeping' | 'reporting', steps: (() => Promise<Result<unknown, Problem>>)[]) => {
    setBusy(what)
    setTrouble(null)
    let problem: Problem | null = null
    for (const step of steps) {
      const outcome = await step()
      if (!outcome.ok) {
        problem = outcome.failure
        break
      }
    }
    await queries.refetchQueries({ queryKey: planQuery.queryKey })
    setBusy(null)
    if (problem !== null) setTrouble(explainProblem(problem))
    return problem === null ? (queries.getQueryData(planQuery.queryKey) ?? null) : null
  }
  const { digest: frameworkDigest } = state.framework
  return {
    state,
    history,
    entries,
    busy,
    trouble,
    calm,
    keep: ({ keepQuarter, anew: _, ...choices }) => {
      const command = { revisionId: newId(), frameworkDigest, choices, keepQuarter }
      return write('keeping', [() => savePlan(command, current)])
    },
    goBack: (to) => write('keeping', [() => goBackToPlan({ revisionId: newId(), to }, current ?? '')]),
    report: (reports) =>
      write(
        'reporting',
        reports.map(({ key, content, earlier }) => {
          const command = { ...content, revisionId: newId(), frameworkDigest }
          return () => saveProgress(key, command, earlier?.revisionId ?? null)
        }),
      ),
    takeBack: (taken) =>
      write(
        'reporting',
        taken.map((entry) => () => withdrawProgress(entry)),
      ),
  }
}

/** Today's forecasts of the kept plan, kept so that they can be held against what comes. */
export function useKeptForecasts(state: PlanState): MadeForecasts | null {
  const revision = state.kept?.revisionId ?? ''
  const made = useQuery({
    queryKey: ['forecasts', revision, state.today, state.pace, state.estimates],
    queryFn: async () => {
      const outcome = await makeForecasts(revision)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    enabled: revision !== '',
    // Keeps something: made again only where what it is made from, all of it in the key, is another.
    ...forGood,
  })
  return made.data ?? null
}
