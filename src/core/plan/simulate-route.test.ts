// Roles tried out on paper: what carries over, fades and closes, and when to decide.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { plateauQuestion } from './plateau.ts'
import { simulateDestinations, simulateRoute } from './simulate-route.ts'

const framework = loadFramework(BUILT_IN)
const levels = levelsAtExpectation(framework, 'senior-engineer')

test('a move to management marks the year until which the way back is easy', () => {
  const route = simulateRoute({
    framework,
    levels,
    roles: ['senior-engineer', 'engineering-manager', 'staff-engineer'],
    startYear: 2026,
    stays: [6],
  })
  expect(route.legs[0]?.wayBack).toBe(
    'The way back to senior engineer is easy until about 2029 and hard from about 2031 on.',
  )
  expect(route.decisions.map(({ year }) => year)).toContain(2029)
  expect(route.decisions.find(({ year }) => year === 2029)?.sentence).toContain('decide whether to go on')
  expect(route.legs[1]?.startYear).toBe(2032)
  expect(route.years).toBeGreaterThanOrEqual(8)
})

test('what a role does not use fades by the stated assumption, and what it asks is there afterwards', () => {
  const route = simulateRoute({
    framework,
    levels: levelsAtExpectation(framework, 'principal-engineer'),
    roles: ['principal-engineer', 'engineering-manager'],
    startYear: 2026,
    stays: [6],
  })
  const leg = route.legs[0]
  expect(leg?.fades.length).toBeGreaterThan(0)
  for (const { before, after } of leg?.fades ?? []) expect(after).toBeLessThan(before)
  for (const { before, after } of leg?.isNew ?? []) expect(after).toBeGreaterThan(before)
  expect(route.assumption).toContain('Assumed, not measured')
})

test('several destinations show what they share and what each costs', () => {
  const { shared, each } = simulateDestinations(framework, levels, ['staff-engineer', 'engineering-manager'])
  expect(shared.sentence).toContain('whichever way you go')
  expect(each.map(({ points }) => points)).toEqual([102, 82])
  expect(each.every(({ hours }) => hours > 0)).toBe(true)
})

test('any role may follow any other, in any framework, and no figure is missing', () => {
  fc.assert(
    fc.property(anySituation(), ({ framework: any, levels: own, from, to }) => {
      const roles = [from, to, from, 'nowhere', to]
      const route = simulateRoute({
        framework: any,
        levels: own,
        roles,
        startYear: 2026,
        stays: [-1, Number.NaN],
      })
      expect(route.legs).toHaveLength(3)
      expect(JSON.stringify(route)).not.toContain('NaN')
      expect(route.years).toBeGreaterThan(0)
      for (const leg of route.legs) expect(leg.endYear).toBeGreaterThan(leg.startYear)
    }),
  )
})

test('a framework that says nothing of stays and ways back says so', () => {
  const small = loadFramework(SMALL)
  const [leg] = simulateRoute({
    framework: small,
    levels: levelsAtExpectation(small, 'baker'),
    roles: ['baker', 'shop-manager'],
    startYear: 2026,
  }).legs
  expect(leg?.stayAssumed).toBe(true)
  expect(leg?.wayBack).toContain('the framework does not')
})

test('a plateau is a question, asked only where three facts agree', () => {
  const facts = { yearsInRole: 9, monthsSinceLevelRose: 24, coverage: 0.98 }
  expect(plateauQuestion(framework, 'senior-engineer', facts)).toContain('a good place to stay')
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, yearsInRole: 4 })).toBeNull()
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, coverage: null })).toBeNull()
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, monthsSinceLevelRose: 3 })).toBeNull()
})
