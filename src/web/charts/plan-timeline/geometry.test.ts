// Proves that a plan is drawn whole: every quarter of every step has its place, and nothing leaves the picture.
import { describe, expect, it } from 'vitest'
import { planFor, planRequestFor } from '../../../../tests/frameworks/example-plans.ts'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { textWidth } from '../text-width.ts'
import { TEXT, timelineGeometry } from './geometry.ts'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')
const plans = {
  'senior to staff engineer': planFor(planRequestFor(builtIn, 'senior-engineer', 'staff-engineer')),
  'manager to director over five years': planFor(
    planRequestFor(builtIn, 'engineering-manager', 'engineering-director', { quarters: 20 }),
  ),
  'five and a half quarters': planFor(
    planRequestFor(builtIn, 'senior-engineer', 'engineering-manager', { quarters: 5.5 }),
  ),
  'a small framework': planFor(planRequestFor(small, 'baker', 'master-baker')),
}
const widths = [280, 328, 560, 680, 1008, 1360]
const cases = Object.entries(plans).flatMap(([name, plan]) => widths.map((width) => ({ name, plan, width })))

describe.each(cases)('the timeline of $name at $width pixels', ({ name, plan, width }) => {
  const framework = name === 'a small framework' ? small : builtIn
  const geometry = timelineGeometry(framework, plan, '2026-11-26', width)

  it('has a bar through each quarter in which a skill is practised, and through no other', () => {
    const drawn = geometry.rows.flatMap((row) =>
      row.spans.flatMap((span) =>
        Array.from(
          { length: span.to - span.from + 1 },
          (_, index) => `${row.skill} ${span.level} ${span.from + index}`,
        ),
      ),
    )
    const planned = plan.quarters.flatMap(({ quarter, areas }) =>
      areas.map(({ skill, level }) => `${skill} ${level} ${quarter}`),
    )
    expect(drawn.toSorted()).toEqual(planned.toSorted())
  })

  it('ends firmly once for each step that is reached', () => {
    const reached = geometry.rows.flatMap((row) =>
      row.spans.filter((span) => span.finishes).map((span) => `${row.skill} ${span.level} ${span.to}`),
    )
    const steps = plan.steps.map(({ skill, level, quarter }) => `${skill} ${level} ${quarter}`)
    expect(reached.toSorted()).toEqual(steps.toSorted())
  })

  it('keeps everything inside the picture, and no label on the next bar', () => {
    for (const row of geometry.rows) {
      for (const [index, span] of row.spans.entries()) {
        expect(span.x).toBeGreaterThanOrEqual(geometry.left)
        expect(span.x + span.width).toBeLessThanOrEqual(width)
        if (span.labelX === null) continue
        const end = span.labelX + textWidth(span.label, TEXT)
        expect(end).toBeLessThanOrEqual(row.spans[index + 1]?.x ?? width)
      }
    }
    for (const band of geometry.bands) {
      for (const line of band.lines)
        expect(band.x + 18 + textWidth(line, TEXT)).toBeLessThanOrEqual(width + 1)
    }
  })
})

it('names what comes after the plan and what waits, apart from the quarters', () => {
  const plan = plans['manager to director over five years']
  const geometry = timelineGeometry(builtIn, plan, '2026-11-26', 1008)
  expect(plan.waiting.length).toBeGreaterThan(0)
  const waiting = geometry.bands.find((band) => band.kind === 'waiting')
  const text = waiting?.lines.join(' ') ?? ''
  for (const { name } of plan.waiting) expect(text).toContain(name)
  expect(waiting?.y).toBeGreaterThan(geometry.base)
})
