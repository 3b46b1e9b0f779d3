// A file of ratings becomes notes of who said what about whom and when, and what does not fit is told.

import { describe, expect, test } from 'vitest'
import { readFiles, SMALL } from '../../../tests/frameworks/read-files.ts'
import { checkFramework } from '../framework/check-framework.ts'
import type { Framework } from '../framework/framework.ts'
import type { KeptPerson } from '../person/kept-person.ts'
import { type BroughtChoices, ME, planBroughtRatings } from './plan-brought-ratings.ts'

const framework = checkFramework(readFiles(SMALL)).framework as Framework
const [first, second] = framework.skills.map((skill) => skill.name) as [string, string]
const place = { path: 'team.csv', line: 2 }
const mona: KeptPerson = { id: 'mona', displayName: 'Mona', relation: 'manager', role: null, revisionId: '1' }
const into = { framework, me: { id: 'my-id', name: 'Ida' }, people: [mona], now: '2026-11-23T10:00:00.000Z' }
const choices: BroughtChoices = { rater: 'me', ratedOn: '2026-03-31', people: {}, skills: {} }
const rating = (person: string, more: object = {}) => ({ person, skill: first, level: 2, place, ...more })

describe('A file of ratings', () => {
  test('is noted as mine, as their manager, where I rated people who are new', () => {
    const plan = planBroughtRatings(
      [rating('Rosa'), rating('Rosa', { skill: second, level: 1 })],
      into,
      choices,
    )
    expect(plan.people).toEqual([{ name: 'Rosa', who: 'new', ratings: 2 }])
    expect(plan.asks).toEqual({ rater: 'all', day: 'all' })
    expect(plan.notes).toEqual([
      {
        subject: 'Rosa',
        rater: ME,
        raterKind: 'manager',
        ratedOn: '2026-03-31',
        ratings: [
          { skill: framework.skills[0]?.id, level: 2, approaching: false },
          { skill: framework.skills[1]?.id, level: 1, approaching: false },
        ],
      },
    ])
    expect(plan.losses).toEqual([])
  })

  test('keeps new people apart by name, however it is written', () => {
    const said = [rating('Rosa'), rating('Tom'), rating('ROSA', { skill: second })]
    const { notes } = planBroughtRatings(said, into, choices)
    expect(notes.map(({ subject, ratings }) => [subject, ratings.length])).toEqual([
      ['Rosa', 2],
      ['Tom', 1],
    ])
  })

  test('knows me by my name, and others by theirs', () => {
    const said = [rating('ida', { ratedBy: 'MONA', ratedOn: '2025-01-31' }), rating('Me', { ratedBy: 'Ida' })]
    const plan = planBroughtRatings(said, into, choices)
    const known = plan.people.map(({ name, who }) => `${name} is ${who}`)
    expect(known.sort()).toEqual(['Ida is me', 'MONA is mona', 'Me is me', 'ida is me'])
    expect(plan.notes.map(({ rater, raterKind, ratedOn }) => [rater, raterKind, ratedOn])).toEqual([
      ['MONA', 'manager', '2025-01-31'],
      [ME, 'self', '2026-03-31'],
    ])
  })

  test('is noted as their own, or as from nobody knows whom, where that is said', () => {
    const own = planBroughtRatings([rating('Rosa')], into, { ...choices, rater: 'themselves' })
    expect(own.notes.map(({ rater, raterKind }) => [rater, raterKind])).toEqual([['Rosa', 'self']])
    const unknown = planBroughtRatings([rating('Rosa')], into, { ...choices, rater: 'unknown' })
    expect(unknown.notes.map(({ rater, raterKind }) => [rater, raterKind])).toEqual([[null, 'peer']])
  })

  test('is corrected by hand: another skill, another person, or nobody', () => {
    const said = [rating('R.', { skill: 'Typing' }), rating('Sum', { skill: 'Typing' })]
    const wrong = planBroughtRatings(said, into, choices)
    expect(wrong.skills).toEqual([{ name: 'Typing', skillId: null, ratings: 2 }])
    expect(wrong.losses).toHaveLength(2)
    const skill = framework.skills[0]?.id ?? ''
    const people = { 'R.': 'mona', Sum: 'leave' }
    const mended = planBroughtRatings(said, into, { ...choices, people, skills: { Typing: skill } })
    expect(mended.notes.map((note) => [note.subject, note.raterKind])).toEqual([['R.', 'report']])
    expect(mended.losses.map((loss) => loss.why)).toEqual(['You left this person out.'])
  })

  test('holds of my own answers the newest to each skill, and nothing from the future', () => {
    const said = [
      rating('Me', { ratedBy: 'Me', ratedOn: '2025-01-31' }),
      rating('Me', { ratedBy: 'Me', ratedOn: '2026-01-31', level: 1 }),
      rating('Rosa', { ratedOn: '2026-12-24' }),
    ]
    const plan = planBroughtRatings(said, into, choices)
    expect(plan.notes.map(({ ratedOn, ratings }) => [ratedOn, ratings[0]?.level])).toEqual([
      ['2026-01-31', 1],
    ])
    expect(plan.losses.map(({ why }) => why).sort()).toEqual([
      '2026-12-24 lies in the future.',
      'You said something newer; of your own ratings the newest is brought.',
    ])
  })

  test('never brings a private skill, and of two lines that differ the later one holds', () => {
    const skills = framework.skills.map((skill, index) => (index === 1 ? { ...skill, private: true } : skill))
    const said = [rating('Rosa'), rating('Rosa', { level: 1 }), rating('Rosa', { skill: second })]
    const plan = planBroughtRatings(said, { ...into, framework: { ...framework, skills } }, choices)
    expect(plan.notes[0]?.ratings.map(({ level }) => level)).toEqual([1])
    expect(plan.losses.map(({ why }) => why)).toEqual([
      'This skill is only rated by its owner.',
      'A later line says another for the same person, day and rater.',
    ])
  })
})
