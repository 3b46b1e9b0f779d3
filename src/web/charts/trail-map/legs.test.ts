// Legs of the map: straight along the longer axis, then the diagonal, never any other angle.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legPoints, linePath } from './legs.ts'

const point = fc.record({ x: fc.integer({ min: 0, max: 1300 }), y: fc.integer({ min: 0, max: 900 }) })

describe('A leg between two stations', () => {
  it('runs straight along its longer axis first and ends with the diagonal', () => {
    expect(legPoints({ x: 600, y: 640 }, { x: 960, y: 560 })).toEqual([
      { x: 600, y: 640 },
      { x: 880, y: 640 },
      { x: 960, y: 560 },
    ])
  })

  it('begins with the diagonal where the framework says so', () => {
    expect(legPoints({ x: 430, y: 230 }, { x: 605, y: 110 }, true)[1]).toEqual({ x: 550, y: 110 })
  })

  it('has no bend along one axis or at exactly 45 degrees', () => {
    expect(legPoints({ x: 790, y: 470 }, { x: 790, y: 350 })).toHaveLength(2)
    expect(legPoints({ x: 600, y: 640 }, { x: 430, y: 470 })).toHaveLength(2)
  })

  it('knows no angle but straight and 45 degrees, whatever the stations', () => {
    fc.assert(
      fc.property(point, point, fc.boolean(), (a, b, startDiagonal) => {
        const points = legPoints(a, b, startDiagonal)
        expect(points.at(0)).toEqual(a)
        expect(points.at(-1)).toEqual(b)
        points.slice(1).forEach((end, index) => {
          const start = points[index] ?? end
          const [dx, dy] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)]
          expect(dx === 0 || dy === 0 || dx === dy).toBe(true)
        })
      }),
    )
  })

  it('is drawn with a softened bend that starts and ends on the leg', () => {
    const d = linePath(legPoints({ x: 0, y: 0 }, { x: 100, y: 40 }))
    expect(d).toBe('M0 0L46 0Q60 0 69.9 9.9L100 40')
  })
})
