// The picture of the long view: at every width words stand inside it and do not lie on each other.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySituation } from '../../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../../tests/frameworks/read-files.ts'
import type { Framework } from '../../../core/framework/framework.ts'
import { simulateRoute } from '../../../core/plan/simulate-route.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { levelsAtExpectation } from '../../../core/planning/levels.ts'
import { longViewGeometry } from './geometry.ts'
import { wayBackParts, wayBackText } from './way-back-parts.ts'
import { waysToDraw } from './ways-to-draw.ts'

const framework = loadFramework(BUILT_IN)
const senior = levelsAtExpectation(framework, 'senior-engineer')

function drawn(of: Framework, levels: Levels, from: string, ways: string[][], width: number, years?: number) {
  const routes = ways.map((way) =>
    simulateRoute({
      framework: of,
      levels,
      roles: [from, ...way],
      startYear: 2027,
      stays: way.map(() => years),
    }),
  )
  const picture = { ways: waysToDraw(of, from, routes), startYear: 2027, thisYear: 2026 }
  return { geometry: longViewGeometry(picture, width), routes }
}

describe('the long view', () => {
  it('places every station in its year, whatever the framework, the roles and the width', () => {
    fc.assert(
      fc.property(anySituation(), fc.integer({ min: 300, max: 1400 }), (situation, width) => {
        const { framework: any, levels, from, to } = situation
        const { geometry, routes } = drawn(any, levels, from, [[to, from], ['stay']], width)
        expect(JSON.stringify(geometry)).not.toMatch(/null,"y|NaN/)
        const legs = routes.reduce((sum, route) => sum + route.legs.length, 0)
        expect(geometry.stations).toHaveLength(legs + 2)
        for (const { x, y } of geometry.stations) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(width)
          expect(y).toBeLessThanOrEqual(geometry.height)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['upright on a phone', 328],
    ['lying on a desk', 1008],
  ])('keeps the names of roles that follow each other each year apart, %s', (_how, width) => {
    const way = [
      'engineering-manager',
      'senior-engineering-manager',
      'engineering-director',
      'vp-engineering',
    ]
    const { geometry } = drawn(framework, senior, 'senior-engineer', [way], width, 1)
    const boxes = geometry.stations.map(({ texts }) => ({
      top: Math.min(...texts.map(({ y, size }) => y - size)),
      bottom: Math.max(...texts.map(({ y }) => y)),
      left: texts[0]?.x ?? 0,
    }))
    const overlaps = boxes.flatMap((a, index) =>
      boxes.slice(index + 1).filter((b) => a.left === b.left && a.top < b.bottom && b.top < a.bottom),
    )
    expect(overlaps).toEqual([])
  })

  it('draws the way back solid while it is easy, then dashed, then dotted, and says the same in words', () => {
    const { routes } = drawn(framework, senior, 'senior-engineer', [['engineering-manager', 'stay']], 1008, 7)
    const [leg, staying] = routes[0]?.legs ?? []
    expect(leg && wayBackParts(leg)).toEqual([
      { kind: 'easy', from: 2027, to: 2030 },
      { kind: 'effort', from: 2030, to: 2032 },
      { kind: 'hard', from: 2032, to: 2034 },
    ])
    expect(leg && wayBackText(leg)).toBe('way back easy to 2030, hard from 2032')
    expect(staying && wayBackParts(staying)).toEqual([])
    expect(staying && wayBackText(staying)).toBe('')
  })
})
