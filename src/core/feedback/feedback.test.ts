// What a record of feedback is worth: the level somebody spoke of, what a vague sentence may mean, and how it moves on.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { FeedbackItem, FeedbackReading } from '../decode/read-feedback.ts'
import type { Framework } from '../framework/framework.ts'
import { expectationOf, findSkill } from '../framework/look-up.ts'
import { correctionsOf } from './corrections-of.ts'
import { type Feedback, NOTHING_TOLD } from './feedback.ts'
import { levelHeard } from './level-heard.ts'
import { isUnsure, likeliestSkill, mayMean } from './may-mean.ts'
import { listedFeedback } from './skills-here.ts'
import { storableText } from './storable-text.ts'
import { textPieces, toldGroup, toldParts } from './told-parts.ts'
import { toldTimes } from './told-times.ts'
import { twoPractices } from './two-practices.ts'

const framework = loadFramework(BUILT_IN)

function reading(change: Partial<FeedbackReading> = {}): FeedbackReading {
  return {
    ...{ text: 'You should delegate more.', start: 0, end: 25, kind: 'skill', polarity: 'gap' },
    ...{ skills: [{ skill: 'delegation', confidence: 0.9 }], matched: [], phrase: null, corrected: false },
    ...change,
  }
}

function record(change: Partial<Feedback> = {}): Feedback {
  return {
    ...NOTHING_TOLD,
    ...{ id: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11', revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b12' },
    ...{
      version: 1,
      frameworkDigest: 'f'.repeat(64),
      saidOn: '2026-11-20',
      recordedAt: '2026-11-20T09:00:00Z',
    },
    ...{ text: 'You should delegate more.', skills: ['delegation'], judgement: 'accepted' },
    ...change,
  }
}

describe('the level that somebody spoke of', () => {
  const role = 'engineering-manager'
  const skill = 'delegation'
  const asked = expectationOf(framework, role, skill).level
  const heard = (polarity: 'gap' | 'strength', level: number, assumed = false) =>
    levelHeard(framework, { role, skill, polarity, own: { level, assumed } })

  test('is one short of what the role asks where something was missed, or less where the person stands lower', () => {
    expect(asked).toBeGreaterThan(1)
    expect(heard('gap', asked, true)).toEqual({ seen: asked - 1, next: asked })
    expect(heard('gap', 5).seen).toBe(asked - 1)
    expect(heard('gap', 0)).toEqual({ seen: 0, next: 1 })
  })

  test('is what the role asks where it was praised, or more where the person stands higher', () => {
    expect(heard('strength', asked, true).seen).toBe(asked)
    expect(heard('strength', 1).seen).toBe(asked)
    expect(heard('strength', 5)).toEqual({ seen: 5, next: null })
  })

  test('goes by the person alone where the role does not ask for the skill, and never below the scale', () => {
    const unasked = framework.skills.find(
      ({ id }) => expectationOf(framework, 'senior-engineer', id).weight === 0,
    )
    const own = { level: 0, assumed: true }
    const told = { role: 'senior-engineer', skill: unasked?.id ?? '', polarity: 'gap' as const, own }
    expect(levelHeard(framework, told)).toEqual({ seen: 0, next: 1 })
  })

  test('comes with two practices, or with one question where none is written', () => {
    const delegation = findSkill(framework, skill)
    if (delegation === undefined) throw new Error('No delegation.')
    expect(twoPractices(framework, delegation, 0)).toEqual(twoPractices(framework, delegation, 1))
    expect(twoPractices(framework, delegation, 2)).toHaveLength(2)
    expect(twoPractices(framework, { ...delegation, anchors: [] }, 2)).toHaveLength(1)
  })
})

describe('a vague sentence', () => {
  const vague = (text: string, skills: FeedbackReading['skills'] = []) =>
    mayMean(framework, reading({ text, kind: 'vague', skills })).map((one) => one.skill.id)

  test('may mean what people who say it mostly mean, the likelier first', () => {
    const unranked = vague('You should be more strategic and visible.')
    expect(unranked).toContain('technical-strategy')
    expect(unranked).toContain('visibility-of-work')
    const ranked = vague('You should be more strategic and visible.', [
      { skill: 'visibility-of-work', confidence: 0.3 },
      { skill: 'technical-strategy', confidence: 0.2 },
    ])
    expect(ranked.slice(0, 2)).toEqual(['visibility-of-work', 'technical-strategy'])
  })

  test('that is like nothing may mean nothing', () => {
    expect(vague('Xyzzy qwrtz.')).toEqual([])
  })

  test('of a few words goes by a phrase in spite of a slip; a longer or a surer one by what was read', () => {
    const skills = [{ skill: 'speaking', confidence: 0.47 }]
    expect(likeliestSkill(framework, reading({ text: 'be more visable', skills }))).toBe('visibility-of-work')
    const sure = [{ skill: 'speaking', confidence: 0.8 }]
    expect(likeliestSkill(framework, reading({ text: 'be more visable', skills: sure }))).toBe('speaking')
    const long = 'In the last two meetings of the month you should have been more visable to the others'
    expect(isUnsure(reading({ text: long, skills }))).toBe(false)
    expect(likeliestSkill(framework, reading({ kind: 'none' }))).toBeNull()
  })

  test('that says a phrase word for word goes by the phrase, whatever was read', () => {
    const skills = [{ skill: 'speaking', confidence: 0.9 }]
    expect(likeliestSkill(framework, reading({ text: 'create more visibility', skills }))).toBe(
      'visibility-of-work',
    )
  })
})

