// A plan as a calm timeline with its reading, and the same as a table.
import type { Framework } from '../../core/framework/framework.ts'
import type { GrowthArea, Plan } from '../../core/plan/plan.ts'
import type { StepName } from '../../core/plan/plan-request.ts'
import { inSentence, oneDecimal } from '../../core/planning/plain-words.ts'
import { monthAndYear, WEEKS_PER_QUARTER } from '../charts/calendar-axis.ts'
import { pagePalette } from '../charts/palette.ts'
import { timelineGeometry } from '../charts/plan-timeline/geometry.ts'
import { PlanTimeline } from '../charts/plan-timeline/plan-timeline.tsx'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { timelineWords } from '../words/plan-timeline.ts'

interface FigureProps {
  framework: Framework
  plan: Plan
  /** Such as 2026-11-26: the first quarter begins then. */
  today: string
  /** As in the request that made the plan: with any, the current quarter is marked as kept. */
  frozen?: readonly StepName[]
  /** Address that a skill's name leads to, such as an anchor further down the page. */
  hrefOf?: (skill: string) => string
}

export function PlanTimelineFigure({ framework, plan, today, frozen = [], hrefOf }: FigureProps) {
  const palette = pagePalette(framework)
  return (
    <ChartFigure
      reading={<p>{timelineReading(framework, plan)}</p>}
      help={timelineWords.help}
      draw={(width) => (
        <PlanTimeline
          geometry={timelineGeometry(framework, plan, today, width)}
          palette={palette}
          label={timelineWords.label}
          kept={frozen.length > 0}
          hrefOf={hrefOf}
        />
      )}
      tableSummary={timelineWords.table}
      table={<TimelineTable plan={plan} today={today} />}
    />
  )
}

function timelineReading(framework: Framework, plan: Plan): string {
  const say = (area: GrowthArea) => {
    const name = inSentence(area.name, framework.language)
    return area.state === 'finishes'
      ? timelineWords.to(name, area.level)
      : timelineWords.onTheWay(name, area.level)
  }
  const areas = plan.quarters.flatMap((quarter) => quarter.areas)
  if (areas.length === 0) return timelineWords.nothing
  const skills = new Set(areas.map(({ skill }) => skill))
  const now = (plan.quarters[0]?.areas ?? []).map(say)
  return timelineWords.reading(now, {
    steps: plan.steps.length,
    skills: skills.size,
    quarters: plan.quarters.length,
    later: plan.later.length,
    waiting: new Set(plan.waiting.map(({ skill }) => skill)).size,
  })
}

function TimelineTable({ plan, today }: { plan: Plan; today: string }) {
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{timelineWords.quarter}</th>
            <th scope="col">{timelineWords.skill}</th>
            <th scope="col">{timelineWords.level}</th>
            <th scope="col" className="figure">
              {timelineWords.hours}
            </th>
            <th scope="col">{timelineWords.state}</th>
          </tr>
        </thead>
        <tbody>
          {plan.quarters.flatMap(({ quarter, areas }) =>
            areas.map((area) => (
              <tr key={`${quarter} ${area.skill} ${area.level}`}>
                <td className="nowrap">
                  {timelineWords.quarterFrom(quarter, monthAndYear(today, (quarter - 1) * WEEKS_PER_QUARTER))}
                </td>
                <th scope="row">{area.name}</th>
                <td className="nowrap">
                  {area.from} → {area.level}
                </td>
                <td className="figure">{oneDecimal(area.hours)}</td>
                <td>{area.state === 'finishes' ? timelineWords.reached : timelineWords.underWay}</td>
              </tr>
            )),
          )}
          <RestRows plan={plan} />
        </tbody>
      </table>
    </div>
  )
}

function RestRows({ plan }: { plan: Plan }) {
  return (
    <>
      {plan.later.map((step) => (
        <tr key={`later ${step.skill} ${step.level}`}>
          <td>{timelineWords.later}</td>
          <th scope="row">{step.name}</th>
          <td className="nowrap">
            {step.level - 1} → {step.level}
          </td>
          <td className="figure">{oneDecimal(step.hours)}</td>
          <td />
        </tr>
      ))}
      {plan.waiting.map((step) => (
        <tr key={`waiting ${step.skill} ${step.level}`}>
          <td>{timelineWords.waiting}</td>
          <th scope="row">{step.name}</th>
          <td className="nowrap">
            {step.level - 1} → {step.goal}
          </td>
          <td />
          <td />
        </tr>
      ))}
    </>
  )
}
