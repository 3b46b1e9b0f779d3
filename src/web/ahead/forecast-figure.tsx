// When skills may be there: the forecast's own sentences, its figure, and the same as tables.
import type { Milestone } from '../../core/forecast/forecast.ts'
import type { PlanForecast } from '../../core/forecast/forecast-plan.ts'
import { NO_DATE_BEYOND } from '../../core/forecast/forecast-words.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { ForecastFan } from '../charts/forecast-fan/forecast-fan.tsx'
import { forecastGeometry } from '../charts/forecast-fan/geometry.ts'
import { pagePalette } from '../charts/palette.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { forecastWords } from '../words/forecast-fan.ts'
import { percent } from '../words/kind.ts'
import { aRole } from '../words/names.ts'

/** `today` as 2026-11-26, the day for which the forecast was made. */
export function ForecastFigure(props: { framework: Framework; forecast: PlanForecast; today: string }) {
  const { framework, forecast, today } = props
  const palette = pagePalette(framework)
  return (
    <ChartFigure
      reading={
        <ul className="marked-list">
          {forecast.words.map(({ kind, sentence }) => (
            <li key={kind}>{sentence}</li>
          ))}
        </ul>
      }
      help={forecastWords.help}
      draw={(width) => (
        <ForecastFan
          geometry={forecastGeometry(forecast, today, width)}
          palette={palette}
          label={forecastWords.label(aRole(framework, forecast.role))}
        />
      )}
      tableSummary={forecastWords.table}
      table={
        <>
          <MilestoneTable milestones={forecast.milestones} />
          <CoverageTable fan={forecast.fan} />
        </>
      }
    >
      <p className="small quiet">{forecastWords.honest}</p>
    </ChartFigure>
  )
}

function span(weeks: number): string {
  return weeks > NO_DATE_BEYOND ? forecastWords.beyond : forecastWords.weeks(Math.round(weeks))
}

function MilestoneTable({ milestones }: { milestones: readonly Milestone[] }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{forecastWords.tableMilestone}</th>
          <th scope="col">{forecastWords.half}</th>
          <th scope="col">{forecastWords.most}</th>
        </tr>
      </thead>
      <tbody>
        {milestones.map(({ kind, p50, p80 }) => (
          <tr key={kind}>
            <th scope="row">{forecastWords.milestone[kind]}</th>
            <td>{span(p50)}</td>
            <td>{span(p80)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CoverageTable({ fan }: { fan: PlanForecast['fan'] }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{forecastWords.covered}</th>
          <th scope="col">{forecastWords.half}</th>
          <th scope="col">{forecastWords.tableLikely}</th>
        </tr>
      </thead>
      <tbody>
        {fan.map(({ quarter, p10, p50, p90 }) => (
          <tr key={quarter}>
            <th scope="row">{quarter === 0 ? forecastWords.now : forecastWords.quarters(quarter)}</th>
            <td>{percent(p50)}</td>
            <td>
              {percent(p10)} – {percent(p90)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
