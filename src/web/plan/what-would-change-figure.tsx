// What would change a plan, as a figure with its sentences.
import type { Framework } from '../../core/framework/framework.ts'
import type { PlanSensitivity } from '../../core/plan/what-would-change.ts'
import { pagePalette } from '../charts/palette.ts'
import { changeGeometry } from '../charts/what-would-change/geometry.ts'
import { WhatWouldChange } from '../charts/what-would-change/what-would-change.tsx'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { changeWords } from '../words/what-would-change.ts'

export function WhatWouldChangeFigure(props: { framework: Framework; sensitivity: PlanSensitivity }) {
  const { framework, sensitivity } = props
  const palette = pagePalette(framework)
  return (
    <ChartFigure
      reading={<p>{sensitivity.sentence}</p>}
      help={changeWords.help}
      draw={(width) => (
        <WhatWouldChange
          geometry={changeGeometry(framework, sensitivity, width)}
          palette={palette}
          label={changeWords.label}
        />
      )}
      tableSummary={changeWords.table}
      table={
        <ul className="marked-list">
          {sensitivity.changes.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    />
  )
}
