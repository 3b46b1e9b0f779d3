// The normal functions against published values, in the middle and far into the tails.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IntervalMoments, intervalMoments } from './interval-moments.ts'
import { HALF_WIDTH_80, millsRatio, normalDensity, normalProbability, normalQuantile } from './normal.ts'
import { normalDraws, seededRandom } from './seeded-random.ts'

/** Relative distance, so that 1e-24 is held to as many digits as 0.5. */
const relative = (value: number, published: number) => Math.abs(value / published - 1)

const moments = (a: number, b: number): IntervalMoments => {
  const out = { logProbability: 0, mean: 0, information: 0 }
  intervalMoments(a, b, out)
  return out
}

describe('the normal distribution', () => {
  test('has the probabilities of Abramowitz and Stegun, Table 26.1, to all 15 digits printed there', () => {
    // Handbook of Mathematical Functions (1964), P(x) and Z(x).
    const table: [number, number, number][] = [
      [0, 0.5, 0.398942280401433],
      [0.5, 0.691462461274013, 0.3520653267643],
      [1, 0.841344746068543, 0.241970724519143],
      [1.5, 0.933192798731142, 0.129517595665892],
      [2, 0.977249868051821, 0.053990966513188],
      [2.5, 0.993790334674224, 0.017528300493569],
      [3, 0.99865010196837, 0.004431848411938],
    ]
    for (const [x, probability, density] of table) {
      expect(Math.abs(normalProbability(x) - probability)).toBeLessThan(6e-16)
      expect(Math.abs(normalProbability(-x) - (1 - probability))).toBeLessThan(6e-16)
      expect(Math.abs(normalDensity(x) - density)).toBeLessThan(6e-16)
    }
  })

  test('keeps 13 digits in the lower tail, as R’s pnorm does', () => {
    const table: [number, number][] = [
      [0.1, 0.460172162722971],
      [0.5, 0.3085375387259869],
      [1, 0.15865525393145707],
      [2, 0.02275013194817921],
      [3, 0.0013498980316300946],
      [5, 2.866515718791939e-7],
      [8, 6.220960574271785e-16],
      [10, 7.619853024160527e-24],
      [20, 2.7536241186062337e-89],
      [37, 5.725571222524577e-300],
    ]
    for (const [x, published] of table) expect(relative(normalProbability(-x), published)).toBeLessThan(1e-13)
  })

  test('has a quantile that leads back to the probability', () => {
    expect(normalQuantile(0.9)).toBeCloseTo(HALF_WIDTH_80, 14)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(relative(normalProbability(normalQuantile(p)), p)).toBeLessThan(1e-10)
      }),
    )
  })

  test('has a Mills ratio between the bounds of Gordon and Birnbaum at every distance', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e8, noNaN: true }), (x) => {
        const ratio = millsRatio(x)
        expect(ratio).toBeLessThanOrEqual((4 / (3 * x + Math.sqrt(x * x + 8))) * (1 + 1e-12))
        expect(ratio).toBeGreaterThanOrEqual((2 / (x + Math.sqrt(x * x + 4))) * (1 - 1e-12))
      }),
    )
  })
})

describe('what an interval says', () => {
  test('agrees with the closed forms for a half line and for a symmetric interval', () => {
    const upper = moments(1, Number.POSITIVE_INFINITY)
    expect(upper.mean).toBeCloseTo(normalDensity(1) / normalProbability(-1), 13)
    expect(moments(-1, 1).mean).toBe(0)
    expect(moments(-1, 1).logProbability).toBeCloseTo(Math.log(0.682689492137086), 13)
    expect(moments(-1, 1).information).toBeCloseTo(1 - 0.291125094772793, 12)
  })

  test('has a mean and an information that are the slope and the bend of its log-probability', () => {
    const bounds = fc.tuple(
      fc.double({ min: -12, max: 12, noNaN: true }),
      fc.double({ min: 0.3, max: 5, noNaN: true }),
    )
    fc.assert(
      fc.property(bounds, ([a, width]) => {
        const h = 1e-4
        const at = (shift: number) => moments(a - shift, a + width - shift).logProbability
        const here = moments(a, a + width)
        expect((at(h) - at(-h)) / (2 * h)).toBeCloseTo(here.mean, 5)
        const slopes = (moments(a + h, a + width + h).mean - moments(a - h, a + width - h).mean) / (2 * h)
        expect(slopes).toBeCloseTo(here.information, 5)
      }),
    )
  })

  test('is finite and inside its bounds however far away', () => {
    const far = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.oneof(fc.double({ min: 0.2, max: 20, noNaN: true }), fc.constant(Number.POSITIVE_INFINITY)),
    )
    fc.assert(
      fc.property(far, ([a, width]) => {
        const { logProbability, mean, information } = moments(a, a + width)
        expect(logProbability).toBeLessThanOrEqual(0)
        expect(Number.isFinite(logProbability)).toBe(true)
        const slack = 1e-9 * Math.max(1, Math.abs(a))
        expect(mean).toBeGreaterThanOrEqual(a - slack)
        expect(mean).toBeLessThanOrEqual(a + width + slack)
        expect(information >= 0 && information <= 1).toBe(true)
      }),
    )
  })
})

describe('seeded randomness', () => {
  test('repeats itself for the same seed and differs for another', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed))
    expect(take(7)).toEqual(take(7))
    expect(take(7)).not.toEqual(take(8))
  })

  test('is even and normal as far as 200,000 draws can tell', () => {
    const random = seededRandom(1)
    const counts = new Array<number>(10).fill(0)
    for (let draw = 0; draw < 200_000; draw += 1) {
      const decile = Math.floor(random() * 10)
      counts[decile] = (counts[decile] ?? 0) + 1
    }
    // Chi-square with 9 degrees of freedom: above 27.9 once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 20_000) ** 2 / 20_000, 0)).toBeLessThan(27.9)
    const draw = normalDraws(seededRandom(2))
    const sample = Array.from({ length: 200_000 }, draw)
    const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length
    const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length
    expect(Math.abs(mean)).toBeLessThan(0.01)
    expect(Math.abs(variance - 1)).toBeLessThan(0.015)
    const below = sample.filter((x) => x < -HALF_WIDTH_80).length / sample.length
    expect(Math.abs(below - 0.1)).toBeLessThan(0.003)
  })
})
