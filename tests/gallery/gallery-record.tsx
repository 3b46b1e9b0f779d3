// One state of where outcomes fell in their forecasts as a file: the same drawing as on the page, in fixed colours.
import type { ReactElement } from 'react'
import type { Framework } from '../../src/core/framework/framework.ts'
import { ForecastRecordDrawing } from '../../src/web/charts/forecast-record/forecast-record.tsx'
import { recordGeometry } from '../../src/web/charts/forecast-record/geometry.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { Frame } from './frame.tsx'

export interface RecordState {
  /** Outcomes by tenth of their forecast. */
  pit: number[]
  theme?: 'light' | 'dark'
  width?: number
}

const MARGIN = 16

export function recordFile(title: string, framework: Framework, state: RecordState): ReactElement {
  const { theme = 'light', width = 640 } = state
  const geometry = recordGeometry(state.pit, width)
  return (
    <Frame title={title} theme={theme} width={width + 2 * MARGIN} height={geometry.height + 2 * MARGIN}>
      <g transform={`translate(${MARGIN} ${MARGIN})`}>
        <ForecastRecordDrawing
          geometry={geometry}
          palette={plainPalette(framework, theme)}
          label="Outcomes"
        />
      </g>
    </Frame>
  )
}
