// States of the charts of a plan as files: timeline, forecast and what would change it, in fixed colours.
import type { ReactElement } from 'react'
import { forecastPlan } from '../../src/core/forecast/forecast-plan.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { PlanRequest } from '../../src/core/plan/plan-request.ts'
import { whatWouldChange } from '../../src/core/plan/what-would-change.ts'
import type { Levels } from '../../src/core/planning/levels.ts'
import { ForecastFan } from '../../src/web/charts/forecast-fan/forecast-fan.tsx'
import { forecastGeometry } from '../../src/web/charts/forecast-fan/geometry.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { timelineGeometry } from '../../src/web/charts/plan-timeline/geometry.ts'
import { PlanTimeline } from '../../src/web/charts/plan-timeline/plan-timeline.tsx'
import { changeGeometry } from '../../src/web/charts/what-would-change/geometry.ts'
import { WhatWouldChange } from '../../src/web/charts/what-would-change/what-would-change.tsx'
import { planFor, planRequestFor } from '../frameworks/example-plans.ts'
import { Frame } from './frame.tsx'

export interface PlanState {
  framework: Framework
  chart: 'timeline' | 'forecast' | 'change'
  from: string
  to: string
  levels?: Levels
  request?: Partial<PlanRequest>
  theme?: 'light' | 'dark'
  /** CSS pixels that the picture is drawn at. */
  width?: number
}

const TODAY = '2026-11-26'
const MARGIN = 16

export function planFile(title: string, state: PlanState): ReactElement {
  const { framework, theme = 'light', width = 1008 } = state
  const request = planRequestFor(framework, state.from, state.to, {
    ...(state.levels ? { levels: state.levels } : {}),
    ...state.request,
  })
  const { drawing, height } = draw(state, request, width)
  return (
    <Frame title={title} theme={theme} width={width + 2 * MARGIN} height={height + 2 * MARGIN}>
      <g transform={`translate(${MARGIN} ${MARGIN})`}>{drawing}</g>
    </Frame>
  )
}

function draw(state: PlanState, request: PlanRequest, width: number) {
  const { framework } = request
  const palette = plainPalette(framework, state.theme ?? 'light')
  const plan = planFor(request)
  if (state.chart === 'timeline') {
    const geometry = timelineGeometry(framework, plan, TODAY, width)
    const kept = request.frozen !== undefined
    return {
      height: geometry.height,
      drawing: <PlanTimeline geometry={geometry} palette={palette} label="Plan" kept={kept} />,
    }
  }
  if (state.chart === 'forecast') {
    const geometry = forecastGeometry(forecastPlan(request, plan, state.to, TODAY), TODAY, width)
    return {
      height: geometry.height,
      drawing: <ForecastFan geometry={geometry} palette={palette} label="Forecast" />,
    }
  }
  const sensitivity = whatWouldChange(request)
  if (!sensitivity) throw new Error('There is no plan to change.')
  const geometry = changeGeometry(framework, sensitivity, width)
  return {
    height: geometry.height,
    drawing: <WhatWouldChange geometry={geometry} palette={palette} label="What would change this" />,
  }
}
