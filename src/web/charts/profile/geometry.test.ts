// The profile's areas: what is hatched is exactly weight × gap.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySituation } from '../../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { climb } from '../../../core/planning/climb.ts'
import { levelOf, levelsAtExpectation } from '../../../core/planning/levels.ts'
import { BASE, columnParts, HEIGHT, LEFT, levelAt, profileGeometry, ridgePath, WIDTH } from './geometry.ts'

const framework = loadFramework('frameworks/skillmap')
const levels = levelsAtExpectation(framework, 'senior-engineer')
const toStaff = profileGeometry(framework, levels, 'staff-engineer')

describe('The elevation profile', () => {
  it('fills its width exactly, with a gap between groups', () => {
    const last = toStaff.columns.filter((column) => column.width > 0).at(-1)
    expect(toStaff.columns[0]?.x).toBe(LEFT)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(LEFT + WIDTH)
    expect(toStaff.unit).toBeCloseTo(
      (1180 - 5 * 14) / toStaff.columns.reduce((sum, column) => sum + column.weight, 0),
    )
  })

  it('hatches an area of weight × gap, so that all of it is the climb', () => {
    fc.assert(
      fc.property(anySituation(), (any) => {
        const geometry = profileGeometry(any.framework, any.levels, any.to)
        const area = geometry.columns.reduce((sum, column) => {
          const { cap } = columnParts(column.needed, levelOf(any.levels, column.skill).level, geometry.step)
          return sum + column.width * cap.height
        }, 0)
        const points = climb(any.framework, any.levels, any.to).points
        expect(area).toBeCloseTo(points * geometry.unit * geometry.step, 4)
      }),
    )
  })

  it('stacks you, the gap and the surplus without overlap', () => {
    const gap = columnParts(4, 2, 32)
    expect(gap.solid.y).toBe(gap.cap.y + gap.cap.height)
    expect(gap.solid.y + gap.solid.height).toBe(BASE)
    expect(gap.surplus.height).toBe(0)
    const surplus = columnParts(2, 4, 32)
    expect(surplus.cap.height).toBe(0)
    expect(surplus.surplus.y + surplus.surplus.height).toBe(surplus.solid.y)
  })

  it('is as high as the scale, whatever its top level', () => {
    const small = loadFramework('tests/frameworks/small')
    const geometry = profileGeometry(small, {}, small.roles[0]?.id ?? '')
    expect(geometry.step * geometry.top).toBe(HEIGHT)
    expect(geometry.top).toBe(3)
  })

  it('reads a level back from a height, whole and within the scale', () => {
    expect(levelAt(BASE - 2.4 * 32, toStaff)).toBe(2)
    expect(levelAt(BASE + 500, toStaff)).toBe(0)
    expect(levelAt(-500, toStaff)).toBe(5)
  })

  it('breaks the ridge between groups only', () => {
    expect(ridgePath(toStaff).match(/M/g)).toHaveLength(framework.groups.length)
  })
})
