// Keeping a plan, reporting a week, and taking back whatever was done last on the page.
import { useEffect, useState } from 'react'
import type { PlanState } from '../../core/plan/plan-state.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { reportWords } from '../../core/progress/report-words.ts'
import { planWords } from '../words/plan.ts'
import { progressWords } from '../words/progress.ts'
import { undoReports } from './reports.ts'
import type { KeptPlan, Report } from './use-kept-plan.ts'
import type { Board } from './use-plan-board.ts'

/** What was written last here, and what it undoes to: the plans that held before on this visit, newest last. */
type Written =
  | { kind: 'kept'; before: readonly string[] }
  | { kind: 'reported'; reports: readonly Report[] }
  | null

/** `language` of the framework's names. */
export function usePlanWrites(board: Board, kept: KeptPlan, language: string) {
  const [written, setWritten] = useState<Written>(null)
  const { trial } = board
  const { calm } = kept
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of what is tried is what ends the trouble.
  useEffect(calm, [calm, trial.now])

  /** Told once everything was read again, so that the date is compared with the one before. */
  const told = async (subject: string, write: Promise<PlanState | null>): Promise<boolean> => {
    const before = board.before()
    const after = await write
    if (after === null) return false
    const why = reportWords(kept.state, after, language)
    trial.tell(before ? { subject, change: null, before, why } : null)
    return true
  }
  const stood = written?.kind === 'kept' ? written.before : []
  const holds = kept.state.kept?.revisionId
  const withHolding = holds === undefined ? stood : [...stood, holds]
  const keep = async () => {
    if ((await kept.keep(trial.now)) !== null) setWritten({ kind: 'kept', before: withHolding })
  }
  const goBack = async (to: string, before = withHolding) => {
    if (await told(planWords.undone, kept.goBack(to))) setWritten({ kind: 'kept', before })
  }
  /** Whether all of it is kept. */
  const report = async (reports: readonly Report[]) => {
    const isKept = await told(progressWords.subject, kept.report(reports))
    if (isKept) setWritten({ kind: 'reported', reports })
    return isKept
  }
  const takeBack = async (entries: readonly ProgressEntry[]) => {
    if (await told(progressWords.takenBack, kept.takeBack(entries))) setWritten(null)
  }
  const undoWritten = async (reports: readonly Report[]) => {
    if (await told(progressWords.takenBack, undoReports(kept, reports))) setWritten(null)
  }

  const earlier = stood.at(-1)
  const undo = () => {
    if (trial.canUndo) board.undo()
    else if (written?.kind === 'reported') void undoWritten(written.reports)
    else if (earlier !== undefined) void goBack(earlier, stood.slice(0, -1))
  }
  return {
    keep,
    goBack: (to: string) => goBack(to),
    report,
    takeBack,
    undo,
    canUndo: trial.canUndo || written?.kind === 'reported' || earlier !== undefined,
  }
}
