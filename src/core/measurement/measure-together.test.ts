// Several people in one fit: nobody's own ratings count twice, strictness is found where raters are shared, and told to
// the rater alone.
import { describe, expect, test } from 'vitest'
import {
  by,
  first,
  framework,
  levelOf,
  measure,
  now,
  own,
  second,
  skills,
} from '../../../tests/measurement/one-person.ts'
import type { RatedLevel } from './measure-person.ts'
import { measureTogether, populationFor, type Together } from './measure-together.ts'
import { networksOf, networkWords } from './networks.ts'
import type { RatedPerson } from './people-columns.ts'
import { defaultPopulation } from './population.ts'
import { ratingHabit } from './rating-habit.ts'
import { sealRound } from './seal-round.ts'
import { normalDraws, seededRandom } from './seeded-random.ts'

const rated = skills.slice(0, 15)
const onScale = (value: number) => Math.min(5, Math.max(0, Math.round(value)))

function together(people: readonly RatedPerson[]): Together {
  const made = measureTogether(framework, people)
  if (made === null) throw new Error('They were not measured together.')
  return made
}

/** A team in which each rater leans by so many levels. */
function team(leans: Record<string, number>, people = 8, seed = 1): RatedPerson[] {
  const draw = normalDraws(seededRandom(seed))
  return Array.from({ length: people }, (_, p) => {
    const height = 2.5 + 0.5 * draw()
    const levels = rated.map(() => height + 0.4 * draw())
    const ratings = Object.entries(leans).flatMap(([id, lean]) => {
      const impression = 0.3 * draw()
      return rated.map((skill, k) =>
        by('peer', id, skill, onScale((levels[k] ?? 0) + lean + impression + 0.5 * draw())),
      )
    })
    return { id: `person-${p}`, ratings }
  })
}

/** The level with everybody in the fit. */
function levelWith(people: readonly RatedPerson[], id: string, skill: string) {
  const ratings = people.find((one) => one.id === id)?.ratings ?? []
  return levelOf(measure(ratings, { population: populationFor(together(people), id) }), skill).level
}

describe('several people in one fit', () => {
  test('there is none for one person, however many raters, so that their levels stay what they were', () => {
    expect(measureTogether(framework, [])).toBeNull()
    const alone = { id: 'a', ratings: [own(first, 3), by('manager', 'm', first, 2)] }
    expect(measureTogether(framework, [alone])).toBeNull()
    expect(measureTogether(framework, [alone, { id: 'b', ratings: [own('no-such-skill', 3)] }])).toBeNull()
  })

  test('somebody whom a strict rater rated stands higher than the same ratings alone would say', () => {
    const people = team({ strict: -1, usual: 0, other: 0.1 }, 12)
    const newcomer = { id: 'new', ratings: rated.map((skill) => by('peer', 'strict', skill, 2)) }
    const alone = levelOf(measure(newcomer.ratings), first).level
    expect(levelWith([...people, newcomer], 'new', first) - alone).toBeGreaterThan(0.3)
  })

  test('what is known of a rater does not rest on the person who is measured', () => {
    const people = team({ a: 0, b: 0, c: 0 })
    const with0 = [...people, { id: 'p', ratings: rated.map((skill) => by('peer', 'a', skill, 0)) }]
    const with4 = [...people, { id: 'p', ratings: rated.map((skill) => by('peer', 'a', skill, 4)) }]
    const lean = (all: readonly RatedPerson[]) => populationFor(together(all), 'p').raters.a?.mean ?? 9
    expect(Math.abs(lean(with0) - lean(with4))).toBeLessThan(0.06)
  })

  test('the order in which people and ratings arrive changes nothing', () => {
    const people = team({ a: -0.5, b: 0.2, c: 0 })
    const turned = people.map((one) => ({ ...one, ratings: one.ratings.toReversed() })).toReversed()
    expect(levelWith(turned, 'person-3', second)).toBe(levelWith(people, 'person-3', second))
  })

  test('a private skill of one person enters nothing that concerns another', () => {
    const hidden = framework.skills.find((skill) => skill.private)?.id ?? ''
    const people = team({ a: 0, b: 0 }, 3)
    const open = together([...people, { id: 'me', ratings: [own(first, 3)] }])
    const closed = together([...people, { id: 'me', ratings: [own(first, 3), own(hidden, 5)] }])
    expect(closed.columns.person).toEqual(open.columns.person)
    expect(populationFor(closed, 'person-1')).toEqual(populationFor(open, 'person-1'))
  })

  test('a sealed round is taken in and leads back to no rater', () => {
    const people = team({ a: 0, b: 0 }, 4)
    const [subject] = people
    if (!subject) throw new Error('Nobody is there.')
    const confidential: RatedLevel[] = ['x', 'y', 'z'].flatMap((id) =>
      rated.map((skill) => by('peer', id, skill, 4)),
    )
    const population = populationFor(together(people), subject.id)
    const round = sealRound({
      framework,
      population,
      ratings: subject.ratings,
      confidential,
      sealed: [],
      closedOn: now,
    })
    if (!round.ok) throw new Error(round.failure.kind)
    const withRound = people.map((one) => (one === subject ? { ...one, sealed: [round.value] } : one))
    const all = together(withRound)
    expect(all.raters).toEqual(['a', 'b'])
    expect(all.columns.sealed?.shared).toHaveLength(1)
    const known = populationFor(all, subject.id)
    expect(Object.keys(known.raters)).toEqual(['a', 'b'])
    const level = measure(subject.ratings, { population: known, sealed: [round.value] })
    expect(levelOf(level, first).sources.map(({ source }) => source)).toContain('confidential')
    const before = measure(subject.ratings, { population })
    expect(levelOf(level, first).level).toBeGreaterThan(levelOf(before, first).level)
  })

  test('ratings of several quarters count, and the later one of a rater replaces the earlier within a quarter', () => {
    const people = team({ a: 0, b: 0 }, 3)
    const years = ['2024-02-01', '2026-05-01', '2026-05-20'].map((day) => by('manager', 'a', first, 3, day))
    const all = together([...people, { id: 'p', ratings: years }])
    expect(all.columns.person.filter((place) => all.people[place] === 'p')).toHaveLength(2)
    expect(all.columns.waveDays.length).toBe(2)
  })

  test('somebody who is not among them is measured against what everybody shows', () => {
    const all = together(team({ a: -1, b: 0, c: 0 }))
    expect(populationFor(all, 'nobody').raters.a?.mean).toBeLessThan(-0.3)
    expect(populationFor(all, 'nobody').spreads).toEqual(defaultPopulation(framework).spreads)
  })
})

