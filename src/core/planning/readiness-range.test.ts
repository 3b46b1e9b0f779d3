// Readiness with its uncertainty.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { estimatesFrom } from './estimates.ts'
import { levelsAtExpectation } from './levels.ts'
import { readiness } from './readiness.ts'
import { readinessRange } from './readiness-range.ts'

const framework = loadFramework(BUILT_IN)
const senior = levelsAtExpectation(framework, 'senior-engineer')
const certain = { assumedSd: 0, ratedSd: 0 }

test('with certain levels the coverage is exactly the plain readiness, in any framework', () => {
  fc.assert(
    fc.property(anySituation(), ({ framework: any, levels, to }) => {
      const range = readinessRange(any, estimatesFrom(any, levels, certain), to)
      const { share } = readiness(any, levels, to)
      if (share === null) expect(range.coverage).toBeNull()
      else {
        expect(range.coverage).toBe(share)
        expect(range.low).toBeCloseTo(share, 12)
        expect(range.high).toBeCloseTo(share, 12)
      }
    }),
  )
})

test('uncertain levels give an interval around the coverage and chances between 0 and 1', () => {
  const range = readinessRange(framework, estimatesFrom(framework, senior), 'staff-engineer')
  const { low, high, coverage } = range
  expect(low).toBeLessThan(coverage ?? 0)
  expect(high).toBeGreaterThan(coverage ?? 1)
  expect(range.mustHavesChance).toBeGreaterThanOrEqual(range.meetsChance)
  expect(range.weakest?.chance).toBe(Math.min(...range.mustHaves.map((one) => one.chance)))
  expect(range.missing.gap + range.missing.measurement).toBeCloseTo(1)
})

test('must-haves drawn together are likelier met than their chances multiplied', () => {
  const staff = estimatesFrom(framework, levelsAtExpectation(framework, 'staff-engineer'))
  const range = readinessRange(framework, staff, 'staff-engineer')
  const product = range.mustHaves.reduce((all, one) => all * one.chance, 1)
  expect(range.mustHavesChance).toBeGreaterThan(product)
})

test('a must-have that can only be learned in the role never stands in the way', () => {
  const lead = levelsAtExpectation(framework, 'senior-engineer')
  const range = readinessRange(framework, estimatesFrom(framework, lead, certain), 'engineering-manager')
  expect(range.weakest?.gated ?? false).toBe(false)
})

test('the words never promise a promotion', () => {
  const { words } = readinessRange(framework, estimatesFrom(framework, senior), 'staff-engineer')
  expect(words.join(' ')).toContain('not the chance of a promotion')
  expect(words.join(' ')).toContain('whether there is a seat, when, and who decides is not in these figures.')
  expect(words.join(' ')).not.toMatch(/probab|NaN/)
})

test('the chance that all must-haves are met at once is said in words', () => {
  const says = (role: string) =>
    readinessRange(
      framework,
      estimatesFrom(framework, levelsAtExpectation(framework, role), certain),
      'staff-engineer',
    ).words.join(' ')
  expect(says('staff-engineer')).toContain('That all of them are met at once is very likely today.')
  expect(says('senior-engineer')).toContain('That all of them are met at once is very unlikely today.')
})

test('the same seed gives the same figures; faulty estimates give figures, not NaN', () => {
  const small = loadFramework(SMALL)
  const faulty = { ordering: { mean: Number.NaN, sd: -1, assumed: false } }
  const range = readinessRange(small, faulty, 'master-baker', 7)
  expect(range).toEqual(readinessRange(small, faulty, 'master-baker', 7))
  expect(JSON.stringify(range)).not.toContain('null,"low":null')
  expect(Number.isFinite(range.coverage)).toBe(true)
})
