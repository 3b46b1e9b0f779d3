// Roles tried out on paper: what carries over, fades and closes, and when to decide.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { plateauQuestion } from './plateau.ts'
import { sharedByWays } from './shared-by-ways.ts'
import { simulateRoute } from './simulate-route.ts'

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
  expect(route.legs[0]?.wayBack.sentence).toBe(
    'The way back to senior engineer is easy until about 2029 and hard from about 2031 on.',
  )
  expect(route.decisions.map(({ year }) => year)).toContain(2029)
  expect(route.decisions.find(({ year }) => year === 2029)?.sentence).toContain('Decide whether to go on')
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
  expect(route.assumptions.join(' ')).toContain('Assumed, not measured')
})

test('going back after the way back has become hard is said where the return is', () => {
  const back = (years: number) =>
    simulateRoute({
      framework,
      levels,
      roles: ['senior-engineer', 'engineering-manager', 'senior-engineer'],
      startYear: 2026,
      stays: [years],
    }).decisions.find(({ kind, leg }) => kind === 'move' && leg === 1)?.sentence
  expect(back(6)).toContain('by then it counts as hard; until 2029 it would be easier')
  expect(back(4)).toContain('This is the way back, which is easy until about 2029.')
  expect(back(2)).not.toContain('way back')
})

test('a way back that stops being easy in the very year of the next move is no second decision', () => {
  const years = (roles: string[]) =>
    simulateRoute({ framework, levels, roles, startYear: 2026, stays: [3] }).decisions.map(({ kind }) => kind)
  expect(years(['senior-engineer', 'engineering-manager'])).toEqual(['move', 'way-back'])
  expect(years(['senior-engineer', 'engineering-manager', 'senior-engineer'])).toEqual(['move', 'move'])
})

test('every leg says what to try before deciding, and what it takes in words and in hours', () => {
  const { legs } = simulateRoute({
    framework,
    levels,
    roles: ['senior-engineer', 'tech-lead', 'engineering-manager', 'senior-engineering-manager'],
    startYear: 2026,
  })
  expect(legs.map(({ kind }) => kind)).toEqual(['up', 'cross', 'up'])
  for (const leg of legs) {
    expect(leg.trial).not.toBeNull()
    expect(leg.climb.words).toContain('gap')
    expect(leg.hours).toBeGreaterThan(0)
    expect(leg.carriesOver.length).toBeGreaterThan(0)
  }
})

test('staying is a leg like any other: it closes what is open, and there is nothing to undo', () => {
  const route = simulateRoute({
    framework,
    levels: {},
    roles: ['senior-engineer', 'stay', 'staff-engineer', 'stay'],
    startYear: 2026,
    stays: [2],
  })
  expect(route.legs.map(({ from, to }) => [from, to])).toEqual([
    ['senior-engineer', 'senior-engineer'],
    ['senior-engineer', 'staff-engineer'],
    ['staff-engineer', 'staff-engineer'],
  ])
  expect(route.legs[0]?.wayBack.sentence).toBe('Nothing to undo: you are still senior engineer.')
  expect(route.legs[0]?.trial).toBe(framework.stay.trial)
  expect(route.legs[2]?.rises).toEqual([])
  expect(simulateRoute({ framework, levels, roles: ['stay'], startYear: 2026 }).legs).toEqual([])
})

test('several ways show which skills are worth it whichever way one goes, and wherever one stops', () => {
  const ways = [['staff-engineer'], ['tech-lead', 'engineering-manager']]
  const two = sharedByWays(framework, levels, 'senior-engineer', ways)
  expect(two.sentence).toContain('whichever way you go')
  expect(two.skills.length).toBeGreaterThan(0)
  for (const { byRole } of two.skills) {
    expect(Object.keys(byRole).toSorted()).toEqual(ways.flat().toSorted())
    expect(Object.values(byRole).every((item) => item.gap > 0 && item.weight >= 2)).toBe(true)
  }
})

test('on a single way one may stop at each role, and going back to the one held asks nothing new', () => {
  const one = (way: string[]) => sharedByWays(framework, levels, 'senior-engineer', [way])
  expect(one(['tech-lead', 'engineering-manager']).skills.length).toBeGreaterThan(0)
  expect(one(['engineering-manager', 'senior-engineer'])).toEqual({ skills: [], sentence: '' })
  expect(one(['stay'])).toEqual({ skills: [], sentence: '' })
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
  expect(leg?.wayBack.sentence).toContain('the framework does not')
})

test('a plateau is a question, asked only where three facts agree', () => {
  const facts = { yearsInRole: 9, monthsSinceLevelRose: 24, coverage: 0.98 }
  expect(plateauQuestion(framework, 'senior-engineer', facts)).toContain('a good place to stay')
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, yearsInRole: 4 })).toBeNull()
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, coverage: null })).toBeNull()
  expect(plateauQuestion(framework, 'senior-engineer', { ...facts, monthsSinceLevelRose: 3 })).toBeNull()
})
