// What would change the plan: every change that is named really changes it.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import type { PlanRequest } from './plan-request.ts'
import { whatWouldChange } from './what-would-change.ts'

function requestFor(folder: string, from: string, to: string): PlanRequest {
  const framework = loadFramework(folder)
  return {
    framework,
    estimates: estimatesFrom(framework, levelsAtExpectation(framework, from)),
    fromRole: from,
    destinations: [{ role: to }],
    quarters: 8,
    hoursPerWeek: 3,
  }
}

test('names ratings, weights and hours that would bring other skills to the front', () => {
  const told = whatWouldChange(requestFor(BUILT_IN, 'senior-engineer', 'staff-engineer'))
  expect(told?.top).toHaveLength(5)
  expect(told?.changes.length).toBeGreaterThan(0)
  for (const { enters, leaves, sentence } of told?.changes ?? []) {
    for (const skill of leaves) expect(told?.top).toContain(skill)
    for (const skill of enters) expect(told?.top).not.toContain(skill)
    expect(sentence).toMatch(/^(If|With) .*\.$/)
  }
  expect(told?.steady).toBeGreaterThanOrEqual(0)
  expect(told?.sentence).toContain('single change')
})

test('works where little can change, and is silent where there is no plan', () => {
  expect(whatWouldChange(requestFor(SMALL, 'baker', 'master-baker'))?.top.length).toBeGreaterThan(0)
  expect(whatWouldChange({ ...requestFor(SMALL, 'baker', 'master-baker'), quarters: 0 })).toBeNull()
})
