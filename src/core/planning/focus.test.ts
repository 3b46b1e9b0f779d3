// The six reference tables of the prioritisation: scores, order of practice, readiness and what comes next.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { climb } from './climb.ts'
import { type FocusItem, focus, topFocus } from './focus.ts'
import { explainScore } from './focus-words.ts'
import { levelsAtExpectation, withLevel } from './levels.ts'
import { practiceOrder } from './practice-order.ts'
import { readiness } from './readiness.ts'
import { SCORE_PARAMETERS } from './score.ts'

const framework = loadFramework(BUILT_IN)

interface Table {
  from: string
  to: string
  readiness: number
  criticalGaps: number
  climb: number
  /** Skill, now, needed, weight, score. */
  top: [string, number, number, number, number][]
  practice: string[]
  next: [string, number][]
  /** How many of the five stay when the parameters are tuned within reason. */
  keeps: number
}

const TABLES: Table[] = [
  {
    from: 'senior-engineer',
    to: 'staff-engineer',
    readiness: 63,
    criticalGaps: 7,
    climb: 102,
    top: [
      ['written-communication', 2, 4, 3, 7.8],
      ['problem-framing', 2, 4, 3, 7.8],
      ['influence-without-authority', 2, 4, 3, 6.6],
      ['visibility-of-work', 2, 4, 3, 6.0],
      ['technical-strategy', 1, 3, 3, 5.4],
    ],
    practice: [
      'written-communication',
      'problem-framing',
      'influence-without-authority',
      'visibility-of-work',
      'technical-strategy',
    ],
    next: [
      ['architecture-evolution', 4.0],
      ['mentoring', 4.0],
      ['system-design', 3.6],
    ],
    keeps: 5,
  },
  {
    from: 'senior-engineer',
    to: 'engineering-manager',
    readiness: 64,
    criticalGaps: 6,
    climb: 82,
    top: [
      ['coaching', 1, 3, 3, 6.6],
      ['performance-management', 0, 3, 3, 6.3],
      ['delegation', 1, 3, 3, 5.4],
      ['team-health', 1, 3, 3, 5.4],
      ['giving-feedback', 2, 3, 3, 3.9],
    ],
    practice: ['giving-feedback', 'coaching', 'delegation', 'team-health', 'performance-management'],
    next: [
      ['prioritisation', 3.3],
      ['written-communication', 2.6],
      ['active-listening', 2.6],
    ],
    keeps: 4,
  },
  {
    from: 'engineering-manager',
    to: 'engineering-director',
    readiness: 70,
    criticalGaps: 9,
    climb: 97,
    top: [
      ['business-acumen', 2, 4, 3, 6.6],
      ['leading-leaders', 1, 4, 3, 6.3],
      ['vision-direction', 2, 4, 3, 5.4],
      ['change-leadership', 2, 4, 3, 5.4],
      ['org-design', 2, 4, 3, 4.2],
    ],
    practice: ['business-acumen', 'vision-direction', 'change-leadership', 'leading-leaders', 'org-design'],
    next: [
      ['negotiation', 4.0],
      ['stakeholder-management', 3.3],
      ['decision-making', 3.3],
    ],
    keeps: 4,
  },
  {
    from: 'staff-engineer',
    to: 'principal-engineer',
    readiness: 79,
    criticalGaps: 5,
    climb: 68,
    top: [
      ['vision-direction', 2, 4, 3, 5.4],
      ['technical-strategy', 3, 5, 3, 5.4],
      ['business-acumen', 2, 4, 2, 4.4],
      ['problem-framing', 4, 5, 3, 3.9],
      ['influence-without-authority', 4, 5, 3, 3.3],
    ],
    practice: [
      'business-acumen',
      'problem-framing',
      'influence-without-authority',
      'vision-direction',
      'technical-strategy',
    ],
    next: [
      ['upward-communication', 2.7],
      ['active-listening', 2.6],
      ['system-design', 2.4],
    ],
    keeps: 4,
  },
  {
    from: 'senior-engineer',
    to: 'independent-consultant',
    readiness: 64,
    criticalGaps: 9,
    climb: 94,
    top: [
      ['selling', 0, 4, 3, 10.8],
      ['relationship-building', 2, 4, 3, 7.2],
      ['negotiation', 1, 3, 3, 6.6],
      ['business-acumen', 1, 3, 3, 6.0],
      ['external-presence', 1, 3, 3, 6.0],
    ],
    practice: ['relationship-building', 'negotiation', 'business-acumen', 'external-presence', 'selling'],
    next: [
      ['career-ownership', 4.0],
      ['sustainable-pace', 4.0],
      ['problem-framing', 3.6],
    ],
    keeps: 5,
  },
  {
    from: 'engineering-manager',
    to: 'staff-engineer',
    readiness: 82,
    criticalGaps: 7,
    climb: 51,
    top: [
      ['system-design', 2, 4, 3, 7.2],
      ['software-craft', 2, 4, 2, 5.2],
      ['architecture-evolution', 2, 4, 2, 4.0],
      ['technical-depth', 2, 4, 2, 4.0],
      ['tooling-leverage', 2, 4, 2, 4.0],
    ],
    practice: [
      'software-craft',
      'system-design',
      'architecture-evolution',
      'technical-depth',
      'tooling-leverage',
    ],
    next: [
      ['written-communication', 3.9],
      ['problem-framing', 3.6],
      ['influence-without-authority', 3.3],
    ],
    keeps: 3,
  },
]