describe('a sentence that turns', () => {
  const sides = [
    reading({
      text: 'Great reviews',
      polarity: 'strength',
      skills: [{ skill: 'software-craft', confidence: 0.9 }],
    }),
    reading({ text: 'you keep every hard ticket' }),
  ]
  const item = (clauses: FeedbackReading[]): FeedbackItem => ({ ...reading({ text: 'whole' }), clauses })

  test('is shown as its two sides, each in its group', () => {
    expect(toldParts([item(sides)]).map(toldGroup)).toEqual(['strength', 'gap'])
  })

  test('whose words tell neither praise nor criticism stands apart, and is asked about', () => {
    expect(toldGroup(reading({ polarity: 'none' }))).toBe('either')
    expect(toldGroup(reading({ kind: 'vague', polarity: 'none' }))).toBe('vague')
  })

  test('is shown whole where one side says nothing of its own, or both say the same', () => {
    const [praise] = sides as [FeedbackReading, FeedbackReading]
    const shown = [[praise, reading({ kind: 'none' })], [praise, praise], []].map((clauses) =>
      toldParts([item(clauses)]).map(({ text }) => text),
    )
    expect(shown).toEqual([['whole'], ['whole'], ['whole']])
  })
})

describe('a long text', () => {
  test('is cut where a line or a sentence ends, and nothing is lost', () => {
    const text = 'First line.\nSecond one. Third one.\n\nAnd a last that goes on'
    const pieces = textPieces(text, 20)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.every(({ text: part, start }) => text.startsWith(part, start) && part.length <= 20)).toBe(
      true,
    )
    expect(pieces[0]?.text).toBe('First line.\n')
  })

  test('without any end is cut, but never through a character', () => {
    const pieces = textPieces('😀'.repeat(11), 5)
    expect(pieces.map((piece) => piece.text).join('')).toBe('😀'.repeat(11))
    expect(pieces.every(({ text }) => !/\p{Surrogate}/u.test(text))).toBe(true)
  })

  test('that was cut through a character elsewhere can still be kept', () => {
    expect(storableText('a\ud83d')).toBe('a\ufffd')
    expect(storableText('whole 😀')).toBe('whole 😀')
  })
})

describe('a record on another version of its framework', () => {
  const renamed: Framework = {
    ...framework,
    version: 'next',
    skills: framework.skills.map((skill) =>
      skill.id === 'delegation' ? { ...skill, id: 'handing-over' } : skill,
    ),
  }

  test('is about the same skill under its new id', () => {
    expect(listedFeedback(record(), framework, renamed)).toMatchObject({
      names: ['Delegation'],
      here: ['handing-over'],
    })
  })

  test('keeps its words in another framework, where it is about none of its skills', () => {
    const other = { ...framework, id: 'bakery' }
    expect(listedFeedback(record(), framework, other)).toMatchObject({ names: ['Delegation'], here: [] })
  })

  test('teaches the next reading what it is about here, and nothing where that is not there', () => {
    const other = { ...framework, id: 'bakery' }
    const aside = record({ skills: [], judgement: 'dismissed', text: 'Lunch is late.' })
    const [here, there] = [framework, other].map((one) =>
      correctionsOf([record(), aside].map((each) => listedFeedback(each, framework, one))),
    )
    expect(here).toEqual([
      { text: 'You should delegate more.', skills: ['delegation'] },
      { text: 'Lunch is late.', skills: [] },
    ])
    expect(there).toEqual([{ text: 'Lunch is late.', skills: [] }])
  })

  test('counts how often something was missed, not praise', () => {
    const listed = [record(), record(), record({ polarity: 'strength' })].map((one) =>
      listedFeedback(one, framework, framework),
    )
    expect(toldTimes(listed)).toEqual(new Map([['delegation', 2]]))
  })
})
