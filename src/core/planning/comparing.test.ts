// Two roles side by side, what a step takes, what others may count, and numbers in words.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { findSkill } from '../framework/look-up.ts'
import { compareRoles } from './compare-roles.ts'
import { focus } from './focus.ts'
import { frameworkForOthers } from './framework-for-others.ts'
import { gapOf } from './gap.ts'
import { levelsAtExpectation } from './levels.ts'
import { counted, inSentence, listInWords, wholePercent, withArticle } from './plain-words.ts'
import { readiness, roleOverlap, roughRange } from './readiness.ts'
import { stepEffort } from './step-effort.ts'

const framework = loadFramework(BUILT_IN)
const skillOf = (id: string) => {
  const skill = findSkill(framework, id)
  if (!skill) throw new Error(id)
  return skill
}

test('a surplus is a gap with its sign turned, and no error', () => {
  expect([gapOf(2, { level: 4 }), gapOf(4, { level: 4 }), gapOf(5, { level: 4 })]).toEqual([2, 0, -1])
})

describe('two roles side by side', () => {
  const comparison = compareRoles(framework, 'engineering-manager', 'engineering-director')

  test('show what rises, largest weight × difference first', () => {
    expect(comparison.rises[0]).toMatchObject({ skill: 'leading-leaders', difference: 3, points: 9 })
    const points = comparison.rises.map((skill) => skill.points)
    expect(points).toEqual(points.toSorted((a, b) => b - a))
  })

  test('show what is new, what falls and what is no longer asked', () => {
    expect(comparison.new.map((skill) => skill.skill)).toEqual(['selling'])
    expect(comparison.falls.map((skill) => skill.skill)).toEqual(['software-craft', 'technical-depth'])
    expect(compareRoles(framework, 'engineering-director', 'engineering-manager').gone).toHaveLength(1)
  })

  test('count what is asked more as the climb does', () => {
    const { hard, soft, unknown } = comparison.more
    expect(hard + soft + unknown).toBe(97)
  })

  test('show a skill whose level stays and whose weight changes', () => {
    const staff = compareRoles(framework, 'senior-engineer', 'staff-engineer')
    expect(staff.reweighed).toContainEqual({
      skill: 'reliability-operations',
      name: 'Reliability & operations',
      weightBefore: 3,
      weightAfter: 2,
    })
    expect(staff.unchanged).toContain('learning-agility')
  })
})

describe('the effort of a step', () => {
  test('is the middle of its weeks, an hour each', () => {
    expect(stepEffort(framework, skillOf('written-communication'), 3)).toEqual({
      weeks: 12,
      range: { low: 8, high: 16 },
      hours: 12,
      assumed: false,
    })
    expect(stepEffort(framework, skillOf('written-communication'), 4).weeks).toBe(39)
  })

  test('follows the hours a week that the framework sets', () => {
    const effort = stepEffort({ ...framework, practiceHoursPerWeek: 2 }, skillOf('written-communication'), 3)
    expect(effort).toMatchObject({ weeks: 12, hours: 24 })
  })

  test('is estimated, and marked so, where a framework gives no weeks', () => {
    const bare = { ...skillOf('written-communication'), weeks: [] }
    expect(stepEffort(framework, bare, 1)).toMatchObject({ hours: 20, assumed: true })
    expect(stepEffort(framework, bare, 3).hours).toBeCloseTo(72.2)
  })
})

describe('what others may count', () => {
  const visible = frameworkForOthers(framework)
  const isPrivate = (id: string) => skillOf(id).private

  test('leaves a private skill out of every list and number', () => {
    const levels = levelsAtExpectation(framework, 'senior-engineer')
    expect(framework.skills.some((skill) => skill.private)).toBe(true)
    expect(visible.skills.some((skill) => skill.private)).toBe(false)
    const items = focus(visible, levels, 'independent-consultant', { fromRole: 'senior-engineer' })
    expect(items.some((item) => isPrivate(item.skill) || item.unlocks.some(isPrivate))).toBe(false)
    expect(readiness(visible, levels, 'independent-consultant').expected).toBeLessThan(
      readiness(framework, levels, 'independent-consultant').expected,
    )
  })

  test('gives the same numbers whatever the level of the private skill', () => {
    const [hidden] = framework.skills.filter((skill) => skill.private)
    const numbers = [0, 5].map((level) => {
      const levels = {
        ...levelsAtExpectation(framework, 'senior-engineer'),
        [hidden?.id ?? '']: { level, assumed: false },
      }
      return [readiness(visible, levels, 'staff-engineer').share, focus(visible, levels, 'staff-engineer')]
    })
    expect(numbers[0]).toEqual(numbers[1])
  })
})

describe('readiness in words', () => {
  test.each([
    [0, 'very little'],
    [0.2, 'very little to a quarter'],
    [0.25, 'about a quarter'],
    [0.3, 'about a quarter to half'],
    [0.5, 'about half'],
    [0.63, 'about half to three quarters'],
    [0.75, 'about three quarters'],
    [0.79, 'about three quarters to nearly all'],
    [1, 'nearly all'],
    [null, 'nothing is expected'],
  ])('%s is told as %s', (share, words) => {
    expect(roughRange(share).words).toBe(words)
  })

  test('the overlap of a role with itself is complete', () => {
    expect(roleOverlap(framework, 'senior-engineer', 'senior-engineer').share).toBe(1)
  })
})

describe('numbers and names in sentences', () => {
  test('articles follow the sound', () => {
    const names = [
      'staff engineer',
      'engineering manager',
      'VP of engineering',
      'SRE',
      'UX researcher',
      'user advocate',
    ]
    expect(names.map(withArticle)).toEqual([
      'a staff engineer',
      'an engineering manager',
      'a VP of engineering',
      'an SRE',
      'a UX researcher',
      'a user advocate',
    ])
  })

  test('names lose their capital in a sentence unless it belongs to them', () => {
    expect(inSentence('Written communication')).toBe('written communication')
    expect(inSentence('VP of engineering')).toBe('VP of engineering')
    expect(inSentence('Führung', 'de')).toBe('Führung')
  })

  test('counts and lists read naturally', () => {
    expect([counted(0, 'gap'), counted(1, 'gap'), counted(2, 'gap'), counted(21, 'gap')]).toEqual([
      'no gap',
      'one gap',
      'two gaps',
      '21 gaps',
    ])
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })

  test('exact halves of a percent go to the even neighbour', () => {
    expect([1 / 8, 29 / 40, 3 / 8, 0.635].map(wholePercent)).toEqual([12, 72, 38, 64])
  })
})
