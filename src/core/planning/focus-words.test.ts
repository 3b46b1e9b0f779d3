// What is said about one item of the focus list, and what comes first whatever its score.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { type FocusItem, focus } from './focus.ts'
import { explainScore } from './focus-words.ts'
import { levelsAtExpectation, withLevel } from './levels.ts'
import { practiceOrder } from './practice-order.ts'

const framework = loadFramework(BUILT_IN)

const itemOf = (from: string, to: string, skill: string): FocusItem => {
  const item = focus(framework, levelsAtExpectation(framework, from), to, { fromRole: from }).find(
    (candidate) => candidate.skill === skill,
  )
  if (!item) throw new Error(`${skill} is not open`)
  return item
}

describe('the reason of a focus item', () => {
  test('counts what builds on it where that is much', () => {
    expect(itemOf('senior-engineer', 'staff-engineer', 'written-communication').reason).toBe(
      'Critical for a staff engineer, two levels away, and five other open gaps build on it.',
    )
  })

  test('names what builds on it where that is little', () => {
    const levels = withLevel(levelsAtExpectation(framework, 'engineering-manager'), 'system-design', 2)
    const item = focus(framework, levels, 'staff-engineer').find((one) => one.skill === 'system-design')
    expect(item?.reason).toBe(
      'Critical for a staff engineer, two levels away, and architecture evolution and technical strategy build on it.',
    )
  })

  test('has no second half where nothing builds on it', () => {
    const levels = withLevel(levelsAtExpectation(framework, 'senior-engineer'), 'visibility-of-work', 2)
    const item = focus(framework, levels, 'staff-engineer').find((one) => one.skill === 'visibility-of-work')
    expect(item?.reason).toBe('Critical for a staff engineer and two levels away.')
  })

  test('says what can only be rehearsed before holding the role', () => {
    const levels = withLevel(levelsAtExpectation(framework, 'senior-engineer'), 'performance-management', 0)
    const item = focus(framework, levels, 'engineering-manager').find(
      (one) => one.skill === 'performance-management',
    )
    expect(item?.reason).toBe(
      'Critical for an engineering manager and three levels away. Before you hold the role you can only rehearse it.',
    )
  })

  test('says that a level is only assumed once others are rated', () => {
    const levels = withLevel(levelsAtExpectation(framework, 'senior-engineer'), 'speaking', 3)
    const item = focus(framework, levels, 'staff-engineer').find((one) => one.skill === 'visibility-of-work')
    expect(item?.reason).toBe(
      'Critical for a staff engineer and two levels away. Your level is assumed, not rated.',
    )
  })

  test('says that a level is on its way', () => {
    const levels = {
      ...levelsAtExpectation(framework, 'senior-engineer'),
      'visibility-of-work': { level: 3, assumed: false, approaching: true },
    }
    const item = focus(framework, levels, 'staff-engineer').find((one) => one.skill === 'visibility-of-work')
    expect(item?.reason).toBe('Critical for a staff engineer and less than one level away.')
  })

  test('says which level one is on the way to where more than one is missing', () => {
    const levels = {
      ...levelsAtExpectation(framework, 'senior-engineer'),
      'visibility-of-work': { level: 1, assumed: false, approaching: true },
    }
    const item = focus(framework, levels, 'staff-engineer').find((one) => one.skill === 'visibility-of-work')
    expect(item?.reason).toBe(
      'Critical for a staff engineer and three levels away. You are already on the way to level 2.',
    )
  })
})

test('every number of a score can be opened', () => {
  expect(explainScore(itemOf('senior-engineer', 'engineering-manager', 'delegation'))).toEqual([
    { label: 'Weight', value: '3 (critical)' },
    { label: 'Gap', value: '2 (level 1 to level 3)' },
    { label: 'Open gaps that build on it', value: '0: × 1' },
    { label: 'Access', value: '× 0.9 (can partly be practised before holding the role)' },
    { label: 'Score', value: '3 × 2 × 1 × 0.9 = 5.4' },
    { label: 'Your level', value: 'assumed from your current role until you rate it' },
  ])
})

describe('a skill that comes first when it is low', () => {
  const levels = levelsAtExpectation(framework, 'senior-engineer')
  const marked = 'sustainable-pace'
  const first = (level: number, to: string) =>
    focus(framework, withLevel(levels, marked, level), to, { fromRole: 'senior-engineer' })[0]

  test('leads the list once it is rated two below what the current role expects', () => {
    expect(first(0, 'staff-engineer')).toMatchObject({ skill: marked, comesFirst: true, needed: 3 })
    expect(first(0, 'staff-engineer')?.reason).toContain('Sustainable pace comes first')
  })

  test('does not lead one level below, nor when it is only assumed', () => {
    expect(first(1, 'staff-engineer')?.comesFirst).toBe(false)
    const assumed = { ...levels, [marked]: { level: 0, assumed: true } }
    expect(focus(framework, assumed, 'staff-engineer', { fromRole: 'senior-engineer' })[0]?.skill).not.toBe(
      marked,
    )
  })

  test('leads the practice order too, and does so even where the destination asks nothing of it', () => {
    const narrow = {
      ...framework,
      expectations: {
        ...framework.expectations,
        'staff-engineer': { speaking: { level: 3, weight: 2 as const } },
      },
    }
    const items = focus(narrow, withLevel(levels, marked, 0), 'staff-engineer', {
      fromRole: 'senior-engineer',
    })
    expect(items[0]).toMatchObject({ skill: marked, needed: 2, gap: 2, weight: 2 })
    expect(practiceOrder(narrow, items)[0]?.skill).toBe(marked)
  })
})