describe('who can be compared', () => {
  test('people are joined by raters whom they share, and by nothing else', () => {
    const people = [
      { id: 'ada', ratings: [by('peer', 'r1', first, 3)] },
      { id: 'ben', ratings: [by('peer', 'r1', first, 2), by('manager', 'r2', first, 2)] },
      { id: 'cem', ratings: [by('peer', 'r2', first, 4)] },
      { id: 'dora', ratings: [by('peer', 'r3', first, 4)] },
      { id: 'me', ratings: [own(first, 4)] },
    ]
    expect(networksOf(together(people))).toEqual([['ada', 'ben', 'cem'], ['dora'], ['me']])
  })

  test('it is said in a sentence or two, and not at all of somebody who is alone', () => {
    const ada = { id: 'a', displayName: 'Ada' }
    const [a, b, c, me] = ['Ada', 'Ben', 'Cem', null].map((name, at) => ({ id: 'abcm'[at] ?? '', name }))
    if (!a || !b || !c || !me) throw new Error('Somebody is missing.')
    expect(networkWords([], ada)).toBe('')
    expect(networkWords([[a]], ada)).toBe('')
    expect(networkWords([[b, a, me]], ada)).toBe(
      'The levels of Ada can be held beside those of Ben and you: shared raters join them.',
    )
    expect(networkWords([[a, b], [c]], ada)).toContain('With Cem they share none')
    expect(networkWords([[b, c], [a]], ada)).toContain('cannot be held beside those of Ben and Cem')
  })
})

describe('how somebody rates', () => {
  test('a strict rater is told by about how much, and the range holds the truth', () => {
    const habit = ratingHabit(together(team({ me: -0.8, a: 0, b: 0.1, c: -0.1 }, 14)), 'me')
    expect(habit).toMatchObject({ people: 14, sharedPeople: 14, otherRaters: 3, ratings: 14 * 15 })
    expect(habit?.difference?.levels).toBeLessThan(-0.4)
    expect(habit?.difference?.low).toBeLessThan(-0.8)
    expect(habit?.difference?.high).toBeLessThan(0)
    expect(habit?.odd).toBe(false)
  })

  test('the likely range holds the true difference about four times out of five', () => {
    const draw = normalDraws(seededRandom(9))
    let held = 0
    for (let seed = 1; seed <= 40; seed += 1) {
      const leans = { me: 0.35 * draw(), a: 0.35 * draw(), b: 0.35 * draw() }
      const found = ratingHabit(together(team(leans, 6, seed)), 'me')?.difference
      const truth = leans.me - (leans.a + leans.b) / 2
      if (found && found.low <= truth && truth <= found.high) held += 1
    }
    expect(held).toBeGreaterThanOrEqual(28)
  })

  test('nothing is told where no rated people are shared, or where it would tell about one other rater', () => {
    const mine = (id: string) => ({ id, ratings: rated.map((skill) => by('manager', 'me', skill, 2)) })
    const apart = together([mine('p'), mine('q'), ...team({ a: 0, b: 0 }, 3)])
    expect(ratingHabit(apart, 'me')).toMatchObject({ sharedPeople: 0, difference: null, odd: null })
    const one = ratingHabit(together(team({ me: -1, a: 0 })), 'me')
    expect(one).toMatchObject({ otherRaters: 1, difference: null, odd: null })
    const single = together([mine('p'), { id: 'q', ratings: [own(first, 3)] }])
    expect(ratingHabit(single, 'me')).toBeNull()
  })

  test('somebody whose answers follow no pattern is told that a talk may be worth it', () => {
    const random = seededRandom(4)
    const people = team({ me: 0, a: 0, b: 0, c: 0, d: 0 }, 10).map((one) => ({
      ...one,
      ratings: one.ratings.map((rating) =>
        rating.rater?.id === 'me' ? { ...rating, level: random() < 0.5 ? 0 : 5 } : rating,
      ),
    }))
    expect(ratingHabit(together(people), 'me')?.odd).toBe(true)
    expect(ratingHabit(together(people), 'a')?.odd).toBe(false)
  })

  test('fewer than thirty ratings say nothing about a pattern', () => {
    const people = team({ me: 0, a: 0, b: 0 }, 2).map((one) => ({
      ...one,
      ratings: one.ratings.filter(({ rater, skill }) => rater?.id !== 'me' || rated.indexOf(skill) < 5),
    }))
    expect(ratingHabit(together(people), 'me')).toMatchObject({ ratings: 10, odd: null })
  })
})
