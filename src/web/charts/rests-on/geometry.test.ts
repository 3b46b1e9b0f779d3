// Proves that the bars of a level add up, that each narrowing is narrower than what is known now, and what is said of it.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { type MeasuredLevel, measurePerson } from '../../../core/measurement/measure-person.ts'
import { defaultPopulation } from '../../../core/measurement/population.ts'
import { restsOnGeometry } from './geometry.ts'

const framework = loadFramework('frameworks/skillmap')
const kinds = ['self', 'manager', 'peer', 'peer'] as const

function measured(raters: number): MeasuredLevel {
  const ratings = kinds.slice(0, raters).flatMap((kind, rater) =>
    ['system-design', 'software-craft'].map((skill) => ({
      skill,
      level: 3,
      approaching: rater === 2,
      ratedAt: '2026-11-01T00:00:00Z',
      ...(kind === 'self' ? {} : { rater: { id: `rater-${rater}`, kind } }),
    })),
  )
  const person = measurePerson({
    framework,
    ratings,
    sealed: [],
    population: defaultPopulation(framework),
    now: '2026-11-26T09:00:00Z',
  })
  const level = person.levels.get('system-design')
  if (!level) throw new Error('It is rated.')
  return level
}

describe.each([1, 2, 4])('what a level rests on with %i raters', (raters) => {
  const level = measured(raters)
  const geometry = restsOnGeometry(level, 5, 480)

  it('has a bar for each source that weighs anything, and the bars add up to the whole', () => {
    const lengths = geometry.sources.map(({ own, other }) => own + other)
    const whole = lengths.reduce((sum, length) => sum + length, 0)
    const shares = level.sources.filter(({ weight }) => Math.round(100 * weight) > 0)
    expect(geometry.sources.map(({ source }) => source)).toEqual(shares.map(({ source }) => source))
    for (const [index, length] of lengths.entries()) {
      expect(length / whole).toBeCloseTo(shares[index]?.weight ?? 0, 1)
    }
  })

  it('narrows with more raters, and never widens', () => {
    const [now, ...then] = geometry.narrowing
    expect(then.length).toBeGreaterThan(0)
    for (const band of then) expect(band.width).toBeLessThan(now?.width ?? 0)
    for (const { x, width } of geometry.narrowing) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(480)
    }
  })
})

it('one’s own rating is nearly all there is, until others rate', () => {
  const share = (raters: number) =>
    measured(raters).sources.find(({ source }) => source === 'self')?.weight ?? 0
  expect(share(1)).toBeGreaterThan(0.5)
  expect(share(4)).toBeLessThan(share(1) / 2)
})
