// What may be said about a skill, and what is refused with which words.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Assessment, Rating } from './assessment.ts'
import { closeAssessment, closedSince, daysUntilClosed, isClosed } from './close-assessment.ts'
import { isDate } from './is-date.ts'
import { mergeRatings } from './merge-ratings.ts'
import { isSeenByFew, mayBeAsked } from './observability.ts'
import { LONGEST_NOTE, type RateSkillCommand, rateSkill } from './rate-skill.ts'

const framework = loadFramework(BUILT_IN)
const NOW = '2026-03-10T12:00:00.000Z'

const open: Assessment = {
  id: 'assessment-1',
  subjectId: 'person-1',
  raterKind: 'self',
  frameworkDigest: 'digest-1',
  role: 'senior-engineer',
  openedAt: '2026-03-01T09:00:00.000Z',
  lastActivityAt: '2026-03-01T09:00:00.000Z',
  closedAt: null,
  ratings: [],
}

const command: RateSkillCommand = {
  skill: 'written-communication',
  revisionId: 'revision-1',
  level: 3,
  reason: null,
  approaching: false,
  behaviours: [],
  confidence: 'medium',
  observedOn: '2026-03-09',
  note: '',
}

const fields = (change: Partial<RateSkillCommand>): string[] => {
  const rated = rateSkill(open, framework, { ...command, ...change }, NOW)
  if (rated.ok) return []
  return rated.failure.kind === 'invalid'
    ? rated.failure.errors.map((error) => error.field)
    : [rated.failure.kind]
}

describe('a rating', () => {
  test('is the next version of what is said about the skill', () => {
    const first = rateSkill(open, framework, command, NOW)
    expect(first).toMatchObject({ ok: true, value: { level: 3, version: 1, ratedAt: NOW } })
    if (!first.ok) return
    const next = rateSkill(
      { ...open, ratings: [first.value] },
      framework,
      { ...command, level: 4, revisionId: 'revision-2' },
      NOW,
    )
    expect(next).toMatchObject({ ok: true, value: { level: 4, version: 2 } })
  })

  test('said again after a lost answer stays as it was, even when the assessment closed meanwhile', () => {
    const first = rateSkill(open, framework, command, NOW)
    if (!first.ok) throw new Error('refused')
    const closed = { ...open, ratings: [first.value], closedAt: NOW }
    expect(rateSkill(closed, framework, command, '2026-03-11T00:00:00Z')).toEqual(first)
  })

  test('keeps ticked behaviours once each, in the order of the framework', () => {
    const skill = framework.skills.find((one) => one.id === 'written-communication')
    const ids = skill?.anchors.flatMap((anchor) => anchor.behaviours.map((one) => one.id)) ?? []
    const [first = '', second = ''] = ids
    const rated = rateSkill(open, framework, { ...command, behaviours: [second, first, second] }, NOW)
    expect(rated).toMatchObject({ value: { behaviours: [first, second] } })
  })

  test.each([
    ['a level of 0, tried and nothing shown yet', { level: 0 }],
    ['no level, with a reason', { level: null, reason: 'not-seen' as const }],
    ['a level on its way up', { level: 4, approaching: true }],
    ['no day of observation', { observedOn: null }],
    ['today', { observedOn: '2026-03-10' }],
    ['tomorrow, which it may be already elsewhere', { observedOn: '2026-03-11' }],
    ['a leap day', { observedOn: '2024-02-29' }],
    ['a note of the longest kind', { note: '✓'.repeat(LONGEST_NOTE) }],
  ])('may hold %s', (_, change) => {
    expect(fields(change)).toEqual([])
  })

  test.each([
    ['a level above the scale', { level: 6 }, ['level']],
    ['a level below it', { level: -1 }, ['level']],
    ['half a level', { level: 2.5 }, ['level']],
    ['neither level nor reason', { level: null }, ['reason']],
    ['both level and reason', { reason: 'not-seen' as const }, ['reason']],
    ['approaching beyond the top', { level: 5, approaching: true }, ['approaching']],
    [
      'approaching from nowhere',
      { level: null, reason: 'cannot-tell' as const, approaching: true },
      ['approaching'],
    ],
    ['a behaviour of another skill', { behaviours: ['nobody-does-this'] }, ['behaviours']],
    ['the 30th of February', { observedOn: '2026-02-30' }, ['observedOn']],
    ['a day that is no day', { observedOn: '2026-13-01' }, ['observedOn']],
    ['words for a day', { observedOn: 'yesterday' }, ['observedOn']],
    ['a day to come', { observedOn: '2026-03-12' }, ['observedOn']],
    ['too long a note', { note: 'x'.repeat(LONGEST_NOTE + 1) }, ['note']],
    ['several at once', { level: 9, observedOn: 'soon' }, ['level', 'observedOn']],
    ['a skill that does not exist', { skill: 'constructor' }, ['unknown-skill']],
  ])('may not hold %s', (_, change, problems) => {
    expect(fields(change)).toEqual(problems)
  })

  test('is refused once the assessment is closed, by hand or by thirty idle days', () => {
    const failure = { ok: false, failure: { kind: 'closed' } }
    expect(rateSkill({ ...open, closedAt: NOW }, framework, command, NOW)).toMatchObject(failure)
    expect(rateSkill(open, framework, command, '2026-03-31T09:00:00.000Z')).toMatchObject(failure)
  })

  test('of a private skill is only its owner’s', () => {
    const hidden = framework.skills.find((skill) => skill.private)
    const about = { ...command, skill: hidden?.id ?? '' }
    expect(rateSkill(open, framework, about, NOW).ok).toBe(true)
    const byManager = { ...open, raterKind: 'manager' as const }
    expect(rateSkill(byManager, framework, about, NOW)).toMatchObject({ failure: { kind: 'private-skill' } })
  })
})

