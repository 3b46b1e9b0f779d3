// One state of the long view as a file: the same components as on the page, in fixed colours.
import type { Framework } from '../../src/core/framework/framework.ts'
import { simulateRoute } from '../../src/core/plan/simulate-route.ts'
import { levelsAtExpectation } from '../../src/core/planning/levels.ts'
import { longViewGeometry } from '../../src/web/charts/long-view/geometry.ts'
import { LongViewDrawing } from '../../src/web/charts/long-view/long-view.tsx'
import { waysToDraw } from '../../src/web/charts/long-view/ways-to-draw.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'

export interface LongViewState {
  from: string
  /** Roles, with years where they differ from the usual stay. */
  ways: [string, number?][][]
  theme?: 'light' | 'dark'
  /** CSS pixels that the picture is drawn at. */
  width?: number
  startYear?: number
}

const USUAL_WIDTH = 1008
const THIS_YEAR = 2026

function geometryOf(framework: Framework, state: LongViewState) {
  const startYear = state.startYear ?? THIS_YEAR
  const levels = levelsAtExpectation(framework, state.from)
  const routes = state.ways.map((way) =>
    simulateRoute({
      framework,
      levels,
      roles: [state.from, ...way.map(([role]) => role)],
      startYear,
      stays: way.map(([, years]) => years),
    }),
  )
  const ways = waysToDraw(framework, state.from, routes)
  return longViewGeometry({ ways, startYear, thisYear: THIS_YEAR }, state.width ?? USUAL_WIDTH)
}

export function GalleryLongView({ framework, state }: { framework: Framework; state: LongViewState }) {
  return (
    <LongViewDrawing
      geometry={geometryOf(framework, state)}
      palette={plainPalette(framework, state.theme ?? 'light')}
      label="Long view"
    />
  )
}

/** Of the file, in CSS pixels. */
export function longViewSize(framework: Framework, state: LongViewState): { width: number; height: number } {
  const { width, height } = geometryOf(framework, state)
  return { width, height }
}
