// Which ratings spreads are learned from: nearly all of them, and not anew for each that is added.
import { expect, test } from 'vitest'
import { by, first } from '../../../tests/measurement/one-person.ts'
import { ratingsToLearnFrom } from './learn-population.ts'

const person = (number: number, days: readonly string[]) => ({
  id: `person-${number}`,
  ratings: days.map((day) => by('peer', 'rater', first, 3, day)),
})
const many = Array.from({ length: 200 }, (_, number) =>
  person(
    number,
    ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) => `${day}T00:00:00Z`),
  ),
)
const count = (people: ReturnType<typeof ratingsToLearnFrom>) =>
  people.reduce((sum, { ratings }) => sum + ratings.length, 0)

test('fewer than two hundred people teach nothing', () => {
  expect(ratingsToLearnFrom(many.slice(1))).toEqual([])
})

test('nine in ten ratings count or more, the earliest first', () => {
  const known = ratingsToLearnFrom(many)
  expect(count(known)).toBeGreaterThanOrEqual(0.9 * 600)
  expect(known).toHaveLength(200)
})

test('a rating that is added today changes nothing, until there is a tenth more', () => {
  const known = ratingsToLearnFrom(many)
  const today = [...many, person(200, ['2026-06-01T00:00:00Z'])]
  expect(ratingsToLearnFrom(today)).toEqual(known)
  const more = many.map((one, number) =>
    number < 100
      ? person(number, [...one.ratings.map(({ ratedAt }) => ratedAt), '2026-06-01T00:00:00Z'])
      : one,
  )
  expect(count(ratingsToLearnFrom(more))).toBeGreaterThan(count(known))
})
