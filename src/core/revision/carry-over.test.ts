// Moving to another version: spelling asks nothing of anybody, a change of meaning asks for another look.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFramework } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { pictureAfterCarrying } from './carried-picture.ts'
import { planCarryOver, possibleDecisions, suggestedDecision } from './carry-over.ts'
import { diffFrameworks } from './diff-frameworks.ts'

const builtIn = loadFramework(BUILT_IN)
const ASSESSMENT = '00000000-0000-4000-8000-000000000001'

function rated(skill: string, level: number | null, more: Partial<Rating> = {}): Rating {
  return {
    assessmentId: ASSESSMENT,
    skill,
    revisionId: `revision-of-${skill}`,
    version: 1,
    ratedAt: '2026-11-23T10:00:00.000Z',
    level,
    reason: level === null ? 'not-seen' : null,
    approaching: false,
    behaviours: [],
    confidence: 'high',
    observedOn: '2026-11-01',
    note: 'As seen in the review.',
    ...more,
  }
}

function edited(change: (copy: Framework) => void): Framework {
  const copy = structuredClone(builtIn)
  change(copy)
  return copy
}

function planned(after: Framework, ratings: Rating[], before = builtIn, there: Rating[] = []) {
  const diff = diffFrameworks(before, after)
  const items = planCarryOver({ before, after, diff }, ratings, there)
  return { diff, items, versions: { before, after, diff } }
}

const behavioursAt = (framework: Framework, skill: string, level: number) =>
  framework.skills.find((one) => one.id === skill)?.anchors.find((one) => one.level === level)?.behaviours ??
  []

