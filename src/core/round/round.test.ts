// What rounds promise before anybody answers: who is proposed, what may be asked, and how likely it is that it is shown.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { RaterKind } from '../assessment/assessment.ts'
import type { MeasuredLevel } from '../measurement/measure-person.ts'
import { HALF_WIDTH_80 } from '../measurement/normal.ts'
import { type AgreedLevel, checkAgreedLevels, movedItems } from './agreement.ts'
import { chanceShown } from './likely-shown.ts'
import { differences, type Side } from './opening.ts'
import { type Chart, kindBetween, proposeRaters } from './propose-raters.ts'
import { type Ask, askState, isRoundOver } from './round.ts'
import { checkSkills, skillsFor } from './skills-to-ask.ts'
import { checkRound, problemOfRaters } from './start-round.ts'
import { whatNarrowsMost } from './what-narrows-most.ts'

const framework = loadFramework(BUILT_IN)
const TODAY = '2026-11-23'
const line = (id: string, from = '2024-01-01', until: string | null = null) => ({ id, from, until })
const chart: Chart = {
  management: [
    { ...line('1'), personId: 'bea', managerId: 'max' },
    { ...line('2'), personId: 'cem', managerId: 'max' },
    { ...line('3', '2024-01-01', '2025-12-31'), personId: 'fay', managerId: 'max' },
  ],
  memberships: ['bea', 'cem', 'max', 'dia'].map((personId) => ({
    ...line(personId),
    personId,
    teamId: 'platform',
  })),
}
const present = ['bea', 'cem', 'dia', 'fay', 'max']

describe('Who rates whom', () => {
  test('is proposed from the chart of the day: oneself, the manager, the team, and whom one manages', () => {
    expect(proposeRaters(chart, 'bea', ['self', 'manager', 'peer'], present, TODAY)).toEqual([
      { raterId: 'bea', kind: 'self' },
      { raterId: 'max', kind: 'manager' },
      { raterId: 'cem', kind: 'peer' },
      { raterId: 'dia', kind: 'peer' },
    ])
    expect(proposeRaters(chart, 'max', ['report', 'peer'], present, TODAY)).toEqual([
      { raterId: 'bea', kind: 'report' },
      { raterId: 'cem', kind: 'report' },
      { raterId: 'dia', kind: 'peer' },
    ])
  })

  test('leaves out whoever has left, and a line of the chart that has ended', () => {
    expect(proposeRaters(chart, 'bea', ['manager', 'peer'], ['bea', 'dia'], TODAY)).toEqual([
      { raterId: 'dia', kind: 'peer' },
    ])
    expect(kindBetween(chart, 'max', 'fay', '2025-06-01')).toBe('manager')
    expect(kindBetween(chart, 'max', 'fay', TODAY)).toBe('peer')
    expect(kindBetween(chart, 'bea', 'max', TODAY)).toBe('report')
  })
})

describe('The last day of a round', () => {
  const command = {
    ...({ title: 'Autumn', purpose: 'development', confidential: false, managerSees: false } as const),
    ...{ skills: ['mentoring'], kinds: ['peer'] as RaterKind[] },
  }
  const accepts = (endsOn: string, now: string) => checkRound({ ...command, endsOn }, framework, now).ok

  test('is still to come where whoever starts it is: in the evening in the west it is tomorrow already elsewhere', () => {
    expect(accepts('2026-11-24', '2026-11-24T02:00:00.000Z')).toBe(true)
    expect(accepts('2026-11-24', '2026-11-24T12:00:00.000Z')).toBe(false)
    expect(accepts('2026-11-23', '2026-11-24T02:00:00.000Z')).toBe(false)
  })
})

describe('A list of raters', () => {
  const problem = (skills: string[], kinds: RaterKind[], confidential = true) =>
    problemOfRaters(
      { confidential, skills },
      kinds.map((kind) => ({ kind })),
      framework,
    )

  test('counts those who can see any of the skills: the others are not asked', () => {
    expect(problem(['mentoring'], ['peer', 'peer', 'peer'])).toBeNull()
    expect(problem(['coaching', 'mentoring'], ['peer', 'peer', 'peer'])).toBeNull()
    expect(problem(['coaching'], ['peer', 'peer', 'report', 'report'])).toContain('here it would be 2')
    expect(problem(['coaching'], ['peer', 'peer', 'peer'], false)).toContain('nobody would be asked')
    expect(problem(['coaching'], ['peer', 'report'], false)).toBeNull()
    expect(problem(['coaching'], [], false)).toContain('Nobody is on the list')
  })
})

describe('What may be asked', () => {
  test('is never a private skill, whoever is asked', () => {
    expect(checkSkills(['sustainable-pace'], framework)).toMatchObject({ ok: false })
    expect(skillsFor('manager', ['sustainable-pace', 'coaching'], framework)).toEqual(['coaching'])
  })

  test('leaves out what this kind of rater can never see', () => {
    expect(skillsFor('peer', ['coaching', 'written-communication'], framework)).toEqual([
      'written-communication',
    ])
    expect(skillsFor('report', ['coaching', 'negotiation'], framework)).toEqual(['coaching'])
  })
})

