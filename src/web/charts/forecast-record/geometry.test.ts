// The bars of where outcomes fell: as tall as their counts, with what chance gives behind them.
import { describe, expect, test } from 'vitest'
import { chanceRange, recordGeometry } from './geometry.ts'

describe('where outcomes fell', () => {
  test('each bar is as tall as its count, and they fit the width', () => {
    const pit = [1, 2, 3, 4, 5, 0, 0, 1, 2, 2]
    for (const width of [0, 296, 640, 1200]) {
      const { bars, right, axisY } = recordGeometry(pit, width)
      expect(right).toBeLessThanOrEqual(width)
      const unit = (bars[0]?.height ?? 0) / 1
      for (const [tenth, { count, height, y, width: breadth }] of bars.entries()) {
        expect(breadth).toBeGreaterThanOrEqual(0)
        expect(count).toBe(pit[tenth])
        expect(height).toBeCloseTo(unit * count, 0)
        expect(y + height).toBeCloseTo(axisY, 1)
      }
    }
  })

  test('what is expected lies within what chance gives, and chance is known of small counts', () => {
    const { expectedY, chance } = recordGeometry([2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 640)
    expect(expectedY).toBeGreaterThan(chance.top)
    expect(expectedY).toBeLessThan(chance.bottom)
    // Binomial with 20 tries of one tenth: P(X = 0) = .122, P(X ≤ 4) = .957, P(X ≤ 3) = .867.
    expect(chanceRange(20, 0.1)).toEqual([0, 4])
  })
})
