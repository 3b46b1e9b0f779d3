// Whatever ratings come in, one person's levels are sensible or left out by name.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyRound,
  by,
  first,
  isSane,
  levelOf,
  measure,
  own,
  roundOf,
  second,
  skills,
} from '../../../tests/measurement/one-person.ts'
import type { SealedContribution } from './sealed-contribution.ts'

describe('whatever comes in', () => {
  test('no ratings give no levels', () => {
    expect(measure([]).levels.size).toBe(0)
    expect(measure([own(first, null)]).levels.size).toBe(0)
  })

  test('nothing but zeros, nothing but fives, and raters who contradict each other', () => {
    for (const level of [0, 5]) {
      const person = measure(
        ['a', 'b', 'c'].flatMap((id) => skills.slice(0, 40).map((skill) => by('peer', id, skill, level))),
      )
      isSane(person, 5)
      expect(Math.abs(levelOf(person, first).level - level)).toBeLessThan(0.8)
    }
    const torn = measure(
      skills.map((skill) => own(skill, 5)).concat(skills.map((s) => by('manager', 'm', s, 0))),
    )
    isSane(torn, 5)
    const level = levelOf(torn, first)
    expect(level.level).toBeGreaterThan(1)
    expect(level.level).toBeLessThan(4)
  })

  test('levels off the scale, unknown skills and broken dates are left out and listed', () => {
    const person = measure([
      own(first, 7),
      own(first, -1),
      own(first, 2.5),
      own('constructor', 3),
      own(second, 3, 'yesterday'),
      by('peer', '__proto__', second, 3),
    ])
    expect(person.leftOut.map((one) => one.why)).toEqual(
      expect.arrayContaining(['not-on-the-scale', 'unknown-skill', 'no-date']),
    )
    expect([...person.levels.keys()]).toEqual([second])
    isSane(person, 5)
  })

  test('ten thousand raters of one person are answered, and surely', () => {
    const ratings = Array.from({ length: 10_000 }, (_, id) =>
      [first, second].map((skill) => by('peer', `peer-${id}`, skill, 2 + (id % 3))),
    ).flat()
    const person = measure(ratings)
    isSane(person, 5)
    expect(levelOf(person, first).latent.sd).toBeLessThan(0.03)
    expect(levelOf(person, first).level).toBeGreaterThan(2.9)
    expect(levelOf(person, first).level).toBeLessThan(3.1)
  })

  test('a sealed round with impossible numbers is left out', () => {
    const broken: SealedContribution = {
      closedOn: 'never',
      raters: 3,
      sharedVariance: 0.1,
      values: [
        { skill: first, value: Number.NaN, variance: 0.1 },
        { skill: second, value: 3, variance: 0 },
      ],
    }
    const person = measure([], { sealed: [broken] })
    expect(person.levels.size).toBe(0)
    expect(person.leftOut).toHaveLength(2)
  })

  test('is sane, and the same in any order', () => {
    fc.assert(
      fc.property(anyRound, fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const ratings = roundOf(entries)
        const person = measure(ratings)
        isSane(person, 5)
        const shuffled = ratings
          .map((rating) => ({ rating, key: numbers.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ rating }) => rating)
        expect(measure(shuffled).levels).toEqual(person.levels)
      }),
      { numRuns: 100 },
    )
  })
})
