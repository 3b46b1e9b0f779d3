// Proves that each change that was tried has its mark, and that the mark says what the change does.
import { expect, it } from 'vitest'
import { planRequestFor } from '../../../../tests/frameworks/example-plans.ts'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { whatWouldChange } from '../../../core/plan/what-would-change.ts'
import { changeGeometry } from './geometry.ts'

const small = loadFramework('tests/frameworks/small')
const sensitivity = whatWouldChange(planRequestFor(small, 'baker', 'master-baker'))
if (!sensitivity) throw new Error('The small framework has a plan.')

it.each([280, 328, 680, 1008])('has one mark for each change at %i pixels, and none too many', (width) => {
  const geometry = changeGeometry(small, sensitivity, width)
  const marks = [...geometry.rows.flatMap(({ cells }) => cells), ...geometry.hours]
  expect(marks.filter(({ effect }) => effect !== 'none')).toHaveLength(sensitivity.tried.length)
  const changing = marks.filter(({ effect }) => effect === 'others' || effect === 'order')
  expect(changing).toHaveLength(sensitivity.changes.length)
  const others = sensitivity.changes.filter(({ enters, leaves }) => enters.length + leaves.length > 0)
  expect(marks.filter(({ effect }) => effect === 'others')).toHaveLength(others.length)
  for (const { x, y } of marks) {
    expect(x).toBeLessThan(width)
    expect(y).toBeLessThan(geometry.height)
  }
})

it('lists the first skills in the order of the plan', () => {
  expect(changeGeometry(small, sensitivity, 680).rows.map(({ skill }) => skill)).toEqual(sensitivity.top)
})
