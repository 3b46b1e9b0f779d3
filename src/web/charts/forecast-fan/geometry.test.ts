// Proves that twenty dots tell what the forecast says: half of them by its half, sixteen by its four in five.
import { describe, expect, it } from 'vitest'
import { planFor, planRequestFor } from '../../../../tests/frameworks/example-plans.ts'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { forecastPlan } from '../../../core/forecast/forecast-plan.ts'
import { forecastGeometry } from './geometry.ts'

const TODAY = '2026-11-26'
const builtIn = loadFramework('frameworks/skillmap')

function forecastFor(from: string, to: string, hoursPerWeek: number) {
  const request = planRequestFor(builtIn, from, to, { hoursPerWeek })
  return forecastPlan(request, planFor(request), to, TODAY)
}

const forecasts = {
  'senior to staff engineer': forecastFor('senior-engineer', 'staff-engineer', 3),
  'senior engineer to manager': forecastFor('senior-engineer', 'engineering-manager', 5),
  'no hours at all': forecastFor('senior-engineer', 'staff-engineer', 0),
}
const widths = [280, 328, 680, 1008]
const cases = Object.entries(forecasts).flatMap(([name, forecast]) =>
  widths.map((width) => ({ name, forecast, width })),
)

describe.each(cases)('the forecast of $name at $width pixels', ({ forecast, width }) => {
  const geometry = forecastGeometry(forecast, TODAY, width)
  const { weeks } = geometry
  const perWeek = (geometry.right - geometry.left) / weeks

  it('shows twenty people for each milestone, none on top of another', () => {
    for (const row of geometry.rows) {
      expect(row.dots).toHaveLength(20)
      expect(new Set(row.dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(20)
      for (const { x, y } of row.dots) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(width)
        expect(y).toBeGreaterThan(row.whenY)
        expect(y).toBeLessThan(row.y)
      }
    }
  })

  it('has ten of them by the half, and sixteen by four in five', () => {
    for (const [index, row] of geometry.rows.entries()) {
      const { p50, p80 } = forecast.milestones[index] ?? { p50: 0, p80: 0 }
      const by = (week: number) =>
        row.dots.filter(({ x }) => week > 0 && x <= geometry.left + week * perWeek + geometry.dot).length
      expect(row.dots.filter(({ part }) => part === 'half')).toHaveLength(10)
      if (p50 < weeks) expect(by(p50)).toBeGreaterThanOrEqual(10)
      if (p80 < weeks) expect(by(p80)).toBeGreaterThanOrEqual(16)
      if (p80 > weeks) expect(row.dots.filter(({ x }) => x > geometry.right).length).toBeGreaterThanOrEqual(4)
    }
  })

  it('draws the covered share from now to the end of the calendar', () => {
    expect(geometry.fan.band).toMatch(/^M.*Z$/)
    expect(geometry.fan.middle.startsWith(`M${geometry.left} `)).toBe(true)
    expect(geometry.fan.top + geometry.fan.height).toBeLessThan(geometry.height)
  })
})

it('gives no date where four in five need more than three years', () => {
  const far = forecastGeometry(forecasts['senior to staff engineer'], TODAY, 1008)
  expect(far.rows.find((row) => row.kind === 'must-haves')?.when).toBe('more than three years for most')
  const near = forecastGeometry(forecasts['senior engineer to manager'], TODAY, 1008)
  expect(near.rows.find((row) => row.kind === 'ready-to-try')?.when).toMatch(
    /^half by \w+ 20\d\d, four in five by/,
  )
})
