// How kept forecasts did: in words, as a picture of where outcomes fell, and as a table.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { recordWords } from '../../core/forecast/record-words.ts'
import type { ForecastScore } from '../../core/forecast/score-forecasts.ts'
import { oneDecimal } from '../../core/planning/plain-words.ts'
import { ForecastRecordDrawing } from '../charts/forecast-record/forecast-record.tsx'
import { recordGeometry } from '../charts/forecast-record/geometry.ts'
import { pagePalette } from '../charts/palette.ts'
import { useFramework } from '../data/use-framework.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { readForecastRecord } from '../plan/api-growth.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { recordPageWords } from '../words/forecast-record.ts'

const recordQuery = queryOptions({
  queryKey: ['plan', 'record'],
  queryFn: readForecastRecord,
})

export function ForecastRecordPage() {
  const record = useSuspenseQuery(recordQuery).data
  return (
    <>
      <PageHead title={recordPageWords.title}>
        <p className="lead quiet">
          {recordPageWords.lead} <WhoCanSee of="forecast" />
        </p>
      </PageHead>
      <section className="stack">
        {recordWords(record).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      {record.score === null ? null : <Outcomes score={record.score} />}
      <p className="section no-print">
        <Link to="/plan">{recordPageWords.toPlan}</Link>
      </p>
    </>
  )
}

function Outcomes({ score }: { score: ForecastScore }) {
  const palette = pagePalette(useFramework())
  return (
    <section className="section stack">
      <h2>{recordPageWords.chartTitle}</h2>
      <ChartFigure
        reading={<p>{recordPageWords.help}</p>}
        draw={(width) => (
          <ForecastRecordDrawing
            geometry={recordGeometry(score.pit, width)}
            palette={palette}
            label={recordPageWords.chart}
          />
        )}
        table={<OutcomeTable score={score} />}
        tableSummary={recordPageWords.table}
      />
    </section>
  )
}

function OutcomeTable({ score }: { score: ForecastScore }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{recordPageWords.part}</th>
          <th scope="col">{recordPageWords.outcomes}</th>
          <th scope="col">{recordPageWords.expected}</th>
        </tr>
      </thead>
      <tbody>
        {score.pit.map((count, tenth) => (
          <tr key={recordPageWords.tenth(tenth)}>
            <th scope="row">{recordPageWords.tenth(tenth)}</th>
            <td>{count}</td>
            <td>{oneDecimal(score.count / score.pit.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