describe('A confidential round', () => {
  test('says how likely it is that three of those invited answer', () => {
    expect(chanceShown(2)).toBe(0)
    expect(chanceShown(3)).toBeCloseTo(0.65 ** 3, 10)
    expect(chanceShown(5, 0.5)).toBeCloseTo(0.5, 10)
    expect(chanceShown(8)).toBeGreaterThan(chanceShown(5))
    expect(chanceShown(50)).toBeLessThanOrEqual(1)
  })
})

const ask: Ask = {
  id: 'a',
  raterId: 'cem',
  subjectId: 'bea',
  askedBy: 'bea',
  roundId: 'r',
  raterKind: 'peer',
  frameworkDigest: 'd',
  skills: ['coaching'],
  purpose: 'development',
  confidential: false,
  managerSees: false,
  blindWith: null,
  note: '',
  dueOn: TODAY,
  askedAt: '2026-11-01T00:00:00.000Z',
  assessmentId: null,
  answeredAt: null,
  declinedAt: null,
  endedAt: null,
  guesses: {},
}

describe('What somebody was asked', () => {
  test('is open through its last day, and ends after it where it belongs to a round', () => {
    expect(askState(ask, TODAY)).toBe('open')
    expect(askState(ask, '2026-11-24')).toBe('ended')
    expect(askState({ ...ask, roundId: null }, '2026-11-24')).toBe('open')
  })

  test('waits for both where two rate without seeing each other’s', () => {
    expect(askState({ ...ask, blindWith: 'bea' }, '2026-11-24')).toBe('open')
    expect(isRoundOver({ closedAt: null, endsOn: TODAY }, TODAY)).toBe(false)
    expect(isRoundOver({ closedAt: null, endsOn: TODAY }, '2026-11-24')).toBe(true)
  })
})

describe('What is opened together', () => {
  const side = (levels: Record<string, number | null>, guesses = {}): Side => ({
    ratings: Object.entries(levels).map(([skill, level]) => ({
      skill,
      level,
      reason: level === null ? 'not-seen' : null,
      approaching: false,
      note: '',
    })),
    guesses,
  })

  test('puts the largest difference first and what both see alike last', () => {
    const opened = {
      subject: side({ a: 3, b: 4, c: 2, d: 2 }, { b: 4 }),
      manager: side({ a: 3, b: 2, c: 3, d: null }, { b: 5 }),
    }
    const found = differences(opened, ['a', 'b', 'c', 'd', 'e'])
    expect(found.map(({ skill, apart }) => [skill, apart])).toEqual([
      ['b', 2],
      ['c', 1],
      ['d', null],
      ['a', 0],
    ])
    expect(found[0]).toMatchObject({ subjectGuessed: 4, managerGuessed: 5 })
  })
})

describe('Agreed levels', () => {
  const item: AgreedLevel = {
    skill: 'coaching',
    level: 3,
    proof: 'Two people coached over a quarter',
    by: '2027-03-31',
  }

  test('say what will be seen as proof by when, or neither', () => {
    expect(checkAgreedLevels([item], framework)).toEqual({ ok: true, value: [item] })
    expect(checkAgreedLevels([{ ...item, by: null }], framework).ok).toBe(false)
    expect(checkAgreedLevels([{ ...item, proof: '', by: null }], framework).ok).toBe(true)
    expect(checkAgreedLevels([{ ...item, level: 9 }], framework).ok).toBe(false)
    expect(checkAgreedLevels([{ ...item, skill: 'sustainable-pace' }], framework).ok).toBe(false)
  })

  test('show where a later version moved the goalposts', () => {
    const later = { ...item, proof: 'Four people coached' }
    expect(movedItems([item], [later])).toEqual([{ skill: 'coaching', before: item, after: later }])
    expect(movedItems([item], [item])).toEqual([])
    expect(movedItems([item], [])).toEqual([{ skill: 'coaching', before: item, after: null }])
  })
})

describe('Who else to ask', () => {
  const measured = (skill: string, sd: number, then: number) =>
    ({
      skill,
      latent: { mean: 3, sd },
      narrowing: [
        { kind: 'peer', more: 1, plusMinus: HALF_WIDTH_80 * sd },
        { kind: 'peer', more: 2, plusMinus: HALF_WIDTH_80 * then },
        { kind: 'report', more: 2, plusMinus: HALF_WIDTH_80 * sd * 0.99 },
      ],
    }) as unknown as MeasuredLevel

  test('is where two more take most off the variance, not where most is left', () => {
    const found = whatNarrowsMost([
      measured('a', 0.8, 0.79),
      measured('b', 0.7, 0.4),
      measured('c', 0.5, 0.3),
    ])
    expect(found.map(({ skill, kind }) => [skill, kind])).toEqual([
      ['b', 'peer'],
      ['c', 'peer'],
    ])
    expect(found[0]?.share).toBeCloseTo(1 - (0.4 / 0.7) ** 2, 10)
  })
})
