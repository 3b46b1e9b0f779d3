// The six reference tables of the prioritisation: scores, order of practice, readiness and what comes next.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { climb } from './climb.ts'
import { focus, topFocus } from './focus.ts'
import { levelsAtExpectation } from './levels.ts'
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