describe('moving to another version', () => {
  test('carries everything to a version that says the same, word for word', () => {
    fc.assert(
      fc.property(anyFramework(), (framework) => {
        const ratings = framework.skills.map((skill) => rated(skill.id, 1))
        const { items } = planned({ ...structuredClone(framework), version: '2' }, ratings, framework)
        expect(items.map((item) => item.verdict)).toEqual(items.map(() => 'carries'))
        expect(items.map((item) => item.content)).toMatchObject(
          items.map(() => ({ level: 1, confidence: 'high', note: 'As seen in the review.' })),
        )
        expect(items.map(suggestedDecision)).toEqual(items.map(() => 'carry'))
      }),
    )
  })

  test('asks for another look where the rated level was reworded, and nowhere else', () => {
    const after = edited((copy) => {
      const [first] = behavioursAt(copy, 'delegation', 3)
      if (first) first.text = 'Hands over whole budgets and defends them before the board.'
    })
    const { items } = planned(after, [
      rated('delegation', 3),
      rated('delegation', 4),
      rated('delegation', 2),
      rated('coaching', 3),
    ])
    expect(items.map((item) => [item.rating.skill, item.rating.level, item.verdict])).toEqual(
      expect.arrayContaining([
        ['delegation', 3, 'look-again'],
        ['delegation', 4, 'carries'],
        ['delegation', 2, 'carries'],
        ['coaching', 3, 'carries'],
      ]),
    )
    const looked = items.find((item) => item.verdict === 'look-again')
    expect(looked).toMatchObject({ reasons: ['reworded'], changes: [{ kind: 'sentence-reworded' }] })
    expect(possibleDecisions(looked as (typeof items)[number])).toEqual(['carry', 'look', 'leave'])
  })

  test('asks again too where the level that somebody approaches was reworded', () => {
    const after = edited((copy) => {
      const [first] = behavioursAt(copy, 'delegation', 3)
      if (first) first.text = 'Hands over whole budgets and defends them before the board.'
    })
    const { items } = planned(after, [rated('delegation', 2, { approaching: true })])
    expect(items[0]).toMatchObject({ verdict: 'look-again', reasons: ['reworded'] })
  })

  test('does not ask again for a mended spelling, and keeps the ticks', () => {
    const [first] = behavioursAt(builtIn, 'delegation', 3)
    const ticked = first?.id ?? ''
    const after = edited((copy) => {
      const [behaviour] = behavioursAt(copy, 'delegation', 3)
      if (behaviour) behaviour.text = behaviour.text.toUpperCase()
    })
    const { items } = planned(after, [rated('delegation', 3, { behaviours: [ticked] })])
    expect(items[0]).toMatchObject({ verdict: 'carries', content: { behaviours: [ticked] } })
  })

  test('asks again where a ticked behaviour is gone, and leaves its tick out', () => {
    const [first, second] = behavioursAt(builtIn, 'delegation', 2)
    const after = edited((copy) => {
      behavioursAt(copy, 'delegation', 2).shift()
    })
    const ticks = [first?.id ?? '', second?.id ?? '']
    const { items } = planned(after, [rated('delegation', 4, { behaviours: ticks })])
    expect(items[0]).toMatchObject({
      verdict: 'look-again',
      reasons: ['ticked'],
      content: { behaviours: [ticks[1]] },
    })
  })

  test('asks again where a skill has another name or took another skill in, and leaves what is gone', () => {
    const after = edited((copy) => {
      const [gone, heir] = ['mentoring', 'coaching'].map((id) => copy.skills.find((one) => one.id === id))
      if (!gone || !heir) throw new Error('The built-in framework has other skills now.')
      for (const anchor of gone.anchors)
        heir.anchors
          .find((one) => one.level === anchor.level)
          ?.practices.push(...anchor.behaviours, ...anchor.practices)
      copy.skills = copy.skills.filter((skill) => skill !== gone && skill.id !== 'selling')
      const renamed = copy.skills.find((skill) => skill.id === 'hiring')
      if (renamed) renamed.name = 'Choosing colleagues'
    })
    const ratings = [rated('mentoring', 3), rated('coaching', 3), rated('selling', 3), rated('hiring', 3)]
    const { items } = planned(after, ratings)
    const bySkill = Object.fromEntries(items.map((item) => [item.rating.skill, item]))
    expect(bySkill.mentoring).toMatchObject({ skill: 'coaching', verdict: 'look-again', content: null })
    expect(bySkill.coaching).toMatchObject({ verdict: 'look-again', reasons: ['merged'] })
    expect(bySkill.selling).toMatchObject({ skill: null, verdict: 'gone' })
    expect(bySkill.hiring).toMatchObject({ verdict: 'look-again', reasons: ['renamed'] })
    expect(items.map(suggestedDecision).toSorted()).toEqual(['leave', 'look', 'look', 'look'])
  })

  test('puts no older answer over a newer one that was given on the new version itself', () => {
    const after = edited((copy) => {
      copy.version = '2'
    })
    const ratings = ['delegation', 'mentoring', 'coaching'].map((skill) => rated(skill, 3))
    const [before, later] = ['2026-11-01T10:00:00.000Z', '2026-11-25T10:00:00.000Z']
    const there = [
      rated('delegation', 4, { ratedAt: later }),
      rated('mentoring', 4, { ratedAt: later, carriedFrom: 'an-older-answer' }),
      rated('coaching', 4, { ratedAt: before }),
    ]
    const { items, versions } = planned(after, ratings, builtIn, there)
    expect(Object.fromEntries(items.map((item) => [item.skill, suggestedDecision(item)]))).toEqual({
      delegation: 'leave',
      mentoring: 'carry',
      coaching: 'carry',
    })
    const standing = { role: 'senior-engineer', destinations: ['staff-engineer'] }
    const shareWith = (some: typeof items) =>
      pictureAfterCarrying(versions, some, suggestedDecision, standing).readiness[0]?.after?.share
    expect(shareWith(items)).toBeGreaterThanOrEqual(
      shareWith(planned(after, ratings, builtIn, []).items) ?? Number.NaN,
    )
  })

  test('carries no level to a scale that has other levels without a look', () => {
    const after = edited((copy) => {
      copy.scale.pop()
    })
    const { items } = planned(after, [
      rated('delegation', 5),
      rated('delegation', 3),
      rated('coaching', null),
    ])
    expect(items.map((item) => [item.rating.level, item.verdict, item.content?.level])).toEqual(
      expect.arrayContaining([
        [5, 'look-again', undefined],
        [3, 'look-again', 3],
        [null, 'carries', null],
      ]),
    )
  })

  test('shows how readiness moves, and that a destination is gone', () => {
    const after = edited((copy) => {
      const row = copy.expectations['staff-engineer'] ?? {}
      for (const cell of Object.values(row)) if (cell.level > 0) cell.level = Math.min(5, cell.level + 1)
      copy.roles = copy.roles.filter((role) => role.id !== 'engineering-manager')
      delete copy.expectations['engineering-manager']
    })
    const { items, versions } = planned(after, [rated('delegation', 3)])
    const standing = {
      role: 'senior-engineer',
      destinations: ['staff-engineer', 'engineering-manager', 'stay'],
    }
    const picture = pictureAfterCarrying(versions, items, suggestedDecision, standing)
    expect(picture.lost).toEqual(['engineering-manager'])
    expect(picture.standing).toEqual({ role: 'senior-engineer', destinations: ['staff-engineer', 'stay'] })
    const [staff, manager] = picture.readiness
    expect(staff?.after?.share).toBeLessThan(staff?.before.share ?? 0)
    expect(manager).toMatchObject({ roleAfter: null, after: null })
  })
})
