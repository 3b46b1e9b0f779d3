// The current quarter of a plan: its growth areas in full, and the report of a week.
import { memo, useDeferredValue } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { GrowthArea, Plan } from '../../core/plan/plan.ts'
import { addWeeks, mondayOf } from '../../core/plan/quarter-calendar.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { today } from '../data/today.ts'
import { planWords, quarterEnd } from '../words/plan.ts'
import { PlanArea } from './plan-area.tsx'
import { PlanProgress } from './plan-progress.tsx'
import { reportOf, saysMore } from './reports.ts'
import type { KeptPlan, Report } from './use-kept-plan.ts'

interface Props {
  framework: Framework
  plan: Plan
  keptPlan: KeptPlan
  onReport: (reports: readonly Report[]) => Promise<boolean>
  onTakeBack: (entries: readonly ProgressEntry[]) => void
}

/** So many weeks back can be reported. */
const WEEKS_BACK = 8

export function PlanThisQuarter({ framework, plan, keptPlan, onReport, onTakeBack }: Props) {
  const { state, entries, busy } = keptPlan
  const [current] = plan.quarters
  const calm = useDeferredValue(current?.areas)
  if (current === undefined || plan.steps.length + plan.later.length === 0) return null
  const monday = mondayOf(today())
  const weeks = Array.from({ length: WEEKS_BACK }, (_, ago) => addWeeks(monday, -ago))
  return (
    <section className="section stack">
      <h2>{planWords.thisQuarter}</h2>
      <p className="quiet">{planWords.thisQuarterLead(quarterEnd(state.startsOn, 1), current.hours)}</p>
      {current.areas.length === 0 ? <p>{planWords.noAreas}</p> : null}
      <Areas framework={framework} areas={calm ?? current.areas} />
      {state.kept === null ? null : (
        <PlanProgress
          framework={framework}
          areas={current.areas}
          entries={entries}
          weeks={weeks}
          isSaving={busy === 'reporting'}
          onReport={async (week, said) => {
            const reports = said.map((one) => reportOf(entries, week, one, current.areas)).filter(saysMore)
            return reports.length === 0 || onReport(reports)
          }}
          onTakeBack={(entry) => onTakeBack([entry])}
        />
      )}
    </section>
  )
}

/** Follows a drag a moment later than the list under the hand. */
const Areas = memo(function Areas(props: { framework: Framework; areas: readonly GrowthArea[] }) {
  return (
    <div className="plan-areas">
      {props.areas.map((area) => (
        <PlanArea key={`${area.skill} ${area.level}`} framework={props.framework} area={area} />
      ))}
    </div>
  )
})
