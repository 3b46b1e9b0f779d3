// Looking back on a week: what the plan asks in this quarter, what was said before, and keeping or undoing what is said now.
import { useMemo, useState } from 'react'
import type { CheckIn, CheckInContent } from '../../core/check-in/check-in.ts'
import type { MadeForecasts } from '../../core/forecast/kept-forecast.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { followPlan } from '../../core/plan/follow-plan.ts'
import type { GrowthArea } from '../../core/plan/plan.ts'
import { reportWords } from '../../core/progress/report-words.ts'
import { reportOf, saysMore, undoReports } from '../plan/reports.ts'
import { type KeptPlan, type Report, useKeptForecasts, useKeptPlan } from '../plan/use-kept-plan.ts'
import { explainProblem } from '../words/trouble.ts'
import { type KeptCheckIns, useCheckIns } from './use-check-ins.ts'
import { weekLine } from './week-line.ts'

export interface SaidOfWeek {
  week: string
  reports: Parameters<typeof reportOf>[2][]
  /** Null where both questions and the line were skipped. */
  content: CheckInContent | null
}

/** What came of keeping a week. */
export interface WeekTold {
  /** `half`: what was practised is kept, and what was said besides was refused. */
  kind: 'kept' | 'half' | 'nothing' | 'undone'
  /** What the reports say, in sentences. */
  why: string[]
  /** Forecasts before it; null where nothing was reported, so that no date can move. */
  before: MadeForecasts | null
  undo: { reports: readonly Report[]; week: string; earlier: CheckIn | null; isSaid: boolean } | null
}

export interface Week {
  plan: KeptPlan
  checkIns: KeptCheckIns
  /** Steps of this quarter; null where no plan is kept. */
  areas: readonly GrowthArea[] | null
  isBusy: boolean
  told: WeekTold | null
  /** By how much dates moved, in sentences; null while that is worked out. */
  moved: string[] | null
  trouble: string | null
  keep(said: SaidOfWeek): Promise<void>
  undo(): Promise<void>
}

export function useWeek(framework: Framework): Week {
  const plan = useKeptPlan()
  const checkIns = useCheckIns()
  const forecasts = useKeptForecasts(plan.state)
  const areas = useAreas(framework, plan)
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState<WeekTold | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const say = async (week: string, content: CheckInContent | null, stands: WeekTold | null) => {
    const current = checkInOf(checkIns, week)
    if (essenceOf(content) === essenceOf(current)) return { isSaid: false, earlier: current }
    const outcome = await checkIns.keep(week, content, current)
    if (!outcome.ok) throw new Refused(explainProblem(outcome.failure), stands)
    return { isSaid: true, earlier: current }
  }
  const report = async (reports: readonly Report[]) => {
    if (reports.length === 0) return []
    const after = await plan.report(reports)
    if (after === null) throw new Refused(null, null)
    return reportWords(plan.state, after, framework.language)
  }
  /** One thing at a time; what was refused is said, the form stays as it is, and `told` says what stands all the same. */
  const attempt = async (work: () => Promise<WeekTold>) => {
    setBusy(true)
    setTrouble(null)
    try {
      setTold(await work())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setTold(error.told)
      setTrouble(error.words)
    } finally {
      setBusy(false)
    }
  }

  return {
    plan,
    checkIns,
    areas,
    isBusy,
    told,
    moved: told?.before === forecasts ? [] : (forecasts?.moved ?? null),
    trouble: trouble ?? plan.trouble,
    keep: ({ week, reports: said, content }) =>
      attempt(async () => {
        const reports = said.map((one) => reportOf(plan.entries, week, one, areas ?? [])).filter(saysMore)
        const why = await report(reports)
        const reported = { why, before: reports.length > 0 ? forecasts : null }
        const half: WeekTold = {
          kind: 'half',
          ...reported,
          undo: { reports, week, earlier: null, isSaid: false },
        }
        const { isSaid, earlier } = await say(week, content, reports.length > 0 ? half : null)
        weekLine.remove(week)
        if (reports.length === 0 && !isSaid) return { kind: 'nothing', why: [], before: null, undo: null }
        return { kind: 'kept', ...reported, undo: { reports, week, earlier, isSaid } }
      }),
    undo: () =>
      attempt(async () => {
        const last = told?.undo
        if (last == null) return { kind: 'nothing', why: [], before: null, undo: null }
        if ((await undoReports(plan, last.reports)) === null) throw new Refused(null, told)
        if (last.isSaid) await say(last.week, last.earlier, told)
        const before = last.reports.length > 0 ? forecasts : null
        return { kind: 'undone', why: [], before, undo: null }
      }),
  }
}

/** `words`: what went wrong; null where the plan says it itself. `told`: what stands all the same, and can be undone. */
class Refused extends Error {
  readonly words: string | null
  readonly told: WeekTold | null
  constructor(words: string | null, told: WeekTold | null) {
    super(words ?? '')
    this.words = words
    this.told = told
  }
}

export function checkInOf({ checkIns }: Pick<KeptCheckIns, 'checkIns'>, week: string): CheckIn | null {
  return checkIns.find((one) => one.week === week) ?? null
}

function essenceOf(content: CheckInContent | null): string {
  return content === null ? '' : JSON.stringify([content.inTheWay, content.ownAnswers])
}

/** The kept plan's current quarter, without what is reached. */
function useAreas(framework: Framework, { state }: KeptPlan): readonly GrowthArea[] | null {
  const { kept, estimates, today } = state
  return useMemo(
    () => kept && (followPlan(framework, kept, estimates, today).quarters[0]?.areas ?? []),
    [framework, kept, estimates, today],
  )
}
