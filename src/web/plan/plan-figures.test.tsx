// Proves that each chart of a plan can be read without seeing it: a label, a reading in words, and a table.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { planFor, planRequestFor } from '../../../tests/frameworks/example-plans.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { forecastPlan } from '../../core/forecast/forecast-plan.ts'
import { whatWouldChange } from '../../core/plan/what-would-change.ts'
import { ForecastFigure } from '../ahead/forecast-figure.tsx'
import { PlanTimelineFigure } from './plan-timeline-figure.tsx'
import { WhatWouldChangeFigure } from './what-would-change-figure.tsx'

const TODAY = '2026-11-26'
const small = loadFramework('tests/frameworks/small')
const request = planRequestFor(small, 'baker', 'master-baker')
const plan = planFor(request)

it('the timeline says what this quarter holds, and its table holds every step', () => {
  const markup = renderToStaticMarkup(
    <PlanTimelineFigure framework={small} plan={plan} today={TODAY} hrefOf={(skill) => `#${skill}`} />,
  )
  expect(markup).toContain('This quarter: ordering to level 1.')
  expect(markup).toContain('aria-label="The plan, quarter by quarter"')
  for (const { name } of plan.steps) expect(markup).toContain(`<th scope="row">${name}</th>`)
  expect(markup).toContain('href="#ordering"')
})

it('the forecast is told in sentences, promises no seat, and its table has half and four in five', () => {
  const forecast = forecastPlan(request, plan, 'master-baker', TODAY)
  const markup = renderToStaticMarkup(<ForecastFigure framework={small} forecast={forecast} today={TODAY} />)
  for (const { sentence } of forecast.words) expect(markup).toContain(sentence)
  expect(markup).toContain('Whether there is a seat, and who decides, is not in it.')
  expect(markup).toContain('Four in five')
  expect(markup).not.toMatch(/percentile|quantile|confidence|interval|median|P50|P80/i)
})

it('what would change the plan is told in sentences too', () => {
  const sensitivity = whatWouldChange(request)
  if (!sensitivity) throw new Error('There is a plan.')
  const markup = renderToStaticMarkup(<WhatWouldChangeFigure framework={small} sensitivity={sensitivity} />)
  for (const { sentence } of sensitivity.changes) expect(markup).toContain(sentence)
})