const at = (table: Table) => levelsAtExpectation(framework, table.from)

describe.each(TABLES)('from $from to $to', (table) => {
  const items = focus(framework, at(table), table.to, { fromRole: table.from })

  test('the five highest scores are those of the table', () => {
    const top = topFocus(items).map((item) => [item.skill, item.now, item.needed, item.weight, item.score])
    expect(top).toEqual(table.top)
  })

  test('the next three in line are those of the table', () => {
    expect(items.slice(5, 8).map((item) => [item.skill, item.score])).toEqual(table.next)
  })

  test('they are practised in the order of the table', () => {
    expect(practiceOrder(framework, topFocus(items)).map((item) => item.skill)).toEqual(table.practice)
  })

  test('readiness, critical gaps and climb are those of the table', () => {
    const ready = readiness(framework, at(table), table.to)
    expect(Math.round((ready.share ?? 0) * 100)).toBe(table.readiness)
    expect(ready.criticalGaps).toBe(table.criticalGaps)
    expect(climb(framework, at(table), table.to).points).toBe(table.climb)
  })

  test('most of the five stay when the parameters are tuned within reason', () => {
    const members = table.top.map(([skill]) => skill)
    for (const unlockBonus of [0, 0.05, 0.1, 0.15, 0.2]) {
      for (const partial of [0.8, 0.9, 1]) {
        for (const gated of [0.5, 0.7, 0.85, 1]) {
          const parameters = { ...SCORE_PARAMETERS, unlockBonus, partial, gated }
          const tuned = topFocus(focus(framework, at(table), table.to, { parameters }))
          const kept = tuned.filter((item) => members.includes(item.skill)).length
          expect(kept, `${unlockBonus} ${partial} ${gated}`).toBeGreaterThanOrEqual(table.keeps)
        }
      }
    }
  })
})

const itemOf = (from: string, to: string, skill: string): FocusItem => {
  const item = focus(framework, levelsAtExpectation(framework, from), to, { fromRole: from }).find(
    (candidate) => candidate.skill === skill,
  )
  if (!item) throw new Error(`${skill} is not open`)
  return item
}

test('a manager who returns to being a senior engineer finds five hard skills', () => {
  const items = focus(framework, levelsAtExpectation(framework, 'engineering-manager'), 'senior-engineer')
  expect(items.map((item) => item.skill).toSorted()).toEqual(
    [
      'software-craft',
      'reliability-operations',
      'system-design',
      'technical-depth',
      'tooling-leverage',
    ].toSorted(),
  )
  expect(items.every((item) => item.kind === 'hard')).toBe(true)
})

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
      'Critical for an engineering manager and three levels away. It can only be rehearsed before holding the role.',
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