describe('a rating that answers a question', () => {
  test('is about a skill that was asked, and is refused with the names of those that were', () => {
    const others = framework.skills.filter(({ id }) => id !== command.skill).slice(0, 2)
    const asked = others.map(({ id }) => id)
    expect(rateSkill(open, framework, command, NOW, [command.skill, ...asked]).ok).toBe(true)
    const refused = rateSkill(open, framework, command, NOW, asked)
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-asked' } })
    for (const { name } of others) expect(JSON.stringify(refused)).toContain(name)
  })
})

describe('an assessment', () => {
  test('closes thirty days after the last change, dated then and not when somebody looks', () => {
    expect(isClosed(open, '2026-03-31T08:59:59.999Z')).toBe(false)
    expect(closedSince(open, '2026-06-01T00:00:00.000Z')).toBe('2026-03-31T09:00:00.000Z')
    expect(daysUntilClosed(open, NOW)).toBe(20)
    expect(daysUntilClosed(open, '2026-06-01T00:00:00.000Z')).toBe(0)
  })

  test('closes by hand once', () => {
    const closed = closeAssessment(open, NOW)
    expect(closed).toMatchObject({ ok: true, value: { closedAt: NOW } })
    if (closed.ok) {
      expect(closeAssessment(closed.value, NOW)).toMatchObject({ failure: { kind: 'already-closed' } })
    }
  })
})

test('days that exist are told from days that do not', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (day) => {
        expect(isDate(day.toISOString().slice(0, 10))).toBe(true)
      },
    ),
  )
  expect(['2025-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-1-1', ''].filter(isDate)).toEqual([])
})

describe('merged ratings', () => {
  const rating = (skill: string, level: number, ratedAt: string): Rating => ({
    ...command,
    skill,
    level,
    ratedAt,
    assessmentId: 'any',
    version: 1,
  })
  const older = {
    ...open,
    ratings: [rating('a', 1, '2026-01-01T00:00:00Z'), rating('b', 1, '2026-01-01T00:00:00Z')],
  }
  const newer = {
    ...open,
    id: 'assessment-2',
    openedAt: '2026-03-05T00:00:00Z',
    ratings: [rating('b', 4, '2026-03-05T00:00:00Z')],
  }

  test('hold the latest word on each skill, whichever order the assessments come in', () => {
    const merge = (all: Assessment[]) =>
      mergeRatings(all, { frameworkDigest: 'digest-1' }).map((one) => [one.skill, one.level])
    expect(merge([older, newer])).toEqual([
      ['a', 1],
      ['b', 4],
    ])
    expect(merge([newer, older])).toEqual(merge([older, newer]))
  })

  test('leave out other frameworks and other raters', () => {
    const options = { frameworkDigest: 'digest-1' }
    expect(mergeRatings([{ ...newer, frameworkDigest: 'digest-2' }], options)).toEqual([])
    expect(mergeRatings([{ ...newer, raterKind: 'peer' }], options)).toEqual([])
    expect(mergeRatings([{ ...newer, raterKind: 'peer' }], { ...options, raterKind: 'peer' })).toHaveLength(1)
  })

  test('compare moments, not their spelling', () => {
    const early = { ...open, ratings: [rating('a', 1, '2026-03-01T23:30:00+02:00')] }
    const late = { ...open, id: 'assessment-0', ratings: [rating('a', 2, '2026-03-01T22:00:00Z')] }
    expect(mergeRatings([late, early], { frameworkDigest: 'digest-1' })[0]?.level).toBe(2)
  })
})

test('nobody is asked about what they never see, nor others about what is private', () => {
  const skill = (id: string) => framework.skills.find((one) => one.id === id) as (typeof framework.skills)[0]
  expect(mayBeAsked(skill('coaching'), 'peer')).toBe(false)
  expect(mayBeAsked(skill('coaching'), 'report')).toBe(true)
  expect(mayBeAsked(skill('sustainable-pace'), 'manager')).toBe(false)
  expect(mayBeAsked(skill('sustainable-pace'), 'self')).toBe(true)
  expect(isSeenByFew(skill('coaching'))).toBe(true)
  expect(isSeenByFew(skill('written-communication'))).toBe(false)
})
