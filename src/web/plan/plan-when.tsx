// When the milestones of a plan may be reached, for each role, with everything that this assumes and what would make it surer.

import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { PlanForecast } from '../../core/forecast/forecast-plan.ts'
import type { MadeForecasts } from '../../core/forecast/kept-forecast.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { FOCUS_LIMIT, type PlanRequest } from '../../core/plan/plan-request.ts'
import { ForecastFigure } from '../ahead/forecast-figure.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { recordPageWords } from '../words/forecast-record.ts'
import { roleName } from '../words/names.ts'
import { hoursWord, monthOf, planWords } from '../words/plan.ts'
import type { SettledPlan } from './use-planning.ts'

interface Props {
  framework: Framework
  /** The plan that the dates are of; null before the first answer. */
  last: SettledPlan | null
  /** Dates of what is on the screen are still being worked out. */
  isBusy: boolean
  /** They could not be worked out. */
  isBroken: boolean
  today: string
  /** What was kept of today's forecasts; null before the plan itself is kept. */
  kept: MadeForecasts | null
}

/** Drawn again only for other dates, not for every step of a drag. */
export const PlanWhens = memo(function PlanWhens(props: Props) {
  const { framework, last, isBusy, isBroken, today, kept } = props
  return (
    <section className="section stack" aria-busy={isBusy}>
      <h2>{planWords.when}</h2>
      {kept && kept.moved.length > 0 ? (
        <p>
          {planWords.movedSince} {kept.moved.join(' ')}
        </p>
      ) : null}
      {isBroken ? <p role="status">{planWords.noDates}</p> : null}
      {last === null && !isBroken ? <p className="quiet">{planWords.waiting}</p> : null}
      {last?.forecasts.map((forecast) => (
        <div key={forecast.role} className="stack">
          {last.forecasts.length > 1 ? (
            <h3>{planWords.whenFor(roleName(framework, forecast.role))}</h3>
          ) : null}
          <div className="no-print">
            <ForecastFigure framework={framework} forecast={withMonths(forecast)} today={today} />
          </div>
          <OnPaper forecast={withMonths(forecast)} />
        </div>
      ))}
      {last === null ? null : <Surer sentences={last.plan.getRated.map(({ sentence }) => sentence)} />}
      {last === null ? null : <Assumptions framework={framework} {...last} />}
      {kept === null ? null : (
        <p className="small quiet no-print">
          {kept.honesty.sentence}{' '}
          {kept.honesty.score === null ? null : <Link to="/forecasts">{recordPageWords.link}</Link>}
        </p>
      )}
    </section>
  )
})

/** The sentences alone: a plan for the wall is two pages at most. */
function OnPaper({ forecast }: { forecast: PlanForecast }) {
  return (
    <ul className="marked-list print-only">
      {forecast.words.map(({ kind, sentence }) => (
        <li key={kind}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Spans are for the ear, months for the calendar: each sentence says both. */
function withMonths(forecast: PlanForecast): PlanForecast {
  const words = forecast.words.map((one) => {
    const { sentence, dateHalf, dateMost } = one
    if (dateMost === null) return one
    const months = dateHalf === null ? [dateMost] : [dateHalf, dateMost]
    const said = [...new Set(months.map(monthOf))].join(' and ')
    return { ...one, sentence: `${sentence.replace(/\.$/, '')}: about ${said}.` }
  })
  return { ...forecast, words }
}

function Surer({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="stack-s no-print">
      <h3>{planWords.missingEvidence}</h3>
      <ul className="marked-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function Assumptions(props: {
  framework: Framework
  forecasts: readonly PlanForecast[]
  request: PlanRequest
}) {
  const { framework, forecasts, request } = props
  const { assume } = planWords
  const rated = framework.skills.filter((skill) => request.estimates[skill.id]?.assumed === false).length
  const hours = typeof request.hoursPerWeek === 'number' ? [request.hoursPerWeek] : request.hoursPerWeek
  return (
    <Disclosure summary={planWords.assumptions}>
      <ul className="marked-list">
        <li>{assume.hours(hours.map(hoursWord).join(', then '))}</li>
        <li>{assume.steps}</li>
        <li>{assume.levels(rated, framework.skills.length)}</li>
        <li>{assume.pace(forecasts[0]?.learnedFrom ?? 0)}</li>
        <li>{assume.order(request.focusLimit ?? FOCUS_LIMIT)}</li>
        <li>{assume.waiting}</li>
        <li>{assume.draws}</li>
      </ul>
    </Disclosure>
  )
}
